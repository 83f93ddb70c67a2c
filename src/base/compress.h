// Compression in one piece: as the web sends pages, and zstd as the record keeps them. For files see
// member_source.h.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.h"

namespace hearsay {

// Whether the bytes begin like a gzip file (RFC 1952).
[[nodiscard]] bool is_gzip(std::string_view bytes);

// All members of a gzip file, unpacked. `limit`: most bytes of the result; unpacking stops there, so a bomb
// costs no more than the limit. kInputTooLarge beyond it, kInputDamaged for what is cut short, fails its
// checksum or is followed by anything but zeros.
[[nodiscard]] Result<std::string> gunzip(std::string_view bytes, size_t limit);

// The content codings of HTTP (RFC 9110, 8.4). "deflate" is zlib's format, or bare deflate as some servers
// send.
enum class Coding { kGzip, kDeflate, kBrotli, kZstd };

// Unpacks bytes in one of them; of zstd all frames. Errors as of `gunzip`.
[[nodiscard]] Result<std::string> decompress(Coding coding, std::string_view bytes, size_t limit);

// One zstd frame (RFC 8878) with its content size and checksum.
[[nodiscard]] std::string zstd_compress(std::string_view bytes);

// One zstd frame, unpacked. kInputTooLarge beyond `limit` bytes, kInputDamaged for what is no whole frame.
[[nodiscard]] Result<std::string> zstd_decompress(std::string_view bytes, size_t limit);

}  // namespace hearsay
