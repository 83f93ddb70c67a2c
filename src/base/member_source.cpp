#include "base/member_source.h"

#include <libdeflate.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>

#include "base/compress.h"
#include "base/format.h"

namespace hearsay {
namespace {

constexpr std::string_view kGzipMagic = "\x1F\x8B";
constexpr std::string_view kZstdMagic = "\x28\xB5\x2F\xFD";
constexpr size_t kSkippableHeader = 8;
constexpr char kDictionaryFrame = '\x5D';  // 0x184D2A5D
constexpr uint64_t kLargestDictionary = uint64_t{16} << 20;
// No text shrinks to a 250th; what is small may, it costs nothing.
constexpr uint64_t kSmall = uint64_t{64} << 20, kHighestRatio = 250;
// Members up to these sizes are unpacked in one go, which is twice as fast; most records of a WARC are.
constexpr size_t kWholeIn = size_t{256} << 10, kWholeOut = size_t{1} << 20;
// Bytes that may be read twice. Beyond, a search goes on where the damage showed, not where the member began.
constexpr uint64_t kMostWasted = uint64_t{64} << 20;

Error damaged(std::string_view what) { return {ErrorCode::kInputDamaged, std::string(what)}; }

bool is_skippable(std::string_view head) {
  return head.size() >= 4 && (head[0] & '\xF0') == '\x50' && head.substr(1, 3) == "\x2A\x4D\x18";
}

uint64_t little_endian(std::string_view bytes) {
  uint64_t value = 0;
  for (size_t i = bytes.size(); i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[i]);
  return value;
}

}  // namespace

Packing packing_of(std::string_view head) {
  if (head.starts_with(kGzipMagic)) return Packing::kGzip;
  if (head.starts_with(kZstdMagic) || is_skippable(head)) return Packing::kZstd;
  return Packing::kNone;
}

// One member's decoder. `step` consumes of `in` and writes to `to`; `done` is set at the member's end.
struct MemberSource::Unpacker {
  struct Step {
    size_t consumed = 0, written = 0;
    bool done = false;
  };
  virtual ~Unpacker() = default;
  virtual Result<void> begin() = 0;
  virtual Result<Step> step(std::string_view in, char* to, size_t most) = 0;
  // The whole member at once; not done where it is too large, or damaged.
  virtual Step whole(std::string_view in, char* to, size_t most) = 0;
};

struct MemberSource::Gzip final : Unpacker {
  Gzip() { started = inflateInit2(&stream, 16 + MAX_WBITS) == Z_OK; }
  ~Gzip() override {
    if (started) inflateEnd(&stream);
  }
  Result<void> begin() override {
    if (!started || inflateReset(&stream) != Z_OK) return damaged("zlib could not be started");
    return {};
  }
  Result<Step> step(std::string_view in, char* to, size_t most) override {
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(in.data()));
    stream.avail_in = static_cast<uInt>(std::min<size_t>(in.size(), 1u << 30));
    const uInt given = stream.avail_in;
    stream.next_out = reinterpret_cast<Bytef*>(to);
    stream.avail_out = static_cast<uInt>(std::min<size_t>(most, 1u << 30));
    const uInt room = stream.avail_out;
    const int status = inflate(&stream, Z_NO_FLUSH);
    if (status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR)
      return damaged(
          fmt::format("gzip data is damaged ({})", stream.msg ? stream.msg : "zlib gives no reason"));
    return Step{given - stream.avail_in, room - stream.avail_out, status == Z_STREAM_END};
  }

  Step whole(std::string_view in, char* to, size_t most) override {
    Step step;
    if (!decoder) return step;
    const libdeflate_result result = libdeflate_gzip_decompress_ex(decoder.get(), in.data(), in.size(), to,
                                                                   most, &step.consumed, &step.written);
    step.done = result == LIBDEFLATE_SUCCESS;
    return step;
  }

  z_stream stream{};
  bool started = false;
  std::unique_ptr<libdeflate_decompressor, void (*)(libdeflate_decompressor*)> decoder{
      libdeflate_alloc_decompressor(), libdeflate_free_decompressor};
};

struct MemberSource::Zstd final : Unpacker {
  Result<void> begin() override {
    if (!context || ZSTD_isError(ZSTD_DCtx_reset(context.get(), ZSTD_reset_session_only)))
      return damaged("zstd could not be started");
    return {};
  }
  Result<Step> step(std::string_view in, char* to, size_t most) override {
    ZSTD_inBuffer from{in.data(), in.size(), 0};
    ZSTD_outBuffer out{to, most, 0};
    const size_t left = ZSTD_decompressStream(context.get(), &out, &from);
    if (ZSTD_isError(left)) return damaged(fmt::format("zstd data is damaged ({})", ZSTD_getErrorName(left)));
    return Step{from.pos, out.pos, left == 0};
  }
  Step whole(std::string_view, char*, size_t) override { return {}; }
  Result<void> use_dictionary(std::string_view dictionary) {
    const size_t done = ZSTD_DCtx_loadDictionary(context.get(), dictionary.data(), dictionary.size());
    if (ZSTD_isError(done)) return damaged(fmt::format("zstd dictionary ({})", ZSTD_getErrorName(done)));
    return {};
  }

  std::unique_ptr<ZSTD_DCtx, size_t (*)(ZSTD_DCtx*)> context{ZSTD_createDCtx(), ZSTD_freeDCtx};
};

std::string gzip_head(std::string_view packed, size_t most) {
  z_stream stream{};
  if (inflateInit2(&stream, 16 + MAX_WBITS) != Z_OK) return {};
  std::string out(most, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(packed.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  (void)inflate(&stream, Z_SYNC_FLUSH);  // damage is for those to find who read it all
  out.resize(most - stream.avail_out);
  inflateEnd(&stream);
  return out;
}

MemberSource::MemberSource(FileBytes& packed, Packing packing) : packed_(packed), packing_(packing) {
  if (packing == Packing::kGzip) unpacker_ = std::make_unique<Gzip>();
  if (packing == Packing::kZstd) unpacker_ = std::make_unique<Zstd>();
}

MemberSource::~MemberSource() = default;

Result<bool> MemberSource::next_member() {
  while (open_ && !ended_) {
    const Result<std::string_view> rest = peek();
    if (!rest) return rest.error();
    if (rest->empty()) break;
    skip(rest->size());
  }
  if (packing_ == Packing::kNone && open_) return false;
  open_ = ended_ = false;
  if (packing_ == Packing::kZstd)
    if (Result<void> done = read_skippable_frames(); !done) return done.error();
  begin_ = packed_.position();
  // Tapes and disks pad with zeros; gzip(1) passes over them as well.
  for (;;) {
    const Result<std::string_view> head = packed_.peek(6);
    if (!head) return head.error();
    if (head->empty()) return false;
    const size_t first = std::min(head->find_first_not_of('\0'), head->size());
    if (packing_ == Packing::kNone || first == 0) break;
    packed_.skip(first);
  }
  unpacked_ = 0;
  tried_whole_ = packing_ != Packing::kGzip;
  whole_given_ = whole_size_ = 0;
  if (unpacker_) {
    const Result<std::string_view> head = packed_.peek(6);
    if (!head) return head.error();
    if (packing_of(*head) != packing_)
      return damaged(fmt::format("no {} member begins here", packing_ == Packing::kGzip ? "gzip" : "zstd"));
    if (Result<void> begun = unpacker_->begin(); !begun) return begun.error();
  }
  begin_ = packed_.position();
  restart(unpacker_ ? 0 : begin_);
  open_ = true;
  return true;
}

Result<void> MemberSource::begin_at(uint64_t position) {
  if (packing_ == Packing::kZstd)  // its dictionary stands at the beginning
    if (Result<void> done = read_skippable_frames(); !done) return done;
  if (!packed_.seek(position)) return Error{ErrorCode::kInputUnreadable, "no such place in it"};
  return {};
}

Result<void> MemberSource::read_skippable_frames() {
  for (;;) {
    const bool first = packed_.position() == 0;
    Result<std::string_view> head = packed_.peek(kSkippableHeader);
    if (!head) return head.error();
    if (!is_skippable(*head) || head->size() < kSkippableHeader) return {};
    const bool is_dictionary = head->front() == kDictionaryFrame && first;
    uint64_t size = little_endian(head->substr(4, 4));
    begin_ = packed_.position();
    packed_.skip(kSkippableHeader);
    if (is_dictionary) {
      if (size > kLargestDictionary) return damaged("a zstd dictionary of more than 16 MB");
      head = packed_.peek(static_cast<size_t>(size));
      if (!head) return head.error();
      if (head->size() < size) return damaged("the zstd dictionary is cut short");
      std::string_view dictionary = head->substr(0, static_cast<size_t>(size));
      Result<std::string> unpacked = std::string();
      if (dictionary.starts_with(kZstdMagic)) {
        unpacked = decompress(Coding::kZstd, dictionary, kLargestDictionary);
        if (!unpacked) return unpacked.error();
        dictionary = *unpacked;
      }
      if (Result<void> done = static_cast<Zstd&>(*unpacker_).use_dictionary(dictionary); !done) return done;
    }
    while (size > 0) {
      head = packed_.peek();
      if (!head) return head.error();
      if (head->empty()) return damaged("a skippable zstd frame is cut short");
      const auto take = static_cast<size_t>(std::min<uint64_t>(size, head->size()));
      packed_.skip(take);
      size -= take;
    }
  }
}

Result<bool> MemberSource::resynchronise() {
  if (packing_ == Packing::kNone) return false;
  const uint64_t stopped = packed_.position();
  if (stopped <= begin_) {
    packed_.skip(1);
  } else if (wasted_ + (stopped - begin_) <= kMostWasted && packed_.seek(begin_ + 1)) {
    wasted_ += stopped - begin_;
  }
  open_ = ended_ = false;
  restart(0);
  const std::string_view magic = packing_ == Packing::kGzip ? kGzipMagic : kZstdMagic;
  for (;;) {
    const Result<std::string_view> bytes = packed_.peek(4);
    if (!bytes) return bytes.error();
    if (bytes->size() < 4) return false;
    const size_t found = bytes->find(magic);
    if (found == std::string_view::npos) {
      packed_.skip(bytes->size() - 3);
      continue;
    }
    packed_.skip(found);
    const Result<std::string_view> head = packed_.peek(4);
    if (!head) return head.error();
    if (head->size() < 4) return false;
    // Deflate is the only method, and three flag bits are reserved.
    if (packing_ == Packing::kZstd || ((*head)[2] == 8 && ((*head)[3] & '\xE0') == 0)) return true;
    packed_.skip(1);
  }
}

bool MemberSource::jump(uint64_t position) {
  if (unpacker_ || !packed_.seek(position)) return false;
  restart(position);
  return true;
}

Result<size_t> MemberSource::fill_plain(char* to, size_t most) {
  const Result<std::string_view> bytes = packed_.peek();
  if (!bytes) return bytes.error();
  const size_t take = std::min(most, bytes->size());
  std::copy_n(bytes->data(), take, to);
  packed_.skip(take);
  return take;
}

Result<size_t> MemberSource::fill(char* to, size_t most) {
  if (!open_ || ended_) return size_t{0};
  if (!unpacker_) return fill_plain(to, most);
  if (unpacked_ == 0 && !tried_whole_) {
    tried_whole_ = true;
    const Result<std::string_view> bytes = packed_.peek(kWholeIn);
    if (!bytes) return bytes.error();
    if (!whole_) whole_ = std::make_unique_for_overwrite<char[]>(kWholeOut);
    const Unpacker::Step step = unpacker_->whole(*bytes, whole_.get(), kWholeOut);
    if (step.done) {
      packed_.skip(step.consumed);
      whole_given_ = 0;
      whole_size_ = step.written;
      unpacked_ = step.written;
      ended_ = whole_size_ == 0;
      if (ended_) return size_t{0};
    }
  }
  if (whole_given_ < whole_size_) {
    const size_t take = std::min(most, whole_size_ - whole_given_);
    std::copy_n(whole_.get() + whole_given_, take, to);
    whole_given_ += take;
    ended_ = whole_given_ == whole_size_;
    return take;
  }
  for (;;) {
    const Result<std::string_view> bytes = packed_.peek();
    if (!bytes) return bytes.error();
    const Result<Unpacker::Step> step = unpacker_->step(*bytes, to, most);
    if (!step) return step.error();
    packed_.skip(step->consumed);
    unpacked_ += step->written;
    if (unpacked_ > kSmall && unpacked_ / kHighestRatio > packed_.position() - begin_)
      return Error{ErrorCode::kInputBomb,
                   fmt::format("{} bytes unpack to more than {}", packed_.position() - begin_, unpacked_)};
    ended_ = step->done;
    if (step->written > 0 || ended_) return step->written;
    if (bytes->empty() || step->consumed == 0)
      return damaged(packing_ == Packing::kGzip ? "gzip data is cut short" : "zstd data is cut short");
  }
}

Result<std::string> read_all_members(MemberSource& source, size_t limit) {
  std::string all;
  for (;;) {
    const Result<bool> more = source.next_member();
    if (!more) return more.error();
    if (!*more) return all;
    Result<std::string> member = read_all(source, limit - all.size());
    if (!member) {
      if (member.error().code == ErrorCode::kInputTooLarge)
        return Error{ErrorCode::kInputTooLarge, fmt::format("more than {} bytes when unpacked", limit)};
      return member.error();
    }
    all += *member;
  }
}

}  // namespace hearsay
