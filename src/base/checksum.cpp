#include "base/checksum.h"

#include <zlib.h>

namespace hearsay {

uint32_t crc32(std::string_view bytes, uint32_t seed) {
  return static_cast<uint32_t>(::crc32_z(seed, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
}

}  // namespace hearsay
