// Reader::each_*: the rows of phase B, streamed.
#include <algorithm>
#include <cstdio>
#include <map>
#include <set>

#include "base/format.h"
#include "base/utf8.h"
#include "store/attempt.h"
#include "store/columns.h"
#include "store/fetcher.h"
#include "store/reader_state.h"

namespace hearsay {
namespace {

// "2031-05-03/0123456789abcdef/": sorts documents by their first day, then by their hash. A row's place in
// the document follows.
std::string order_of(const Interval& published, std::string_view hash) {
  std::string day = (published.from.empty() ? published.to : published.from).substr(0, 10);
  if (day.empty()) day = "9999";
  return day + "/" + to_hex(reinterpret_cast<const uint8_t*>(hash.data()), std::min<size_t>(hash.size(), 8)) +
         "/";
}

std::string at_position(const std::string& order, int64_t position) {
  return order + fmt::format("{:06}", position);
}

// Columns that every query begins with: d.id, d.published_from, d.published_to, d.sha256.
constexpr const char* kDocumentColumns = "d.id, d.published_from, d.published_to, d.sha256";
constexpr int kAfterDocument = 4;

constexpr const char* kSelectText = "SELECT title, body, captions FROM document_text WHERE document = ?";
constexpr const char* kCountMentions =
    "SELECT actor, count(*) FROM mention WHERE document = ? GROUP BY actor";

// What rows of one document have in common; read anew as the document changes.
struct Home {
  RowId document = 0;
  Interval published;
  std::string order;
  Document text;  // text and parts alone

  // True where the row at hand is of another document than the one before.
  bool enter(const Sql& sql) {
    if (sql.integer(0) == document) return false;
    document = sql.integer(0);
    published = sql.interval(1);
    order = order_of(published, sql.view(3));
    return true;
  }
  // `texts`: kSelectText. A statement of its own, once a document: as columns of each row the whole text
  // would be read again for every actor, statement and event that it has.
  Result<void> read_text(Sql& texts) {
    text = Document();
    HEARSAY_TAKE(found, texts.bind(1, document).step());
    int column = 0;
    for (Span* range : {&text.article.title, &text.article.body, &text.article.captions}) {
      const std::string_view words = found ? texts.view(column++) : std::string_view();
      if (words.empty()) continue;
      if (!text.text.empty()) text.text += "\n\n";
      const auto begin = static_cast<uint32_t>(text.text.size());
      text.text += words;
      *range = {begin, static_cast<uint32_t>(text.text.size())};
    }
    texts.reset();
    return {};
  }
  [[nodiscard]] Span span(const Sql& sql, int column) const {
    const std::optional<Sql::PartSpan> local = sql.part_span(column);
    if (!local) return {};
    const Span part = text.range_of(local->part);
    if (local->span.empty() || local->span.end > part.size()) return {};
    return {part.begin + local->span.begin, part.begin + local->span.end};
  }
  [[nodiscard]] std::string words(const Sql& sql, int column) const {
    return std::string(text.words_of(span(sql, column)));
  }
};

template <class E>
E enumeration(const Sql& sql, int column, E last) {
  const int64_t value = sql.integer(column);
  return value < 0 || value > static_cast<int64_t>(last) ? E{} : static_cast<E>(value);
}

RowId member(const Sql& sql, int column, RowId document) {
  return sql.is_null(column) ? 0 : make_row_id(document, static_cast<uint32_t>(sql.integer(column)));
}

std::string span_columns(const std::string& table, const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names)
    for (const char* end : {"_part", "_begin", "_end"}) out += fmt::format(", {}.{}{}", table, name, end);
  return out;
}

// Runs `take` for each row of a statement bound to (document) or (document, number); stops at its error.
template <class Take>
Result<void> each_row(Sql& sql, Take take) {
  for (;;) {
    HEARSAY_TAKE(more, sql.step());
    if (!more) break;
    take();
  }
  sql.reset();
  return {};
}

// How often each actor of a document is mentioned, by the actor's number. `mentions`: kCountMentions.
Result<std::map<int64_t, int64_t>> mentions_of(Sql& mentions, RowId document) {
  std::map<int64_t, int64_t> counts;
  mentions.bind(1, document);
  HEARSAY_TRY(each_row(mentions, [&] { counts[mentions.integer(0)] = mentions.integer(1); }));
  return counts;
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

}  // namespace

Result<void> Reader::each_document(const Each<DocumentRow>& each) const {
  const Database& database = impl_->database;
  HEARSAY_TAKE(
      sql, database.prepare(fmt::format(
               "SELECT {}, t.title, d.outlet, d.language, d.text_sha256, d.words, g.minhash, g.paragraphs "
               "FROM document d LEFT JOIN document_text t ON t.document = d.id "
               "LEFT JOIN signature g ON g.document = d.id ORDER BY d.id",
               kDocumentColumns)));
  HEARSAY_TAKE(credits, database.prepare("SELECT role, name FROM credit WHERE document = ? ORDER BY number"));
  HEARSAY_TAKE(captures,
               database.prepare("SELECT address, canonical FROM capture WHERE document = ? ORDER BY number"));
  HEARSAY_TAKE(paragraphs,
               database.prepare("SELECT words FROM paragraph WHERE document = ? ORDER BY number"));
  Home home;
  for (;;) {
    HEARSAY_TAKE(more, sql.step());
    if (!more) return {};
    home.enter(sql);
    DocumentRow row;
    row.document = home.document;
    row.order = home.order;
    row.published = home.published;
    const std::string_view hash = sql.view(3);
    std::copy_n(hash.begin(), std::min(hash.size(), row.id.bytes.size()), row.id.bytes.begin());
    row.title = sql.text(4);
    row.outlet = sql.text(5);
    row.language = sql.text(6);
    const std::string_view text_hash = sql.view(7);
    std::copy_n(text_hash.begin(), std::min(text_hash.size(), row.text_sha256.size()),
                row.text_sha256.begin());
    row.words = static_cast<uint32_t>(sql.integer(8));
    row.signature.minhash = unpacked<uint32_t>(sql.view(9));
    row.signature.paragraphs = unpacked<uint64_t>(sql.view(10));
    credits.bind(1, row.document);
    HEARSAY_TRY(each_row(
        credits, [&] { (credits.integer(0) == 0 ? row.byline : row.via).push_back(credits.text(1)); }));
    captures.bind(1, row.document);
    HEARSAY_TRY(each_row(captures, [&] {
      for (int column = 0; column < 2; ++column) {
        std::string address = captures.text(column);
        if (!address.empty() &&
            std::find(row.addresses.begin(), row.addresses.end(), address) == row.addresses.end())
          row.addresses.push_back(std::move(address));
      }
    }));
    paragraphs.bind(1, row.document);
    HEARSAY_TRY(each_row(
        paragraphs, [&] { row.paragraph_words.push_back(static_cast<uint32_t>(paragraphs.integer(0))); }));
    if (!each(std::move(row))) return {};
  }
}

Result<void> Reader::each_actor(const Each<ActorRow>& each) const {
  const Database& database = impl_->database;
  HEARSAY_TAKE(sql, database.prepare(fmt::format(
                        "SELECT {}, a.number, a.position, a.sid, a.name, a.kind, a.code, a.private "
                        "FROM actor a JOIN document d ON d.id = a.document "
                        "ORDER BY a.document, a.number",
                        kDocumentColumns)));
  HEARSAY_TAKE(texts, database.prepare(kSelectText));
  HEARSAY_TAKE(mentions, database.prepare(kCountMentions));
  HEARSAY_TAKE(names, database.prepare(
                          "SELECT name FROM actor_name WHERE document = ? AND actor = ? ORDER BY number"));
  HEARSAY_TAKE(offices, database.prepare(select_sql<Office>(
                            "office", {}, "WHERE document = ? AND actor = ? ORDER BY number")));
  Home home;
  std::map<int64_t, int64_t> mentioned;  // in the document at hand, by the actor's number
  for (;;) {
    HEARSAY_TAKE(more, sql.step());
    if (!more) return {};
    if (home.enter(sql)) {
      HEARSAY_TRY(home.read_text(texts));
      HEARSAY_TAKE(counts, mentions_of(mentions, home.document));
      mentioned = std::move(counts);
    }
    int column = kAfterDocument;
    ActorRow row;
    row.document = home.document;
    const int64_t number = sql.integer(column++);
    row.actor = make_row_id(row.document, static_cast<uint32_t>(number));
    row.order = at_position(home.order, sql.integer(column++));
    row.id = sql.id(column++);
    row.name = sql.text(column++);
    row.kind = enumeration(sql, column++, ActorKind::kUnknown);
    row.code = sql.text(column++);
    row.is_private = sql.integer(column++) != 0;
    row.mentions = static_cast<uint32_t>(mentioned[number]);
    names.bind(1, row.document).bind(2, number);
    HEARSAY_TRY(each_row(names, [&] { row.names.push_back(names.text(0)); }));
    offices.bind(1, row.document).bind(2, number);
    HEARSAY_TRY(each_row(offices, [&] {
      Office office;
      Fetcher fetcher(offices, 0, home.text);
      layout::describe(fetcher, office);
      row.offices.push_back(std::move(office));
    }));
    if (!each(std::move(row))) return {};
  }
}

// ---- stories ------------------------------------------------------------------------------------

namespace {

// Words of a headline that can tell one story from another: folded, at least four letters.
std::vector<std::string> title_words(std::string_view title) {
  std::vector<std::string> words;
  const std::string folded = fold(title);
  std::string word;
  const auto close = [&] {
    if (word.size() > 3) words.push_back("title:" + word);
    word.clear();
  };
  for (size_t at = 0; at < folded.size();) {
    const size_t begin = at;
    if (is_letter(next_code_point(folded, at)))
      word.append(folded, begin, at - begin);
    else
      close();
  }
  close();
  return words;
}

}  // namespace

Result<void> Reader::each_story_row(const Each<StoryRow>& each) const {
  const Database& database = impl_->database;
  HEARSAY_TAKE(sql, database.prepare(fmt::format(
                        "SELECT {}, (SELECT f.document FROM copy_member c JOIN copy_member f "
                        "ON f.copy_group = c.copy_group AND f.position = 0 WHERE c.document = d.id) "
                        "FROM document d ORDER BY d.id",
                        kDocumentColumns)));
  HEARSAY_TAKE(texts, database.prepare(kSelectText));
  HEARSAY_TAKE(mentions, database.prepare(kCountMentions));
  // An outlet's name says where a report stands, not what it is about.
  HEARSAY_TAKE(
      actors,
      database.prepare(fmt::format(
          "SELECT ifnull(g.name, a.name), a.number FROM actor a LEFT JOIN shared_actor_member s ON "
          "s.document = a.document AND s.actor = a.number "
          "LEFT JOIN shared_actor g ON g.id = s.shared_actor WHERE a.document = ? AND a.kind <> {} ORDER BY "
          "a.position",
          static_cast<int>(ActorKind::kOutlet))));
  HEARSAY_TAKE(places,
               database.prepare(
                   "SELECT span_part, span_begin, span_end FROM place WHERE document = ? ORDER BY number"));
  Home home;
  for (;;) {
    HEARSAY_TAKE(more, sql.step());
    if (!more) return {};
    home.enter(sql);
    HEARSAY_TRY(home.read_text(texts));
    StoryRow row;
    row.document = home.document;
    row.order = home.order;
    row.published = home.published;
    const std::string_view hash = sql.view(3);
    std::copy_n(hash.begin(), std::min(hash.size(), row.id.bytes.size()), row.id.bytes.begin());
    row.title = home.text.words_of(home.text.article.title);
    row.copy_of = sql.integer(kAfterDocument);

    std::vector<std::pair<std::string, int64_t>> terms;  // in order of first use
    const auto count = [&](const std::string& name, int64_t times) {
      std::string term = fold(name);
      if (term.empty()) return;
      const auto known =
          std::find_if(terms.begin(), terms.end(), [&](const auto& one) { return one.first == term; });
      if (known == terms.end())
        terms.emplace_back(std::move(term), times);
      else
        known->second += times;
    };
    HEARSAY_TAKE(mentioned, mentions_of(mentions, row.document));
    actors.bind(1, row.document);
    HEARSAY_TRY(each_row(actors, [&] { count(actors.text(0), mentioned[actors.integer(1)]); }));
    places.bind(1, row.document);
    HEARSAY_TRY(each_row(places, [&] { count(home.words(places, 0), 1); }));
    std::stable_sort(terms.begin(), terms.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    for (auto& [term, times] : terms) row.terms.push_back(std::move(term));
    for (std::string& word : title_words(row.title))
      if (std::find(row.terms.begin(), row.terms.end(), word) == row.terms.end())
        row.terms.push_back(std::move(word));
    if (!each(std::move(row))) return {};
  }
}

// ---- statements and events ----------------------------------------------------------------------

namespace {

const std::string kSourceName =
    "SELECT s.parent, s.via_name, ifnull(g.name, s.source_name), ifnull(nullif(a.code, ''), g.code), "
    "m.shared_actor, s.source_kind "
    "FROM statement s LEFT JOIN actor a ON a.document = s.document AND a.number = s.source_actor "
    "LEFT JOIN shared_actor_member m ON m.document = s.document AND m.actor = s.source_actor "
    "LEFT JOIN shared_actor g ON g.id = m.shared_actor WHERE s.document = ? AND s.number = ?";

}  // namespace

Result<void> Reader::each_statement(const Each<StatementRow>& each) const {
  const std::vector<std::string> spans = {"sentence", "source",  "cue",       "content", "addressee",
                                          "via",      "channel", "condition", "deadline"};
  HEARSAY_TAKE(
      sql,
      impl_->database.prepare(fmt::format(
          "SELECT {}, s.number, s.position, s.sid, s.act, s.detail, s.form, s.source_kind, s.parent, "
          "s.answers, "
          "s.source_name, s.addressee_name, s.via_name, s.on_behalf_of_name, s.source_actor, "
          "s.addressee_actor, "
          "sm.shared_actor, am.shared_actor, ifnull(sa.code, ''), ifnull(aa.code, ''), s.when_from, "
          "s.when_to, s.deadline_from, "
          "s.deadline_to, d.outlet, (SELECT c.name FROM credit c WHERE c.document = d.id AND c.role = 1 "
          "ORDER BY c.number LIMIT 1), "
          "y.story, g.copy_group{} "
          "FROM statement s JOIN document d ON d.id = s.document "
          "LEFT JOIN actor sa ON sa.document = s.document AND sa.number = s.source_actor "
          "LEFT JOIN actor aa ON aa.document = s.document AND aa.number = s.addressee_actor "
          "LEFT JOIN shared_actor_member sm ON sm.document = s.document AND sm.actor = s.source_actor "
          "LEFT JOIN shared_actor_member am ON am.document = s.document AND am.actor = s.addressee_actor "
          "LEFT JOIN story_member y ON y.document = d.id LEFT JOIN copy_member g ON g.document = d.id "
          "ORDER BY s.document, s.number",
          kDocumentColumns, span_columns("s", spans))));
  HEARSAY_TAKE(texts, impl_->database.prepare(kSelectText));
  Home home;
  for (;;) {
    HEARSAY_TAKE(more, sql.step());
    if (!more) return {};
    if (home.enter(sql)) HEARSAY_TRY(home.read_text(texts));
    int column = kAfterDocument;
    StatementRow row;
    row.document = home.document;
    row.published = home.published;
    row.statement = make_row_id(row.document, static_cast<uint32_t>(sql.integer(column++)));
    row.order = at_position(home.order, sql.integer(column++));
    row.id = sql.id(column++);
    row.act = enumeration(sql, column++, Act::kAdmit);
    row.detail = enumeration(sql, column++, ActDetail::kRetract);
    row.form = enumeration(sql, column++, Form::kIndirect);
    row.source_kind = enumeration(sql, column++, SourceKind::kNone);
    row.parent = member(sql, column++, row.document);
    row.answers = member(sql, column++, row.document);
    for (std::string* name : {&row.source_name, &row.addressee_name, &row.via_name, &row.on_behalf_of_name})
      *name = sql.text(column++);
    for (RowId* actor : {&row.source_actor, &row.addressee_actor})
      *actor = member(sql, column++, row.document);
    for (RowId* shared : {&row.source_shared, &row.addressee_shared}) *shared = sql.integer(column++);
    for (std::string* code : {&row.source_code, &row.addressee_code}) *code = sql.text(column++);
    for (Interval* interval : {&row.when, &row.deadline_value}) {
      *interval = sql.interval(column);
      column += 2;
    }
    row.outlet = sql.text(column++);
    row.agency = sql.text(column++);
    row.story = sql.integer(column++);
    row.copy_group = sql.integer(column++);
    row.sentence_span = home.span(sql, column);
    row.content_span = home.span(sql, column + 9);
    for (std::string* words : {&row.sentence, &row.source, &row.cue, &row.content, &row.addressee, &row.via,
                               &row.channel, &row.condition, &row.deadline}) {
      *words = home.words(sql, column);
      column += 3;
    }
    if (!each(std::move(row))) return {};
  }
}

Result<void> Reader::each_event(const Each<EventRow>& each) const {
  const Database& database = impl_->database;
  const std::vector<std::string> event_spans = {"actor", "recipient", "where"},
                                 mention_spans = {"sentence", "trigger"};
  HEARSAY_TAKE(
      sql,
      database.prepare(fmt::format(
          "SELECT {}, e.number, e.position, e.sid, e.type, e.mode, e.actor_code, e.recipient_code, "
          "e.channel, e.principal, "
          "am.shared_actor, rm.shared_actor, ifnull(ag.name, ifnull(aa.name, '')), ifnull(rg.name, "
          "ifnull(ra.name, '')), "
          "m.status, m.said_by, m.when_from, m.when_to, ifnull(p.country, ''), ifnull(p.gazetteer_id, 0), "
          "d.outlet, "
          "(SELECT c.name FROM credit c WHERE c.document = d.id AND c.role = 1 ORDER BY c.number LIMIT 1), "
          "y.story, g.copy_group, ifnull(cg.origin, ''){}{} "
          "FROM event e JOIN event_mention m ON m.document = e.document AND m.event = e.number AND m.number "
          "= e.principal "
          "JOIN document d ON d.id = e.document "
          "LEFT JOIN place p ON p.document = e.document AND p.number = e.place "
          "LEFT JOIN actor aa ON aa.document = e.document AND aa.number = e.actor "
          "LEFT JOIN actor ra ON ra.document = e.document AND ra.number = e.recipient "
          "LEFT JOIN shared_actor_member am ON am.document = e.document AND am.actor = e.actor "
          "LEFT JOIN shared_actor ag ON ag.id = am.shared_actor "
          "LEFT JOIN shared_actor_member rm ON rm.document = e.document AND rm.actor = e.recipient "
          "LEFT JOIN shared_actor rg ON rg.id = rm.shared_actor "
          "LEFT JOIN story_member y ON y.document = d.id LEFT JOIN copy_member g ON g.document = d.id "
          "LEFT JOIN copy_group cg ON cg.id = g.copy_group ORDER BY e.document, e.number",
          kDocumentColumns, span_columns("e", event_spans), span_columns("m", mention_spans))));
  HEARSAY_TAKE(counts,
               database.prepare(select_sql<Count>(
                   "event_count", {}, "WHERE document = ? AND event = ? AND mention = ? ORDER BY number")));
  HEARSAY_TAKE(source, database.prepare(kSourceName));
  HEARSAY_TAKE(texts, database.prepare(kSelectText));
  Home home;
  for (;;) {
    HEARSAY_TAKE(more, sql.step());
    if (!more) return {};
    if (home.enter(sql)) HEARSAY_TRY(home.read_text(texts));
    int column = kAfterDocument;
    EventRow row;
    row.document = home.document;
    row.published = home.published;
    const int64_t number = sql.integer(column++);
    row.event = make_row_id(row.document, static_cast<uint32_t>(number));
    row.order = at_position(home.order, sql.integer(column++));
    row.id = sql.id(column++);
    row.type = enumeration(sql, column++, EventType::kAssault);
    row.mode = sql.text(column++);
    row.actor_code = sql.text(column++);
    row.recipient_code = sql.text(column++);
    row.channel = enumeration(sql, column++, Channel::kTalks);
    const int64_t principal = sql.integer(column++);
    row.actor_shared = sql.integer(column++);
    row.recipient_shared = sql.integer(column++);
    row.actor_name = sql.text(column++);
    row.recipient_name = sql.text(column++);
    row.status = enumeration(sql, column++, Status::kHypothetical);
    row.said_by = member(sql, column++, row.document);
    row.when = sql.interval(column);
    column += 2;
    row.where_country = sql.text(column++);
    row.gazetteer_id = sql.integer(column++);
    row.outlet = sql.text(column++);
    const std::string agency = sql.text(column++);
    row.story = sql.integer(column++);
    row.copy_group = sql.integer(column++);
    const std::string copy_origin = sql.text(column++);
    for (std::string* words : {&row.actor, &row.recipient, &row.where, &row.sentence, &row.trigger}) {
      *words = home.words(sql, column);
      column += 3;
    }
    counts.bind(1, row.document).bind(2, number).bind(3, principal);
    HEARSAY_TRY(each_row(counts, [&] {
      Count count;
      Fetcher fetcher(counts, 0, home.text);
      layout::describe(fetcher, count);
      row.counts.push_back(std::move(count));
    }));

    // The first voice: whoever speaks; where nobody is named, who carried it; and so on outwards, to the
    // page's own voice, which is that of the report it copies or of the agency it credits.
    std::set<RowId> seen;
    for (RowId statement = row.said_by; statement && row.origin.empty() && seen.insert(statement).second;) {
      HEARSAY_TAKE(found, source.bind(1, row.document).bind(2, int64_t{number_of(statement)}).step());
      RowId parent = 0;
      if (found) {
        if (statement == row.said_by) {
          row.speaker = source.text(2);
          row.speaker_code = source.text(3);
          row.speaker_shared = source.integer(4);
        }
        row.origin = source.text(2).empty() ? source.text(1) : source.text(2);
        parent = member(source, 0, row.document);
      }
      source.reset();
      statement = parent;
    }
    if (row.origin.empty())
      row.origin = !copy_origin.empty() ? copy_origin : !agency.empty() ? agency : row.outlet;
    if (!each(std::move(row))) return {};
  }
}

}  // namespace hearsay
