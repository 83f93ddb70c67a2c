// Bytes in order with a look ahead: of a file, of standard input, or unpacked from another source.
#pragma once

#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace hearsay {

// Not thread-safe.
class ByteSource {
 public:
  virtual ~ByteSource() = default;

  // All bytes that lie ready from here on: at least `least` of them, fewer only where the end comes first;
  // empty at the end. They live until the next call.
  [[nodiscard]] Result<std::string_view> peek(size_t least = 1);

  // Passes over bytes of what `peek` gave.
  void skip(size_t count);

  // Where the next byte stands, counted from the beginning.
  [[nodiscard]] uint64_t position() const { return base_ + begin_; }

 protected:
  // The next bytes of whatever is behind, at most `most`; 0 at the end.
  [[nodiscard]] virtual Result<size_t> fill(char* to, size_t most) = 0;

  // Goes on at `position`, with an empty buffer: what `fill` gives next stands there.
  void restart(uint64_t position);
  // Goes back to `position` where its bytes are still in memory; false where they are not.
  bool step_back(uint64_t position);
  // How many bytes that were passed over stay in memory for `step_back`.
  void keep_behind(size_t bytes) { behind_ = bytes; }

 private:
  std::string buffer_;
  size_t begin_ = 0;  // of what was not passed over yet
  size_t end_ = 0;    // of what was filled
  size_t behind_ = 0;
  uint64_t base_ = 0;  // position of buffer_[0]
  bool at_end_ = false;
};

// A file, or standard input for "-".
class FileBytes final : public ByteSource {
 public:
  // kInputNotFound, kInputUnreadable (a folder, too). Messages tell the reason only.
  [[nodiscard]] static Result<std::unique_ptr<FileBytes>> open(const std::string& path);

  // Goes on at `position`. False where that is impossible: standard input goes back by a megabyte at most.
  bool seek(uint64_t position);

  // The file's length; nothing for what is no regular file.
  [[nodiscard]] bool is_regular() const { return regular_; }
  [[nodiscard]] uint64_t size() const { return size_; }

 private:
  struct Closer {
    void operator()(std::FILE* file) const;
  };
  explicit FileBytes(std::FILE* file) : file_(file) {}
  Result<size_t> fill(char* to, size_t most) override;

  std::unique_ptr<std::FILE, Closer> file_;
  bool regular_ = false;
  uint64_t size_ = 0;
};

// All that is left of a source. kInputTooLarge beyond `limit` bytes.
[[nodiscard]] Result<std::string> read_all(ByteSource& source, size_t limit);

}  // namespace hearsay
