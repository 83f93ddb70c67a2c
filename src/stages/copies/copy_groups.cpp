#include "stages/copies/copy_groups.h"

#include <algorithm>
#include <cstdio>
#include <map>
#include <set>

#include "base/utf8.h"
#include "stages/copies/signature.h"

namespace hearsay {
namespace {

constexpr size_t kBandRows =
    4;  // of the minhash in one key: pairs of resemblance .5 meet with probability 1 - (1 - .5^4)^16 = .64,
        // those of .8 always; pairs that share paragraphs meet by these
constexpr double kCopyResemblance = 0.5;
constexpr double kCopyContainment = 0.5;  // words of shared paragraphs / words of the shorter body
constexpr double kSamePageResemblance = 0.2;
constexpr double kWholeShare = 0.9;  // of both bodies: above it a copy is whole
constexpr uint32_t kShortBody = 40;  // words; shorter bodies (stubs) are copies only if they are the same

std::string hex_key(const char* prefix, uint64_t value) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%s%016llx", prefix, static_cast<unsigned long long>(value));
  return buffer;
}

// Words of `a` that stand in whole paragraphs which `b` has too.
uint32_t shared_words(const DocumentRow& a, const DocumentRow& b) {
  const std::set<uint64_t> theirs(b.signature.paragraphs.begin(), b.signature.paragraphs.end());
  uint32_t words = 0;
  for (size_t i = 0; i < a.signature.paragraphs.size() && i < a.paragraph_words.size(); ++i)
    if (a.signature.paragraphs[i] && theirs.count(a.signature.paragraphs[i])) words += a.paragraph_words[i];
  return words;
}

bool same_address(const DocumentRow& a, const DocumentRow& b) {
  for (const std::string& address : a.addresses)
    if (!address.empty() && std::find(b.addresses.begin(), b.addresses.end(), address) != b.addresses.end())
      return true;
  return false;
}

struct Kinship {
  bool related = false;
  CopyKind kind = CopyKind::kCopy;
  double share_of_later = 0;
  std::string reason;
};

Kinship kinship(const DocumentRow& earlier, const DocumentRow& later) {
  Kinship k;
  const bool same_text = earlier.text_sha256 == later.text_sha256;
  const double resembles = resemblance(earlier.signature, later.signature);
  const uint32_t shared = shared_words(later, earlier);
  const uint32_t shorter = std::max(1u, std::min(earlier.words, later.words));
  const double contained = same_text ? 1 : static_cast<double>(shared) / shorter;
  const double of_later = later.words ? static_cast<double>(shared) / later.words : 0;
  // A Jaccard similarity J of texts of A and B words means that they have J (A + B) / (1 + J) words in
  // common.
  const double common = resembles * (earlier.words + later.words) / (1 + resembles);
  k.share_of_later =
      same_text ? 1 : std::min(1.0, std::max(of_later, later.words ? common / later.words : 0));
  char figure[64];
  std::snprintf(figure, sizeof figure, "%.0f %% of its words", 100 * k.share_of_later);
  if (same_address(earlier, later) &&
      (same_text || resembles >= kSamePageResemblance || contained >= kCopyContainment)) {
    k.related = true;
    k.kind = same_text ? CopyKind::kRecapture : CopyKind::kRevision;
    k.reason = same_text ? "same address, same text" : std::string("same address, ") + figure + " kept";
    return k;
  }
  if (same_text) {
    k.related = true;
    k.reason = "same text";
    return k;
  }
  if (shorter < kShortBody) return k;
  if (resembles >= kCopyResemblance || contained >= kCopyContainment) {
    k.related = true;
    const double of_earlier =
        earlier.words ? static_cast<double>(shared_words(earlier, later)) / earlier.words : 0;
    const bool whole = resembles >= 0.8 || (of_later >= kWholeShare && of_earlier >= kWholeShare);
    k.kind = whole ? CopyKind::kCopy : CopyKind::kPartialCopy;
    k.reason = std::string(figure) + " stand in the other";
  }
  return k;
}

}  // namespace

std::vector<std::string> CopyStage::keys(const DocumentRow& row) const {
  std::vector<std::string> keys;
  for (const uint64_t paragraph : row.signature.paragraphs)
    if (paragraph) keys.push_back(hex_key("p", paragraph));
  for (size_t band = 0; band + kBandRows <= row.signature.minhash.size(); band += kBandRows) {
    uint64_t hash = band;
    for (size_t i = 0; i < kBandRows; ++i)
      hash = (hash ^ row.signature.minhash[band + i]) * 0x9E3779B97F4A7C15ull + (hash >> 29);
    keys.push_back(hex_key("m", hash));
  }
  for (const std::string& address : row.addresses)
    if (!address.empty()) keys.push_back("a" + address);
  return keys;
}

std::vector<Link> CopyStage::decide(std::span<const DocumentRow* const> block) const {
  std::vector<Link> links;
  for (uint32_t a = 0; a < block.size(); ++a)
    for (uint32_t b = a + 1; b < block.size(); ++b) {
      Kinship k = kinship(*block[a], *block[b]);
      if (k.related) links.push_back({a, b, std::move(k.reason)});
    }
  return links;
}

CopyGroup CopyStage::fold(std::span<const DocumentRow* const> group, std::span<const Link>) const {
  CopyGroup out;
  out.members.push_back({group[0]->document, 0, CopyKind::kCopy, 1, ""});
  for (uint32_t later = 0; later < group.size(); ++later) {
    out.documents.push_back(group[later]->document);
    if (later == 0) continue;
    // The earlier page that it shares most with.
    CopyMember best{group[later]->document, 0, CopyKind::kPartialCopy, -1, ""};
    for (uint32_t other = 0; other < later; ++other) {
      Kinship k = kinship(*group[other], *group[later]);
      if (k.related && k.share_of_later > best.shared)
        best = {group[later]->document, group[other]->document, k.kind, k.share_of_later,
                std::move(k.reason)};
    }
    if (best.of == 0)
      best = {group[later]->document, group[0]->document, CopyKind::kPartialCopy, 0, "through another copy"};
    out.members.push_back(std::move(best));
  }
  std::map<std::string, std::pair<size_t, std::string>>
      credited;  // folded agency -> times, name as first written
  for (const DocumentRow* row : group)
    for (const std::string& agency : row->via) {
      auto& entry = credited[hearsay::fold(agency)];
      if (entry.first++ == 0) entry.second = agency;
    }
  size_t most = 0;
  for (const auto& [key, entry] : credited)
    if (entry.first > most) {
      most = entry.first;
      out.origin = entry.second;
    }
  if (out.origin.empty()) out.origin = group[0]->outlet;
  return out;
}

}  // namespace hearsay
