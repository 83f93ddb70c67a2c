// What phase B makes of documents: into the record, kept, changed, withdrawn.
#include <catch2/catch.hpp>

#include "store/example_document.h"
#include "store/reader.h"
#include "store/writer.h"

namespace hearsay {
namespace {

// Three documents with everything that phase B may make of them.
struct Corpus {
  std::vector<CopyGroup> copies;
  std::vector<SharedActor> actors;
  std::vector<Story> stories;
  std::vector<Incident> incidents;
  std::vector<Agreement> agreements;
  std::vector<Contact> contacts;
};

template <class T>
T take(Result<T> result) {
  if (!result.ok()) FAIL(result.error().message);
  return std::move(*result);
}

struct Rows {
  std::vector<Reader::Rows> of;  // by document, from 0
  explicit Rows(const std::string& path) {
    const auto reader = Reader::open(path);
    for (const RowId id : take(reader->documents())) of.push_back(take(reader->rows(id)));
  }
};

Corpus make_corpus(const Rows& rows) {
  Corpus c;
  c.copies = {
      {"Northern Wire",
       {1, 2},
       {{1, 0, CopyKind::kCopy, 1, ""}, {2, 1, CopyKind::kPartialCopy, 0.75, "12 of 16 paragraphs"}}}};
  SharedActor minister{{},
                       "Marek Dorfler",
                       {"Marek Dorfler", "Dorfler"},
                       ActorKind::kPerson,
                       "ZZB GOV",
                       {{"foreign minister", "Orlan", {"2029-01-01", ""}, "page", {}}},
                       true,
                       {},
                       {}};
  SharedActor envoy{{}, "Ana Quist", {"Ana Quist"}, ActorKind::kPerson, "ZZA", {}, false, {}, {}};
  for (const Reader::Rows& one : rows.of) {
    minister.actors.push_back(one.actors[0]);
    envoy.actors.push_back(one.actors[1]);
  }
  minister.joins = {{minister.actors[0], minister.actors[1], "same name"}};
  c.actors = {minister, envoy};
  c.stories = {{{}, "Truce talks", {"2031-05-03", "2031-05-04"}, {1, 2}, {{1, 2, "shared names"}}},
               {{}, "Another", {}, {3}, {}}};
  Incident incident;
  incident.title = "12 killed in Port Sava";
  incident.when = {"2031-04-21", "2031-04-27"};
  incident.where = "Port Sava";
  incident.where_country = "ZZA";
  incident.gazetteer_id = 900001;
  incident.counts = {{CountKind::kKilled, 12, 14, {}, "civilians", {}}};
  incident.actors = {"the guns"};
  incident.recipients = {"civilians"};
  incident.differ = {"killed"};
  incident.events = {rows.of[0].events[0], rows.of[1].events[0]};
  incident.joins = {{incident.events[0], incident.events[1], "same place and day"}};
  Incident other;
  other.title = "Another";
  other.events = {rows.of[2].events[0]};
  c.incidents = {incident, other};

  const Document d = example_document();
  AgreementRow mention;
  mention.document = 1;
  mention.story = 1;
  mention.copy_group = 1;
  mention.statement = rows.of[0].statements[0];
  mention.event = rows.of[0].events[0];
  mention.id = d.statements[0].id;
  mention.span = d.statements[0].content;
  mention.name = "the truce of 1 May";
  mention.sentence = "a sentence";
  mention.bears = LedgerKind::kViolation;
  mention.parties = {"ZZA", "ZZB"};
  mention.party_words = {"Sava", "Orlan"};
  mention.mediator = "the council";
  mention.place = "Orlan";
  mention.dated = {"2031-05-01", "2031-05-01"};
  mention.dated_effective = true;
  mention.term = "shelling";
  mention.act = "fired";
  mention.alleged_by = "Marek Dorfler";
  mention.accused = "Sava";
  mention.alleged_by_code = "ZZB GOV";
  mention.accused_code = "ZZA";
  mention.outlet = "The Courier";
  mention.origin = "Northern Wire";
  mention.said = {"2031-05-02", "2031-05-02"};
  mention.published = {"2031-05-03", "2031-05-03"};
  Agreement agreement;
  agreement.name = mention.name;
  agreement.names = {"the truce of 1 May", "the truce"};
  agreement.parties = mention.parties;
  agreement.mediator = "the council";
  agreement.place = "Orlan";
  agreement.announced = {"2031-04-30", "2031-04-30"};
  agreement.effective = {"2031-05-01", "2031-05-01"};
  agreement.ended = {"", "2031-06-01"};
  agreement.terms = {"shelling stops"};
  agreement.mentions = {mention};
  LedgerEntry entry;
  entry.kind = LedgerKind::kViolation;
  entry.document = 1;
  entry.statement = rows.of[0].statements[1];
  entry.event = rows.of[0].events[1];
  entry.span = d.statements[1].content;
  entry.term = "shelling";
  entry.act = "fired";
  entry.place = "Port Sava";
  entry.when = {"2031-05-02", "2031-05-02"};
  entry.alleged_by = "Marek Dorfler";
  entry.accused = "Sava";
  entry.answer = Answer::kFlatDenial;
  entry.answer_statement = rows.of[1].statements[2];
  entry.origins_low = 1;
  entry.origins_high = 2;
  entry.finding = "the council counted three";
  agreement.ledger = {entry};
  agreement.joins = {{1, 2, "one page"}};
  c.agreements = {agreement};

  Contact contact;
  contact.channel = Channel::kCall;
  contact.a = "Marek Dorfler";
  contact.b = "Ana Quist";
  contact.when = {"2031-05-02", "2031-05-02"};
  contact.place = "Orlan";
  contact.reported_by = {"The Courier"};
  contact.readouts = {{"Orlan", rows.of[0].statements[0], 1}};
  contact.events = {rows.of[0].events[1], rows.of[1].events[1]};
  contact.joins = {{contact.events[0], contact.events[1], "same two, same day"}};
  c.contacts = {contact};
  return c;
}

std::pair<std::vector<Claim>, std::vector<Dispute>> make_claims(const Rows& rows, RowId incident,
                                                                RowId agreement) {
  const Document d = example_document();
  ClaimRow voice;
  voice.document = 1;
  voice.statement = rows.of[0].statements[2];
  voice.event = rows.of[0].events[0];
  voice.denies = true;
  voice.text = "12 civilians were killed";
  voice.speaker = "Ana Quist";
  voice.outlet = "The Courier";
  voice.origin = "Ana Quist";
  voice.is_party = true;
  voice.said = {"2031-05-03", "2031-05-03"};
  voice.span = d.statements[2].content;
  const auto claim = [&](int n, const std::string& subject, const std::string& value) {
    Claim one;
    one.id.bytes[0] = static_cast<uint8_t>(n);
    one.subject = subject;
    one.aspect = DisputeKind::kNumber;
    one.value = value;
    one.text = "the toll is " + value;
    one.origins_low = 1;
    one.origins_high = 2;
    one.outside = 1;
    ClaimRow own = voice;
    own.id.bytes[0] = static_cast<uint8_t>(100 + n);
    one.voices = {own};
    return one;
  };
  std::vector<Claim> claims = {claim(1, "incident:" + std::to_string(incident), "killed 12"),
                               claim(2, "incident:" + std::to_string(incident), "killed 14"),
                               claim(3, "agreement:" + std::to_string(agreement), "2031-05-01")};
  Dispute both, alone;
  both.subject = claims[0].subject;
  both.kind = DisputeKind::kNumber;
  both.state = DisputeState::kExplained;
  both.text = "12 or 14 killed";
  both.reason = "a toll that grew";
  both.claims = {claims[0].id, claims[1].id};
  alone = both;
  alone.text = "denied";
  alone.claims = {claims[0].id};
  return {claims, {both, alone}};
}

void put_documents(Writer& writer) {
  for (int i = 0; i < 3; ++i) take(writer.put(example_document(i)));
  REQUIRE(writer.commit().ok());
}

void save_all(const std::string& path, Writer& writer) {
  const Rows rows(path);
  const Corpus c = make_corpus(rows);
  take(writer.save(c.copies));
  const auto actors = take(writer.save(c.actors));
  take(writer.save(c.stories));
  const auto incidents = take(writer.save(c.incidents));
  const auto agreements = take(writer.save(c.agreements));
  auto contacts = c.contacts;
  contacts[0].a_shared = actors[0];
  contacts[0].b_shared = actors[1];
  take(writer.save(contacts));
  auto [claims, disputes] = make_claims(rows, incidents[0], agreements[0]);
  claims[0].voices[0].speaker_shared = actors[1];
  claims[0].voices[0].copy_group = 1;
  take(writer.save(claims, disputes));
}

// All rows of the groups' tables, row ids and runs included.
std::string group_rows(const std::string& path) {
  std::string out;
  const std::string tables =
      query_text(path,
                 "SELECT name FROM sqlite_schema WHERE type = 'table' AND (name LIKE 'copy%' OR name LIKE "
                 "'shared%' OR name LIKE 'story%' OR "
                 "name LIKE 'incident%' OR name LIKE 'claim%' OR name LIKE 'dispute%' OR name LIKE "
                 "'agreement%' OR name LIKE 'ledger%' OR "
                 "name LIKE 'contact%' OR name = 'member_join' OR name = 'withdrawal') ORDER BY name");
  for (size_t begin = 0, end; (end = tables.find('\n', begin)) != tables.npos; begin = end + 1) {
    const std::string table = tables.substr(begin, end - begin);
    out += "== " + table + "\n" + query_text(path, "SELECT * FROM " + table);
  }
  return out;
}

}  // namespace

TEST_CASE("what phase B makes is in the record, each field in its place") {
  const TestFolder folder;
  const std::string path = folder.path("record.db");
  {
    Writer writer = open_writer(path);
    put_documents(writer);
    save_all(path, writer);
  }
  CHECK(query_integer(path, "SELECT count(*) FROM pragma_foreign_key_check") == 0);
  CHECK(query_text(path, "SELECT origin FROM copy_group") == "Northern Wire\n");
  CHECK(query_text(path, "SELECT position, document, copy_of, kind, shared, reason FROM copy_member") ==
        "0|1||||\n1|2|1|1|0.75|12 of 16 paragraphs\n");
  CHECK(query_text(path, "SELECT name, kind, code, private FROM shared_actor") ==
        "Marek Dorfler|0|ZZB GOV|1\nAna Quist|0|ZZA|0\n");
  CHECK(query_text(path, "SELECT name FROM shared_actor_name WHERE shared_actor = 1") ==
        "Marek Dorfler\nDorfler\n");
  CHECK(query_text(path, "SELECT title, body, held_from, held_to, source FROM shared_actor_office") ==
        "foreign minister|Orlan|2029-01-01||page\n");
  CHECK(query_text(path, "SELECT title, published_from, published_to FROM story") ==
        "Truce talks|2031-05-03|2031-05-04\nAnother||\n");
  CHECK(query_text(path, "SELECT story, document FROM story_member") == "1|1\n1|2\n2|3\n");
  CHECK(query_text(path,
                   "SELECT type, title, when_from, when_to, place, country, gazetteer_id FROM incident WHERE "
                   "id = 1") == "15|12 killed in Port Sava|2031-04-21|2031-04-27|Port Sava|ZZA|900001\n");
  CHECK(query_text(path, "SELECT kind, low, high, of_whom FROM incident_count") == "0|12|14|civilians\n");
  CHECK(query_text(path, "SELECT role, name FROM incident_party") == "0|the guns\n1|civilians\n");
  CHECK(query_text(path, "SELECT field FROM incident_difference") == "killed\n");
  CHECK(query_text(path,
                   "SELECT name, mediator, place, announced_from, effective_to, ended_from, ended_to FROM "
                   "agreement") ==
        "the truce of 1 May|the council|Orlan|2031-04-30|2031-05-01||2031-06-01\n");
  CHECK(query_text(path, "SELECT words FROM agreement_term") == "shelling stops\n");
  CHECK(query_text(path,
                   "SELECT span_words(m.span_part, m.span_begin, m.span_end, t.title, t.body, t.captions), "
                   "parties, party_words, dated_effective, bears, story "
                   "FROM agreement_mention m JOIN document_text t USING (document)") ==
        "the truce of 1 May holds|[\"ZZA\",\"ZZB\"]|[\"Sava\",\"Orlan\"]|1|6|1\n");
  CHECK(query_text(path,
                   "SELECT l.kind, s.act, a.act, a.document, l.answer, l.origins_high, l.finding FROM "
                   "ledger_entry l JOIN statement s ON s.document = l.document AND "
                   "s.number = l.statement JOIN statement a ON a.document = l.answer_document AND a.number = "
                   "l.answer_statement") == "6|4|1|2|1|2|the council counted three\n");
  CHECK(
      query_text(path,
                 "SELECT i.title, c.value, c.origins_low, c.origins_high, c.outside FROM claim c LEFT JOIN "
                 "incident i ON i.id = c.incident") ==
      "12 killed in Port Sava|killed 12|1|2|1\n12 killed in Port Sava|killed 14|1|2|1\n|2031-05-01|1|2|1\n");
  CHECK(query_text(path,
                   "SELECT claim, denies, speaker, speaker_shared, copy_group, is_party, said_from FROM "
                   "claim_voice WHERE claim = 1") == "1|1|Ana Quist|2|1|1|2031-05-03\n");
  CHECK(query_text(path,
                   "SELECT d.text, d.state, d.reason, group_concat(x.claim) FROM dispute d JOIN "
                   "dispute_claim x ON x.dispute = d.id GROUP BY d.id") ==
        "12 or 14 killed|1|a toll that grew|1,2\ndenied|1|a toll that grew|1\n");
  CHECK(query_text(path, "SELECT channel, a, b, a_shared, b_shared, when_from, place FROM contact") ==
        "2|Marek Dorfler|Ana Quist|1|2|2031-05-02|Orlan\n");
  CHECK(query_text(path, "SELECT side, document FROM contact_readout") == "Orlan|1\n");
  CHECK(query_text(path, "SELECT kind, owner, reason FROM member_join") ==
        "5|1|same name\n6|1|shared names\n7|1|same place and day\n10|1|one page\n11|1|same two, same day\n");
  // Found by their ids, each another one.
  const auto reader = Reader::open(path);
  for (const char* table :
       {"copy_group", "shared_actor", "story", "incident", "claim", "dispute", "agreement", "contact"}) {
    const std::string id =
        query_text(path, std::string("SELECT id_hex(sid) FROM ") + table + " WHERE id = 1");
    const auto found = reader->find(id.substr(0, 32));
    if (!found.ok()) FAIL(found.error().message);
    std::string name(to_string(found->kind));
    std::replace(name.begin(), name.end(), '-', '_');
    CHECK(name == table);
    CHECK(found->row == 1);
  }
}

TEST_CASE("stating the same groups again changes nothing; the words they stand on are verified") {
  const TestFolder folder;
  const std::string path = folder.path("record.db");
  std::string before;
  for (int round = 0; round < 2; ++round) {
    Writer writer = open_writer(path);
    put_documents(writer);
    save_all(path, writer);
    REQUIRE(writer.close().ok());
    if (round == 0) before = group_rows(path);
    CHECK(group_rows(path) == before);
  }
  CHECK(Reader::open(path)->verify(1).ok());
  for (const std::string table : {"claim_voice", "ledger_entry", "agreement_mention"})
    for (const char* column : {"span_begin", "span_end"}) {
      execute_sql(path, "UPDATE " + table + " SET " + column + " = " + column + " + 1");
      const auto result = Reader::open(path)->verify(1);
      REQUIRE_FALSE(result.ok());
      CHECK(result.error().code == ErrorCode::kWordsMismatch);
      CHECK_THAT(result.error().message, Catch::Contains(table));
      execute_sql(path, "UPDATE " + table + " SET " + column + " = " + column + " - 1");
    }
  CHECK(Reader::open(path)->verify(1).ok());
}

TEST_CASE("the dump of the groups does not depend on the order of the documents") {
  const TestFolder folder;
  const auto dump_with = [&](const std::string& name, std::vector<int> seeds) {
    const std::string path = folder.path(name);
    Writer writer = open_writer(path);
    for (const int seed : seeds) take(writer.put(example_document(seed)));
    REQUIRE(writer.commit().ok());
    // The same groups, by what the documents are rather than by their row ids.
    std::vector<RowId> row(3);
    for (size_t i = 0; i < 3; ++i) row[static_cast<size_t>(seeds[i])] = static_cast<RowId>(i + 1);
    const auto reader = Reader::open(path);
    Story story{{},
                "Truce talks",
                {"2031-05-03", "2031-05-04"},
                {row[0], row[1]},
                {{row[0], row[1], "shared names"}}};
    Incident incident;
    incident.title = "killed";
    incident.events = {take(reader->rows(row[0])).events[0], take(reader->rows(row[2])).events[0]};
    take(writer.save(std::vector<Story>{story}));
    take(writer.save(std::vector<Incident>{incident}));
    REQUIRE(writer.close().ok());
    return dump_of(path);
  };
  const std::string a = dump_with("a", {0, 1, 2}), b = dump_with("b", {2, 0, 1});
  CHECK(a == b);
  CHECK_THAT(a, Catch::Contains("\nstory\t") && Catch::Contains("\nincident\t"));
}

TEST_CASE("groups keep their ids, merge and vanish, each with its trace") {
  const TestFolder folder;
  const std::string path = folder.path("record.db");
  Writer writer = open_writer(path);
  put_documents(writer);
  const auto state = [&](const std::vector<std::vector<RowId>>& groups) {
    std::vector<Story> stories;
    for (const auto& documents : groups)
      stories.push_back({{}, "story of " + std::to_string(documents[0]), {}, documents, {}});
    return take(writer.save(stories));
  };
  const auto sid = [&](RowId row) {
    return query_text(path, "SELECT id_hex(sid) FROM story WHERE id = " + std::to_string(row));
  };
  CHECK(state({{1}, {2}, {3}}) == std::vector<RowId>{1, 2, 3});
  const std::string first = sid(1), second = sid(2);
  CHECK(state({{1, 2}, {3}}) == std::vector<RowId>{1, 3});
  CHECK(sid(1) == first);
  CHECK(query_text(path,
                   "SELECT kind, id_hex(sid), reason, id_hex(successor), content LIKE '%story of 2%' FROM "
                   "withdrawal") == "6|" + second.substr(0, 32) + "|1|" + first.substr(0, 32) + "|1\n");
  CHECK(Reader::open(path)->find(second.substr(0, 32))->row == 0);
  // It comes back: with its id, on a row of its own.
  CHECK(state({{1}, {2}, {3}}) == std::vector<RowId>{1, 4, 3});
  CHECK(sid(4) == second);
  CHECK(query_integer(path, "SELECT count(*) FROM withdrawal WHERE revived IS NULL") == 0);
  // The latest row goes; its number is not used again.
  CHECK(state({{1}, {3}}) == std::vector<RowId>{1, 3});
  CHECK(state({{1}, {2}, {3}}) == std::vector<RowId>{1, 5, 3});
  CHECK(state({}).empty());
  CHECK(query_integer(path, "SELECT count(*) FROM story_member") == 0);
}

TEST_CASE("groups that don't hold together are refused whole, and the writer goes on") {
  const TestFolder folder;
  const std::string path = folder.path("record.db");
  Writer writer = open_writer(path);
  put_documents(writer);
  take(writer.save(std::vector<Story>{{{}, "one", {}, {1}, {}}}));
  const auto refused = [&](const auto& groups) {
    const auto result = writer.save(groups);
    REQUIRE_FALSE(result.ok());
    CHECK(result.error().code == ErrorCode::kInternal);
    CHECK(query_text(path, "SELECT title FROM story") == "one\n");
  };
  refused(std::vector<Story>{{{}, "two", {}, {2}, {}}, {{}, "nobody", {}, {}, {}}});
  refused(std::vector<Story>{{{}, "two", {}, {2}, {}}, {{}, "nowhere", {}, {99}, {}}});
  refused(std::vector<Story>{{{}, "two", {}, {2, 3}, {}}, {{}, "again", {}, {3}, {}}});
  Incident incident;
  incident.events = {make_row_id(1, 77)};
  refused(std::vector<Incident>{incident});
  take(writer.save(std::vector<Story>{{{}, "other", {}, {1}, {}}}));
  CHECK(query_text(path, "SELECT title FROM story") == "other\n");
}

TEST_CASE(
    "a document coded anew leaves its groups without what is gone, and the next phase B puts them right") {
  const TestFolder folder;
  const std::string path = folder.path("record.db");
  Document shorter = example_document(0);
  {
    Writer writer = open_writer(path);
    put_documents(writer);
    save_all(path, writer);
  }
  const std::string before = dump_of(path);
  shorter.statements.pop_back();
  shorter.events.erase(shorter.events.begin());
  {
    Writer writer = open_writer(path, example_run("k2"));
    CHECK(take(writer.put(shorter)).withdrawn == 2);
  }
  CHECK(query_integer(path, "SELECT count(*) FROM pragma_foreign_key_check") == 0);
  CHECK(query_integer(path, "SELECT count(*) FROM incident_event WHERE document = 1") == 0);
  CHECK(query_integer(path, "SELECT count(*) FROM claim_voice") == 0);
  // Coded back: the groups are stated as they were, and so they are.
  {
    Writer writer = open_writer(path);
    take(writer.put(example_document(0)));
    REQUIRE(writer.commit().ok());
    save_all(path, writer);
  }
  std::string after = dump_of(path);
  const size_t trace = after.find("withdrawal\t");
  REQUIRE(trace != after.npos);
  CHECK(after.substr(0, trace) == before);
  CHECK(query_integer(path, "SELECT count(*) FROM withdrawal WHERE revived IS NULL") == 0);
}

TEST_CASE("rows for phase B carry what the record knows") {
  const TestFolder folder;
  const std::string path = folder.path("record.db");
  {
    Writer writer = open_writer(path);
    put_documents(writer);
    save_all(path, writer);
  }
  const auto reader = Reader::open(path);
  const Document d = example_document();
  const Rows rows(path);

  std::vector<DocumentRow> documents;
  REQUIRE(reader->each_document([&](DocumentRow&& row) { return documents.push_back(std::move(row)), true; })
              .ok());
  REQUIRE(documents.size() == 3);
  const DocumentRow& first = documents[0];
  CHECK(first.document == 1);
  CHECK(first.order == "2031-05-03/" + to_hex(d.page.sha256).substr(0, 16) + "/");
  CHECK(first.id.hex() == to_hex(d.page.sha256).substr(0, 32));
  CHECK(first.published == d.article.published.interval);
  CHECK(first.title == "Truce talks in \xC3\x96stergard, day 0");
  CHECK(first.outlet == "The Courier");
  CHECK(first.language == "en");
  CHECK(first.via == std::vector<std::string>{"Northern Wire"});
  CHECK(first.byline.size() == 2);
  CHECK(first.addresses ==
        std::vector<std::string>{"https://courier.example/2031/05/0", "https://courier.example/c/0"});
  CHECK(first.signature.minhash == d.signature.minhash);
  CHECK(first.signature.paragraphs == d.signature.paragraphs);
  CHECK(first.text_sha256 == d.article.text_sha256);
  CHECK(first.paragraph_words == std::vector<uint32_t>{26, 19, 12});
  CHECK(first.words == 26 + 19 + 12);

  std::vector<ActorRow> actors;
  REQUIRE(reader->each_actor([&](ActorRow&& row) { return actors.push_back(std::move(row)), true; }).ok());
  REQUIRE(actors.size() == 9);
  const auto minister = std::find_if(actors.begin(), actors.end(),
                                     [&](const ActorRow& a) { return a.actor == rows.of[0].actors[0]; });
  REQUIRE(minister != actors.end());
  CHECK(minister->id == d.actors[0].id);
  CHECK(minister->order == first.order + "000000");
  CHECK(minister->names == d.actors[0].names);
  CHECK(minister->code == "ZZB GOV");
  CHECK(minister->mentions == 2);
  REQUIRE(minister->offices.size() == 2);
  CHECK(minister->offices[0].title == "foreign minister");
  CHECK(minister->offices[0].span == d.actors[0].offices[0].span);

  std::vector<StoryRow> stories;
  REQUIRE(
      reader->each_story_row([&](StoryRow&& row) { return stories.push_back(std::move(row)), true; }).ok());
  REQUIRE(stories.size() == 3);
  CHECK(stories[1].copy_of == 1);
  CHECK(stories[2].copy_of == 0);
  CHECK(stories[0].terms == std::vector<std::string>{"marek dorfler", "ana quist", "council", "port sava",
                                                     "orlan", "title:truce", "title:talks",
                                                     "title:ostergard"});

  std::vector<StatementRow> statements;
  REQUIRE(
      reader->each_statement([&](StatementRow&& row) { return statements.push_back(std::move(row)), true; })
          .ok());
  REQUIRE(statements.size() == 9);
  const auto threat = std::find_if(statements.begin(), statements.end(), [&](const StatementRow& s) {
    return s.statement == rows.of[0].statements[1];
  });
  REQUIRE(threat != statements.end());
  CHECK(threat->id == d.statements[1].id);
  CHECK(threat->parent == rows.of[0].statements[0]);
  CHECK(threat->act == Act::kThreaten);
  CHECK(threat->detail == ActDetail::kUltimatum);
  CHECK(threat->form == Form::kDirect);
  CHECK(threat->content == "Unless the guns fall silent by Friday, we leave");
  CHECK(threat->content_span == d.statements[1].content);
  CHECK(threat->sentence_span == d.statements[1].sentence);
  CHECK(threat->cue == "said");
  CHECK(threat->channel == "telephone");
  CHECK(threat->condition == "the guns fall silent by Friday");
  CHECK(threat->deadline == "Friday");
  CHECK(threat->deadline_value == Interval{"2031-05-09", "2031-05-09"});
  CHECK(threat->source_name == d.statements[1].source_name);
  CHECK(threat->source_actor == rows.of[0].actors[0]);
  CHECK(threat->source_shared == 1);
  CHECK(threat->source_code == "ZZB GOV");
  CHECK(threat->story == 1);
  CHECK(threat->copy_group == 1);
  CHECK(threat->outlet == "The Courier");
  CHECK(threat->agency == "Northern Wire");

  std::vector<EventRow> events;
  REQUIRE(reader->each_event([&](EventRow&& row) { return events.push_back(std::move(row)), true; }).ok());
  REQUIRE(events.size() == 6);
  const auto at = [&](RowId id) {
    return *std::find_if(events.begin(), events.end(), [&](const EventRow& e) { return e.event == id; });
  };
  const EventRow killing = at(rows.of[0].events[0]), call = at(rows.of[2].events[1]);
  CHECK(killing.id == d.events[0].id);
  CHECK(killing.type == EventType::kAssault);
  CHECK(killing.mode == "heavy-weapons");
  CHECK(killing.trigger == "Photo");  // of the principal mention
  CHECK(killing.actor == "the guns");
  CHECK(killing.actor_shared == 1);
  CHECK(killing.actor_name == "Marek Dorfler");
  CHECK(killing.recipient_name == "Ana Quist");
  CHECK(killing.where == "Port Sava");
  CHECK(killing.where_country == "ZZA");
  CHECK(killing.gazetteer_id == 900001);
  CHECK(killing.said_by == 0);
  CHECK(killing.speaker.empty());
  CHECK(killing.origin == "Northern Wire");  // the copy's origin
  CHECK(call.story == 2);
  CHECK(call.copy_group == 0);
  CHECK(call.channel == Channel::kCall);
  CHECK(call.origin == "Northern Wire");  // the agency credited

  int seen = 0;
  REQUIRE(reader->each_event([&](EventRow&&) { return ++seen < 2; }).ok());
  CHECK(seen == 2);
}

TEST_CASE("the first voice of an event is the innermost that is named") {
  const TestFolder folder;
  const std::string path = folder.path("record.db");
  Document d = example_document();
  d.events[0].principal = 0;  // said by statement 2, a denial by Quist
  d.events[1].mentions[0].said_by = 1;
  d.statements[1].source_actor = kNone;
  d.statements[1].source_name = "";  // nobody named; its parent is Dorfler
  {
    Writer writer = open_writer(path);
    take(writer.put(d));
  }
  const auto reader = Reader::open(path);
  const auto rows = take(reader->rows(1));
  std::vector<EventRow> events;
  REQUIRE(reader->each_event([&](EventRow&& row) { return events.push_back(std::move(row)), true; }).ok());
  for (const EventRow& event : events) {
    if (event.event == rows.events[0]) {
      CHECK(event.said_by == rows.statements[2]);
      CHECK(event.speaker.empty());  // the statement has no source_name, though an actor
      CHECK(event.speaker_code == "ZZA");
      CHECK(event.counts.size() == 2);
      CHECK(event.counts[0].low == 12);
      CHECK(event.counts[1].high == -1);
      CHECK(event.counts[0].span == d.events[0].mentions[0].counts[0].span);
    } else {
      CHECK(event.speaker.empty());
      CHECK(event.origin == d.statements[0].source_name);
    }
  }
}

}  // namespace hearsay
