#include "store/recode.h"

#include <algorithm>

#include "base/format.h"
#include "store/attempt.h"
#include "store/row_json.h"

namespace hearsay {
namespace {

Json with_words(const Document& d, const Actor& actor) {
  RowJson row(d);
  layout::describe(row, actor);
  row.texts("names", actor.names);
  for (const Office& office : actor.offices) {
    RowJson one(d);
    layout::describe(one, office);
    row.json["offices"].push_back(std::move(one.json));
  }
  return std::move(row.json);
}

Json with_words(const Document& d, const Statement& statement) {
  RowJson row(d);
  layout::describe(row, statement);
  return std::move(row.json);
}

Json with_words(const Document& d, const Event& event) {
  RowJson row(d);
  layout::describe(row, event);
  for (const EventMention& mention : event.mentions) {
    RowJson one(d);
    layout::describe(one, mention);
    for (const Count& count : mention.counts) {
      RowJson counted(d);
      layout::describe(counted, count);
      one.json["counts"].push_back(std::move(counted.json));
    }
    row.json["mentions"].push_back(std::move(one.json));
  }
  return std::move(row.json);
}

// The words by which a successor is known.
Span core(const Statement& s) { return s.content.empty() ? s.cue : s.content; }
Span core(const Event& e) { return e.mentions[e.principal].trigger; }

uint32_t shared_bytes(Span a, Span b) {
  const uint32_t begin = std::max(a.begin, b.begin), end = std::min(a.end, b.end);
  return a.empty() || b.empty() || begin >= end ? 0 : end - begin;
}

// Of the new rows, the one that has most of the old one's words.
template <class Row>
std::optional<Id> successor(const Row& old, const std::vector<Row>& fresh,
                            const std::vector<uint32_t>& added) {
  std::optional<Id> best;
  uint32_t most = 0;
  for (const uint32_t i : added) {
    const uint32_t shared = shared_bytes(core(old), core(fresh[i]));
    if (shared > most) {
      most = shared;
      best = fresh[i].id;
    }
  }
  return best;
}

std::optional<Id> successor(const Actor& old, const std::vector<Actor>& fresh,
                            const std::vector<uint32_t>& added) {
  for (const uint32_t i : added)
    if (fresh[i].name == old.name) return fresh[i].id;
  return std::nullopt;
}

// Groups lose the rows that go (ON DELETE CASCADE): whatever phase B makes of them next, it is not what they
// are now.
Result<void> unsettle_groups(const Database& database, RowId document) {
  static constexpr std::pair<const char*, const char*> kGroups[] = {
      {"shared_actor", "SELECT shared_actor FROM shared_actor_member WHERE document = {0}"},
      {"incident", "SELECT incident FROM incident_event WHERE document = {0}"},
      {"claim", "SELECT claim FROM claim_voice WHERE document = {0}"},
      {"agreement",
       "SELECT agreement FROM agreement_mention WHERE document = {0} UNION SELECT agreement FROM "
       "ledger_entry "
       "WHERE document = {0} UNION SELECT agreement FROM ledger_entry WHERE answer_document = {0}"},
      {"contact",
       "SELECT contact FROM contact_event WHERE document = {0} UNION SELECT contact FROM contact_readout "
       "WHERE document = {0}"},
  };
  for (const auto& [table, members] : kGroups)
    HEARSAY_TRY(database.execute(fmt::format("UPDATE {} SET content_hash = x'' WHERE id IN ({})", table,
                                             fmt::format(fmt::runtime(members), document))));
  return {};
}

struct Recoding {
  const RecodeTools& tools;
  RowId document;
  const StoredDocument& old;
  const Document& fresh;
  RowId run;
  bool same_text;
  size_t withdrawn = 0;

  template <class Row>
  Result<void> withdraw(RowKind kind, const char* table, const std::vector<Row>& before,
                        const std::vector<Row>& now, const DocumentWriter::Changes& changes) {
    if (changes.gone.empty() && changes.added.empty()) return {};
    HEARSAY_TAKE(run_of, tools.database.prepare(
                             fmt::format("SELECT run FROM {} WHERE document = ? AND number = ?", table)));
    for (const uint32_t i : changes.gone) {
      const uint32_t number = old.numbers.of(kind)[i];
      HEARSAY_TAKE(has_row, run_of.bind(1, document).bind(2, int64_t{number}).step());
      Withdrawals::Gone gone;
      gone.kind = kind;
      gone.id = before[i].id;
      gone.document = document;
      // Offsets compare only within one text.
      if (same_text) gone.successor = successor(before[i], now, changes.added);
      gone.content = with_words(old.document, before[i]).dump();
      gone.written_by = has_row ? run_of.integer(0) : run;
      run_of.reset();
      HEARSAY_TRY(tools.withdrawals.add(gone, run));
      HEARSAY_TRY(tools.ids.remove(kind, gone.id, document, number));
      ++withdrawn;
    }
    for (const uint32_t i : changes.added) HEARSAY_TRY(tools.withdrawals.revive(kind, now[i].id, run));
    return {};
  }
};

}  // namespace

Result<size_t> recode(const RecodeTools& tools, RowId document, const StoredDocument& old,
                      const Document& fresh, const Sha256& content_hash, RowId run) {
  const DocumentWriter::Update update = DocumentWriter::compare(old.document, old.numbers, fresh);
  Recoding recoding{tools, document, old, fresh, run, old.document.text == fresh.text};
  const Document &before = old.document, &now = fresh;
  HEARSAY_TRY(recoding.withdraw(RowKind::kActor, "actor", before.actors, now.actors, update.actors));
  HEARSAY_TRY(recoding.withdraw(RowKind::kStatement, "statement", before.statements, now.statements,
                                update.statements));
  HEARSAY_TRY(recoding.withdraw(RowKind::kEvent, "event", before.events, now.events, update.events));
  if (recoding.withdrawn) HEARSAY_TRY(unsettle_groups(tools.database, document));
  if (!update.actors.added.empty() || !update.statements.added.empty() || !update.events.added.empty())
    HEARSAY_TRY(tools.ids.wait(document));
  // Whatever differs in the words that are indexed; a statement's source may differ where its id does not.
  const auto indexed = [](const Document& d, const Numbers& numbers) {
    std::string out = d.text;
    for (size_t i = 0; i < d.statements.size(); ++i)
      out += fmt::format("\n{} {} {}", numbers.statements[i], d.words_of(d.statements[i].source),
                         d.words_of(d.statements[i].content));
    return out;
  };
  if (indexed(before, old.numbers) != indexed(now, update.numbers) ||
      before.article.title != now.article.title || before.article.body != now.article.body)
    HEARSAY_TRY(tools.full_text.remove(document, old));
  HEARSAY_TRY(tools.writer.update(document, old.document, old.numbers, fresh, update, content_hash, run));
  return recoding.withdrawn;
}

}  // namespace hearsay
