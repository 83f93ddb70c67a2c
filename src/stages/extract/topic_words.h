// Words by which a site speaks of itself, its services and its writers instead of telling a story: general
// words of many sites in a few languages, never a name.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace hearsay {

enum class Topic : uint8_t {
  kPrivacy,   // cookies, consent, terms, rights reserved
  kOffer,     // subscriptions, newsletters, apps, accounts, shops
  kPerson,    // who wrote this: "is a reporter", "graduated", "covers"
  kReaders,   // comments and their rules
  kPointers,  // related, more, latest, watch, gallery
  kSources,   // lists of references: doi, pp, journal, retrieved
  kReader,    // you, your
  kWriter,    // I, we, our
  kPicture,   // who stands where in a picture, and whose it is
  kCount
};

using Topics = uint16_t;  // bit i: Topic i

// The topics of a word. `hash`: of its bytes in lower case, by topic_hash_step() from kTopicHashSeed.
[[nodiscard]] Topics topics_of(uint32_t hash);

[[nodiscard]] constexpr uint32_t topic_hash_step(uint32_t hash, unsigned char byte) {
  return (hash ^ byte) * 16777619u;
}
inline constexpr uint32_t kTopicHashSeed = 2166136261u;

}  // namespace hearsay
