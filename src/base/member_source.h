// Unpacked bytes of a gzip or zstd file, member by member: a WARC has one for each record, and its index
// tells their places.
#pragma once

#include "base/byte_source.h"

namespace hearsay {

enum class Packing { kNone, kGzip, kZstd };

// By the first bytes of a file: six suffice.
[[nodiscard]] Packing packing_of(std::string_view head);

// The first bytes of what a gzip file unpacks to, `most` at most, as far as `packed`, the file's first bytes,
// lets them be known.
[[nodiscard]] std::string gzip_head(std::string_view packed, size_t most);

// The source's bytes are those of one member (gzip, RFC 1952) or frame (zstd, RFC 8878); `peek` gives nothing
// at its end. An unpacked file is one member. Skippable frames are passed over; one with a dictionary at the
// beginning of a file is applied to what follows (the zstd profile of WARC).
class MemberSource final : public ByteSource {
 public:
  // `packed` must outlive it and be used by nobody else.
  MemberSource(FileBytes& packed, Packing packing);
  ~MemberSource() override;

  // Goes to the next member, over what is left of this one; false at the end of the file, be it that only
  // zeros follow. Errors: kInputDamaged where no member begins here, kInputBomb.
  [[nodiscard]] Result<bool> next_member();

  // Begins at a member that is not the file's first, whose place somebody knows. kInputUnreadable where it
  // can't be reached.
  [[nodiscard]] Result<void> begin_at(uint64_t position);

  // After an error: goes to the next place that looks like the beginning of a member, for `next_member` to
  // begin there. False where there is none.
  [[nodiscard]] Result<bool> resynchronise();

  // In a file that is not packed: goes on at `position`. False where that is impossible.
  bool jump(uint64_t position);

  // Bytes in the packed file. The end is known once the member was read to its end.
  [[nodiscard]] uint64_t member_begin() const { return begin_; }
  [[nodiscard]] uint64_t member_end() const { return packed_.position(); }

 private:
  struct Unpacker;
  struct Gzip;
  struct Zstd;
  Result<size_t> fill(char* to, size_t most) override;
  Result<size_t> fill_plain(char* to, size_t most);
  Result<void> read_skippable_frames();

  FileBytes& packed_;
  Packing packing_;
  std::unique_ptr<Unpacker> unpacker_;
  uint64_t begin_ = 0;
  uint64_t unpacked_ = 0;          // bytes of this member
  uint64_t wasted_ = 0;            // bytes read twice for resynchronising
  std::unique_ptr<char[]> whole_;  // holds this member, where it was unpacked in one go
  size_t whole_size_ = 0, whole_given_ = 0;
  bool open_ = false, ended_ = false, tried_whole_ = false;
};

// All members of a source that begins here, one after the other, unpacked. kInputTooLarge beyond `limit`
// bytes.
[[nodiscard]] Result<std::string> read_all_members(MemberSource& source, size_t limit);

}  // namespace hearsay
