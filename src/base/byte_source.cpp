#include "base/byte_source.h"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "base/format.h"

namespace hearsay {
namespace {

constexpr size_t kPiece = size_t{64} << 10;
constexpr size_t kBehindPipe = size_t{1} << 20;

}  // namespace

Result<std::string_view> ByteSource::peek(size_t least) {
  while (end_ - begin_ < least && !at_end_) {
    if (begin_ > behind_ && begin_ - behind_ >= buffer_.size() / 2) {
      const size_t gone = begin_ - behind_;
      std::memmove(buffer_.data(), buffer_.data() + gone, end_ - gone);
      base_ += gone;
      begin_ -= gone;
      end_ -= gone;
    }
    if (buffer_.size() - end_ < kPiece) buffer_.resize(std::max(buffer_.size() * 2, end_ + kPiece));
    const Result<size_t> got = fill(buffer_.data() + end_, buffer_.size() - end_);
    if (!got) return got.error();
    if (*got == 0) at_end_ = true;
    end_ += *got;
  }
  return std::string_view(buffer_.data() + begin_, end_ - begin_);
}

void ByteSource::skip(size_t count) { begin_ += std::min(count, end_ - begin_); }

void ByteSource::restart(uint64_t position) {
  begin_ = end_ = 0;
  base_ = position;
  at_end_ = false;
}

bool ByteSource::step_back(uint64_t position) {
  if (position < base_ || position > base_ + end_) return false;
  begin_ = static_cast<size_t>(position - base_);
  return true;
}

void FileBytes::Closer::operator()(std::FILE* file) const {
  if (file != stdin) std::fclose(file);
}

Result<std::unique_ptr<FileBytes>> FileBytes::open(const std::string& path) {
  std::FILE* file = path == "-" ? stdin : std::fopen(path.c_str(), "rb");
  if (!file) {
    const bool absent = errno == ENOENT || errno == ENOTDIR;
    return Error{absent ? ErrorCode::kInputNotFound : ErrorCode::kInputUnreadable, std::strerror(errno)};
  }
  std::unique_ptr<FileBytes> bytes(new FileBytes(file));
  std::setvbuf(file, nullptr, _IONBF, 0);  // the pieces read are large already
  struct stat status {};
  if (fstat(fileno(file), &status) != 0) return Error{ErrorCode::kInputUnreadable, std::strerror(errno)};
  if (S_ISDIR(status.st_mode)) return Error{ErrorCode::kInputUnreadable, "a folder"};
  bytes->regular_ = S_ISREG(status.st_mode) && file != stdin;
  bytes->size_ = bytes->regular_ ? static_cast<uint64_t>(status.st_size) : 0;
  if (!bytes->regular_) bytes->keep_behind(kBehindPipe);
  return bytes;
}

bool FileBytes::seek(uint64_t position) {
  if (step_back(position)) return true;
  if (!regular_ || fseeko(file_.get(), static_cast<off_t>(position), SEEK_SET) != 0) return false;
  restart(position);
  return true;
}

Result<size_t> FileBytes::fill(char* to, size_t most) {
  const size_t got = std::fread(to, 1, most, file_.get());
  if (got == 0 && std::ferror(file_.get())) return Error{ErrorCode::kInputUnreadable, std::strerror(errno)};
  return got;
}

Result<std::string> read_all(ByteSource& source, size_t limit) {
  std::string all;
  for (;;) {
    const Result<std::string_view> piece = source.peek();
    if (!piece) return piece.error();
    if (piece->empty()) return all;
    if (all.size() + piece->size() > limit)
      return Error{ErrorCode::kInputTooLarge, fmt::format("more than {} bytes", limit)};
    all += *piece;
    source.skip(piece->size());
  }
}

}  // namespace hearsay
