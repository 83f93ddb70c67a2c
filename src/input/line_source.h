// A text file as one stream, and its lines, none longer than a limit.
#pragma once

#include <optional>
#include <string>

#include "base/member_source.h"

namespace hearsay {

// All members of a packed file as one text. UTF-16 that says so by its byte order mark becomes UTF-8; the
// mark is taken off, and so is that of UTF-8.
class TextSource final : public ByteSource {
 public:
  TextSource(FileBytes& bytes, Packing packing) : members_(bytes, packing) {}

 private:
  enum class Unit { kByte, kLittleEndian, kBigEndian };
  Result<size_t> fill(char* to, size_t most) override;
  Result<std::string_view> peek_members(size_t least);
  Result<void> begin();
  Result<size_t> fill_wide(char* to, size_t most);

  MemberSource members_;
  Unit unit_ = Unit::kByte;
  char32_t high_ = 0;  // half of a surrogate pair
  bool begun_ = false, in_member_ = false, ended_ = false;
};

// Ends with LF, CR LF, or the end of the file; the end of line is taken off.
struct Line {
  std::string text;
  bool too_long = false;  // `text` is empty: it was passed over
};

// Nothing at the end.
[[nodiscard]] Result<std::optional<Line>> next_line(ByteSource& source, size_t limit);

}  // namespace hearsay
