#include "input/archive_members.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <cerrno>

#include "base/format.h"

namespace hearsay {
namespace {

constexpr size_t kPiece = size_t{64} << 10;
// As of members of a packed file (base/member_source.cpp): no text shrinks to a 250th.
constexpr uint64_t kSmall = uint64_t{64} << 20, kHighestRatio = 250;

}  // namespace

struct ArchiveMembers::Impl {
  Impl(FileBytes& file, Packing packing)
      : bytes(file), unpacked(file, packing), packed(packing != Packing::kNone) {}
  ~Impl() { archive_read_free(archive); }

  // The bytes of zip and tar. The library unpacks no outer gzip or zstd: our own sources do, which know
  // bombs.
  static la_ssize_t read_piece(struct archive* reader, void* self, const void** buffer) {
    Impl& impl = *static_cast<Impl*>(self);
    const Result<std::string_view> piece = impl.peek();
    if (!piece) {
      impl.failed = piece.error();
      archive_set_error(reader, EIO, "%s", piece.error().message.c_str());
      return ARCHIVE_FATAL;
    }
    impl.piece.assign(piece->substr(0, kPiece));
    (impl.packed ? static_cast<ByteSource&>(impl.unpacked) : impl.bytes).skip(impl.piece.size());
    *buffer = impl.piece.data();
    return static_cast<la_ssize_t>(impl.piece.size());
  }

  Result<std::string_view> peek() {
    if (!packed) return bytes.peek();
    for (;;) {
      if (begun) {
        Result<std::string_view> next = unpacked.peek();
        if (!next || !next->empty()) return next;
      }
      const Result<bool> more = unpacked.next_member();
      if (!more) return more.error();
      if (!*more) return std::string_view();
      begun = true;
    }
  }

  static la_int64_t seek(struct archive*, void* self, la_int64_t offset, int whence) {
    Impl& impl = *static_cast<Impl*>(self);
    la_int64_t base = 0;
    if (whence == SEEK_CUR) base = static_cast<la_int64_t>(impl.bytes.position());
    if (whence == SEEK_END) base = static_cast<la_int64_t>(impl.bytes.size());
    const la_int64_t target = base + offset;
    if (target < 0 || !impl.bytes.seek(static_cast<uint64_t>(target))) return ARCHIVE_FATAL;
    return target;
  }

  static la_int64_t skip(struct archive*, void* self, la_int64_t request) {
    Impl& impl = *static_cast<Impl*>(self);
    if (request <= 0 || impl.packed || !impl.bytes.is_regular()) return 0;
    const uint64_t left = impl.bytes.size() - std::min(impl.bytes.size(), impl.bytes.position());
    const auto step = std::min<uint64_t>(static_cast<uint64_t>(request), left);
    return impl.bytes.seek(impl.bytes.position() + step) ? static_cast<la_int64_t>(step) : 0;
  }

  Result<void> open() {
    archive = archive_read_new();
    if (!archive) return Error{ErrorCode::kInputDamaged, "the archive reader could not be started"};
    archive_read_support_format_tar(archive);
    archive_read_support_format_gnutar(archive);
    if (!packed) {
      if (bytes.is_regular())
        archive_read_support_format_zip(archive);
      else
        archive_read_support_format_zip_streamable(archive);
    }
    archive_read_set_callback_data(archive, this);
    archive_read_set_read_callback(archive, read_piece);
    if (!packed && bytes.is_regular()) {
      archive_read_set_seek_callback(archive, seek);
      archive_read_set_skip_callback(archive, skip);
    }
    if (archive_read_open1(archive) != ARCHIVE_OK) return error();
    return {};
  }

  Error error() {
    if (failed) return *failed;
    const char* const words = archive_error_string(archive);
    const std::string what = words ? words : "the archive is damaged";
    const bool unsupported = what.find("ncrypt") != what.npos || what.find("assphrase") != what.npos ||
                             what.find("nsupported") != what.npos;
    return {unsupported ? ErrorCode::kInputUnsupported : ErrorCode::kInputDamaged, what};
  }

  FileBytes& bytes;
  MemberSource unpacked;
  bool packed, begun = false;
  uint64_t given = 0;  // bytes of members
  struct archive* archive = nullptr;
  struct archive_entry* entry = nullptr;
  std::string piece;
  std::optional<Error> failed;
};

ArchiveMembers::ArchiveMembers(FileBytes& bytes, Packing packing)
    : impl_(std::make_unique<Impl>(bytes, packing)) {}
ArchiveMembers::~ArchiveMembers() = default;

Result<std::optional<ArchiveMembers::Member>> ArchiveMembers::next() {
  Impl& impl = *impl_;
  if (!impl.archive)
    if (Result<void> opened = impl.open(); !opened) return opened.error();
  const int status = archive_read_next_header(impl.archive, &impl.entry);
  if (status == ARCHIVE_EOF) return std::optional<Member>();
  if (status != ARCHIVE_OK && status != ARCHIVE_WARN) return impl.error();
  Member member;
  // The name as bytes, whatever the locale makes of them; of some zips only UTF-8 is known.
  const char* name = archive_entry_pathname(impl.entry);
  if (!name) name = archive_entry_pathname_utf8(impl.entry);
  member.name = name ? name : "";
  member.is_file = archive_entry_filetype(impl.entry) == AE_IFREG;
  return std::optional<Member>(std::move(member));
}

Result<std::string> ArchiveMembers::read(size_t limit) {
  Impl& impl = *impl_;
  std::string all;
  std::string piece(kPiece, '\0');
  for (;;) {
    const la_ssize_t got = archive_read_data(impl.archive, piece.data(), piece.size());
    if (got == 0) return all;
    if (got < 0) return impl.error();
    if (all.size() + static_cast<size_t>(got) > limit)
      return Error{ErrorCode::kInputTooLarge, fmt::format("more than {} bytes when unpacked", limit)};
    all.append(piece, 0, static_cast<size_t>(got));
    impl.given += static_cast<uint64_t>(got);
    const uint64_t size = impl.bytes.is_regular() ? impl.bytes.size() : impl.bytes.position();
    if (impl.given > kSmall && impl.given / kHighestRatio > size)
      return Error{ErrorCode::kInputBomb, fmt::format("{} bytes unpack to more than {}", size, impl.given)};
  }
}

}  // namespace hearsay
