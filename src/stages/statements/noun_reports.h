// Statements that no verb of saying reports: "X's call to", "expressed concern that", "is convinced that",
// "according to X", "reportedly".
#pragma once

#include "stages/statements/verb_reports.h"

namespace hearsay::statements {

// Each adds the statement that the cue at `at` reports and answers true, or answers false and adds nothing.
bool read_noun(Drafting& page, uint32_t at, const CueMatch& match);
bool read_light_verb(Drafting& page, uint32_t at, const CueMatch& match);
bool read_adjective(Drafting& page, uint32_t at, const CueMatch& match);
bool read_preposition(Drafting& page, uint32_t at, const CueMatch& match);
bool read_adverb(Drafting& page, uint32_t at, const CueMatch& match);

}  // namespace hearsay::statements
