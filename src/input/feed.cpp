#include "input/feed.h"

#include <algorithm>
#include <array>
#include <map>
#include <pugixml.hpp>

#include "base/charset.h"
#include "base/format.h"
#include "base/utf8.h"

namespace hearsay {
namespace {

constexpr size_t kDeepest = 256, kMostElements = 1'000'000, kMostAttributes = 2'000'000;

// ---- before the tree ----------------------------------------------------------------------------

// Counts what the tree would have to hold. Comments, CDATA and processing instructions may hold anything.
Result<void> check_size(std::string_view xml) {
  size_t depth = 0, elements = 0, attributes = 0;
  for (size_t at = xml.find('<'); at != xml.npos; at = xml.find('<', at)) {
    const std::string_view rest = xml.substr(at);
    const auto pass = [&](std::string_view begin, std::string_view end) {
      const size_t found = rest.find(end, begin.size());
      at = found == rest.npos ? xml.size() : at + found + end.size();
    };
    if (rest.starts_with("<!--")) {
      pass("<!--", "-->");
    } else if (rest.starts_with("<![CDATA[")) {
      pass("<![CDATA[", "]]>");
    } else if (rest.starts_with("<?")) {
      pass("<?", "?>");
    } else if (rest.starts_with("<!")) {
      ++at;
    } else if (rest.starts_with("</")) {
      if (depth > 0) --depth;
      ++at;
    } else {
      size_t end = at + 1;
      char quote = '\0';
      for (; end < xml.size() && (quote != '\0' || xml[end] != '>'); ++end) {
        const char c = xml[end];
        if (quote != '\0') {
          if (c == quote) quote = '\0';
        } else if (c == '"' || c == '\'') {
          quote = c;
          ++attributes;
        }
      }
      const bool closed = end > at && xml[end - 1] == '/';
      if (!closed && ++depth > kDeepest)
        return Error{ErrorCode::kInputTooDeep, fmt::format("XML nested deeper than {} elements", kDeepest)};
      if (++elements > kMostElements || attributes > kMostAttributes)
        return Error{ErrorCode::kInputTooLarge, "XML of more than a million elements"};
      at = end;
    }
  }
  return {};
}

// UTF-8, by the byte order mark, else the XML declaration, else as it is.
std::string as_utf8(std::string_view bytes) {
  const ByteOrderMark mark = byte_order_mark(bytes);
  if (mark.length > 0) return decode(bytes.substr(mark.length), mark.encoding).value_or("");
  const std::string_view head = bytes.substr(0, std::min(bytes.find("?>"), size_t{200}));
  const size_t name = head.find("encoding");
  const size_t open =
      head.starts_with("<?xml") ? head.find_first_of("\"'", std::min(name, head.size())) : head.npos;
  if (open != head.npos) {
    const size_t close = head.find(head[open], open + 1);
    if (close != head.npos && !is_valid_utf8(bytes))
      if (std::optional<std::string> text = decode(bytes, head.substr(open + 1, close - open - 1)))
        return *text;
  }
  return is_valid_utf8(bytes) ? std::string(bytes) : repair_utf8(bytes);
}

// ---- names --------------------------------------------------------------------------------------

enum class Space { kNone, kAtom, kContent, kDublinCore, kOther };

Space space_of_address(std::string_view address) {
  if (address == "http://www.w3.org/2005/Atom" || address == "http://purl.org/atom/ns#") return Space::kAtom;
  if (address == "http://purl.org/rss/1.0/modules/content/") return Space::kContent;
  if (address.starts_with("http://purl.org/dc/")) return Space::kDublinCore;
  if (address.starts_with("http://purl.org/rss/") || address == "http://backend.userland.com/rss2")
    return Space::kNone;
  if (address.starts_with("http://www.w3.org/1999/02/22-rdf-syntax-ns")) return Space::kNone;
  return Space::kOther;
}

// What prefixes mean, by the declarations of the outermost element, else by custom.
class Names {
 public:
  explicit Names(pugi::xml_node root) {
    spaces_ = {{"", Space::kNone},         {"atom", Space::kAtom},          {"content", Space::kContent},
               {"dc", Space::kDublinCore}, {"dcterms", Space::kDublinCore}, {"rdf", Space::kNone}};
    for (const pugi::xml_attribute attribute : root.attributes()) {
      const std::string_view name = attribute.name();
      if (name == "xmlns") spaces_[""] = space_of_address(attribute.value());
      if (name.starts_with("xmlns:"))
        spaces_[std::string(name.substr(6))] = space_of_address(attribute.value());
    }
    if (spaces_[""] == Space::kOther) spaces_[""] = Space::kNone;
  }

  bool is(pugi::xml_node node, Space space, std::string_view local) const {
    const std::string_view name = node.name();
    const size_t colon = name.find(':');
    const std::string_view prefix = colon == name.npos ? std::string_view() : name.substr(0, colon);
    if (name.substr(colon == name.npos ? 0 : colon + 1) != local) return false;
    const auto found = spaces_.find(std::string(prefix));
    return (found == spaces_.end() ? Space::kOther : found->second) == space;
  }

  pugi::xml_node child(pugi::xml_node parent, Space space, std::string_view local) const {
    for (const pugi::xml_node node : parent.children())
      if (is(node, space, local)) return node;
    return {};
  }

 private:
  std::map<std::string, Space> spaces_;
};

// ---- values -------------------------------------------------------------------------------------

std::string text_of(pugi::xml_node node) {
  std::string text;
  for (const pugi::xml_node child : node.children())
    if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) text += child.value();
  return text;
}

std::string trimmed(const std::string& text) {
  const size_t begin = text.find_first_not_of(" \t\r\n");
  return begin == text.npos ? "" : text.substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin);
}

// Elements as they are written, for content of the kind "xhtml".
struct StringWriter final : pugi::xml_writer {
  std::string out;
  void write(const void* data, size_t size) override { out.append(static_cast<const char*>(data), size); }
};

std::string markup_in(pugi::xml_node node) {
  StringWriter writer;
  for (const pugi::xml_node child : node.children()) child.print(writer, "", pugi::format_raw);
  return writer.out;
}

bool has_tag(std::string_view text) {
  for (size_t at = text.find('<'); at != text.npos && at + 1 < text.size(); at = text.find('<', at + 1))
    if (((text[at + 1] | 32) >= 'a' && (text[at + 1] | 32) <= 'z') || text[at + 1] == '!') return true;
  return false;
}

// Text in HTML's clothes: references without tags.
void set_html(FeedEntry& entry, std::string text) {
  entry.format = PageFormat::kHtml;
  if (!has_tag(text)) {
    entry.format = PageFormat::kText;
    if (text.find('&') != std::string::npos) {
      text = "<p>" + text + "</p>";
      entry.format = PageFormat::kHtml;
    }
  }
  entry.content = std::move(text);
}

// ---- the two families ---------------------------------------------------------------------------

StatedDate first_date(pugi::xml_node node, const Names& names,
                      std::initializer_list<std::pair<Space, std::string_view>> fields) {
  for (const auto& [space, local] : fields)
    if (const pugi::xml_node field = names.child(node, space, local))
      if (const std::string value = trimmed(text_of(field)); !value.empty()) return {field.name(), value};
  return {};
}

FeedEntry rss_item(pugi::xml_node item, const Names& names, const std::string& outlet,
                   const std::string& language) {
  FeedEntry entry;
  const auto text = [&](Space space, std::string_view local) {
    return trimmed(text_of(names.child(item, space, local)));
  };
  std::string content = text(Space::kContent, "encoded");
  if (content.empty()) content = text(Space::kNone, "description");
  set_html(entry, std::move(content));
  entry.address = text(Space::kNone, "link");
  if (entry.address.empty()) {
    const pugi::xml_node guid = names.child(item, Space::kNone, "guid");
    if (std::string_view(guid.attribute("isPermaLink").as_string("true")) == "true")
      entry.address = trimmed(text_of(guid));
  }
  entry.stated.title = text(Space::kNone, "title");
  entry.stated.published = first_date(
      item, names, {{Space::kNone, "pubDate"}, {Space::kDublinCore, "date"}, {Space::kDublinCore, "issued"}});
  entry.stated.modified =
      first_date(item, names, {{Space::kDublinCore, "modified"}, {Space::kAtom, "updated"}});
  for (const pugi::xml_node node : item.children()) {
    std::string author;
    if (names.is(node, Space::kDublinCore, "creator")) author = trimmed(text_of(node));
    // RSS 2.0 has "mail@example.org (Name)".
    if (names.is(node, Space::kNone, "author")) {
      author = trimmed(text_of(node));
      const size_t open = author.find('(');
      if (author.find('@') != author.npos)
        author = open == author.npos ? "" : author.substr(open + 1, author.find(')', open) - open - 1);
    }
    if (!author.empty()) entry.stated.authors.push_back(std::move(author));
  }
  entry.stated.outlet = outlet;
  if (const std::string source = text(Space::kNone, "source"); !source.empty()) entry.stated.outlet = source;
  entry.stated.language = language;
  return entry;
}

Feed rss(pugi::xml_node root, const Names& names) {
  Feed feed;
  const pugi::xml_node channel = names.child(root, Space::kNone, "channel");
  const std::string outlet = trimmed(text_of(names.child(channel, Space::kNone, "title")));
  std::string language = trimmed(text_of(names.child(channel, Space::kNone, "language")));
  if (language.empty()) language = trimmed(text_of(names.child(channel, Space::kDublinCore, "language")));
  // RSS 1.0 has its items beside the channel.
  for (const pugi::xml_node parent : {channel, root})
    for (const pugi::xml_node item : parent.children())
      if (names.is(item, Space::kNone, "item"))
        feed.entries.push_back(rss_item(item, names, outlet, language));
  return feed;
}

std::vector<std::string> atom_authors(pugi::xml_node node, const Names& names, Space space) {
  std::vector<std::string> authors;
  for (const pugi::xml_node author : node.children())
    if (names.is(author, space, "author"))
      if (std::string name = trimmed(text_of(names.child(author, space, "name"))); !name.empty())
        authors.push_back(std::move(name));
  return authors;
}

// A text construct (RFC 4287, 3.1) as plain text: a title.
std::string atom_text(pugi::xml_node node) {
  if (std::string_view(node.attribute("type").value()) == "xhtml") {
    std::string text;
    for (const pugi::xml_node child : node.children()) text += child.text().get();
    return trimmed(text);
  }
  return trimmed(text_of(node));
}

void set_atom_content(FeedEntry& entry, pugi::xml_node node) {
  const std::string_view type = node.attribute("type").as_string("text");
  if (type == "xhtml" || type == "application/xhtml+xml") {
    entry.format = PageFormat::kHtml;
    entry.content = markup_in(node);
  } else if (type == "html" || type == "text/html") {
    set_html(entry, trimmed(text_of(node)));
  } else if (type == "text" || type == "text/plain") {
    entry.format = PageFormat::kText;
    entry.content = trimmed(text_of(node));
  }
}

Feed atom(pugi::xml_node root, const Names& names, Space space) {
  Feed feed;
  const std::string outlet = atom_text(names.child(root, space, "title"));
  const std::string language = root.attribute("xml:lang").value();
  const std::vector<std::string> feed_authors = atom_authors(root, names, space);
  for (const pugi::xml_node node : root.children()) {
    if (!names.is(node, space, "entry")) continue;
    FeedEntry entry;
    set_atom_content(entry, names.child(node, space, "content"));
    if (entry.content.empty()) set_atom_content(entry, names.child(node, space, "summary"));
    for (const pugi::xml_node link : node.children())
      if (names.is(link, space, "link") &&
          std::string_view(link.attribute("rel").as_string("alternate")) == "alternate" &&
          entry.address.empty())
        entry.address = link.attribute("href").value();
    entry.stated.title = atom_text(names.child(node, space, "title"));
    entry.stated.published =
        first_date(node, names, {{space, "published"}, {space, "issued"}, {Space::kDublinCore, "date"}});
    entry.stated.modified = first_date(node, names, {{space, "updated"}, {space, "modified"}});
    entry.stated.authors = atom_authors(node, names, space);
    if (entry.stated.authors.empty()) entry.stated.authors = feed_authors;
    entry.stated.outlet = outlet;
    const pugi::xml_node source = names.child(names.child(node, space, "source"), space, "title");
    if (source) entry.stated.outlet = atom_text(source);
    entry.stated.language = node.attribute("xml:lang").as_string(language.c_str());
    feed.entries.push_back(std::move(entry));
  }
  return feed;
}

}  // namespace

Result<Feed> parse_feed(std::string_view xml) {
  std::string text = as_utf8(xml);
  if (Result<void> fits = check_size(text); !fits) return fits.error();
  std::erase(text, '\0');
  pugi::xml_document document;
  const pugi::xml_parse_result parsed = document.load_buffer_inplace(
      text.data(), text.size(), pugi::parse_default | pugi::parse_ws_pcdata_single, pugi::encoding_utf8);
  if (!parsed)
    return Error{ErrorCode::kInputDamaged,
                 fmt::format("no XML from its byte {} on ({})", parsed.offset, parsed.description())};
  const pugi::xml_node root = document.document_element();
  const Names names(root);
  for (const Space space : {Space::kAtom, Space::kNone})
    if (names.is(root, space, "feed")) return atom(root, names, space);
  const std::string_view name = root.name();
  if (name == "rss" || name == "rdf:RDF" || name == "RDF" || name.ends_with(":RDF")) return rss(root, names);
  return Error{ErrorCode::kInputUnsupported, "XML, but neither RSS nor Atom"};
}

}  // namespace hearsay
