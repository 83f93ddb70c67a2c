// A lock between processes: a file beside the one that is guarded. It goes with the process, however that
// ends.
#pragma once

#include <optional>
#include <string>

#include "base/result.h"

namespace hearsay {

class FileLock {
 public:
  // Creates the file at `path` and holds it. Nothing where somebody else (another process, or another
  // FileLock of this one) does; kRecordFailed where the file can't be created. On a network file system the
  // lock is only as good as that system's flock.
  [[nodiscard]] static Result<std::optional<FileLock>> acquire(const std::string& path);

  FileLock(FileLock&& other) noexcept;
  FileLock& operator=(FileLock&& other) noexcept;
  ~FileLock();  // gives it up and removes the file

 private:
  FileLock(std::string path, int descriptor) : path_(std::move(path)), descriptor_(descriptor) {}
  void release();
  std::string path_;
  int descriptor_ = -1;
};

}  // namespace hearsay
