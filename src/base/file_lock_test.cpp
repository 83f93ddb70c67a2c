#include "base/file_lock.h"

#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <filesystem>

namespace hearsay {
namespace {

struct Folder {
  std::filesystem::path path;
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "hearsay-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()));
    path = name;
  }
  ~Folder() { std::filesystem::remove_all(path); }
};

TEST_CASE("a lock is held once, and free again when it goes") {
  const Folder folder;
  const std::string path = (folder.path / "lock").string();
  {
    auto first = FileLock::acquire(path);
    REQUIRE(first.ok());
    REQUIRE(first->has_value());
    auto second = FileLock::acquire(path);
    REQUIRE(second.ok());
    CHECK_FALSE(second->has_value());
    FileLock moved = std::move(**first);
    CHECK_FALSE(FileLock::acquire(path)->has_value());
  }
  CHECK_FALSE(std::filesystem::exists(path));
  CHECK(FileLock::acquire(path)->has_value());
}

TEST_CASE("a killed process leaves no lock behind") {
  const Folder folder;
  const std::string path = (folder.path / "lock").string();
  int ready[2];
  REQUIRE(::pipe(ready) == 0);
  const pid_t child = ::fork();
  if (child == 0) {
    auto lock = FileLock::acquire(path);
    const char held = lock.ok() && lock->has_value() ? 'y' : 'n';
    if (::write(ready[1], &held, 1) == 1) ::pause();
    ::_exit(0);
  }
  char held = 0;
  REQUIRE(::read(ready[0], &held, 1) == 1);
  CHECK(held == 'y');
  CHECK_FALSE(FileLock::acquire(path)->has_value());
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
  CHECK(std::filesystem::exists(path));
  CHECK(FileLock::acquire(path)->has_value());
  ::close(ready[0]);
  ::close(ready[1]);
}

TEST_CASE("a lock in a folder that is not there is an error") {
  const auto lock = FileLock::acquire("/no such folder/lock");
  REQUIRE_FALSE(lock.ok());
  CHECK(lock.error().code == ErrorCode::kRecordFailed);
}

}  // namespace
}  // namespace hearsay
