// What an element's class and id say about it, by the general words that page authors use for the parts of
// any news page.
#pragma once

#include <cstdint>
#include <string_view>

namespace hearsay {

using Marks = uint16_t;
enum Mark : Marks {
  kClutterMark =
      1,  // related stories, share bars, menus, newsletters, advertising, tags, polls, author boxes
  kCommentsMark = 2,  // what readers wrote
  kCaptionMark = 4,
  kBylineMark = 8,
  kDateMark = 16,
  kLeadMark = 32,     // summary under the title
  kBodyMark = 64,     // the article's text
  kHiddenMark = 128,  // not shown to a reader
  kTitleMark = 256,
};

// What parts of a page are called, finer than marks and without any judgement: input of what was learned.
enum class NameGroup : uint8_t {
  kRelated,
  kCard,
  kList,
  kShare,
  kSubscribe,
  kAdvertising,
  kAuthor,
  kMenu,
  kTags,
  kComments,
  kHeader,
  kFooter,
  kSide,
  kPopup,
  kMedia,
  kCaption,
  kQuote,
  kBox,
  kContent,
  kArticle,
  kText,
  kLead,
  kTitle,
  kDate,
  kForm,
  kShop,
  kLink,
  kCount
};
using NameGroups = uint32_t;  // bit i: NameGroup i

struct NameMarks {
  Marks marks = 0;
  NameGroups groups = 0;
  uint32_t clutter_word = 0;  // hash of the first word that made it clutter; 0: none did
};

// Marks of one element by the words in `names` (a class or id attribute, split at capitals, hyphens and
// underscores).
[[nodiscard]] NameMarks marks_of_names(std::string_view names);

}  // namespace hearsay
