// SHA-256 (FIPS 180-4) over bytes, and the short ids made from it.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace hearsay {

using Sha256 = std::array<uint8_t, 32>;

[[nodiscard]] Sha256 sha256(std::string_view bytes);
[[nodiscard]] std::string to_hex(const uint8_t* bytes, size_t count);
[[nodiscard]] inline std::string to_hex(const Sha256& hash) { return to_hex(hash.data(), hash.size()); }

// A statement's or event's id: the first 16 bytes of a SHA-256. All zero means "not assigned yet".
struct Id {
  std::array<uint8_t, 16> bytes{};
  bool empty() const;
  std::string hex() const { return to_hex(bytes.data(), bytes.size()); }
  friend bool operator==(const Id&, const Id&) = default;
  friend auto operator<=>(const Id&, const Id&) = default;
};

// The id of the parts in order. Each part's length goes into the hash, so that ("ab", "c") and ("a", "bc")
// differ.
class IdHasher {
 public:
  IdHasher& add(std::string_view part);
  IdHasher& add(uint64_t number);
  [[nodiscard]] Id finish() const;

 private:
  std::string buffer_;
};

}  // namespace hearsay
