// The agencies that a report credits in its own text: in brackets behind its last sentence, or in a line such
// as "With reporting by ...".
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

class Knowledge;

// The words of each known agency that the last paragraph credits: "(dpa/AFP)" at its end, "With files from
// Reuters", "Mit Material von dpa". None where the brackets hold anything else.
[[nodiscard]] std::vector<std::string> agencies_at_end(std::string_view paragraph,
                                                       const Knowledge& knowledge);

}  // namespace hearsay
