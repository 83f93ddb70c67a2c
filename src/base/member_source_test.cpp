#include "base/member_source.h"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "base/compress.h"
#include "base/example_deflate.h"

namespace hearsay {
namespace {

struct Folder {
  Folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "hearsay-members-XXXXXX").string();
    path = mkdtemp(pattern.data());
  }
  ~Folder() { std::filesystem::remove_all(path); }
  std::string path;
};

struct Member {
  std::string bytes;
  uint64_t begin = 0, end = 0;
};

// Everything that can be read; where something is damaged, on from the next member.
std::vector<Member> members_of(const std::string& file, std::vector<ErrorCode>* errors = nullptr) {
  const Folder folder;
  const std::string path = folder.path + "/file";
  std::ofstream(path, std::ios::binary) << file;
  auto bytes = FileBytes::open(path);
  REQUIRE(bytes.ok());
  MemberSource source(**bytes, packing_of(file));
  std::vector<Member> members;
  for (;;) {
    Result<bool> more = source.next_member();
    Result<std::string> all = std::string();
    if (more && *more) all = read_all(source, size_t{100} << 20);
    if (more && !*more) return members;
    if (more && all) {
      members.push_back({*all, source.member_begin(), source.member_end()});
      continue;
    }
    if (errors) errors->push_back(more ? all.error().code : more.error().code);
    more = source.resynchronise();
    REQUIRE(more.ok());
    if (!*more) return members;
  }
}

TEST_CASE("members are told apart, with their places, whatever their size") {
  for (const bool zstd : {false, true}) {
    const std::vector<std::string> parts = {noise(10), "", noise(300'000), noise(3'000'000, 7),
                                            noise(70'000, 9)};
    std::string file;
    std::vector<uint64_t> places;
    for (const std::string& part : parts) {
      places.push_back(file.size());
      file += zstd ? zstd_compress(part) : deflated(part);
    }
    places.push_back(file.size());
    const std::vector<Member> members = members_of(file);
    REQUIRE(members.size() == parts.size());
    for (size_t i = 0; i < parts.size(); ++i) {
      CHECK(members[i].bytes == parts[i]);
      CHECK(members[i].begin == places[i]);
      CHECK(members[i].end == places[i + 1]);
    }
  }
}

TEST_CASE("a file that is not packed is one member") {
  const std::vector<Member> members = members_of("plain");
  REQUIRE(members.size() == 1);
  CHECK(members[0].bytes == "plain");
  CHECK(members_of("").empty());
}

TEST_CASE("damage costs one member, be it large or small") {
  for (const size_t size : {size_t{1000}, size_t{2'000'000}}) {
    const std::string one = deflated(noise(size)), two = deflated(noise(size, 1)),
                      three = deflated(noise(size, 2));
    for (const size_t at : {size_t{0}, size_t{2}, two.size() / 2, two.size() - 5}) {
      std::string hurt = two;
      hurt[at] = static_cast<char>(hurt[at] ^ 0x5A);
      std::vector<ErrorCode> errors;
      const std::vector<Member> members = members_of(one + hurt + three, &errors);
      CHECK_FALSE(errors.empty());
      REQUIRE(members.size() >= 2);
      CHECK(members.front().bytes == noise(size));
      CHECK(members.back().bytes == noise(size, 2));
    }
    std::vector<ErrorCode> errors;
    const std::vector<Member> members = members_of(one + two.substr(0, two.size() / 2) + three, &errors);
    REQUIRE(members.size() == 2);
    CHECK(errors == std::vector<ErrorCode>{ErrorCode::kInputDamaged});
    CHECK(members[1].begin == one.size() + two.size() / 2);
  }
}

TEST_CASE("zeros at the end are padding, skippable frames are passed over") {
  CHECK(members_of(deflated("one") + std::string(5000, '\0')).size() == 1);
  const std::string skippable = std::string("\x53\x2A\x4D\x18\x03\0\0\0abc", 11);
  const std::vector<Member> members =
      members_of(skippable + zstd_compress("one") + skippable + zstd_compress("two") + skippable);
  REQUIRE(members.size() == 2);
  CHECK(members[0].begin == 11);
  CHECK(members[1].bytes == "two");
}

TEST_CASE("what unpacks to hundreds of times its size is a bomb") {
  std::vector<ErrorCode> errors;
  const std::vector<Member> members =
      members_of(deflated("one") + deflated(std::string(size_t{90} << 20, '\0')) + deflated("two"), &errors);
  CHECK(errors == std::vector<ErrorCode>{ErrorCode::kInputBomb});
  REQUIRE(members.size() == 2);
  CHECK(members[1].bytes == "two");
  errors.clear();
  CHECK(members_of(deflated(std::string(size_t{40} << 20, '\0')), &errors).size() == 1);  // small enough
  CHECK(errors.empty());
}

}  // namespace
}  // namespace hearsay
