// The chain of sources of a statement: from the page that is read, over whoever carried the words, to whoever
// spoke them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/sha256.h"
#include "record/corpus.h"
#include "record/document.h"
#include "store/database.h"

namespace hearsay {

struct SourceLink {
  enum class Kind {
    kPage,    // the page; its name is the outlet's
    kOrigin,  // agency or outlet whose report the page carries
    kVia,     // outlet or agency that carried the words to this one, by the page's account
    kSource   // who expresses the content, or a statement that this one stands inside
  } kind = Kind::kSource;
  std::string name;             // fullest name, else the words; "" where no words name it
  std::string words;            // as the page writes it; "" for the page and for an origin
  std::optional<Id> statement;  // of a source
};
[[nodiscard]] std::string_view to_string(SourceLink::Kind kind);  // "page", "origin", "via", "source"

// Outermost first: page, origin (where not ""), then for each statement from the outermost parent in, its
// `via` and its source. A name that stands in the chain already is not repeated as an origin or `via`.
[[nodiscard]] std::vector<SourceLink> source_chain(const Document& document, uint32_t statement,
                                                   const std::string& origin);

// Whose report the words at `span` are, where the page carries them from another: the origin of its copy
// group, for what stands in paragraphs that another member has too; else the first agency that the page
// credits. "" for the page's own title and where neither is known.
[[nodiscard]] Result<std::string> origin_of(const Database& database, RowId row, const Document& document,
                                            Span span);

// Whether two names differ in nothing but case, accents, punctuation and a leading article.
[[nodiscard]] bool same_name(std::string_view a, std::string_view b);

}  // namespace hearsay
