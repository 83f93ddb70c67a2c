// Finds the names of places of one sentence and says which place each is.
#pragma once

#include <vector>

#include "stages/places/place_evidence.h"

namespace hearsay {

// Appends the places of the sentence, in order. Names of persons, bodies and outlets that hold a place's name
// are none, nor are demonyms, nor a capital that stands for its government.
void find_places(const Document& document, const Reading& reading, const Knowledge& knowledge,
                 NameLookups& names, const PlaceEvidence& evidence, const Sentence& sentence,
                 std::vector<PlaceMention>& out);

}  // namespace hearsay
