#include "base/url.h"

#include <lexbor/url/url.h>

namespace hearsay {
namespace {

class Parser {
 public:
  Parser() : parser_(lxb_url_parser_create()) {
    ready_ = lxb_url_parser_init(parser_, nullptr) == LXB_STATUS_OK;
  }
  ~Parser() {
    lxb_url_parser_memory_destroy(parser_);
    lxb_url_parser_destroy(parser_, true);
  }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;

  const lxb_url_t* parse(std::string_view text, const lxb_url_t* base) {
    if (!ready_) return nullptr;
    lxb_url_parser_clean(parser_);
    return lxb_url_parse(parser_, base, reinterpret_cast<const lxb_char_t*>(text.data()), text.size());
  }

 private:
  lxb_url_parser_t* parser_;
  bool ready_ = false;
};

lxb_status_t append(const lxb_char_t* data, size_t length, void* out) {
  static_cast<std::string*>(out)->append(reinterpret_cast<const char*>(data), length);
  return LXB_STATUS_OK;
}

}  // namespace

std::optional<Url> parse_url(std::string_view reference, std::string_view base) {
  // Longer ones are data in disguise, and no record needs them.
  constexpr size_t kLongest = 4096;
  if (reference.empty() || reference.size() > kLongest || base.size() > kLongest) return std::nullopt;
  Parser parser;
  const lxb_url_t* base_url = base.empty() ? nullptr : parser.parse(base, nullptr);
  if (!base.empty() && base_url == nullptr) return std::nullopt;
  const lxb_url_t* parsed = parser.parse(reference, base_url);
  if (parsed == nullptr) return std::nullopt;
  if (parsed->scheme.type != LXB_URL_SCHEMEL_TYPE_HTTP && parsed->scheme.type != LXB_URL_SCHEMEL_TYPE_HTTPS)
    return std::nullopt;
  Url url;
  lxb_url_serialize(parsed, append, &url.href, true);
  lxb_url_serialize_scheme(parsed, append, &url.scheme);
  lxb_url_serialize_host(&parsed->host, append, &url.host);
  lxb_url_serialize_path(&parsed->path, append, &url.path);
  if (parsed->query.length > 0)
    url.query.assign(reinterpret_cast<const char*>(parsed->query.data), parsed->query.length);
  if (url.scheme.ends_with(':')) url.scheme.pop_back();
  return url;
}

}  // namespace hearsay
