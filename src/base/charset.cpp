#include "base/charset.h"

#include <lexbor/encoding/encoding.h>
#include <uchardet/uchardet.h>

#include <memory>

#include "base/utf8.h"

namespace hearsay {
namespace {

const lxb_char_t* bytes_of(std::string_view text) { return reinterpret_cast<const lxb_char_t*>(text.data()); }

const lxb_encoding_data_t* data_of(std::string_view label) {
  const lxb_encoding_data_t* data = lxb_encoding_data_by_pre_name(bytes_of(label), label.size());
  return data == nullptr || data->encoding == LXB_ENCODING_REPLACEMENT ? nullptr : data;
}

}  // namespace

std::optional<std::string> encoding_by_label(std::string_view label) {
  const lxb_encoding_data_t* data = data_of(label);
  if (data == nullptr) return std::nullopt;
  return reinterpret_cast<const char*>(data->name);
}

ByteOrderMark byte_order_mark(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return {"UTF-8", 3};
  if (bytes.starts_with("\xFF\xFE")) return {"UTF-16LE", 2};
  if (bytes.starts_with("\xFE\xFF")) return {"UTF-16BE", 2};
  return {};
}

std::optional<std::string> decode(std::string_view bytes, std::string_view label) {
  const lxb_encoding_data_t* data = data_of(label);
  if (data == nullptr) return std::nullopt;
  if (data->encoding == LXB_ENCODING_UTF_8) return repair_utf8(bytes);

  lxb_codepoint_t buffer[4096];
  lxb_encoding_decode_t decoder;
  lxb_encoding_decode_init(&decoder, data, buffer, std::size(buffer));
  static const lxb_codepoint_t kInstead = kReplacement;
  lxb_encoding_decode_replace_set(&decoder, &kInstead, 1);
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 4);
  const auto drain = [&] {
    for (size_t i = 0; i < lxb_encoding_decode_buf_used(&decoder); ++i) append_utf8(out, buffer[i]);
    lxb_encoding_decode_buf_used_set(&decoder, 0);
  };
  const lxb_char_t* at = bytes_of(bytes);
  const lxb_char_t* const end = at + bytes.size();
  // The decoder stops whenever its buffer is full.
  for (lxb_status_t status = LXB_STATUS_SMALL_BUFFER; status == LXB_STATUS_SMALL_BUFFER;) {
    status = data->decode(&decoder, &at, end);
    drain();
  }
  lxb_encoding_decode_finish(&decoder);
  drain();
  return out;
}

std::string guess_encoding(std::string_view bytes) {
  const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(), &uchardet_delete);
  if (!detector) return {};
  bytes = bytes.substr(0, size_t{64} << 10);
  if (uchardet_handle_data(detector.get(), bytes.data(), bytes.size()) != 0) return {};
  uchardet_data_end(detector.get());
  return encoding_by_label(uchardet_get_charset(detector.get())).value_or("");
}

}  // namespace hearsay
