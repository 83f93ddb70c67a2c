#include "input/http_response.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "base/compress.h"
#include "base/format.h"
#include "base/utf8.h"
#include "input/page_names.h"

namespace hearsay {
namespace {

constexpr size_t kLongestHead = size_t{256} << 10;
constexpr size_t kMostCodings = 3;

// Nothing where the body is not chunked; a last chunk that is cut short counts as far as it goes, for servers
// close connections early.
std::optional<std::string> joined_chunks(std::string_view body) {
  std::string out;
  bool first = true;
  for (;;) {
    uint64_t size = 0;
    size_t at = 0;
    for (; at < body.size() && at < 16; ++at) {
      const auto c = static_cast<unsigned char>(body[at] | 32);
      if (c >= '0' && c <= '9')
        size = size * 16 + (c - '0');
      else if (c >= 'a' && c <= 'f')
        size = size * 16 + (c - 'a' + 10);
      else
        break;
    }
    const size_t line_end = body.find('\n');
    const bool is_size = at > 0 && line_end != body.npos &&
                         (body[at] == ';' || body[at] == ' ' || body[at] == '\r' || body[at] == '\n');
    if (!is_size) return first ? std::nullopt : std::optional(std::move(out));
    body.remove_prefix(line_end + 1);
    if (size == 0) return out;
    const auto take = static_cast<size_t>(std::min<uint64_t>(size, body.size()));
    out += body.substr(0, take);
    body.remove_prefix(take);
    if (body.starts_with("\r\n"))
      body.remove_prefix(2);
    else if (body.starts_with("\n"))
      body.remove_prefix(1);
    if (body.empty()) return out;
    first = false;
  }
}

std::vector<std::string> codings_of(const HeaderFields& fields) {
  std::vector<std::string> codings;
  std::string value = to_lower(fields.find("content-encoding").value_or(""));
  std::erase_if(value, [](char c) { return c == ' ' || c == '\t'; });
  for (size_t at = 0; at < value.size();) {
    const size_t end = std::min(value.find(',', at), value.size());
    const std::string coding = value.substr(at, end - at);
    if (!coding.empty() && coding != "identity" && coding != "none") codings.push_back(coding);
    at = end + 1;
  }
  return codings;
}

std::optional<Coding> coding_by_name(std::string_view name) {
  if (name == "gzip" || name == "x-gzip") return Coding::kGzip;
  if (name == "deflate") return Coding::kDeflate;
  if (name == "br") return Coding::kBrotli;
  if (name == "zstd") return Coding::kZstd;
  return std::nullopt;
}

// Text as it may be served: markup, after white space and a byte order mark.
bool is_plain_markup(std::string_view body) {
  if (body.starts_with("\xEF\xBB\xBF")) body.remove_prefix(3);
  const size_t first = body.find_first_not_of(" \t\r\n");
  return first != body.npos && body[first] == '<';
}

}  // namespace

Result<HttpResponse> parse_http_response(std::string_view message) {
  if (!message.starts_with("HTTP/")) return Error{ErrorCode::kInputDamaged, "no HTTP status line"};
  const std::optional<HeadEnd> end = find_head_end(message.substr(0, kLongestHead));
  if (!end)
    return message.size() > kLongestHead
               ? Error{ErrorCode::kInputTooLarge, "an HTTP head of more than 256 KB"}
               : Error{ErrorCode::kInputDamaged, "an HTTP head without an end"};
  HttpResponse response;
  const size_t line_end = message.find('\n');
  const size_t space = message.substr(0, line_end).find(' ');
  if (space != message.npos)
    for (size_t at = space + 1; at < line_end && at <= space + 3; ++at) {
      if (message[at] < '0' || message[at] > '9') break;
      response.status = response.status * 10 + (message[at] - '0');
    }
  Result<HeaderFields> fields = HeaderFields::parse(
      message.substr(line_end + 1, end->lines > line_end ? end->lines - line_end - 1 : 0));
  if (!fields) return fields.error();
  response.fields = std::move(*fields);
  response.media = parse_media_type(response.fields.find("content-type").value_or(""));
  response.body = message.substr(end->body);
  return response;
}

Result<std::string> decoded_body(const HttpResponse& response, size_t limit) {
  std::string body;
  const std::string transfer = to_lower(response.fields.find("transfer-encoding").value_or(""));
  std::optional<std::string> joined;
  if (transfer.find("chunked") != transfer.npos) joined = joined_chunks(response.body);
  body = joined ? std::move(*joined) : std::string(response.body);
  std::vector<std::string> codings = codings_of(response.fields);
  if (codings.size() > kMostCodings)
    return Error{ErrorCode::kInputUnsupported, "more than three content codings"};
  // They were applied in the order listed.
  std::reverse(codings.begin(), codings.end());
  for (const std::string& name : codings) {
    const std::optional<Coding> coding = coding_by_name(name);
    if (is_plain_markup(body)) break;
    if (!coding)
      return Error{ErrorCode::kInputUnsupported,
                   fmt::format("content coding '{}'", shown_path(name.substr(0, 40)))};
    if (*coding == Coding::kGzip && !is_gzip(body)) break;
    Result<std::string> unpacked = decompress(*coding, body, limit);
    if (!unpacked) return unpacked.error();
    body = std::move(*unpacked);
  }
  if (body.size() > limit) return Error{ErrorCode::kInputTooLarge, fmt::format("more than {} bytes", limit)};
  return body;
}

}  // namespace hearsay
