// Which fields of a line of JSONL, a row of CSV or the like hold which part of a page.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace hearsay {

enum class FieldPart { kText, kHtml, kTitle, kDate, kModified, kUrl, kAuthor, kOutlet, kLanguage, kId };
inline constexpr size_t kFieldParts = 10;

class FieldMap {
 public:
  // The usual names: text, body, content ...; any case, spaces and hyphens as underscores.
  FieldMap();

  // "text=body,title=headline": each part that is named is taken from that field alone, the others by their
  // usual names. kBadOption.
  [[nodiscard]] static Result<FieldMap> parse(std::string_view words);

  // The part that a field holds, and its rank among the fields that may hold it: the lowest counts. A field
  // inside an object is named "meta.title".
  struct Match {
    FieldPart part;
    size_t rank;
  };
  [[nodiscard]] std::optional<Match> find(std::string_view field) const;

 private:
  struct Names {
    std::vector<std::string> names;
    bool given = false;  // by the user: as they stand
  };
  std::array<Names, kFieldParts> parts_;
};

}  // namespace hearsay
