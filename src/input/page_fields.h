// A page put together from the fields of a line, a row or an entry.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "input/field_map.h"
#include "record/document.h"

namespace hearsay {

class PageFields {
 public:
  explicit PageFields(const FieldMap& map) : map_(&map) {}

  // Takes a value in UTF-8, or leaves it: where the map does not know the field, or a more telling field of
  // the same part has a value already. Of authors all values of the best field count.
  void add(std::string_view field, std::string_view value);

  // Whether a field for text or HTML was there, empty or not.
  [[nodiscard]] bool has_text_field() const { return has_text_field_; }
  // No text, title or address: a blank row.
  [[nodiscard]] bool is_blank() const;
  // The id stated; empty where there is none, or one that is no name.
  [[nodiscard]] std::string id() const;

  // A page of the HTML where there is any, else of the text, which may be HTML as well; with address and what
  // is stated. Name, path and hash are the reader's to set.
  [[nodiscard]] Page page() const;

 private:
  struct Part {
    std::string field;
    std::vector<std::string> values;
    size_t rank = 0;
  };
  const Part& part(FieldPart part) const { return parts_[static_cast<size_t>(part)]; }
  std::string value(FieldPart part) const;

  const FieldMap* map_;
  std::array<Part, kFieldParts> parts_;
  bool has_text_field_ = false;
};

}  // namespace hearsay
