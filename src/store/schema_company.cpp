// Dates by the company that pages keep: phase B's, beside what a page says of itself in `document`.
#include "store/schema_sql.h"

namespace hearsay {

const std::string_view kSchemaCompany = R"sql(
CREATE TABLE narrowed_date(
  document INTEGER PRIMARY KEY REFERENCES document(id) ON DELETE CASCADE,
  run INTEGER NOT NULL REFERENCES run(id),
  published_from TEXT, published_to TEXT,  -- inside the document's own interval
  reason TEXT NOT NULL
) STRICT;
CREATE TABLE narrowed_date_company(  -- the dated pages that it rests on
  document INTEGER NOT NULL REFERENCES narrowed_date(document) ON DELETE CASCADE, position INTEGER NOT NULL,
  company INTEGER NOT NULL REFERENCES document(id),
  PRIMARY KEY(document, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX narrowed_date_company_company ON narrowed_date_company(company);
-- Where a page's own date changes, what rests on the old one goes at once; phase B states it anew.
CREATE TRIGGER narrowed_date_outdated AFTER UPDATE OF published_from, published_to ON document
WHEN old.published_from IS NOT new.published_from OR old.published_to IS NOT new.published_to
BEGIN
  DELETE FROM narrowed_date WHERE document = new.id
    OR document IN (SELECT c.document FROM narrowed_date_company c WHERE c.company = new.id);
END;
)sql";

}  // namespace hearsay
