#include "input/input_kind.h"

#include "base/utf8.h"
#include "input/page_names.h"

namespace hearsay {
namespace {

constexpr size_t kTarMagic = 257;

struct NamedKind {
  std::string_view ending;
  InputKind kind;
};
constexpr NamedKind kKinds[] = {
    {".warc", InputKind::kWarc},       {".wet", InputKind::kWarc},         {".rss", InputKind::kFeed},
    {".atom", InputKind::kFeed},       {".rdf", InputKind::kFeed},         {".xml", InputKind::kFeed},
    {".jsonl", InputKind::kJsonLines}, {".ndjson", InputKind::kJsonLines}, {".json", InputKind::kJson},
    {".csv", InputKind::kCsv},         {".tsv", InputKind::kCsv},          {".zip", InputKind::kArchive},
    {".tar", InputKind::kArchive},     {".tgz", InputKind::kArchive},
};

std::string_view without_space(std::string_view text) {
  const size_t first = text.find_first_not_of(" \t\r\n");
  return text.substr(first == text.npos ? text.size() : first);
}

// An object whose line ends with it, and another behind it.
bool is_json_lines(std::string_view head) {
  const size_t end = head.find('\n');
  if (end == head.npos) return false;
  std::string_view first = head.substr(0, end);
  if (first.ends_with('\r')) first.remove_suffix(1);
  return first.ends_with('}') && head.substr(end + 1, 1) == "{";
}

// The outermost element of XML, past declarations and comments.
std::string_view first_element(std::string_view head) {
  for (;;) {
    head = without_space(head);
    size_t end = head.npos;
    if (head.starts_with("<?"))
      end = head.find("?>");
    else if (head.starts_with("<!--"))
      end = head.find("-->");
    else
      break;
    if (end == head.npos) return {};
    head.remove_prefix(end + (head[end] == '?' ? 2 : 3));
  }
  if (!head.starts_with("<")) return {};
  return head.substr(1, head.find_first_of(" \t\r\n/>") - 1);
}

}  // namespace

InputKind kind_by_name(std::string_view name) {
  if (!page_suffix(name).empty()) return InputKind::kPage;
  const std::string bare = to_lower(without_packing(name));
  for (const NamedKind& named : kKinds)
    if (bare.size() > named.ending.size() && bare.ends_with(named.ending)) return named.kind;
  return InputKind::kUnknown;
}

InputKind kind_by_content(std::string_view head) {
  if (head.starts_with("WARC/0.") || head.starts_with("WARC/1.")) return InputKind::kWarc;
  if (head.starts_with("PK\x03\x04") || head.starts_with("PK\x05\x06")) return InputKind::kArchive;
  if (head.size() > kTarMagic + 5 && head.substr(kTarMagic, 5) == "ustar") return InputKind::kArchive;
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  head = without_space(head);
  const std::string_view element = first_element(head);
  if (element == "rss" || element == "feed" || element == "rdf:RDF" || element == "atom:feed")
    return InputKind::kFeed;
  if (is_json_lines(head)) return InputKind::kJsonLines;
  // A page of text may begin with a bracket; a string behind a brace, or an object behind a bracket, it does
  // not.
  if (head.starts_with("{") && without_space(head.substr(1)).starts_with("\"")) return InputKind::kJson;
  if (head.starts_with("[") && without_space(head.substr(1)).starts_with("{")) return InputKind::kJson;
  return InputKind::kPage;
}

}  // namespace hearsay
