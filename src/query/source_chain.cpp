#include "query/source_chain.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "base/utf8.h"
#include "store/attempt.h"

namespace hearsay {
namespace {

constexpr std::array<std::string_view, 4> kNames = {"page", "origin", "via", "source"};

std::string key_of(std::string_view name) {
  std::string key;
  const std::string folded = fold(name);
  for (size_t at = 0; at < folded.size();) {
    const size_t begin = at;
    const char32_t c = next_code_point(folded, at);
    if (is_letter(c) || is_digit(c))
      key += folded.substr(begin, at - begin);
    else if (!key.empty() && key.back() != ' ')
      key += ' ';
  }
  while (!key.empty() && key.back() == ' ') key.pop_back();
  if (key.starts_with("the ")) key.erase(0, 4);
  return key;
}

// "RIA “Novosti”" is RIA Novosti.
std::string without_quotes(std::string_view name) {
  std::string bare;
  for (size_t at = 0; at < name.size();) {
    const size_t begin = at;
    if (!is_double_quote(next_code_point(name, at))) bare += name.substr(begin, at - begin);
  }
  return bare;
}

// Whether `hash` is one of the little-endian 64-bit values of a blob.
bool holds(std::string_view blob, uint64_t hash) {
  for (size_t at = 0; at + 8 <= blob.size(); at += 8) {
    uint64_t value = 0;
    for (size_t i = 8; i-- > 0;) value = value << 8 | static_cast<unsigned char>(blob[at + i]);
    if (value == hash) return true;
  }
  return false;
}

uint32_t paragraph_at(const Document& document, Span span) {
  const std::vector<Paragraph>& paragraphs = document.article.paragraphs;
  for (uint32_t i = 0; i < paragraphs.size(); ++i)
    if (paragraphs[i].span.contains(span.begin)) return i;
  return kNone;
}

// Whether another member of the copy group has the paragraph in which `span` stands. A paragraph that is too
// short to tell by goes with the page: it is carried where the page is a copy as a whole.
Result<bool> is_carried(const Database& database, RowId group, RowId row, CopyKind kind,
                        const Document& document, Span span) {
  const uint32_t paragraph = paragraph_at(document, span);
  const std::vector<uint64_t>& hashes = document.signature.paragraphs;
  const uint64_t hash = paragraph < hashes.size() ? hashes[paragraph] : 0;
  if (hash == 0) return kind == CopyKind::kCopy;
  HEARSAY_TAKE(sql, database.prepare(
                        "SELECT g.paragraphs FROM copy_member m JOIN signature g ON g.document = m.document "
                        "WHERE m.copy_group = ? AND m.document <> ?"));
  sql.bind(1, group).bind(2, row);
  for (;;) {
    HEARSAY_TAKE(more, sql.step());
    if (!more) return false;
    if (holds(sql.view(0), hash)) return true;
  }
}

}  // namespace

std::string_view to_string(SourceLink::Kind kind) { return kNames.at(static_cast<size_t>(kind)); }

bool same_name(std::string_view a, std::string_view b) { return key_of(a) == key_of(b); }

std::vector<SourceLink> source_chain(const Document& document, uint32_t statement,
                                     const std::string& origin) {
  using Kind = SourceLink::Kind;
  std::vector<SourceLink> chain;
  chain.push_back({Kind::kPage, document.article.outlet.name, "", std::nullopt});
  const auto stands_there = [&](std::string_view name) {
    return std::any_of(chain.begin(), chain.end(), [&](const SourceLink& link) {
      return !link.name.empty() && same_name(link.name, name);
    });
  };
  if (!origin.empty() && !stands_there(origin)) chain.push_back({Kind::kOrigin, origin, "", std::nullopt});
  std::vector<uint32_t> path;
  for (uint32_t i = statement; i < document.statements.size() && path.size() < document.statements.size();
       i = document.statements[i].parent)
    path.push_back(i);
  for (size_t n = path.size(); n-- > 0;) {
    const Statement& s = document.statements[path[n]];
    const std::string via(document.words_of(s.via)), source(document.words_of(s.source));
    const std::string via_name = without_quotes(s.via_name.empty() ? via : s.via_name);
    if (!via_name.empty() && !stands_there(via_name))
      chain.push_back({Kind::kVia, via_name, via, std::nullopt});
    const std::string name = without_quotes(s.source_name.empty() ? source : s.source_name);
    // One who speaks inside his own statement is one link, and so is one who carries his own words.
    if (chain.size() > 1 && !name.empty() && same_name(chain.back().name, name)) chain.pop_back();
    chain.push_back({Kind::kSource, name, source, s.id});
  }
  return chain;
}

Result<std::string> origin_of(const Database& database, RowId row, const Document& document, Span span) {
  if (!span.empty() && document.part_of(span) == Part::kTitle) return std::string();
  HEARSAY_TAKE(sql, database.prepare("SELECT g.id, g.origin, m.kind, m.copy_of FROM copy_member m JOIN "
                                     "copy_group g ON g.id = m.copy_group "
                                     "WHERE m.document = ?"));
  HEARSAY_TAKE(found, sql.bind(1, row).step());
  if (found && !sql.view(1).empty()) {
    const CopyKind kind = sql.is_null(3) ? CopyKind::kPartialCopy : static_cast<CopyKind>(sql.integer(2));
    HEARSAY_TAKE(carried, is_carried(database, sql.integer(0), row, kind, document, span));
    if (carried) return sql.text(1);
  }
  return document.article.via.empty() ? std::string() : document.article.via.front().name;
}

}  // namespace hearsay
