#include "base/checksum.h"

#include <catch2/catch.hpp>

namespace hearsay {

TEST_CASE("CRC-32 gives the check value of its definition, in one piece or two") {
  CHECK(crc32("") == 0);
  CHECK(crc32("123456789") == 0xCBF43926u);
  CHECK(crc32("6789", crc32("12345")) == 0xCBF43926u);
}

}  // namespace hearsay
