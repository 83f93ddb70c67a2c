// A page whose bytes the record holds already, read by an engine that finds something else in it.
#pragma once

#include "store/document_loader.h"
#include "store/document_writer.h"
#include "store/full_text.h"
#include "store/id_lookup.h"
#include "store/withdrawals.h"

namespace hearsay {

struct RecodeTools {
  const Database& database;
  DocumentWriter& writer;
  Withdrawals& withdrawals;
  FullText& full_text;
  IdLookup& ids;
};

// Brings the stored document to `fresh` within the caller's transaction: rows with the same id stay, those no
// longer found are withdrawn, new ones added. Gives the number of withdrawn rows.
[[nodiscard]] Result<size_t> recode(const RecodeTools& tools, RowId document, const StoredDocument& old,
                                    const Document& fresh, const Sha256& content_hash, RowId run);

}  // namespace hearsay
