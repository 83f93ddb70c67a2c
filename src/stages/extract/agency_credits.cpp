#include "stages/extract/agency_credits.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "knowledge/knowledge.h"
#include "stages/extract/line_features.h"

namespace hearsay {
namespace {

constexpr size_t kLongestBracket = 40;  // bytes
constexpr uint32_t kLongestLine = 40;   // words of a paragraph that credits its sources
constexpr std::array<std::string_view, 22> kWith = {"with files from",
                                                    "with reporting by",
                                                    "with reporting from",
                                                    "with inputs from",
                                                    "with input from",
                                                    "with agency inputs",
                                                    "additional reporting",
                                                    "contributed to this report",
                                                    "with information from",
                                                    "with material from",
                                                    "mit material von",
                                                    "mit material der",
                                                    "mit agenturmaterial",
                                                    "mit informationen von",
                                                    "quelle:",
                                                    "avec ",
                                                    "con informacion de",
                                                    "con informaciones de",
                                                    "com informacoes",
                                                    "fuente:",
                                                    "source:",
                                                    "sources:"};

bool is_wire(std::string_view name, const Knowledge& knowledge) {
  const auto found = knowledge.outlets(name);
  return found && found[0].entry->wire;
}

// The agencies among the names that "/", ",", "und" and the like set apart; `all` where there is nothing
// else.
std::vector<std::string> wires_in(std::string_view names, const Knowledge& knowledge, bool& all) {
  std::vector<std::string> wires;
  std::string text(names);
  for (const std::string_view mark : {" and ", " und ", " et ", " y ", " e ", "/", ",", ";", "&"})
    for (size_t at; (at = text.find(mark)) != std::string::npos;) text.replace(at, mark.size(), 1, '\n');
  all = true;
  for (size_t begin = 0; begin <= text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    std::string name = normal_space(std::string_view(text).substr(begin, end - begin));
    while (name.ends_with('.')) name.pop_back();
    begin = end + 1;
    if (name.empty()) continue;
    if (is_wire(name, knowledge))
      wires.push_back(std::move(name));
    else
      all = false;
  }
  return wires;
}

}  // namespace

std::vector<std::string> agencies_at_end(std::string_view paragraph, const Knowledge& knowledge) {
  while (paragraph.ends_with(' ') || paragraph.ends_with('.')) paragraph.remove_suffix(1);
  bool all = false;
  if (paragraph.ends_with(')')) {
    const size_t open = paragraph.rfind('(');
    if (open == std::string_view::npos || paragraph.size() - open > kLongestBracket) return {};
    std::vector<std::string> wires =
        wires_in(paragraph.substr(open + 1, paragraph.size() - open - 2), knowledge, all);
    // "dpa/lno": an agency's desk goes with it.
    if (!wires.empty()) return wires;
    return {};
  }
  if (measure(paragraph).words > kLongestLine) return {};
  const std::string lower = fold(paragraph);
  if (std::none_of(kWith.begin(), kWith.end(),
                   [&](std::string_view with) { return lower.find(with) != std::string::npos; }))
    return {};
  // The names stand somewhere behind such words.
  std::vector<std::string> wires;
  for (size_t at = 0; at < paragraph.size();) {
    const bool begins =
        at == 0 || paragraph[at - 1] == ' ' || paragraph[at - 1] == '/' || paragraph[at - 1] == '(';
    if (begins)
      if (const auto found = knowledge.outlets(paragraph, at);
          found && found[0].entry->wire && !found[0].weak) {
        wires.emplace_back(paragraph.substr(at, found.length()));
        at += found.length();
        continue;
      }
    ++at;
    while (at < paragraph.size() && !on_boundary(paragraph, at)) ++at;
  }
  return wires;
}

}  // namespace hearsay
