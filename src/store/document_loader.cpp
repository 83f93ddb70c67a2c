#include "store/document_loader.h"

#include <algorithm>

#include "base/format.h"
#include "store/attempt.h"
#include "store/columns.h"
#include "store/fetcher.h"

namespace hearsay {
namespace {

Error damaged(RowId document, std::string_view table, std::string_view column) {
  return {ErrorCode::kRecordNotARecord,
          fmt::format("the record is damaged: document {}, table {}, column {} holds what can't be", document,
                      table, column)};
}

Sha256 hash_of(std::string_view bytes) {
  Sha256 hash{};
  if (bytes.size() == hash.size()) std::copy(bytes.begin(), bytes.end(), hash.begin());
  return hash;
}

template <class N>
std::vector<N> unpacked(std::string_view bytes) {
  std::vector<N> values(bytes.size() / sizeof(N));
  for (size_t i = 0; i < values.size(); ++i)
    for (size_t k = 0; k < sizeof(N); ++k)
      values[i] |=
          static_cast<N>(static_cast<N>(static_cast<unsigned char>(bytes[i * sizeof(N) + k])) << (8 * k));
  return values;
}

// Turns the numbers in a row's references into indexes.
template <class Row>
const char* resolve(Row& row, const Numbers& numbers) {
  References references(numbers);
  layout::describe(references, row);
  return references.damage();
}

template <class Row>
Row* at_number(std::vector<Row>& rows, const std::vector<uint32_t>& numbers, int64_t number) {
  const auto found = std::find(numbers.begin(), numbers.end(), number);
  return found == numbers.end() ? nullptr : &rows[static_cast<size_t>(found - numbers.begin())];
}

}  // namespace

Result<DocumentLoader> DocumentLoader::make(const Database& database) {
  DocumentLoader l;
  const std::string of_document = "WHERE document = ? ORDER BY ";
  const std::pair<Sql*, std::string> all[] = {
      {&l.document_, select_sql<Document>("document", {"sha256", "text_sha256"}, "WHERE id = ?")},
      {&l.text_, "SELECT title, body, captions FROM document_text WHERE document = ?"},
      {&l.signature_, "SELECT minhash, paragraphs FROM signature WHERE document = ?"},
      {&l.capture_, select_sql<Capture>("capture", {"name"}, of_document + "number")},
      {&l.paragraph_, select_sql<Paragraph>("paragraph", {}, of_document + "number")},
      {&l.credit_, select_sql<Credit>("credit", {"role"}, of_document + "number")},
      {&l.time_, select_sql<TimeExpression>("time", {}, of_document + "number")},
      {&l.place_, select_sql<PlaceMention>("place", {}, of_document + "number")},
      {&l.actor_, select_sql<Actor>("actor", {"number"}, of_document + "position")},
      {&l.actor_name_, "SELECT actor, name FROM actor_name WHERE document = ? ORDER BY actor, number"},
      {&l.office_, select_sql<Office>("office", {"actor"}, of_document + "actor, number")},
      {&l.mention_, select_sql<ActorMention>("mention", {}, of_document + "number")},
      {&l.statement_, select_sql<Statement>("statement", {"number"}, of_document + "position")},
      {&l.event_, select_sql<Event>("event", {"number"}, of_document + "position")},
      {&l.event_mention_,
       select_sql<EventMention>("event_mention", {"event", "number"}, of_document + "event, number")},
      {&l.event_count_,
       select_sql<Count>("event_count", {"event", "mention"}, of_document + "event, mention, number")},
  };
  for (const auto& [slot, sql] : all) {
    HEARSAY_TAKE(statement, database.prepare(sql));
    *slot = std::move(statement);
  }
  return l;
}

// Hands each row of the document to `take`, with the statement for its first `keys` columns. `take` gives the
// name of a column that can't be, or nullptr.
template <class Row, class Take>
Result<void> DocumentLoader::each(Sql& sql, const char* table, int keys, const Document& document,
                                  Take take) {
  sql.reset();
  sql.bind(1, id_);
  for (;;) {
    HEARSAY_TAKE(more, sql.step());
    if (!more) break;
    Row row;
    Fetcher fetcher(sql, keys, document);
    layout::describe(fetcher, row);
    const char* damage = fetcher.damage();
    if (!damage) damage = take(std::move(row));
    if (damage) {
      sql.reset();
      return damaged(id_, table, damage);
    }
  }
  sql.reset();
  return {};
}

Result<StoredDocument> DocumentLoader::load(RowId id) {
  id_ = id;
  StoredDocument stored;
  Document& d = stored.document;
  Numbers& numbers = stored.numbers;
  bool found = false;

  // The text first: spans are read against its parts.
  text_.bind(1, id);
  HEARSAY_TAKE(has_text, text_.step());
  if (has_text) {
    uint32_t part = 0;
    for (Span* range : {&d.article.title, &d.article.body, &d.article.captions}) {
      const std::string_view words = text_.view(static_cast<int>(part++));
      if (words.empty()) continue;
      if (!d.text.empty()) d.text += "\n\n";
      *range = {static_cast<uint32_t>(d.text.size()), static_cast<uint32_t>(d.text.size() + words.size())};
      d.text += words;
    }
  }
  text_.reset();

  HEARSAY_TRY(each<Document>(document_, "document", 2, d, [&](Document&& row) {
    found = true;
    row.text = std::move(d.text);
    row.article.title = d.article.title;
    row.article.body = d.article.body;
    row.article.captions = d.article.captions;
    d = std::move(row);
    d.page.sha256 = hash_of(document_.view(0));
    d.article.text_sha256 = hash_of(document_.view(1));
    return nullptr;
  }));
  if (!found) return Error{ErrorCode::kNoSuchId, fmt::format("the record has no document {}", id)};
  if (!has_text)
    return Error{ErrorCode::kRecordNotARecord,
                 fmt::format("the text of document {} is not in the record", id)};

  signature_.bind(1, id);
  HEARSAY_TAKE(has_signature, signature_.step());
  if (has_signature) {
    d.signature.minhash = unpacked<uint32_t>(signature_.view(0));
    d.signature.paragraphs = unpacked<uint64_t>(signature_.view(1));
  }
  signature_.reset();

  const auto keep = [](auto& list) {
    return [&list](auto&& row) {
      list.push_back(std::forward<decltype(row)>(row));
      return static_cast<const char*>(nullptr);
    };
  };
  const auto keep_numbered = [](auto& list, std::vector<uint32_t>& list_numbers, const Sql& sql) {
    return [&](auto&& row) {
      list.push_back(std::forward<decltype(row)>(row));
      list_numbers.push_back(static_cast<uint32_t>(sql.integer(0)));
      return static_cast<const char*>(nullptr);
    };
  };
  HEARSAY_TRY(each<Paragraph>(paragraph_, "paragraph", 0, d, keep(d.article.paragraphs)));
  HEARSAY_TRY(each<Credit>(credit_, "credit", 1, d, [&](Credit&& credit) {
    (credit_.integer(0) == 0 ? d.article.byline : d.article.via).push_back(std::move(credit));
    return nullptr;
  }));
  HEARSAY_TRY(each<TimeExpression>(time_, "time", 0, d, keep(d.times)));
  HEARSAY_TRY(each<PlaceMention>(place_, "place", 0, d, keep(d.places)));
  HEARSAY_TRY(each<Actor>(actor_, "actor", 1, d, keep_numbered(d.actors, numbers.actors, actor_)));
  HEARSAY_TRY(each<ActorMention>(mention_, "mention", 0, d, keep(d.mentions)));
  HEARSAY_TRY(each<Statement>(statement_, "statement", 1, d,
                              keep_numbered(d.statements, numbers.statements, statement_)));
  HEARSAY_TRY(each<Event>(event_, "event", 1, d, keep_numbered(d.events, numbers.events, event_)));
  for (Event& event : d.events) event.mentions.clear();

  actor_name_.bind(1, id);
  for (;;) {
    HEARSAY_TAKE(more, actor_name_.step());
    if (!more) break;
    if (Actor* actor = at_number(d.actors, numbers.actors, actor_name_.integer(0)))
      actor->names.push_back(actor_name_.text(1));
  }
  actor_name_.reset();
  HEARSAY_TRY(each<Office>(office_, "office", 1, d, [&](Office&& office) -> const char* {
    Actor* actor = at_number(d.actors, numbers.actors, office_.integer(0));
    if (!actor) return "actor";
    actor->offices.push_back(std::move(office));
    return nullptr;
  }));
  HEARSAY_TRY(
      each<EventMention>(event_mention_, "event_mention", 2, d, [&](EventMention&& mention) -> const char* {
        Event* event = at_number(d.events, numbers.events, event_mention_.integer(0));
        if (!event) return "event";
        if (event_mention_.integer(1) != static_cast<int64_t>(event->mentions.size())) return "number";
        event->mentions.push_back(std::move(mention));
        return nullptr;
      }));
  HEARSAY_TRY(each<Count>(event_count_, "event_count", 2, d, [&](Count&& count) -> const char* {
    Event* event = at_number(d.events, numbers.events, event_count_.integer(0));
    const int64_t mention = event_count_.integer(1);
    if (!event || mention < 0 || mention >= static_cast<int64_t>(event->mentions.size())) return "mention";
    event->mentions[static_cast<size_t>(mention)].counts.push_back(std::move(count));
    return nullptr;
  }));

  const auto resolve_all = [&](auto& rows, const char* table) -> Result<void> {
    for (auto& row : rows)
      if (const char* damage = resolve(row, numbers)) return damaged(id, table, damage);
    return {};
  };
  HEARSAY_TRY(resolve_all(d.actors, "actor"));
  HEARSAY_TRY(resolve_all(d.mentions, "mention"));
  HEARSAY_TRY(resolve_all(d.statements, "statement"));
  HEARSAY_TRY(resolve_all(d.events, "event"));
  for (Event& event : d.events) {
    HEARSAY_TRY(resolve_all(event.mentions, "event_mention"));
    if (event.principal >= event.mentions.size()) return damaged(id, "event", "principal");
    if (event.place != kNone && event.place >= d.places.size()) return damaged(id, "event", "place");
  }
  return stored;
}

Result<std::vector<DocumentLoader::NamedCapture>> DocumentLoader::captures(RowId id) {
  id_ = id;
  const Document none;
  std::vector<NamedCapture> captures;
  HEARSAY_TRY(each<Capture>(capture_, "capture", 1, none, [&](Capture&& capture) {
    captures.push_back({capture_.text(0), std::move(capture)});
    return nullptr;
  }));
  return captures;
}

}  // namespace hearsay
