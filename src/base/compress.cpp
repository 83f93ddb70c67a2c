#include "base/compress.h"

#include <brotli/decode.h>
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

// What one call of a library's stream decoder did.
struct Step {
  size_t consumed = 0, written = 0;
  bool done = false;  // the end of a member
  std::string failed;
};

// Runs `step(in, to, most)` until the end of the bytes. `again()` prepares for another member behind the
// first.
template <class StepFunction, class Again>
Result<std::string> unpack(std::string_view bytes, size_t limit, std::string_view name, StepFunction step,
                           Again again) {
  std::string out;
  std::string chunk(kChunk, '\0');
  for (;;) {
    const Step took = step(bytes, chunk.data(), chunk.size());
    if (!took.failed.empty()) return damaged(fmt::format("{} data is damaged ({})", name, took.failed));
    bytes.remove_prefix(took.consumed);
    if (out.size() + took.written > limit) return too_large(limit);
    out.append(chunk, 0, took.written);
    if (took.done) {
      // Tapes and disks pad with zeros; gzip(1) passes over them as well.
      if (bytes.find_first_not_of('\0') == bytes.npos) return out;
      if (!again()) return damaged(fmt::format("{} data is followed by something else", name));
    } else if (took.written == 0 && took.consumed == 0) {
      return damaged(fmt::format("{} data is cut short", name));
    }
  }
}

enum class ZlibFormat { kGzip = 16 + MAX_WBITS, kZlib = MAX_WBITS, kBare = -MAX_WBITS };

Result<std::string> inflate_all(ZlibFormat format, std::string_view bytes, size_t limit) {
  z_stream stream{};
  if (inflateInit2(&stream, static_cast<int>(format)) != Z_OK) return damaged("zlib could not be started");
  const std::unique_ptr<z_stream, int (*)(z_stream*)> end(&stream, inflateEnd);
  const auto step = [&](std::string_view in, char* to, size_t most) {
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(in.data()));
    const auto given = static_cast<uInt>(std::min<size_t>(in.size(), UINT_MAX));
    stream.avail_in = given;
    stream.next_out = reinterpret_cast<Bytef*>(to);
    stream.avail_out = static_cast<uInt>(most);
    const int status = inflate(&stream, Z_NO_FLUSH);
    Step took{given - stream.avail_in, most - stream.avail_out, status == Z_STREAM_END, {}};
    if (status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR)
      took.failed = stream.msg ? stream.msg : "zlib gives no reason";
    return took;
  };
  return unpack(bytes, limit, format == ZlibFormat::kGzip ? "gzip" : "deflate", step,
                [&] { return format == ZlibFormat::kGzip && inflateReset(&stream) == Z_OK; });
}

Result<std::string> unbrotli(std::string_view bytes, size_t limit) {
  const std::unique_ptr<BrotliDecoderState, void (*)(BrotliDecoderState*)> state(
      BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), BrotliDecoderDestroyInstance);
  if (!state) return damaged("brotli could not be started");
  const auto step = [&](std::string_view in, char* to, size_t most) {
    size_t in_left = in.size(), out_left = most;
    const auto* next_in = reinterpret_cast<const uint8_t*>(in.data());
    auto* next_out = reinterpret_cast<uint8_t*>(to);
    const BrotliDecoderResult result =
        BrotliDecoderDecompressStream(state.get(), &in_left, &next_in, &out_left, &next_out, nullptr);
    Step took{in.size() - in_left, most - out_left, result == BROTLI_DECODER_RESULT_SUCCESS, {}};
    if (result == BROTLI_DECODER_RESULT_ERROR)
      took.failed = BrotliDecoderErrorString(BrotliDecoderGetErrorCode(state.get()));
    return took;
  };
  return unpack(bytes, limit, "brotli", step, [] { return false; });
}

Result<std::string> unzstd(std::string_view bytes, size_t limit) {
  const std::unique_ptr<ZSTD_DCtx, size_t (*)(ZSTD_DCtx*)> context(ZSTD_createDCtx(), ZSTD_freeDCtx);
  if (!context) return damaged("zstd could not be started");
  const auto step = [&](std::string_view in, char* to, size_t most) {
    ZSTD_inBuffer from{in.data(), in.size(), 0};
    ZSTD_outBuffer out{to, most, 0};
    const size_t left = ZSTD_decompressStream(context.get(), &out, &from);
    Step took{from.pos, out.pos, left == 0, {}};
    if (ZSTD_isError(left)) took.failed = ZSTD_getErrorName(left);
    return took;
  };
  return unpack(bytes, limit, "zstd", step, [] { return true; });
}

}  // namespace

bool is_gzip(std::string_view bytes) { return bytes.size() >= 2 && bytes[0] == '\x1F' && bytes[1] == '\x8B'; }

Result<std::string> gunzip(std::string_view bytes, size_t limit) {
  return inflate_all(ZlibFormat::kGzip, bytes, limit);
}

Result<std::string> decompress(Coding coding, std::string_view bytes, size_t limit) {
  switch (coding) {
    case Coding::kGzip:
      return gunzip(bytes, limit);
    case Coding::kDeflate: {
      // RFC 1950: the method is 8, and the first two bytes make a multiple of 31.
      const bool zlib =
          bytes.size() >= 2 && (bytes[0] & 15) == 8 &&
          (static_cast<unsigned char>(bytes[0]) * 256 + static_cast<unsigned char>(bytes[1])) % 31 == 0;
      return inflate_all(zlib ? ZlibFormat::kZlib : ZlibFormat::kBare, bytes, limit);
    }
    case Coding::kBrotli:
      return unbrotli(bytes, limit);
    case Coding::kZstd:
      return unzstd(bytes, limit);
  }
  return damaged("no such coding");
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
