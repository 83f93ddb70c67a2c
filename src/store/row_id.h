// How a row is named inside the record: integers only; the stable hash ids are for the outside.
//
// What hangs on a document (actors, statements, events ...) has the key (document, number): the document's
// row id and a small number that is unique among the document's rows of that table and kept for as long as
// the row lives. Rows of one document lie side by side in the file, a reference within a document takes one
// byte, and no index is needed to find a document's rows. Where one integer is wanted, the two are packed
// into a RowId; in SQL: (document << 20 | number).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "record/corpus.h"

namespace hearsay {

inline constexpr int kNumberBits = 20;

[[nodiscard]] constexpr RowId make_row_id(RowId document, uint32_t number) {
  return document << kNumberBits | number;
}
// Of an actor's, statement's or event's row id. Numbers begin with 1, so that no packed row id is 0.
[[nodiscard]] constexpr RowId document_of(RowId row) { return row >> kNumberBits; }
[[nodiscard]] constexpr uint32_t number_of(RowId row) {
  return static_cast<uint32_t>(row & ((1 << kNumberBits) - 1));
}

// The row id in "incident:17" (Claim::subject), where it begins with `kind`; else 0.
[[nodiscard]] RowId row_of_subject(std::string_view subject, std::string_view kind);

// What has a public id. The values are stored (tables id_lookup, withdrawal, review): append only.
enum class RowKind : uint8_t {
  kDocument,
  kActor,
  kStatement,
  kEvent,
  kCopyGroup,
  kSharedActor,
  kStory,
  kIncident,
  kClaim,
  kDispute,
  kAgreement,
  kContact
};
[[nodiscard]] std::string_view to_string(RowKind kind);  // "document", "shared-actor" ...
[[nodiscard]] std::optional<RowKind> parse_row_kind(std::string_view name);

}  // namespace hearsay
