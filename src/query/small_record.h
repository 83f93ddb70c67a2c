// A small invented record for the tests of `query` and `output`: three pages, and one group of each kind over
// them.
//
//   gazette  The Steppe Gazette, 5 March 2031: Orlan tells Morwen that the truce holds; the ministry, by
//   Meridian's report, accuses
//            Zambia; 12 people are killed in Dolmas.
//   wire     no outlet, 6 to 8 March 2031: a copy of the gazette's second paragraph; the army denies the
//   shelling. courier  The Harbour Courier, no date: Orlan, in a café, promises; a call is planned.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>

#include "record/document.h"
#include "store/reader.h"
#include "store/writer.h"

namespace hearsay::small_record {

inline Span find(const Document& d, const std::string& words, size_t from = 0) {
  const size_t at = d.text.find(words, from);
  if (at == std::string::npos) throw std::runtime_error("not in the text: " + words);
  return {static_cast<uint32_t>(at), static_cast<uint32_t>(at + words.size())};
}

template <class T>
T value_of(Result<T> result) {
  if (!result.ok()) throw std::runtime_error(result.error().message);
  return std::move(result.value());
}
inline void check(const Result<void>& result) {
  if (!result.ok()) throw std::runtime_error(result.error().message);
}

inline Document page(const std::string& name, const std::string& title,
                     const std::vector<std::string>& paragraphs) {
  Document d;
  d.page.name = name;
  d.page.bytes = name + " " + title;
  d.page.sha256 = sha256(d.page.bytes);
  d.page.capture.path = "pages/" + name + ".html";
  lay_out_text(d, title, paragraphs, {}, {}, {});
  d.language.code = "en";
  d.language.reliable = true;
  return d;
}

inline Statement said(const Document& d, const std::string& sentence, const std::string& source,
                      const std::string& cue, const std::string& content) {
  Statement s;
  s.sentence = find(d, sentence);
  if (!source.empty()) s.source = find(d, source, s.sentence.begin);
  if (!cue.empty()) s.cue = find(d, cue, s.sentence.begin);
  s.content = find(d, content, s.sentence.begin);
  s.source_name = source;
  s.source_kind = SourceKind::kNamed;
  return s;
}

inline Document gazette() {
  Document d =
      page("gazette", "Orlan speaks of the truce",
           {"Foreign Minister Sevan Orlan told Adela Morwen on Tuesday: \"The truce holds.\"",
            "Zambia broke the ceasefire, the ministry said, Meridian reported.",
            "Shells killed 12 people, four of them children, in Dolmas on 4 March. He was not there."});
  d.article.outlet = {"The Steppe Gazette", {}};
  d.article.outlet_evidence = "markup";
  d.article.published = {{"2031-03-05", "2031-03-05"}, DateEvidence::kMarkup, "datePublished 2031-03-05", {}};
  d.signature.minhash = {1, 2, 3};
  d.signature.paragraphs = {11, 22, 33};
  d.places = {{find(d, "Dolmas"), 900001, -33.5, -56.25, "URY", 2}};
  d.actors = {{{},
               "Sevan Orlan",
               {"Sevan Orlan", "Orlan"},
               ActorKind::kPerson,
               "MNG GOV",
               {{"foreign minister", "Mongolia", {}, "text", {}}},
               kNone,
               false},
              {{}, "Adela Morwen", {"Adela Morwen"}, ActorKind::kPerson, "ZMB GOV", {}, kNone, false},
              {{}, "Zambia", {"Zambia"}, ActorKind::kState, "ZMB GOV", {}, kNone, false}};
  d.mentions = {{find(d, "Sevan Orlan"), 0, MentionForm::kName, "MNG GOV"},
                {find(d, "Adela Morwen"), 1, MentionForm::kName, "ZMB GOV"},
                {find(d, "Zambia"), 2, MentionForm::kName, "ZMB GOV"},
                {find(d, "He was"), 0, MentionForm::kPronoun, ""}};
  assign_actor_ids(d);
  Statement holds = said(d, "Foreign Minister Sevan Orlan told Adela Morwen on Tuesday: \"The truce holds.\"",
                         "Foreign Minister Sevan Orlan", "told", "The truce holds");
  holds.source_name = "Sevan Orlan";
  holds.source_actor = 0;
  holds.addressee = find(d, "Adela Morwen");
  holds.addressee_name = "Adela Morwen";
  holds.addressee_actor = 1;
  holds.form = Form::kDirect;
  holds.when = {{"2031-03-04", "2031-03-04"}, find(d, "on Tuesday")};
  Statement reported = said(d, "Zambia broke the ceasefire, the ministry said, Meridian reported.",
                            "Meridian", "reported", "Zambia broke the ceasefire, the ministry said");
  Statement accused = said(d, "Zambia broke the ceasefire, the ministry said, Meridian reported.",
                           "the ministry", "said", "Zambia broke the ceasefire");
  accused.act = Act::kAccuse;
  accused.source_kind = SourceKind::kOffice;
  accused.parent = 1;
  d.statements = {holds, reported, accused};
  assign_statement_ids(d);
  Event shelling;
  shelling.type = EventType::kAssault;
  shelling.mode = "heavy-weapons";
  shelling.actor = find(d, "Shells");
  shelling.recipient = find(d, "12 people");
  shelling.recipient_code = "URY CVL";
  shelling.where = find(d, "Dolmas");
  shelling.place = 0;
  EventMention told;
  told.sentence = find(d, "Shells killed 12 people, four of them children, in Dolmas on 4 March.");
  told.trigger = find(d, "killed");
  told.when = {{"2031-03-04", "2031-03-04"}, find(d, "on 4 March")};
  told.counts = {{CountKind::kKilled, 12, 12, find(d, "12 people"), "people", {}},
                 {CountKind::kKilled, 4, -1, find(d, "four of them"), "children", {}}};
  shelling.mentions = {told};
  d.events = {shelling};
  assign_event_ids(d);
  return d;
}

inline Document wire() {
  Document d = page("wire", "",
                    {"Zambia broke the ceasefire, the ministry said, Meridian reported.",
                     "The army denied shelling Dolmas."});
  d.article.published = {{"2031-03-06", "2031-03-08"}, DateEvidence::kInferred, "", {}};
  d.signature.minhash = {1, 2, 4};
  d.signature.paragraphs = {22, 44};
  d.actors = {{{}, "army", {"The army"}, ActorKind::kGroup, "URY MIL", {}, kNone, false}};
  d.mentions = {{find(d, "The army"), 0, MentionForm::kNominal, "URY MIL"}};
  assign_actor_ids(d);
  Statement accused = said(d, "Zambia broke the ceasefire, the ministry said, Meridian reported.",
                           "the ministry", "said", "Zambia broke the ceasefire");
  accused.act = Act::kAccuse;
  accused.via = find(d, "Meridian");
  accused.via_name = "Meridian";
  Statement denied = said(d, "The army denied shelling Dolmas.", "The army", "denied", "shelling Dolmas");
  denied.act = Act::kDeny;
  denied.source_actor = 0;
  d.statements = {accused, denied};
  assign_statement_ids(d);
  Event shelling;
  shelling.type = EventType::kAssault;
  shelling.actor = find(d, "The army");
  shelling.actor_index = 0;
  shelling.actor_code = "URY MIL";
  shelling.where = find(d, "Dolmas");
  EventMention told;
  told.sentence = find(d, "The army denied shelling Dolmas.");
  told.trigger = find(d, "shelling");
  told.status = Status::kNegated;
  told.said_by = 1;
  shelling.mentions = {told};
  d.events = {shelling};
  assign_event_ids(d);
  return d;
}

inline Document courier() {
  Document d =
      page("courier", "In the café",
           {"In the Café Zürich the minister, Sevan Orlan, promised observers unless shots are fired.",
            "The two will speak by telephone on 20 March."});
  d.article.outlet = {"The Harbour Courier", {}};
  d.article.kind = DocumentKind::kInterview;
  d.actors = {{{}, "Sevan Orlan", {"Sevan Orlan"}, ActorKind::kPerson, "MNG GOV", {}, kNone, false}};
  d.mentions = {{find(d, "Sevan Orlan"), 0, MentionForm::kName, "MNG GOV"}};
  assign_actor_ids(d);
  Statement promised =
      said(d, "In the Café Zürich the minister, Sevan Orlan, promised observers unless shots are fired.",
           "the minister, Sevan Orlan", "promised", "observers");
  promised.source_name = "Sevan Orlan";
  promised.source_actor = 0;
  promised.act = Act::kPromise;
  promised.condition = find(d, "shots are fired");
  d.statements = {promised};
  assign_statement_ids(d);
  Event call;
  call.type = EventType::kConsult;
  call.channel = Channel::kCall;
  EventMention told;
  told.sentence = find(d, "The two will speak by telephone on 20 March.");
  told.trigger = find(d, "speak by telephone");
  told.status = Status::kFuture;
  told.when = {{"2031-03-20", "2031-03-20"}, find(d, "on 20 March")};
  call.mentions = {told};
  d.events = {call};
  assign_event_ids(d);
  return d;
}

inline AgreementRow agreement_mention(const Document& d, RowId row, uint32_t statement, LedgerKind bears) {
  AgreementRow m;
  m.document = row;
  m.statement = statement == kNone ? 0 : make_row_id(row, statement + 1);
  m.id = IdHasher().add("agreement mention").add(d.page.name).finish();
  m.span = find(d, "the ceasefire");
  m.name = "the ceasefire";
  m.sentence = "Zambia broke the ceasefire, the ministry said, Meridian reported.";
  m.bears = bears;
  m.accused = "Zambia";
  m.alleged_by = "the ministry";
  m.outlet = d.article.outlet.name;
  m.dated = {"2031-03-03", "2031-03-03"};
  m.published = d.article.published.interval;
  return m;
}

// Groups over the pages, whose rows are 1, 2, 3 in the order in which they are put.
inline void save_groups(Writer& writer, const Document& first, const Document& second) {
  const RowId orlan = make_row_id(1, 1), orlan_again = make_row_id(3, 1), shelling = make_row_id(1, 1),
              denied = make_row_id(2, 1);
  CopyGroup copies{"Meridian", {1, 2}, {}};
  copies.members = {{1, 0, CopyKind::kCopy, 1, ""},
                    {2, 1, CopyKind::kPartialCopy, 0.5, "one paragraph of two"}};
  (void)value_of(writer.save(std::vector<CopyGroup>{copies}));
  SharedActor actor;
  actor.name = "Sevan Orlan";
  actor.names = {"Sevan Orlan", "Orlan"};
  actor.kind = ActorKind::kPerson;
  actor.code = "MNG GOV";
  actor.offices = {{"foreign minister", "Mongolia", {}, "text", {}}};
  actor.actors = {orlan, orlan_again};
  actor.joins = {{orlan, orlan_again, "same full name"}};
  (void)value_of(writer.save(std::vector<SharedActor>{actor}));
  Story story;
  story.title = "Orlan speaks of the truce";
  story.interval = {"2031-03-05", "2031-03-08"};
  story.documents = {1, 2};
  story.joins = {{1, 2, "three names in common"}};
  (void)value_of(writer.save(std::vector<Story>{story}));
  Incident incident;
  incident.title = "shelling, Dolmas";
  incident.when = {"2031-03-04", "2031-03-04"};
  incident.where = "Dolmas";
  incident.where_country = "URY";
  incident.counts = {{CountKind::kKilled, 12, 12, {}, "people", {}},
                     {CountKind::kKilled, 4, -1, {}, "children", {}}};
  incident.actors = {"The army"};
  incident.recipients = {"12 people"};
  incident.differ = {"actor"};
  incident.events = {shelling, denied};
  const RowId incident_row = value_of(writer.save(std::vector<Incident>{incident})).at(0);
  Agreement agreement;
  agreement.name = "the ceasefire";
  agreement.names = {"the ceasefire", "the truce"};
  agreement.parties = {"URY GOV", "URY REB"};
  agreement.place = "Kestrava";
  agreement.announced = {"2031-03-03", "2031-03-03"};
  agreement.mentions = {agreement_mention(first, 1, 2, LedgerKind::kViolation),
                        agreement_mention(second, 2, 0, LedgerKind::kViolation)};
  LedgerEntry breach;
  breach.kind = LedgerKind::kViolation;
  breach.document = 1;
  breach.statement = make_row_id(1, 3);
  breach.span = find(first, "the ceasefire");
  breach.act = "broke";
  breach.alleged_by = "the ministry";
  breach.accused = "Zambia";
  agreement.ledger = {breach};
  const RowId agreement_row = value_of(writer.save(std::vector<Agreement>{agreement})).at(0);
  (void)agreement_row;
  const auto claim = [&](const std::string& value, bool denies, RowId document, RowId event, Span span,
                         const std::string& speaker) {
    Claim c;
    c.id = IdHasher().add(value).finish();
    c.subject = "incident:" + std::to_string(incident_row);
    c.aspect = DisputeKind::kAgent;
    c.value = value;
    c.text = "the shelling was done by " + value;
    c.origins_low = 1;
    c.origins_high = 2;
    c.outside = 1;
    ClaimRow voice;
    voice.subject = c.subject;
    voice.id = IdHasher().add(value).add("voice").finish();
    voice.aspect = c.aspect;
    voice.value = value;
    voice.text = c.text;
    voice.document = document;
    voice.event = event;
    voice.denies = denies;
    voice.speaker = speaker;
    voice.outlet = document == 1 ? "The Steppe Gazette" : "";
    voice.said = {"2031-03-05", "2031-03-05"};
    voice.span = span;
    c.voices = {voice};
    return c;
  };
  const std::vector<Claim> claims = {claim("Shells", false, 1, shelling, find(first, "killed"), ""),
                                     claim("the army", true, 2, denied, find(second, "shelling"), "army")};
  Dispute dispute;
  dispute.subject = claims[0].subject;
  dispute.kind = DisputeKind::kAgent;
  dispute.text = "who shelled Dolmas";
  dispute.claims = {claims[0].id, claims[1].id};
  (void)value_of(writer.save(claims, {dispute}));
  Contact contact;
  contact.channel = Channel::kCall;
  contact.a = "Sevan Orlan";
  contact.b = "Adela Morwen";
  contact.when = {"2031-03-20", "2031-03-20"};
  contact.status = Status::kFuture;
  contact.reported_by = {"The Harbour Courier"};
  contact.events = {make_row_id(3, 1)};
  (void)value_of(writer.save(std::vector<Contact>{contact}));
}

// A record in a folder that goes with the test.
class SmallRecord {
 public:
  SmallRecord() {
    std::string name = (std::filesystem::temp_directory_path() / "hearsay-query-XXXXXX").string();
    if (!::mkdtemp(name.data())) throw std::runtime_error("no folder for the test");
    folder_ = name;
    Writer writer = value_of(Writer::open(path()));
    check(writer.begin_run({"engine", "", "knowledge", "options", "2031-06-01T00:00:00Z"}));
    const Document first = gazette(), second = wire();
    for (const Document& document : {first, second, courier()}) (void)value_of(writer.put(document));
    check(writer.reject(
        {"pages/broken.html", 0, "extract", ErrorCode::kPageTooDeep, "nested too deep", std::nullopt}));
    check(writer.commit());
    check(writer.build_indexes());
    save_groups(writer, first, second);
    check(writer.end_run("2031-06-01T00:01:00Z"));
    check(writer.close());
  }
  ~SmallRecord() { std::filesystem::remove_all(folder_); }
  SmallRecord(const SmallRecord&) = delete;
  SmallRecord& operator=(const SmallRecord&) = delete;

  [[nodiscard]] std::string path() const { return (folder_ / "small.db").string(); }
  [[nodiscard]] Reader reader() const { return value_of(Reader::open(path())); }

 private:
  std::filesystem::path folder_;
};

}  // namespace hearsay::small_record
