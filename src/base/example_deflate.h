// Bytes for tests and measurements to unpack: the engine itself packs nothing by deflate.
#pragma once

#include <zlib.h>

#include <stdexcept>
#include <string>
#include <string_view>

#include "base/sha256.h"

namespace hearsay {

constexpr int kGzipBits = 16 + MAX_WBITS, kZlibBits = MAX_WBITS, kRawBits = -MAX_WBITS;

// By default one gzip member. `window_bits`: of zlib's deflateInit2. Throws where zlib fails.
inline std::string deflated(std::string_view bytes, int window_bits = kGzipBits) {
  z_stream stream{};
  if (deflateInit2(&stream, 6, Z_DEFLATED, window_bits, 8, Z_DEFAULT_STRATEGY) != Z_OK)
    throw std::runtime_error("deflateInit2");
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const bool whole = deflate(&stream, Z_FINISH) == Z_STREAM_END;
  out.resize(stream.total_out);
  deflateEnd(&stream);
  if (!whole) throw std::runtime_error("deflate");
  return out;
}

// Hardly compressible; another `from`, other bytes.
inline std::string noise(size_t size, int from = 0) {
  std::string out;
  for (int i = from; out.size() < size; ++i) out += to_hex(sha256(std::to_string(i)));
  return out.substr(0, size);
}

}  // namespace hearsay
