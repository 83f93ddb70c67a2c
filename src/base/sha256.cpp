#include "base/sha256.h"

#include <openssl/sha.h>

#include <algorithm>

namespace hearsay {

Sha256 sha256(std::string_view bytes) {
  Sha256 hash;
  SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), hash.data());
  return hash;
}

std::string to_hex(const uint8_t* bytes, size_t count) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string hex(2 * count, '0');
  for (size_t i = 0; i < count; ++i) {
    hex[2 * i] = kDigits[bytes[i] >> 4];
    hex[2 * i + 1] = kDigits[bytes[i] & 15];
  }
  return hex;
}

bool Id::empty() const {
  return std::all_of(bytes.begin(), bytes.end(), [](uint8_t b) { return b == 0; });
}

IdHasher& IdHasher::add(std::string_view part) {
  add(uint64_t{part.size()});
  buffer_.append(part);
  return *this;
}

IdHasher& IdHasher::add(uint64_t number) {
  for (int shift = 0; shift < 64; shift += 8) buffer_.push_back(static_cast<char>(number >> shift & 255));
  return *this;
}

Id IdHasher::finish() const {
  const Sha256 hash = sha256(buffer_);
  Id id;
  std::copy_n(hash.begin(), id.bytes.size(), id.bytes.begin());
  return id;
}

}  // namespace hearsay
