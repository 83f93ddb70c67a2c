#include "store/document_writer.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/utf8.h"
#include "store/attempt.h"
#include "store/binder.h"
#include "store/columns.h"
#include "store/printer.h"

namespace hearsay {
namespace {

std::string_view bytes_of(const Sha256& hash) {
  return {reinterpret_cast<const char*>(hash.data()), hash.size()};
}

// Little-endian, whatever the machine.
template <class N>
std::string packed(const std::vector<N>& values) {
  std::string out;
  out.reserve(values.size() * sizeof(N));
  for (const N value : values)
    for (size_t shift = 0; shift < 8 * sizeof(N); shift += 8)
      out.push_back(static_cast<char>(value >> shift & 255));
  return out;
}

// Runs of letters and digits, as `copies` counts them.
uint32_t count_words(std::string_view text) {
  uint32_t count = 0;
  bool inside = false;
  for (size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    bool is_word;
    if (byte < 0x80) {
      is_word = (byte >= '0' && byte <= '9') || ((byte | 32) >= 'a' && (byte | 32) <= 'z');
      ++at;
    } else {
      const char32_t c = next_code_point(text, at);
      is_word = is_letter(c) || is_digit(c);
    }
    count += is_word && !inside;
    inside = is_word;
  }
  return count;
}

template <class Row>
std::string printed(const std::vector<Row>& rows, const Document& document, const Numbers& numbers) {
  std::string out;
  Printer print(out, document, &numbers);
  for (const Row& row : rows) {
    layout::describe(print, row);
    print.end_row();
  }
  return out;
}

// A row with all that hangs on it, in one text.
std::string printed(const Actor& actor, uint32_t position, const Document& document, const Numbers& numbers) {
  std::string out = std::to_string(position) + "\t";
  Printer print(out, document, &numbers);
  layout::describe(print, actor);
  print.texts("names", actor.names);
  print.end_row();
  return out + printed(actor.offices, document, numbers);
}

std::string printed(const Statement& statement, uint32_t position, const Document& document,
                    const Numbers& numbers) {
  std::string out = std::to_string(position) + "\t";
  Printer print(out, document, &numbers);
  layout::describe(print, statement);
  return out;
}

std::string printed(const Event& event, uint32_t position, const Document& document, const Numbers& numbers) {
  std::string out = std::to_string(position) + "\t";
  Printer print(out, document, &numbers);
  layout::describe(print, event);
  for (const EventMention& mention : event.mentions) {
    print.end_row();
    layout::describe(print, mention);
    print.end_row();
    out += printed(mention.counts, document, numbers);
  }
  return out;
}

// Indexes of the rows in the order of their ids: the index on (document, sid) then only ever grows at its
// end.
template <class Row>
std::vector<uint32_t> by_id(const std::vector<Row>& rows) {
  std::vector<uint32_t> order(rows.size());
  for (uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) { return rows[a].id < rows[b].id; });
  return order;
}

// The rows of the same kind that a row points to.
std::array<uint32_t, 2> references_of(const Actor& actor) { return {actor.part_of, kNone}; }
std::array<uint32_t, 2> references_of(const Statement& statement) {
  return {statement.parent, statement.answers};
}
std::array<uint32_t, 2> references_of(const Event&) { return {kNone, kNone}; }

// `order` with each row after those it points to, save where they point in a circle. As long as one deferred
// key is unmet SQLite looks through all rows of the document whenever a row is inserted, to see whether it
// meets the key: the square of their number.
template <class Row>
std::vector<uint32_t> after_references(const std::vector<Row>& rows, const std::vector<uint32_t>& order) {
  std::vector<uint32_t> out, path;
  std::vector<bool> wanted(rows.size()), begun(rows.size()), done(rows.size());
  for (const uint32_t i : order) wanted[i] = true;
  for (const uint32_t first : order) {
    path.push_back(first);
    while (!path.empty()) {
      const uint32_t i = path.back();
      if (!begun[i]) {
        begun[i] = true;
        for (const uint32_t reference : references_of(rows[i]))
          if (reference < rows.size() && wanted[reference] && !begun[reference]) path.push_back(reference);
        continue;
      }
      path.pop_back();
      if (!done[i]) out.push_back(i);
      done[i] = true;
    }
  }
  return out;
}

template <class Row>
std::vector<uint32_t> ranks(const std::vector<Row>& rows) {
  std::vector<uint32_t> numbers(rows.size());
  uint32_t next = 1;
  for (const uint32_t index : by_id(rows)) numbers[index] = next++;
  return numbers;
}

template <class Row>
DocumentWriter::Changes compare_rows(const std::vector<Row>& old, const std::vector<uint32_t>& old_numbers,
                                     const std::vector<Row>& fresh, std::vector<uint32_t>& numbers) {
  DocumentWriter::Changes changes;
  std::map<Id, uint32_t> known;
  uint32_t last = 0;
  for (uint32_t i = 0; i < old.size(); ++i) {
    known[old[i].id] = i;
    last = std::max(last, old_numbers[i]);
  }
  numbers.assign(fresh.size(), 0);
  for (const uint32_t i : by_id(fresh)) {
    const auto found = known.find(fresh[i].id);
    if (found == known.end()) {
      changes.added.push_back(i);
      numbers[i] = ++last;
    } else {
      numbers[i] = old_numbers[found->second];
      known.erase(found);
    }
  }
  for (const auto& [id, index] : known) changes.gone.push_back(index);
  return changes;
}

const std::vector<std::string> kKeys = {"document", "number"};
const std::vector<std::string> kCheckAndRun = {"words_check", "run"};

}  // namespace

struct DocumentWriter::At {
  RowId id;
  const Document& document;
  const Numbers& numbers;
  RowId run;

  // Binds (id, number), the row, its check and the run, and runs the statement.
  template <class Row>
  [[nodiscard]] Result<void> put(Sql& sql, int64_t number, const Row& row) const {
    sql.bind(1, id).bind(2, number);
    Binder binder(sql, 3, document, numbers);
    layout::describe(binder, row);
    binder.put(binder.words_check());
    binder.put(run);
    return sql.run();
  }
};

Result<DocumentWriter> DocumentWriter::make(const Database& database) {
  DocumentWriter w;
  const std::string of_row = "WHERE document = ? AND number = ?";
  const std::vector<std::string> actor_keys = {"document", "actor", "number"};
  const std::vector<std::string> row_keys = {"document", "number", "position"};
  const std::pair<Sql*, std::string> all[] = {
      {&w.document_, insert_sql<Document>(
                         "document", {"id", "sha256", "text_sha256", "content_hash", "words"}, kCheckAndRun)},
      {&w.text_, "INSERT OR REPLACE INTO document_text(document, title, body, captions) VALUES (?, ?, ?, ?)"},
      {&w.signature_, "INSERT OR REPLACE INTO signature(document, minhash, paragraphs) VALUES (?, ?, ?)"},
      {&w.capture_, insert_sql<Capture>("capture", {"document", "number", "name"}, {"run"})},
      {&w.paragraph_, insert_sql<Paragraph>("paragraph", {"document", "number", "words"}, kCheckAndRun)},
      {&w.credit_, insert_sql<Credit>("credit", {"document", "number", "role"}, kCheckAndRun)},
      {&w.time_, insert_sql<TimeExpression>("time", kKeys, kCheckAndRun)},
      {&w.place_, insert_sql<PlaceMention>("place", kKeys, kCheckAndRun)},
      {&w.actor_, insert_sql<Actor>("actor", row_keys, {"run"})},
      {&w.actor_name_, "INSERT INTO actor_name(document, actor, number, name, run) VALUES (?, ?, ?, ?, ?)"},
      {&w.office_, insert_sql<Office>("office", actor_keys, kCheckAndRun)},
      {&w.mention_, insert_sql<ActorMention>("mention", kKeys, kCheckAndRun)},
      {&w.statement_, insert_sql<Statement>("statement", row_keys, kCheckAndRun)},
      {&w.event_, insert_sql<Event>("event", row_keys, kCheckAndRun)},
      {&w.event_mention_,
       insert_sql<EventMention>("event_mention", {"document", "event", "number"}, kCheckAndRun)},
      {&w.event_count_,
       insert_sql<Count>("event_count", {"document", "event", "mention", "number"}, kCheckAndRun)},
      {&w.update_document_,
       update_sql<Document>("document", {"text_sha256", "content_hash", "words"}, kCheckAndRun, {"id"})},
      {&w.update_actor_, update_sql<Actor>("actor", {"position"}, {"run"}, kKeys)},
      {&w.update_statement_, update_sql<Statement>("statement", {"position"}, kCheckAndRun, kKeys)},
      {&w.update_event_, update_sql<Event>("event", {"position"}, kCheckAndRun, kKeys)},
      {&w.clear_paragraphs_, "DELETE FROM paragraph WHERE document = ?"},
      {&w.clear_credits_, "DELETE FROM credit WHERE document = ?"},
      {&w.clear_times_, "DELETE FROM time WHERE document = ?"},
      {&w.clear_places_, "DELETE FROM place WHERE document = ?"},
      {&w.clear_mentions_, "DELETE FROM mention WHERE document = ?"},
      {&w.remove_actor_, "DELETE FROM actor " + of_row},
      {&w.remove_actor_names_, "DELETE FROM actor_name WHERE document = ? AND actor = ?"},
      {&w.remove_offices_, "DELETE FROM office WHERE document = ? AND actor = ?"},
      {&w.remove_statement_, "DELETE FROM statement " + of_row},
      {&w.remove_event_, "DELETE FROM event " + of_row},
      {&w.remove_event_mentions_, "DELETE FROM event_mention WHERE document = ? AND event = ?"},
      {&w.remove_event_counts_, "DELETE FROM event_count WHERE document = ? AND event = ?"},
  };
  for (const auto& [slot, sql] : all) {
    Result<Sql> statement = database.prepare(sql);
    if (!statement.ok()) return statement.error();
    *slot = std::move(*statement);
  }
  return w;
}

// ---- layers -------------------------------------------------------------------------------------

Result<void> DocumentWriter::write_text(const At& at) {
  const Document& d = at.document;
  text_.bind(1, at.id);
  text_.bind_lasting(2, d.words_of(d.article.title))
      .bind_lasting(3, d.words_of(d.article.body))
      .bind_lasting(4, d.words_of(d.article.captions));
  const std::string minhash = packed(d.signature.minhash), paragraphs = packed(d.signature.paragraphs);
  signature_.bind(1, at.id);
  signature_.bind_lasting_blob(2, minhash).bind_lasting_blob(3, paragraphs);
  HEARSAY_TRY(text_.run());
  return signature_.run();
}

Result<void> DocumentWriter::write_paragraphs(const At& at) {
  int64_t number = 0;
  for (const Paragraph& paragraph : at.document.article.paragraphs) {
    paragraph_.bind(1, at.id)
        .bind(2, number++)
        .bind(3, int64_t{count_words(at.document.words_of(paragraph.span))});
    Binder binder(paragraph_, 4, at.document, at.numbers);
    layout::describe(binder, paragraph);
    binder.put(binder.words_check());
    binder.put(at.run);
    HEARSAY_TRY(paragraph_.run());
  }
  return {};
}

Result<void> DocumentWriter::write_credits(const At& at) {
  int64_t number = 0, role = 0;
  for (const std::vector<Credit>* credits : {&at.document.article.byline, &at.document.article.via}) {
    for (const Credit& credit : *credits) {
      credit_.bind(1, at.id).bind(2, number++).bind(3, role);
      Binder binder(credit_, 4, at.document, at.numbers);
      layout::describe(binder, credit);
      binder.put(binder.words_check());
      binder.put(at.run);
      HEARSAY_TRY(credit_.run());
    }
    ++role;
  }
  return {};
}

Result<void> DocumentWriter::write_times(const At& at) {
  int64_t number = 0;
  for (const TimeExpression& time : at.document.times) HEARSAY_TRY(at.put(time_, number++, time));
  return {};
}

Result<void> DocumentWriter::write_places(const At& at) {
  int64_t number = 0;
  for (const PlaceMention& place : at.document.places) HEARSAY_TRY(at.put(place_, number++, place));
  return {};
}

Result<void> DocumentWriter::write_mentions(const At& at) {
  int64_t number = 0;
  for (const ActorMention& mention : at.document.mentions) HEARSAY_TRY(at.put(mention_, number++, mention));
  return {};
}

Result<void> DocumentWriter::write_actor(const At& at, uint32_t index, How how) {
  Sql& sql = how == How::kInsert ? actor_ : update_actor_;
  const int64_t number = at.numbers.actors[index];
  if (how == How::kInsert) sql.bind(1, at.id).bind(2, number);
  const int first = how == How::kInsert ? 3 : 1;
  sql.bind(first, int64_t{index});
  Binder binder(sql, first + 1, at.document, at.numbers);
  layout::describe(binder, at.document.actors[index]);
  binder.put(at.run);
  if (how == How::kUpdate) {
    binder.put(at.id);
    binder.put(number);
  }
  HEARSAY_TRY(sql.run());
  return write_actor_details(at, index);
}

Result<void> DocumentWriter::write_actor_details(const At& at, uint32_t index) {
  const Actor& actor = at.document.actors[index];
  const int64_t owner = at.numbers.actors[index];
  int64_t number = 0;
  for (const std::string& name : actor.names) {
    actor_name_.bind(1, at.id).bind(2, owner).bind(3, number++).bind_lasting(4, name).bind(5, at.run);
    HEARSAY_TRY(actor_name_.run());
  }
  number = 0;
  for (const Office& office : actor.offices) {
    office_.bind(1, at.id).bind(2, owner).bind(3, number++);
    Binder binder(office_, 4, at.document, at.numbers);
    layout::describe(binder, office);
    binder.put(binder.words_check());
    binder.put(at.run);
    HEARSAY_TRY(office_.run());
  }
  return {};
}

Result<void> DocumentWriter::write_statement(const At& at, uint32_t index, How how) {
  Sql& sql = how == How::kInsert ? statement_ : update_statement_;
  const int64_t number = at.numbers.statements[index];
  if (how == How::kInsert) sql.bind(1, at.id).bind(2, number);
  const int first = how == How::kInsert ? 3 : 1;
  sql.bind(first, int64_t{index});
  Binder binder(sql, first + 1, at.document, at.numbers);
  layout::describe(binder, at.document.statements[index]);
  binder.put(binder.words_check());
  binder.put(at.run);
  if (how == How::kUpdate) {
    binder.put(at.id);
    binder.put(number);
  }
  return sql.run();
}

Result<void> DocumentWriter::write_event(const At& at, uint32_t index, How how) {
  Sql& sql = how == How::kInsert ? event_ : update_event_;
  const int64_t number = at.numbers.events[index];
  if (how == How::kInsert) sql.bind(1, at.id).bind(2, number);
  const int first = how == How::kInsert ? 3 : 1;
  sql.bind(first, int64_t{index});
  Binder binder(sql, first + 1, at.document, at.numbers);
  layout::describe(binder, at.document.events[index]);
  binder.put(binder.words_check());
  binder.put(at.run);
  if (how == How::kUpdate) {
    binder.put(at.id);
    binder.put(number);
  }
  HEARSAY_TRY(sql.run());
  return write_event_mentions(at, index);
}

Result<void> DocumentWriter::write_event_mentions(const At& at, uint32_t index) {
  const int64_t event = at.numbers.events[index];
  int64_t number = 0;
  for (const EventMention& mention : at.document.events[index].mentions) {
    event_mention_.bind(1, at.id).bind(2, event).bind(3, number);
    Binder binder(event_mention_, 4, at.document, at.numbers);
    layout::describe(binder, mention);
    binder.put(binder.words_check());
    binder.put(at.run);
    HEARSAY_TRY(event_mention_.run());
    int64_t count_number = 0;
    for (const Count& count : mention.counts) {
      event_count_.bind(1, at.id).bind(2, event).bind(3, number).bind(4, count_number++);
      Binder count_binder(event_count_, 5, at.document, at.numbers);
      layout::describe(count_binder, count);
      count_binder.put(count_binder.words_check());
      count_binder.put(at.run);
      HEARSAY_TRY(event_count_.run());
    }
    ++number;
  }
  return {};
}

// ---- documents ----------------------------------------------------------------------------------

namespace {

uint32_t words_of_body(const Document& document) {
  return count_words(document.words_of(document.article.body));
}

}  // namespace

Result<void> DocumentWriter::insert(RowId id, const Document& document, const Sha256& content_hash,
                                    RowId run) {
  const Numbers numbers{ranks(document.actors), ranks(document.statements), ranks(document.events)};
  const At at{id, document, numbers, run};
  document_.bind(1, id)
      .bind_lasting_blob(2, bytes_of(document.page.sha256))
      .bind_lasting_blob(3, bytes_of(document.article.text_sha256));
  document_.bind_lasting_blob(4, bytes_of(content_hash).substr(0, 16))
      .bind(5, int64_t{words_of_body(document)});
  Binder binder(document_, 6, document, numbers);
  layout::describe(binder, document);
  binder.put(binder.words_check());
  binder.put(run);
  HEARSAY_TRY(document_.run());
  HEARSAY_TRY(write_text(at));
  HEARSAY_TRY(write_paragraphs(at));
  HEARSAY_TRY(write_credits(at));
  HEARSAY_TRY(write_times(at));
  HEARSAY_TRY(write_places(at));
  for (const uint32_t i : after_references(document.actors, by_id(document.actors)))
    HEARSAY_TRY(write_actor(at, i, How::kInsert));
  HEARSAY_TRY(write_mentions(at));
  for (const uint32_t i : after_references(document.statements, by_id(document.statements)))
    HEARSAY_TRY(write_statement(at, i, How::kInsert));
  for (const uint32_t i : by_id(document.events)) HEARSAY_TRY(write_event(at, i, How::kInsert));
  return {};
}

DocumentWriter::Update DocumentWriter::compare(const Document& old, const Numbers& old_numbers,
                                               const Document& fresh) {
  Update update;
  update.actors = compare_rows(old.actors, old_numbers.actors, fresh.actors, update.numbers.actors);
  update.statements =
      compare_rows(old.statements, old_numbers.statements, fresh.statements, update.numbers.statements);
  update.events = compare_rows(old.events, old_numbers.events, fresh.events, update.numbers.events);
  return update;
}

Result<void> DocumentWriter::remove(Sql& sql, RowId id, uint32_t number) {
  return sql.bind(1, id).bind(2, int64_t{number}).run();
}

Result<void> DocumentWriter::remove_actor_details(RowId id, uint32_t number) {
  HEARSAY_TRY(remove(remove_actor_names_, id, number));
  return remove(remove_offices_, id, number);
}

Result<void> DocumentWriter::remove_event_details(RowId id, uint32_t number) {
  HEARSAY_TRY(remove(remove_event_counts_, id, number));
  return remove(remove_event_mentions_, id, number);
}

Result<void> DocumentWriter::update(RowId id, const Document& old, const Numbers& old_numbers,
                                    const Document& fresh, const Update& update, const Sha256& content_hash,
                                    RowId run) {
  const At at{id, fresh, update.numbers, run};
  // With another text, what stays the same stands on other words.
  const bool same_text = old.text == fresh.text && old.article.title == fresh.article.title &&
                         old.article.body == fresh.article.body &&
                         old.article.captions == fresh.article.captions;
  update_document_.bind_lasting_blob(1, bytes_of(fresh.article.text_sha256))
      .bind_lasting_blob(2, bytes_of(content_hash).substr(0, 16));
  update_document_.bind(3, int64_t{words_of_body(fresh)});
  Binder binder(update_document_, 4, fresh, update.numbers);
  layout::describe(binder, fresh);
  binder.put(binder.words_check());
  binder.put(run);
  binder.put(id);
  HEARSAY_TRY(update_document_.run());
  if (!same_text || old.signature.minhash != fresh.signature.minhash ||
      old.signature.paragraphs != fresh.signature.paragraphs)
    HEARSAY_TRY(write_text(at));

  const auto same = [&](const auto& before, const auto& now) {
    return same_text && printed(before, old, old_numbers) == printed(now, fresh, update.numbers);
  };
  using Write = Result<void> (DocumentWriter::*)(const At&);
  const auto replace = [&](bool unchanged, Sql& clear, Write write) -> Result<void> {
    if (unchanged) return {};
    HEARSAY_TRY(clear.bind(1, id).run());
    return (this->*write)(at);
  };
  const Article &before = old.article, &now = fresh.article;
  HEARSAY_TRY(
      replace(same(before.paragraphs, now.paragraphs), clear_paragraphs_, &DocumentWriter::write_paragraphs));
  HEARSAY_TRY(replace(same(before.byline, now.byline) && same(before.via, now.via), clear_credits_,
                      &DocumentWriter::write_credits));
  HEARSAY_TRY(replace(same(old.times, fresh.times), clear_times_, &DocumentWriter::write_times));
  HEARSAY_TRY(replace(same(old.places, fresh.places), clear_places_, &DocumentWriter::write_places));
  HEARSAY_TRY(replace(same(old.mentions, fresh.mentions), clear_mentions_, &DocumentWriter::write_mentions));

  for (const uint32_t i : update.events.gone) {
    HEARSAY_TRY(remove_event_details(id, old_numbers.events[i]));
    HEARSAY_TRY(remove(remove_event_, id, old_numbers.events[i]));
  }
  for (const uint32_t i : update.statements.gone)
    HEARSAY_TRY(remove(remove_statement_, id, old_numbers.statements[i]));
  for (const uint32_t i : update.actors.gone) {
    HEARSAY_TRY(remove_actor_details(id, old_numbers.actors[i]));
    HEARSAY_TRY(remove(remove_actor_, id, old_numbers.actors[i]));
  }

  // Rows that stay are written where they differ; new ones follow.
  const auto write = [&](const auto& rows_before, const auto& rows_now, RowKind kind,
                         const std::vector<uint32_t>& added, auto&& write_row) -> Result<void> {
    std::map<uint32_t, uint32_t> old_index;
    for (uint32_t i = 0; i < rows_before.size(); ++i) old_index[old_numbers.of(kind)[i]] = i;
    std::vector<bool> is_new(rows_now.size());
    for (const uint32_t i : added) is_new[i] = true;
    for (uint32_t i = 0; i < rows_now.size(); ++i) {
      if (is_new[i]) continue;
      const uint32_t was = old_index.at(update.numbers.of(kind)[i]);
      if (!same_text ||
          printed(rows_before[was], was, old, old_numbers) != printed(rows_now[i], i, fresh, update.numbers))
        HEARSAY_TRY(write_row(i, How::kUpdate));
    }
    for (const uint32_t i : after_references(rows_now, added)) HEARSAY_TRY(write_row(i, How::kInsert));
    return {};
  };
  HEARSAY_TRY(write(old.actors, fresh.actors, RowKind::kActor, update.actors.added,
                    [&](uint32_t i, How how) -> Result<void> {
                      if (how == How::kUpdate)
                        HEARSAY_TRY(remove_actor_details(id, update.numbers.actors[i]));
                      return write_actor(at, i, how);
                    }));
  HEARSAY_TRY(write(old.statements, fresh.statements, RowKind::kStatement, update.statements.added,
                    [&](uint32_t i, How how) { return write_statement(at, i, how); }));
  return write(old.events, fresh.events, RowKind::kEvent, update.events.added,
               [&](uint32_t i, How how) -> Result<void> {
                 if (how == How::kUpdate) HEARSAY_TRY(remove_event_details(id, update.numbers.events[i]));
                 return write_event(at, i, how);
               });
}

Result<void> DocumentWriter::insert_capture(RowId id, int64_t number, const Page& page, RowId run) {
  capture_.bind(1, id).bind(2, number).bind_lasting(3, page.name);
  Document none;
  const Numbers numbers;
  Binder binder(capture_, 4, none, numbers);
  layout::describe(binder, page.capture);
  binder.put(run);
  return capture_.run();
}

}  // namespace hearsay
