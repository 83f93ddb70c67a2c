// CRC-32 (as in gzip): notices damage, not forgery.
#pragma once

#include <cstdint>
#include <string_view>

namespace hearsay {

// Of `bytes` after what `seed` is the checksum of; 0 is that of nothing.
[[nodiscard]] uint32_t crc32(std::string_view bytes, uint32_t seed = 0);

}  // namespace hearsay
