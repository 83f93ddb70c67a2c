#include "base/compress.h"

#include <catch2/catch.hpp>

#include "base/example_deflate.h"

namespace hearsay {
namespace {

constexpr size_t kLimit = size_t{1} << 20;

ErrorCode code_of(const Result<std::string>& result) {
  REQUIRE_FALSE(result.ok());
  return result.error().code;
}

TEST_CASE("gzip is unpacked") {
  for (const size_t size : {size_t{0}, size_t{1}, size_t{65536}, size_t{65537}, size_t{300000}}) {
    const std::string bytes = noise(size);
    const auto got = gunzip(deflated(bytes), kLimit);
    REQUIRE(got.ok());
    CHECK(*got == bytes);
  }
}

TEST_CASE("a gzip file may have several members, and zeros at its end") {
  CHECK(*gunzip(deflated("one ") + deflated("two"), kLimit) == "one two");
  CHECK(*gunzip(deflated("one") + std::string(512, '\0'), kLimit) == "one");
  CHECK(code_of(gunzip(deflated("one") + "rest", kLimit)) == ErrorCode::kInputDamaged);
}

TEST_CASE("damaged gzip is refused") {
  const std::string whole = deflated(noise(100000));
  CHECK(code_of(gunzip("", kLimit)) == ErrorCode::kInputDamaged);
  CHECK(code_of(gunzip("plain text", kLimit)) == ErrorCode::kInputDamaged);
  for (const size_t size : {size_t{1}, size_t{10}, whole.size() / 2, whole.size() - 1})
    CHECK(code_of(gunzip(std::string_view(whole).substr(0, size), kLimit)) == ErrorCode::kInputDamaged);
  std::string wrong = whole;
  wrong[wrong.size() - 6] ^= 1;  // in the checksum
  CHECK(code_of(gunzip(wrong, kLimit)) == ErrorCode::kInputDamaged);
}

TEST_CASE("unpacking stops at the limit") {
  CHECK(gunzip(deflated(std::string(1000, 'a')), 1000).ok());
  CHECK(code_of(gunzip(deflated(std::string(1001, 'a')), 1000)) == ErrorCode::kInputTooLarge);
  CHECK(code_of(gunzip(deflated(std::string(50 << 20, '\0')), 1000)) == ErrorCode::kInputTooLarge);
  CHECK(zstd_decompress(zstd_compress(std::string(1000, 'a')), 1000).ok());
  CHECK(code_of(zstd_decompress(zstd_compress(std::string(1001, 'a')), 1000)) == ErrorCode::kInputTooLarge);
}

TEST_CASE("zstd gives back what went in, or says that it is damaged") {
  for (const size_t size : {size_t{0}, size_t{1}, size_t{70000}})
    CHECK(*zstd_decompress(zstd_compress(noise(size)), kLimit) == noise(size));
  const std::string whole = zstd_compress(noise(70000));
  CHECK(whole.size() < 70000);
  CHECK(code_of(zstd_decompress("", kLimit)) == ErrorCode::kInputDamaged);
  CHECK(code_of(zstd_decompress("plain text", kLimit)) == ErrorCode::kInputDamaged);
  CHECK(code_of(zstd_decompress(std::string_view(whole).substr(0, whole.size() / 2), kLimit)) ==
        ErrorCode::kInputDamaged);
  for (const size_t at : {whole.size() / 3, whole.size() - 1}) {
    std::string wrong = whole;
    wrong[at] ^= 1;
    CHECK_FALSE(zstd_decompress(wrong, kLimit).ok());
  }
}

// RFC 7932: one meta-block that is not compressed, and the last, which is empty.
std::string brotli_of(const std::string& bytes) {
  const uint32_t head = static_cast<uint32_t>(bytes.size() - 1) << 4 | 1u << 20;
  std::string out;
  for (int shift = 0; shift < 24; shift += 8) out += static_cast<char>(head >> shift & 255);
  return out + bytes + "\x03";
}

TEST_CASE("content codings of HTTP are unpacked, up to the limit") {
  const std::string bytes = noise(50000);
  const std::pair<Coding, std::string> packed[] = {
      {Coding::kGzip, deflated(bytes)},
      {Coding::kDeflate, deflated(bytes, kZlibBits)},
      {Coding::kDeflate, deflated(bytes, kRawBits)},
      {Coding::kBrotli, brotli_of(bytes)},
      {Coding::kZstd, zstd_compress(bytes.substr(0, 20000)) + zstd_compress(bytes.substr(20000))},
  };
  for (const auto& [coding, body] : packed) {
    const auto got = decompress(coding, body, bytes.size());
    REQUIRE(got.ok());
    CHECK(*got == bytes);
    CHECK(code_of(decompress(coding, body, bytes.size() - 1)) == ErrorCode::kInputTooLarge);
    CHECK(code_of(decompress(coding, std::string_view(body).substr(0, body.size() / 2), bytes.size())) ==
          ErrorCode::kInputDamaged);
    CHECK(code_of(decompress(coding, "", kLimit)) == ErrorCode::kInputDamaged);
  }
}

TEST_CASE("gzip is known by its first bytes") {
  CHECK(is_gzip(deflated("x")));
  CHECK_FALSE(is_gzip("x"));
  CHECK_FALSE(is_gzip(""));
}

}  // namespace
}  // namespace hearsay
