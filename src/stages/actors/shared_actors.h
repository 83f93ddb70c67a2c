// actors, phase B: the same person, body, group or state on several pages.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/corpus_stage.h"
#include "record/corpus.h"

namespace hearsay {

// Whether two names of persons can be one person's: the same surname, and given names that agree as far as
// both have them (equal, an initial, or a spelling variant: same first letter and an edit distance of one in
// names of four letters or more).
[[nodiscard]] bool same_person_name(std::string_view a, std::string_view b);

// The words of a name, folded; particles ("al-", "de", "van") stay with the surname's last word.
[[nodiscard]] std::vector<std::string> name_words(std::string_view name);

class SharedActorStage {
 public:
  using Row = ActorRow;
  using Group = SharedActor;

  // Blocks: a person's surname; a state's country; any other named actor's folded name.
  [[nodiscard]] std::vector<std::string> keys(const ActorRow& row) const;

  // Persons join by name and country; a lone surname joins only where one person of the block can be meant.
  // What has no name of its own ("the rebels", "two officials") joins nobody.
  [[nodiscard]] std::vector<Link> decide(std::span<const ActorRow* const> block) const;

  [[nodiscard]] SharedActor fold(std::span<const ActorRow* const> group, std::span<const Link> links) const;
};

}  // namespace hearsay
