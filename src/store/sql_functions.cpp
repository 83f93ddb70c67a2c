#include "store/sql_functions.h"

#include <sqlite3.h>

#include <cstdint>
#include <string>
#include <string_view>

#include "base/sha256.h"
#include "base/utf8.h"

namespace hearsay {
namespace {

std::string_view text_of(sqlite3_value* value) {
  // The order matters: the text call may convert, and only then does the size hold.
  const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(value));
  return text ? std::string_view(text, static_cast<size_t>(sqlite3_value_bytes(value))) : std::string_view();
}

void give(sqlite3_context* context, std::string_view text) {
  sqlite3_result_text64(context, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

// span_words(part, begin, end, title, body, captions)
void span_words(sqlite3_context* context, int, sqlite3_value** values) {
  if (sqlite3_value_type(values[0]) == SQLITE_NULL) return give(context, "");
  const int64_t part = sqlite3_value_int64(values[0]), begin = sqlite3_value_int64(values[1]),
                end = sqlite3_value_int64(values[2]);
  if (part < 0 || part > 2) return give(context, "");
  const std::string_view text = text_of(values[3 + part]);
  if (begin < 0 || begin >= end || static_cast<size_t>(end) > text.size()) return give(context, "");
  give(context, text.substr(static_cast<size_t>(begin), static_cast<size_t>(end - begin)));
}

void fold_text(sqlite3_context* context, int, sqlite3_value** values) {
  give(context, fold(text_of(values[0])));
}

bool is_word_character(char32_t c) { return is_letter(c) || is_digit(c); }

// Whether `word` stands in `text` as a whole word.
bool has_word(std::string_view text, std::string_view word) {
  for (size_t at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
    size_t end = at + word.size();
    if ((at == 0 || !is_word_character(previous_code_point(text, at))) &&
        (end == text.size() || !is_word_character(next_code_point(text, end))))
      return true;
  }
  return false;
}

// has_words(text, words)
void has_words(sqlite3_context* context, int, sqlite3_value** values) {
  const std::string text = fold(text_of(values[0])), words = fold(text_of(values[1]));
  size_t begin = 0;
  for (size_t at = 0; at < words.size();) {
    const size_t here = at;
    if (is_word_character(next_code_point(words, at)) && at < words.size()) continue;
    const size_t end = is_word_character(previous_code_point(words, at)) ? at : here;
    if (end > begin && !has_word(text, std::string_view(words).substr(begin, end - begin)))
      return sqlite3_result_int(context, 0);
    begin = at;
  }
  sqlite3_result_int(context, 1);
}

void id_hex(sqlite3_context* context, int, sqlite3_value** values) {
  const auto* bytes = static_cast<const uint8_t*>(sqlite3_value_blob(values[0]));
  if (!bytes) return;  // NULL
  give(context, to_hex(bytes, static_cast<size_t>(sqlite3_value_bytes(values[0]))));
}

// id_prefix(sid): its first four bytes as a number.
void id_prefix(sqlite3_context* context, int, sqlite3_value** values) {
  const auto* bytes = static_cast<const uint8_t*>(sqlite3_value_blob(values[0]));
  if (!bytes || sqlite3_value_bytes(values[0]) < 4) return;  // NULL
  sqlite3_result_int64(context, int64_t{bytes[0]} << 24 | bytes[1] << 16 | bytes[2] << 8 | bytes[3]);
}

// dispute_member(kind, number of claims, sid of a claim): the key of a claim as a member of such a dispute
// (group_saver.cpp).
void dispute_member(sqlite3_context* context, int, sqlite3_value** values) {
  IdHasher hasher;
  hasher.add(static_cast<uint64_t>(sqlite3_value_int64(values[0])))
      .add(uint64_t{sqlite3_value_int64(values[1]) == 1});
  const auto* sid = static_cast<const char*>(sqlite3_value_blob(values[2]));
  hasher.add(std::string_view(sid, sid ? static_cast<size_t>(sqlite3_value_bytes(values[2])) : 0));
  const Id id = hasher.finish();
  sqlite3_result_blob64(context, id.bytes.data(), id.bytes.size(), SQLITE_TRANSIENT);
}

}  // namespace

void add_sql_functions(sqlite3* handle) {
  const auto add = [&](const char* name, int arguments,
                       void (*function)(sqlite3_context*, int, sqlite3_value**)) {
    sqlite3_create_function_v2(handle, name, arguments, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS,
                               nullptr, function, nullptr, nullptr, nullptr);
  };
  add("span_words", 6, span_words);
  add("fold", 1, fold_text);
  add("has_words", 2, has_words);
  add("id_hex", 1, id_hex);
  add("id_prefix", 1, id_prefix);
  add("dispute_member", 3, dispute_member);
}

}  // namespace hearsay
