#include "base/file_lock.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstring>
#include <utility>

#include "base/format.h"

namespace hearsay {

Result<std::optional<FileLock>> FileLock::acquire(const std::string& path) {
  for (;;) {
    const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (descriptor < 0)
      return Error{ErrorCode::kRecordFailed,
                   fmt::format("{}: can't be created: {}", path, std::strerror(errno))};
    FileLock lock(path, descriptor);
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
      const int why = errno;
      lock.descriptor_ = -1;  // not ours: the file stays
      ::close(descriptor);
      if (why == EINTR) continue;
      if (why == EWOULDBLOCK) return std::optional<FileLock>();
      return Error{ErrorCode::kRecordFailed,
                   fmt::format("{}: can't be locked: {}", path, std::strerror(why))};
    }
    // Whoever held it may have removed the file between our open and our lock; then we hold a file that
    // nobody else sees.
    struct stat held {
    }, there{};
    if (::fstat(descriptor, &held) == 0 && ::stat(path.c_str(), &there) == 0 && held.st_ino == there.st_ino &&
        held.st_dev == there.st_dev)
      return std::optional<FileLock>(std::move(lock));
    lock.descriptor_ = -1;
    ::close(descriptor);
  }
}

FileLock::FileLock(FileLock&& other) noexcept
    : path_(std::move(other.path_)), descriptor_(std::exchange(other.descriptor_, -1)) {}

FileLock& FileLock::operator=(FileLock&& other) noexcept {
  if (this != &other) {
    release();
    path_ = std::move(other.path_);
    descriptor_ = std::exchange(other.descriptor_, -1);
  }
  return *this;
}

FileLock::~FileLock() { release(); }

void FileLock::release() {
  if (descriptor_ < 0) return;
  ::unlink(path_.c_str());  // while it is held
  ::close(descriptor_);
  descriptor_ = -1;
}

}  // namespace hearsay
