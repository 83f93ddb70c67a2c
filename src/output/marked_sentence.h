// A sentence with its parts marked: in colours, or between brackets where there are none.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "output/styled_text.h"

namespace hearsay {

// A kind of mark: its tone, and what stands before and behind it without colours.
struct MarkKind {
  std::string_view open, close;
  Tone tone = Tone::kPlain;
};

inline constexpr MarkKind kSourceMark{"[source: ", "]", Tone::kSource};
inline constexpr MarkKind kCueMark{"{", "}", Tone::kCue};
inline constexpr MarkKind kContentMark{"<<", ">>", Tone::kContent};
inline constexpr MarkKind kAddresseeMark{"[to: ", "]", Tone::kAside};
inline constexpr MarkKind kViaMark{"[via: ", "]", Tone::kAside};
inline constexpr MarkKind kWhenMark{"[when: ", "]", Tone::kAside};
inline constexpr MarkKind kChannelMark{"[channel: ", "]", Tone::kAside};
inline constexpr MarkKind kConditionMark{"[condition: ", "]", Tone::kAside};
inline constexpr MarkKind kDeadlineMark{"[deadline: ", "]", Tone::kAside};
inline constexpr MarkKind kForMark{"[on behalf of: ", "]", Tone::kAside};
inline constexpr MarkKind kTriggerMark{"{", "}", Tone::kCue};
inline constexpr MarkKind kActorMark{"[actor: ", "]", Tone::kSource};
inline constexpr MarkKind kRecipientMark{"[recipient: ", "]", Tone::kContent};
inline constexpr MarkKind kWhereMark{"[where: ", "]", Tone::kAside};
inline constexpr MarkKind kCountMark{"[count: ", "]", Tone::kAside};

struct Mark {
  MarkKind kind;
  Json span;  // {"begin", "end", "part"?}, or null
};

// `sentence` is a span with words. Marks that stand elsewhere are left out, those that reach beyond it are
// cut.
[[nodiscard]] StyledText marked_sentence(const Json& sentence, const std::vector<Mark>& marks, Paint paint);

}  // namespace hearsay
