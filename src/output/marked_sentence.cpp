#include "output/marked_sentence.h"

#include <algorithm>

#include "base/display_width.h"
#include "output/sheet.h"

namespace hearsay {
namespace {

struct Placed {
  MarkKind kind;
  size_t begin = 0, end = 0;  // in the sentence
};

std::string part_of(const Json& span) {
  const std::string part = text_at(span, "part");
  return part.empty() ? "body" : part;
}

size_t number_at(const Json& span, const char* key) {
  const Json& value = at(span, key);
  return value.is_number_unsigned() || value.is_number_integer() ? value.get<size_t>() : 0;
}

}  // namespace

StyledText marked_sentence(const Json& sentence, const std::vector<Mark>& marks, Paint paint) {
  const std::string text = text_at(sentence, "words");
  const size_t begin = number_at(sentence, "begin"), end = begin + text.size();
  std::vector<Placed> placed;
  for (const Mark& mark : marks) {
    if (!mark.span.is_object() || part_of(mark.span) != part_of(sentence)) continue;
    const size_t from = std::max(begin, number_at(mark.span, "begin")),
                 to = std::min(end, number_at(mark.span, "end"));
    if (from < to) placed.push_back({mark.kind, from - begin, to - begin});
  }
  // What holds another comes first.
  std::stable_sort(placed.begin(), placed.end(), [](const Placed& a, const Placed& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  });
  std::vector<size_t> stops = {0, text.size()};
  for (const Placed& mark : placed) stops.insert(stops.end(), {mark.begin, mark.end});
  std::sort(stops.begin(), stops.end());
  stops.erase(std::unique(stops.begin(), stops.end()), stops.end());

  StyledText styled;
  for (size_t i = 0; i < stops.size(); ++i) {
    const size_t at = stops[i];
    if (paint == Paint::kNo) {
      for (size_t m = placed.size(); m-- > 0;)
        if (placed[m].end == at) styled.push_back({std::string(placed[m].kind.close), Tone::kPlain});
      for (const Placed& mark : placed)
        if (mark.begin == at) styled.push_back({std::string(mark.kind.open), Tone::kPlain});
    }
    if (i + 1 == stops.size()) break;
    Tone tone = Tone::kPlain;
    for (const Placed& mark : placed)
      if (mark.begin <= at && at < mark.end) tone = mark.kind.tone;
    styled.push_back(
        {printable(text.substr(at, stops[i + 1] - at)), paint == Paint::kYes ? tone : Tone::kPlain});
  }
  return styled;
}

}  // namespace hearsay
