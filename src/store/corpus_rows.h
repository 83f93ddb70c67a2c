// Statements as phase B reads them. The other rows of phase B stand in record/corpus.h.
#pragma once

#include <string>

#include "record/corpus.h"

namespace hearsay {

struct StatementRow {
  RowId statement = 0, document = 0, story = 0, copy_group = 0;
  RowId parent = 0, answers = 0;  // statements
  std::string order;
  Id id;
  Act act = Act::kAssert;
  ActDetail detail = ActDetail::kNone;
  Form form = Form::kIndirect;
  SourceKind source_kind = SourceKind::kNone;
  std::string sentence, source, cue, content, addressee, via, channel, condition, deadline;  // words
  std::string source_name, addressee_name, via_name, on_behalf_of_name;
  RowId source_actor = 0, addressee_actor = 0;    // actors of the document
  RowId source_shared = 0, addressee_shared = 0;  // shared actors
  std::string source_code, addressee_code;
  Interval when, deadline_value, published;
  std::string outlet;
  std::string agency;                // the first that the page credits, else ""
  Span sentence_span, content_span;  // in the document's buffer
};

}  // namespace hearsay
