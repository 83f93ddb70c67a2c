#include "base/compress.h"

#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <climits>
#include <memory>

#include "base/format.h"

namespace hearsay {
namespace {

constexpr int kZstdLevel = 3;
constexpr size_t kChunk = size_t{64} << 10;

Error too_large(size_t limit) {
  return {ErrorCode::kInputTooLarge, fmt::format("more than {} bytes when unpacked", limit)};
}

Error damaged(std::string_view what) { return {ErrorCode::kInputDamaged, std::string(what)}; }

}  // namespace

bool is_gzip(std::string_view bytes) { return bytes.size() >= 2 && bytes[0] == '\x1F' && bytes[1] == '\x8B'; }

Result<std::string> gunzip(std::string_view bytes, size_t limit) {
  z_stream stream{};
  if (inflateInit2(&stream, 16 + MAX_WBITS) != Z_OK) return damaged("zlib could not be started");
  const std::unique_ptr<z_stream, int (*)(z_stream*)> end(&stream, inflateEnd);

  std::string out;
  std::string chunk(kChunk, '\0');
  for (;;) {
    if (stream.avail_in == 0 && !bytes.empty()) {
      const size_t take = std::min<size_t>(bytes.size(), UINT_MAX);
      stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
      stream.avail_in = static_cast<uInt>(take);
      bytes.remove_prefix(take);
    }
    stream.next_out = reinterpret_cast<Bytef*>(chunk.data());
    stream.avail_out = static_cast<uInt>(chunk.size());
    const int status = inflate(&stream, Z_NO_FLUSH);
    const size_t got = chunk.size() - stream.avail_out;
    if (out.size() + got > limit) return too_large(limit);
    out.append(chunk, 0, got);
    if (status == Z_STREAM_END) {
      std::string_view rest(reinterpret_cast<const char*>(stream.next_in), stream.avail_in);
      // Tapes and disks pad with zeros; gzip(1) passes over them as well.
      if (bytes.empty() && rest.find_first_not_of('\0') == rest.npos) return out;
      if (inflateReset(&stream) != Z_OK) return damaged("zlib could not be started again");
    } else if (status != Z_OK && status != Z_BUF_ERROR) {
      return damaged(
          fmt::format("gzip data is damaged ({})", stream.msg ? stream.msg : "zlib gives no reason"));
    } else if (got == 0 && stream.avail_in == 0 && bytes.empty()) {
      return damaged("gzip data is cut short");
    }
  }
}

std::string zstd_compress(std::string_view bytes) {
  const std::unique_ptr<ZSTD_CCtx, size_t (*)(ZSTD_CCtx*)> context(ZSTD_createCCtx(), ZSTD_freeCCtx);
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, kZstdLevel);
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  // Into a buffer of that size it can't fail.
  out.resize(ZSTD_compress2(context.get(), out.data(), out.size(), bytes.data(), bytes.size()));
  return out;
}

Result<std::string> zstd_decompress(std::string_view bytes, size_t limit) {
  const unsigned long long size = ZSTD_getFrameContentSize(bytes.data(), bytes.size());
  if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN)
    return damaged("not a zstd frame of known size");
  if (size > limit) return too_large(limit);
  std::string out(static_cast<size_t>(size), '\0');
  const size_t got = ZSTD_decompress(out.data(), out.size(), bytes.data(), bytes.size());
  if (ZSTD_isError(got)) return damaged(fmt::format("zstd data is damaged ({})", ZSTD_getErrorName(got)));
  if (got != out.size()) return damaged("zstd data is cut short");
  return out;
}

}  // namespace hearsay
