// Joins the phrases of a page to actors: which "Orvel" is which, whom "the minister" means, whose army "the
// army" is.
#pragma once

#include <vector>

#include "knowledge/knowledge.h"
#include "record/document.h"
#include "stages/actors/noun_phrase.h"
#include "text/reading.h"

namespace hearsay {

// Fills Document::actors and Document::mentions from the candidates, which come in order; those of the
// headline last.
void resolve_actors(Document& document, const Reading& reading, const Knowledge& knowledge,
                    std::vector<Candidate>& candidates);

// The names of persons that candidates give a title, an age or words of saying: whole names and surnames.
void decide_names(const Document& document, const Reading& reading, const Knowledge& knowledge,
                  std::vector<Candidate>& candidates);

}  // namespace hearsay
