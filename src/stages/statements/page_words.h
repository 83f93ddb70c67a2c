// A document's words as this stage reads them: lower case, what each may be, and what stands over it.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "record/document.h"
#include "stages/statements/word_traits.h"
#include "text/reading.h"

namespace hearsay::statements {

// Words [begin, end) of Document::words.
struct Range {
  uint32_t begin = 0, end = 0;
  [[nodiscard]] bool empty() const { return begin >= end; }
  [[nodiscard]] uint32_t size() const { return empty() ? 0 : end - begin; }
  [[nodiscard]] bool contains(uint32_t at) const { return begin <= at && at < end; }
  [[nodiscard]] bool contains(Range other) const { return begin <= other.begin && other.end <= end; }
  [[nodiscard]] bool overlaps(Range other) const { return begin < other.end && other.begin < end; }
  friend bool operator==(Range, Range) = default;
};

struct WordView {
  std::string_view lower;  // into PageWords::reading
  WordClass word_class = WordClass::kOther;
  Traits traits = 0;
  WordKind kind = WordKind::kWord;
  bool capital = false;
  uint32_t sentence = 0;
  uint32_t mention = kNone;           // the widest actor mention over it
  uint32_t time = kNone;              // the time expression over it
  bool outlet = false, wire = false;  // part of a name of a newspaper, agency, broadcaster; of an agency
  uint32_t quotation = kNone;         // the outermost quotation whose inner words it is one of

  [[nodiscard]] bool is(Traits bits) const { return (traits & bits) != 0; }
  [[nodiscard]] bool is_word() const { return kind == WordKind::kWord || kind == WordKind::kNumber; }
  [[nodiscard]] bool is_mark() const { return kind == WordKind::kOpenQuote || kind == WordKind::kCloseQuote; }
  [[nodiscard]] bool is_comma() const { return lower == ","; }
  // A dash that stands between clauses.
  [[nodiscard]] bool is_dash() const { return lower == "-" || lower == "–" || lower == "—" || lower == "--"; }
};

// A quotation in words. `inner` leaves the marks out.
struct QuotedWords {
  Range outer, inner;
  bool speech = false;     // has the shape of something said: a clause, or a sentence's end inside
  bool name_like = false;  // marks around a mere name or title
};

// A name of an outlet: how many words it takes (0: none), and whether it is an agency.
struct OutletAt {
  size_t words = 0;
  bool wire = false;
};
using OutletNames = std::function<OutletAt(std::span<const std::string_view> words, size_t at)>;

// Built once a document, into buffers that a worker keeps.
struct PageWords {
  const Document* document = nullptr;
  Reading reading;  // classes and lower case, by text/
  std::vector<WordView> words;
  std::vector<QuotedWords> quotations;  // outermost only, in order
  std::vector<Range> mentions;          // parallel to Document::mentions
  std::vector<Range> times;             // parallel to Document::times

  // `outlets` may be empty; else it tells whether a name of an outlet begins at a word.
  void build(const Document& document, const OutletNames& outlets);

  [[nodiscard]] const WordView& operator[](uint32_t i) const { return words[i]; }
  [[nodiscard]] uint32_t size() const { return static_cast<uint32_t>(words.size()); }
  [[nodiscard]] Range sentence(uint32_t word) const;
  [[nodiscard]] Span span(Range range) const;  // empty for an empty range
  [[nodiscard]] std::string_view text(Range range) const { return words_of(document->text, span(range)); }
  // Whether the word may stand inside a noun phrase: no verb, modal, conjunction, pronoun or mark.
  [[nodiscard]] bool nounish(uint32_t i) const;
  // A finite verb or auxiliary somewhere in the range.
  [[nodiscard]] bool has_verb(Range range) const;
  // The same, or a participle that may be one: "a bomb exploded".
  [[nodiscard]] bool may_be_clause(Range range) const {
    return has_verb(range) || first_with(range, kParticipleForm) < range.end;
  }
  // Whether the word is surely or probably a finite verb here, seen with its neighbours.
  [[nodiscard]] bool is_finite_verb(uint32_t i) const;
  // The first word of the range for which the word class has one of the bits; range.end where none has.
  [[nodiscard]] uint32_t first_with(Range range, Traits bits) const;
  // The range without marks, commas and full stops at its ends.
  [[nodiscard]] Range trimmed(Range range) const;
};

}  // namespace hearsay::statements
