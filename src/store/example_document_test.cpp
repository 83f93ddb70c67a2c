#include "store/example_document.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <map>

#include "store/content.h"
#include "store/document_content.h"
#include "store/fetcher.h"
#include "store/soundness.h"

namespace hearsay {
namespace {

Span find(const Document& d, const std::string& words, size_t from = 0) {
  const size_t at = d.text.find(words, from);
  if (at == std::string::npos) FAIL("not in the text: " << words);
  return {static_cast<uint32_t>(at), static_cast<uint32_t>(at + words.size())};
}

// Notes which fields are empty. A field counts as filled where any row of its kind fills it.
class FieldNotes {
 public:
  void span(const std::string& name, Span s) { note(name + " (span)", !s.empty()); }
  void range(const std::string& name, Span s) { note(name, !s.empty()); }
  void interval(const std::string& name, const Interval& i) {
    note(name + " (interval)", !i.from.empty() && !i.to.empty());
  }
  void text(const std::string& name, const std::string& t) { note(name, !t.empty()); }
  void texts(const std::string& name, const std::vector<std::string>& t) { note(name, t.size() > 1); }
  void flag(const std::string& name, bool f) { note(name, f); }
  template <class E>
  void enumeration(const std::string& name, E e, E) {
    note(name, e != E{});
  }
  void number(const std::string& name, int64_t n) { note(name, n != 0); }
  void open_number(const std::string& name, int64_t n) { note(name, n > 0); }
  void real(const std::string& name, double r) { note(name, r != 0); }
  void optional_real(const std::string& name, const std::optional<double>& r) { note(name, r.has_value()); }
  void id(const std::string& name, const Id& id) { note(name, !id.empty()); }
  void ref(const std::string& name, uint32_t index, RowKind) { note(name, index != kNone); }
  void index(const std::string& name, uint32_t index) { note(name, index != kNone); }

  template <class Row>
  void rows(const std::string& layer, const std::vector<Row>& rows) {
    layer_ = layer;
    if (rows.empty()) filled_[layer] = false;
    for (const Row& row : rows) layout::describe(*this, row);
  }
  [[nodiscard]] std::vector<std::string> empty() const {
    std::vector<std::string> list;
    for (const auto& [name, is_filled] : filled_)
      if (!is_filled) list.push_back(name);
    return list;
  }

 private:
  void note(const std::string& name, bool is_filled) {
    bool& slot = filled_[layer_ + "." + name];
    slot = slot || is_filled;
  }
  std::string layer_;
  std::map<std::string, bool> filled_;
};

}  // namespace

Document example_document(int seed) {
  const std::string n = std::to_string(seed);
  Document d;
  d.page.format = PageFormat::kText;
  d.page.name = "page-" + n;
  d.page.bytes = "<html>The page numbered " + n + ", as it was read \xE2\x80\x94 every byte of it.</html>";
  d.page.sha256 = sha256(d.page.bytes);
  d.page.capture = {"https://courier.example/2031/05/" + n,
                    "https://courier.example/c/" + n,
                    "2031-05-04T08:00:00Z",
                    "pages/page-" + n + ".html",
                    "crawl-" + n + ".warc.gz",
                    1000 + seed,
                    500};
  lay_out_text(
      d, "Truce talks in \xC3\x96stergard, day " + n,
      {"ORLAN, 3 May 2031 \xE2\x80\x94 Foreign Minister Marek D\xC3\xB6rfler told Ana Quist that the truce "
       "of 1 May holds, Northern Wire "
       "reports on behalf of the council.",
       "\xE2\x80\x9CUnless the guns fall silent by Friday, we leave,\xE2\x80\x9D he said by telephone on "
       "Tuesday, quoted by Northern Wire.",
       "Quist denied that " + std::to_string(12 + seed) + " civilians were killed in Port Sava last week."},
      {ParagraphKind::kParagraph, ParagraphKind::kQuotation, ParagraphKind::kListItem},
      {{6, 20}, {21, 30}, {31, 40}},
      {"The port of Sava. Photo: Northern Wire", "Marek D\xC3\xB6rfler in May"});
  Article& a = d.article;
  a.outlet = {"The Courier", find(d, "Truce")};
  a.outlet_evidence = "markup";
  a.byline = {{"Ilse Brandt", {}}, {"Marek D\xC3\xB6rfler", find(d, "Marek D\xC3\xB6rfler in May")}};
  a.via = {{"Northern Wire", find(d, "Northern Wire")}};
  a.kind = DocumentKind::kInterview;
  a.published = {{"2031-05-03", "2031-05-04"}, DateEvidence::kDateline, "3 May 2031", find(d, "3 May 2031")};
  a.modified = {
      {"2031-05-04T10:00:00+02:00", "2031-05-05"}, DateEvidence::kMarkup, "modified", find(d, "Tuesday")};
  a.retrieved = {{"2031-05-06", "2031-05-06"}, DateEvidence::kUrl, "2031/05", find(d, "1 May")};
  a.correction = "An earlier version misspelt Sava.";
  d.language = {"en", true, Translation::kByOutlet, "sv"};
  for (uint32_t i = 0; i < 64; ++i)
    d.signature.minhash.push_back(i * 0x9E3779B9u + static_cast<uint32_t>(seed));
  d.signature.paragraphs = {0xFFFFFFFFFFFFFFFFu, 7, static_cast<uint64_t>(seed)};

  d.times = {{find(d, "3 May 2031"), TimeKind::kDate, {"2031-05-03", "2031-05-03"}, false},
             {find(d, "Friday"), TimeKind::kDuration, {"2031-05-09", "2031-05-09"}, true},
             {find(d, "last week"), TimeKind::kSet, {"2031-04-21", "2031-04-27"}, true}};
  d.places = {{find(d, "Port Sava"), 900001, -12.5, 44.25, "ZZA", 2},
              {find(d, "ORLAN"), 900002, 1.0 / 3, -0.1, "ZZB", 7}};

  d.actors.resize(3);
  d.actors[0] = {
      {},   "Marek D\xC3\xB6rfler", {"Marek D\xC3\xB6rfler", "he"}, ActorKind::kPerson, "ZZB GOV", {}, 2,
      false};
  d.actors[0].offices = {
      {"foreign minister", "Orlan", {"2029-01-01", "2031-05-03"}, "page", find(d, "Foreign Minister")},
      {"envoy", "", {}, "", {}}};
  d.actors[1] = {{}, "Ana Quist", {"Ana Quist", "Quist"}, ActorKind::kPerson, "ZZA", {}, kNone, true};
  d.actors[2] = {{}, "council", {"the council", "council"}, ActorKind::kBody, "ZZB LEG", {}, kNone, false};
  d.mentions = {{find(d, "Marek D\xC3\xB6rfler"), 0, MentionForm::kTitledName, "ZZB GOV"},
                {find(d, "Ana Quist"), 1, MentionForm::kName, "ZZA"},
                {find(d, "the council"), 2, MentionForm::kNominal, ""},
                {find(d, "he said"), 0, MentionForm::kPronoun, ""},
                {find(d, "Quist denied"), 1, MentionForm::kName, ""},
                {find(d, "guns"), kNone, MentionForm::kNominal, ""}};
  assign_actor_ids(d);

  Statement told;
  told.sentence = a.paragraphs[0].span;
  told.source = find(d, "Foreign Minister Marek D\xC3\xB6rfler");
  told.cue = find(d, "told");
  told.content = find(d, "the truce of 1 May holds");
  told.addressee = find(d, "Ana Quist");
  told.via = find(d, "Northern Wire");
  told.on_behalf_of = find(d, "the council");
  told.source_name = "Marek D\xC3\xB6rfler";
  told.addressee_name = "Ana Quist";
  told.via_name = "Northern Wire";
  told.on_behalf_of_name = "council";
  told.source_actor = 0;
  told.addressee_actor = 1;
  told.on_behalf_of_actor = 2;
  told.source_kind = SourceKind::kOffice;
  told.detail = ActDetail::kConfirm;
  told.when = {{"2031-05-02", "2031-05-03"}, find(d, "3 May 2031")};
  Statement threat;
  threat.sentence = a.paragraphs[1].span;
  threat.source = find(d, "he said");
  threat.cue = find(d, "said");
  threat.content = find(d, "Unless the guns fall silent by Friday, we leave");
  threat.channel = find(d, "telephone");
  threat.condition = find(d, "the guns fall silent by Friday");
  threat.deadline = find(d, "Friday");
  threat.deadline_value = {"2031-05-09", "2031-05-09"};
  threat.source_name = "Marek D\xC3\xB6rfler";
  threat.source_actor = 0;
  threat.form = Form::kDirect;
  threat.act = Act::kThreaten;
  threat.detail = ActDetail::kUltimatum;
  threat.parent = 0;
  threat.score = 0.7251;
  Statement denial;
  denial.sentence = a.paragraphs[2].span;
  denial.source = find(d, "Quist denied");
  denial.cue = find(d, "denied");
  denial.content = find(d, std::to_string(12 + seed) + " civilians were killed in Port Sava last week");
  denial.source_actor = 1;
  denial.form = Form::kIndirect;
  denial.act = Act::kDeny;
  denial.answers = 1;
  d.statements = {told, threat, denial};
  assign_statement_ids(d);

  Event killing;
  killing.type = EventType::kAssault;
  killing.mode = "heavy-weapons";
  killing.contexts = {"military", "political \"quoted\""};
  killing.actor = find(d, "the guns");
  killing.recipient = find(d, "civilians");
  killing.where = find(d, "Port Sava");
  killing.actor_index = 0;
  killing.recipient_index = 1;
  killing.actor_code = "ZZB MIL";
  killing.recipient_code = "ZZA CVL";
  killing.place = 0;
  killing.score = 0.5;
  EventMention mention;
  mention.sentence = a.paragraphs[2].span;
  mention.trigger = find(d, "killed");
  mention.said_by = 2;
  mention.status = Status::kNegated;
  mention.when = {{"2031-04-21", "2031-04-27"}, find(d, "last week")};
  mention.counts = {{CountKind::kInjured,
                     12 + seed,
                     12 + seed,
                     find(d, std::to_string(12 + seed) + " civilians"),
                     "civilians",
                     {"2031-04-21", "2031-04-27"}},
                    {CountKind::kKilled, 3, -1, {}, "", {}}};
  EventMention caption;
  caption.sentence = find(d, "The port of Sava. Photo: Northern Wire");
  caption.trigger = find(d, "Photo");
  killing.mentions = {mention, caption};
  killing.principal = 1;
  Event call;
  call.type = EventType::kThreaten;
  call.channel = Channel::kCall;
  call.speech = 1;
  EventMention spoken;
  spoken.sentence = a.paragraphs[1].span;
  spoken.trigger = find(d, "said");
  call.mentions = {spoken};
  d.events = {killing, call};
  assign_event_ids(d);
  return d;
}

void require_same(const Document& a, const Document& b) {
  const auto print = [](const Document& d) {
    std::string out = d.page.name + "\n" + to_hex(d.page.sha256) + "\n" + d.text + "\n";
    const Capture& c = d.page.capture;
    for (const std::string* s : {&c.address, &c.canonical, &c.time, &c.path, &c.warc_file}) out += *s + "\n";
    out += std::to_string(c.offset) + " " + std::to_string(c.length) + "\n";
    print_content(out, d);
    return out;
  };
  REQUIRE(print(a) == print(b));
}

RunInfo example_run(const std::string& knowledge) {
  return {"engine 0.1", "", knowledge, "options", "2031-06-01T00:00:00Z"};
}

TestFolder::TestFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "hearsay-XXXXXX").string();
  if (!::mkdtemp(name.data())) FAIL("no folder for the test");
  path_ = name;
}
TestFolder::~TestFolder() { std::filesystem::remove_all(path_); }

Writer open_writer(const std::string& path, const RunInfo& run, const WriterOptions& options) {
  auto writer = Writer::open(path, options);
  if (!writer.ok()) FAIL(writer.error().message);
  if (auto begun = writer->begin_run(run); !begun.ok()) FAIL(begun.error().message);
  return std::move(*writer);
}

std::string dump_of(const std::string& path) {
  const auto reader = Reader::open(path);
  if (!reader.ok()) FAIL(reader.error().message);
  std::string dump;
  if (auto done = content_dump(*reader, [&](std::string_view line) { dump += line; }); !done.ok())
    FAIL(done.error().message);
  return dump;
}

void execute_sql(const std::string& path, const std::string& sql) {
  const auto database = Database::open_read_write(path);
  REQUIRE(database.ok());
  if (auto done = database->execute(sql); !done.ok()) FAIL(done.error().message);
}

int64_t query_integer(const std::string& path, const std::string& sql) {
  const auto database = Database::open_read_only(path);
  REQUIRE(database.ok());
  const auto value = database->integer(sql);
  if (!value.ok()) FAIL(value.error().message);
  return *value;
}

std::string query_text(const std::string& path, const std::string& sql) {
  const auto database = Database::open_read_only(path);
  REQUIRE(database.ok());
  auto statement = database->prepare(sql);
  if (!statement.ok()) FAIL(statement.error().message);
  std::string out;
  for (;;) {
    const auto row = statement->step();
    REQUIRE(row.ok());
    if (!*row) return out;
    for (int i = 0; i < statement->columns(); ++i)
      out += statement->text(i) + (i + 1 < statement->columns() ? "|" : "\n");
  }
}

TEST_CASE("the example document fills every field that the record keeps") {
  const Document d = example_document();
  const auto sound = check_soundness(d);
  if (!sound.ok()) FAIL(sound.error().message);
  FieldNotes notes;
  notes.rows("document", std::vector<Document>{d});
  notes.rows("capture", std::vector<Capture>{d.page.capture});
  notes.rows("paragraph", d.article.paragraphs);
  notes.rows("byline", d.article.byline);
  notes.rows("via", d.article.via);
  notes.rows("time", d.times);
  notes.rows("place", d.places);
  notes.rows("actor", d.actors);
  notes.rows("office", d.actors[0].offices);
  notes.rows("mention", d.mentions);
  notes.rows("statement", d.statements);
  notes.rows("event", d.events);
  notes.rows("event mention", d.events[0].mentions);
  notes.rows("count", d.events[0].mentions[0].counts);
  for (const std::string& field : notes.empty()) FAIL_CHECK("nothing fills " << field);
}

TEST_CASE("a document that does not hold together is named as such") {
  const auto complaint = [](auto&& spoil) {
    Document d = example_document();
    spoil(d);
    const auto result = check_soundness(d);
    if (result.ok()) return std::string("sound");
    CHECK(result.error().code == ErrorCode::kInternal);
    return result.error().message;
  };
  using Catch::Contains;
  CHECK(complaint([](Document&) {}) == "sound");
  CHECK_THAT(complaint([](Document& d) { d.statements[1].cue.end = 100000; }), Contains("statement 1, cue"));
  CHECK_THAT(complaint([](Document& d) {
               d.mentions[0].span = {d.article.title.end, d.article.title.end + 1};
             }),
             Contains("mention 0, span"));
  CHECK_THAT(
      complaint([](Document& d) { d.article.byline[1].span.end = d.article.byline[1].span.begin + 8; }),
      Contains("cuts a character"));
  CHECK_THAT(complaint([](Document& d) { d.statements[0].parent = 3; }), Contains("statement 0, parent"));
  CHECK_THAT(complaint([](Document& d) { d.events[0].recipient_index = 9; }), Contains("event 0, recipient"));
  CHECK_THAT(complaint([](Document& d) { d.events[0].place = 2; }), Contains("event 0, place"));
  CHECK_THAT(complaint([](Document& d) { d.events[1].mentions.clear(); }), Contains("principal"));
  CHECK_THAT(complaint([](Document& d) { d.events[0].mentions[0].counts[0].span.end = 70000; }),
             Contains("count of event 0"));
  CHECK_THAT(complaint([](Document& d) { d.statements[2].id = d.statements[0].id; }),
             Contains("two have the id"));
  CHECK_THAT(complaint([](Document& d) { d.actors[1].id = {}; }),
             Contains("actor 1, sid: was never assigned"));
  CHECK_THAT(complaint([](Document& d) { d.text += "x"; }), Contains("text"));
  CHECK_THAT(complaint([](Document& d) { d.actors[1].names[0] = "\xFF"; }), Contains("names: is no UTF-8"));
}

}  // namespace hearsay
