#include "knowledge/phrase_index.h"

#include <algorithm>
#include <array>
#include <bit>
#include <string>

#include "knowledge/phrase_pieces.h"

namespace hearsay {

// The words that stand from some place on, as far as one phrase could reach.
struct PhraseIndex::Pieces {
  std::array<std::string_view, kMaxPieces> text;
  std::array<uint64_t, kMaxPieces> hash;  // of the words up to this one
  std::array<size_t, kMaxPieces>
      length;  // of the phrase that ends here, in the caller's unit; 0: it can't end here
  size_t count = 0;
  size_t limit = kMaxPieces;

  bool full() const { return count == limit; }
  void add(std::string_view piece, uint64_t own, size_t length_here) {
    text[count] = piece;
    hash[count] = extend_hash(count == 0 ? 0 : hash[count - 1], own);
    length[count] = length_here;
    ++count;
  }
};

namespace {

// Calls `use` with each word of a phrase of a table; false where there are none or too many.
template <class Use>
bool for_each_piece(std::string_view phrase, Use use) {
  size_t at = 0, count = 0;
  while (skip_anything(phrase, at)) {
    if (count++ == PhraseIndex::kMaxPieces) return false;
    use(take_piece(phrase, at));
  }
  return count > 0;
}

std::string case_classes(std::string_view phrase) {
  std::string classes;
  for_each_piece(phrase, [&](std::string_view piece) { classes.push_back(case_class(piece)); });
  return classes;
}

}  // namespace

void PhraseIndex::add(std::string_view phrase, uint32_t id, Letters letters) {
  uint64_t hash = 0, first = 0;
  uint8_t count = 0;
  const bool good = for_each_piece(phrase, [&](std::string_view piece) {
    const uint64_t own = hash_piece(piece);
    hash = extend_hash(hash, own);
    if (count++ == 0) first = own;
  });
  if (!good || phrase.size() > UINT16_MAX) return;
  keys_.push_back({phrase.data(), static_cast<uint16_t>(phrase.size()), letters, id});
  hashes_.push_back(hash);
  firsts_.push_back({static_cast<uint32_t>(first >> 32), count});
}

void PhraseIndex::reserve(size_t phrases) {
  keys_.reserve(phrases);
  hashes_.reserve(phrases);
  firsts_.reserve(phrases);
}

void PhraseIndex::build(std::span<const uint32_t> weights) {
  const size_t size = std::bit_ceil(std::max<size_t>(16, keys_.size() * 3 / 2));
  slots_.assign(size, {});
  const auto slot_of = [&](uint64_t hash) -> Slot& {
    size_t at = hash & (size - 1);
    while (slots_[at].count != 0 && slots_[at].hash != hash) at = (at + 1) & (size - 1);
    return slots_[at];
  };
  for (const uint64_t hash : hashes_) {
    Slot& slot = slot_of(hash);
    slot.hash = hash;
    ++slot.count;
  }
  uint32_t begin = 0;
  for (Slot& slot : slots_) {
    slot.begin = begin;
    begin += slot.count;
  }
  std::vector<Key> grouped(keys_.size());
  for (size_t i = 0; i < keys_.size(); ++i) grouped[slot_of(hashes_[i]).begin++] = keys_[i];
  keys_.swap(grouped);
  hashes_ = {};

  ids_.resize(keys_.size());
  for (Slot& slot : slots_) {
    if (slot.count == 0) continue;
    slot.begin -= slot.count;
    if (slot.count > 1) slot.count = static_cast<uint32_t>(order_group(slot.begin, slot.count, weights));
    for (uint32_t i = slot.begin; i < slot.begin + slot.count; ++i) ids_[i] = keys_[i].id;
  }
  build_firsts();
}

// Keys of one case stand together, so that those that a text may mean are one span; among them the heaviest
// first. A key that only says again what another says is dropped. Answers how many are left.
size_t PhraseIndex::order_group(size_t begin, size_t count, std::span<const uint32_t> weights) {
  const auto weight = [&](const Key& key) { return key.id < weights.size() ? weights[key.id] : 0; };
  std::vector<std::pair<std::string, Key>> group;
  for (size_t i = begin; i < begin + count; ++i) {
    const bool any = keys_[i].letters == Letters::kAnyCase;
    group.emplace_back(any ? std::string() : case_classes(keys_[i].phrase()), keys_[i]);
  }
  std::stable_sort(group.begin(), group.end(), [&](const auto& a, const auto& b) {
    if (a.first != b.first) return a.first < b.first;
    if (weight(a.second) != weight(b.second)) return weight(a.second) > weight(b.second);
    if (a.second.id != b.second.id) return a.second.id < b.second.id;
    return a.second.phrase().ends_with('.') > b.second.phrase().ends_with('.');
  });
  const auto end = std::unique(group.begin(), group.end(), [](const auto& a, const auto& b) {
    return a.first == b.first && a.second.id == b.second.id;
  });
  const auto left = static_cast<size_t>(end - group.begin());
  for (size_t i = 0; i < left; ++i) keys_[begin + i] = group[i].second;
  return left;
}

void PhraseIndex::build_firsts() {
  const std::vector<First> seen = std::move(firsts_);
  const size_t size = std::bit_ceil(std::max<size_t>(16, seen.size() * 3 / 2));
  firsts_.assign(size, {});
  for (const First& first : seen) {
    size_t at = first.hash & (size - 1);
    while (firsts_[at].max_pieces != 0 && firsts_[at].hash != first.hash) at = (at + 1) & (size - 1);
    firsts_[at].hash = first.hash;
    firsts_[at].max_pieces = std::max(firsts_[at].max_pieces, first.max_pieces);
  }
}

const PhraseIndex::Slot* PhraseIndex::slot(uint64_t hash) const {
  const size_t mask = slots_.size() - 1;
  for (size_t at = hash & mask; slots_[at].count != 0; at = (at + 1) & mask) {
    if (slots_[at].hash == hash) return &slots_[at];
  }
  return nullptr;
}

size_t PhraseIndex::max_pieces(uint64_t first) const {
  if (firsts_.empty()) return 0;
  const size_t mask = firsts_.size() - 1;
  const auto hash = static_cast<uint32_t>(first >> 32);
  for (size_t at = hash & mask; firsts_[at].max_pieces != 0; at = (at + 1) & mask) {
    if (firsts_[at].hash == hash) return firsts_[at].max_pieces;
  }
  return 0;
}

// The ids of the keys that the words may stand for. `stop`: whether one of them ends with the stop of an
// abbreviation.
std::span<const uint32_t> PhraseIndex::accepted(const Slot& slot, const Pieces& pieces, size_t count,
                                                bool& stop) const {
  const Place place = count > 1 ? Place::kInside : Place::kAlone;
  uint32_t begin = slot.begin, end = slot.begin;
  for (uint32_t i = slot.begin; i < slot.begin + slot.count; ++i) {
    const Key& key = keys_[i];
    size_t at = 0;
    bool same = true;
    for_each_piece(key.phrase(), [&](std::string_view piece) {
      same = same && at < count && same_letters(piece, pieces.text[at]) &&
             (key.letters == Letters::kAnyCase || same_case(piece, pieces.text[at], place));
      ++at;
    });
    if (same && at == count) {
      if (begin == end) begin = i;
      end = i + 1;
      stop = stop || key.phrase().ends_with('.');
    } else if (begin != end) {
      break;
    }
  }
  return std::span(ids_).subspan(begin, end - begin);
}

PhraseMatch PhraseIndex::longest(const Pieces& pieces, bool& stop) const {
  for (size_t count = pieces.count; count > 0; --count) {
    if (pieces.length[count - 1] == 0) continue;
    const Slot* found = slot(pieces.hash[count - 1]);
    if (!found) continue;
    const std::span<const uint32_t> ids = accepted(*found, pieces, count, stop);
    if (!ids.empty()) return {ids, pieces.length[count - 1]};
  }
  return {};
}

PhraseMatch PhraseIndex::find(std::string_view phrase) const {
  if (slots_.empty()) return {};
  Pieces pieces;
  const bool good = for_each_piece(phrase, [&](std::string_view piece) {
    if (!pieces.full()) pieces.add(piece, hash_piece(piece), 0);
  });
  if (!good) return {};
  pieces.length[pieces.count - 1] = phrase.size();
  bool stop = false;
  return longest(pieces, stop);
}

PhraseMatch PhraseIndex::match(std::string_view text, size_t begin) const {
  size_t at = begin;
  std::string_view piece = take_piece(text, at);
  if (piece.empty()) return {};
  const uint64_t first = hash_piece(piece);
  Pieces pieces;
  pieces.limit = max_pieces(first);
  if (pieces.limit == 0) return {};
  pieces.add(piece, first, at - begin);
  while (!pieces.full() && skip_between(text, at, piece.size())) {
    piece = take_piece(text, at);
    pieces.add(piece, hash_piece(piece), at - begin);
  }
  bool stop = false;
  PhraseMatch found = longest(pieces, stop);
  if (stop && begin + found.length < text.size() && text[begin + found.length] == '.') ++found.length;
  return found;
}

PhraseMatch PhraseIndex::match(std::span<const std::string_view> words, size_t at) const {
  if (at >= words.size()) return {};
  size_t inside = 0;
  std::string_view piece = take_piece(words[at], inside);
  if (piece.empty()) return {};
  const uint64_t first = hash_piece(piece);
  Pieces pieces;
  pieces.limit = max_pieces(first);
  if (pieces.limit == 0) return {};
  const auto add = [&](size_t word, uint64_t hash) {
    const bool ends = is_possessive(words[word].substr(inside));
    pieces.add(piece, hash, ends ? word - at + 1 : 0);
  };
  add(at, first);
  for (size_t word = at; !pieces.full();) {
    if (inside < words[word].size()) {
      size_t next = inside;
      if (skip_between(words[word], next, piece.size())) {
        inside = next;
        piece = take_piece(words[word], inside);
        add(word, hash_piece(piece));
        continue;
      }
      // What is left of the word must be nothing more than the stop of an abbreviation.
      if (words[word].substr(inside) != ".") break;
    }
    if (++word == words.size()) break;
    inside = 0;
    // A hyphen, an apostrophe or a stop may be a word of its own.
    if (words[word].size() <= 3) {
      size_t next = 0;
      const std::string_view alone = words[word];
      if (take_piece(alone, next).empty()) {
        const bool joins = alone == "-" || alone == "'" || alone == "\xE2\x80\x99" || alone == "/" ||
                           alone == "&" || alone == "\xE2\x80\x91" || (alone == "." && piece.size() <= 4);
        if (!joins || ++word == words.size()) break;
      }
    }
    inside = 0;
    piece = take_piece(words[word], inside);
    if (piece.empty()) break;
    add(word, hash_piece(piece));
  }
  bool stop = false;
  return longest(pieces, stop);
}

}  // namespace hearsay
