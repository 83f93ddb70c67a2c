// The lists over a small invented record: that each can be asked in every way, and that the filters find what
// they should.
#include <catch2/catch.hpp>
#include <set>

#include "query/object_reader.h"
#include "query/row_reader.h"
#include "query/selection.h"
#include "query/small_record.h"

using namespace hearsay;
using small_record::SmallRecord;
using small_record::value_of;

namespace {

Selection selected(const Database& database, const char* list, const FilterValues& filters,
                   std::optional<uint64_t> limit = std::nullopt) {
  const ListQuery* query = find_list(list);
  REQUIRE(query);
  Result<Selection> selection = select(database, *query, filters, limit);
  if (!selection.ok()) FAIL(list << ": " << selection.error().message);
  return std::move(*selection);
}

// One column of the rows found, joined by '|'.
std::string found(const Database& database, const char* list, const char* column,
                  const FilterValues& filters) {
  RowReader reader = value_of(RowReader::make(database, *find_list(list), kRows | kTable));
  size_t index = 0;
  while (index < reader.columns().size() && reader.columns()[index].name != column) ++index;
  REQUIRE(index < reader.columns().size());
  std::string joined;
  for (const RowId key : selected(database, list, filters).keys)
    joined += (joined.empty() ? "" : "|") + text_of(value_of(reader.read(key)).at(index));
  return joined;
}

Json object(const Database& database, const char* list, size_t row = 0) {
  ObjectReader reader = value_of(ObjectReader::make(database, *find_list(list)));
  return value_of(reader.read(selected(database, list, {}).keys.at(row)));
}

const std::set<std::string> kExactValues = {"act", "form", "status", "type"};

}  // namespace

TEST_CASE("each list can be asked with each of its filters, on an empty record and on a full one") {
  const SmallRecord small;
  const std::string empty_path = small.path() + "-empty";
  {
    Writer writer = value_of(Writer::open(empty_path));
    small_record::check(writer.close());
  }
  const Reader full = small.reader(), empty = value_of(Reader::open(empty_path));
  for (const ListQuery& list : list_queries()) {
    INFO(list.name);
    CHECK(selected(full.database(), std::string(list.name).c_str(), {}).keys.size() >= 1);
    CHECK(selected(empty.database(), std::string(list.name).c_str(), {}).keys.empty());
    for (const FilterRule& rule : list.filters) {
      const std::string name(to_string(rule.name));
      INFO(name);
      const std::string value = rule.kind == FilterKind::kEnum
                                    ? std::string(rule.names.name(rule.names.count - 1))
                                : rule.kind == FilterKind::kClock ? "1999"
                                                                  : "zzz";
      // Nothing in the small record has these, save the values of an enumeration.
      const Selection selection =
          selected(full.database(), std::string(list.name).c_str(), {{rule.name, value}});
      if (!kExactValues.count(name)) CHECK(selection.keys.empty());
    }
    RowReader table = value_of(RowReader::make(full.database(), list, kTable)),
              rows = value_of(RowReader::make(full.database(), list, kRows));
    ObjectReader objects = value_of(ObjectReader::make(full.database(), list));
    for (const RowId key : selected(full.database(), std::string(list.name).c_str(), {}).keys) {
      CHECK(value_of(table.read(key)).size() == table.columns().size());
      CHECK(value_of(rows.read(key)).size() == rows.columns().size());
      CHECK(value_of(objects.read(key)).is_object());
    }
    for (const Column& column : table.columns()) CHECK_FALSE(column.header.empty());
    std::set<std::string> names;
    for (const Column& column : rows.columns()) CHECK(names.insert(column.name).second);
  }
}

TEST_CASE("statements: in the order in which they were said") {
  const SmallRecord small;
  const Reader reader = small.reader();
  const Database& db = reader.database();
  CHECK(found(db, "statements", "content", {}) ==
        "The truce holds|Zambia broke the ceasefire, the ministry said|Zambia broke the ceasefire|Zambia "
        "broke the ceasefire|shelling Dolmas|"
        "observers");
  CHECK(found(db, "statements", "source_name", {{FilterName::kBy, "orlan"}}) == "Sevan Orlan|Sevan Orlan");
  CHECK(found(db, "statements", "act", {{FilterName::kBy, "the MINISTRY"}}) == "accuse|accuse");
  // By an office that only another page names.
  CHECK(found(db, "statements", "name", {{FilterName::kBy, "foreign minister Orlan"}}) == "gazette|courier");
  CHECK(found(db, "statements", "content", {{FilterName::kTo, "Morwen"}}) == "The truce holds");
  CHECK(found(db, "statements", "content", {{FilterName::kAct, "deny"}}) == "shelling Dolmas");
  CHECK(found(db, "statements", "content", {{FilterName::kForm, "direct"}}) == "The truce holds");
  CHECK(found(db, "statements", "name", {{FilterName::kAbout, "Zambia"}}) == "gazette|gazette|wire");
  CHECK(found(db, "statements", "name", {{FilterName::kAbout, "cafe zurich"}}) == "courier");
  CHECK(found(db, "statements", "name", {{FilterName::kText, "ceasefire"}}) == "gazette|gazette|wire");
  CHECK(found(db, "statements", "name", {{FilterName::kText, "\"truce holds\""}}) == "gazette");
  CHECK(found(db, "statements", "name", {{FilterName::kText, "\"holds truce\""}}).empty());
  CHECK(found(db, "statements", "content", {{FilterName::kSaid, "2031-03-04"}}) == "The truce holds");
  CHECK(found(db, "statements", "content", {{FilterName::kSaid, "..2031-03-03"}}).empty());
  CHECK(found(db, "statements", "name", {{FilterName::kOutlet, "unknown"}}) == "wire|wire");
  CHECK(found(db, "statements", "name", {{FilterName::kOutlet, "courier"}}) == "courier");
  CHECK(found(db, "statements", "content", {{FilterName::kStory, "truce"}, {FilterName::kAct, "deny"}}) ==
        "shelling Dolmas");
  CHECK(found(db, "statements", "name", {{FilterName::kPublished, "2031-03-08.."}}) == "wire|wire");
  CHECK(found(db, "statements", "name", {{FilterName::kPublished, "2031-03-07"}}) == "wire|wire");
  CHECK(found(db, "statements", "who", {{FilterName::kTo, "Morwen"}}) == "Sevan Orlan → Adela Morwen");
  CHECK(found(db, "statements", "who", {{FilterName::kOutlet, "unknown"}}) ==
        "the ministry, via Meridian|The army");
  CHECK(found(db, "statements", "what", {{FilterName::kForm, "direct"}}) == "“The truce holds”");
  CHECK(found(db, "statements", "page", {{FilterName::kAct, "deny"}}) == "unknown: wire");
}

TEST_CASE("documents: about is anywhere in the page, by name or by another word") {
  const SmallRecord small;
  const Reader reader = small.reader();
  const Database& db = reader.database();
  CHECK(found(db, "documents", "name", {}) == "gazette|wire|courier");
  CHECK(found(db, "documents", "name", {{FilterName::kAbout, "Orlan"}}) == "gazette|courier");
  CHECK(found(db, "documents", "name", {{FilterName::kAbout, "dolmas"}}) == "gazette|wire");
  CHECK(found(db, "documents", "name", {{FilterName::kType, "interview"}}) == "courier");
  CHECK(found(db, "documents", "name", {{FilterName::kPlace, "Dolmas"}}) == "gazette");
  CHECK(found(db, "documents", "name", {{FilterName::kPlace, "ury"}}) == "gazette");
  CHECK(found(db, "documents", "name", {{FilterName::kText, "Zurich"}}) == "courier");
  CHECK(found(db, "documents", "name", {{FilterName::kPublished, "2031-03-05"}}) == "gazette");
  CHECK(found(db, "documents", "headline", {{FilterName::kOutlet, "unknown"}}) == "wire");
  CHECK(found(db, "documents", "copies", {}) == "1|1|0");
  CHECK(found(db, "documents", "statement_count", {}) == "3|2|1");
  const Json wire = object(db, "documents", 1);
  CHECK(wire["copy_of"]["id"] == "gazette");
  CHECK(wire["copy_kind"] == "partial-copy");
  CHECK(wire["revises"].is_null());
}

TEST_CASE("events: who does what to whom, and who says so") {
  const SmallRecord small;
  const Reader reader = small.reader();
  const Database& db = reader.database();
  CHECK(found(db, "events", "trigger", {}) == "killed|shelling|speak by telephone");
  CHECK(found(db, "events", "trigger", {{FilterName::kBy, "army"}}) == "shelling");
  CHECK(found(db, "events", "trigger", {{FilterName::kTo, "12 people"}}) == "killed");
  CHECK(found(db, "events", "trigger", {{FilterName::kStatus, "negated"}}) == "shelling");
  CHECK(found(db, "events", "trigger", {{FilterName::kType, "consult"}}) == "speak by telephone");
  CHECK(found(db, "events", "trigger", {{FilterName::kPlace, "Dolmas"}}) == "killed|shelling");
  CHECK(found(db, "events", "trigger", {{FilterName::kPlace, "URY"}}) == "killed");
  CHECK(found(db, "events", "trigger", {{FilterName::kHappened, "2031-03-04"}}) == "killed");
  CHECK(found(db, "events", "trigger", {{FilterName::kAbout, "children"}}) == "killed");
  CHECK(found(db, "events", "counts", {{FilterName::kType, "assault"}}) == "12 killed, at least 4 killed|");
  CHECK(found(db, "events", "voices", {}) ==
        "the page (The Steppe Gazette)|denied by The army (unknown: wire)|the page (The Harbour Courier)");
  CHECK(object(db, "events")["incidents"].size() == 1);
}

TEST_CASE("actors are found by any of their names and offices") {
  const SmallRecord small;
  const Reader reader = small.reader();
  const Database& db = reader.database();
  CHECK(found(db, "actors", "name", {{FilterName::kBy, "foreign minister"}}) == "Sevan Orlan");
  CHECK(found(db, "actors", "pages", {{FilterName::kType, "person"}}) == "2");
  CHECK(found(db, "actors", "statements", {}) == "2");
  const Json actor = object(db, "actors");
  CHECK(actor["offices"][0]["title"] == "foreign minister");
  CHECK(actor["members"].size() == 2);
  CHECK(actor["joins"][0]["reason"] == "same full name");
  CHECK(actor["documents"].size() == 2);
}

TEST_CASE("what spans documents has all of its members in JSON") {
  const SmallRecord small;
  const Reader reader = small.reader();
  const Database& db = reader.database();
  SECTION("stories") {
    const Json story = object(db, "stories");
    CHECK(story["title"] == "Orlan speaks of the truce");
    CHECK(story["documents"][1]["path"] == "pages/wire.html");
    CHECK(found(db, "stories", "outlets", {{FilterName::kAbout, "Morwen"}}) == "The Steppe Gazette; unknown");
    CHECK(
        found(db, "stories", "title", {{FilterName::kStory, story["id"].get<std::string>().substr(0, 8)}}) ==
        "Orlan speaks of the truce");
  }
  SECTION("incidents") {
    const Json incident = object(db, "incidents");
    CHECK(incident["type"] == "ASSAULT");
    CHECK(incident["counts"]["killed"] == Json({12, 12}));  // the first is the total
    CHECK(incident["count_details"][1]["of_whom"] == "children");
    CHECK(incident["differ"] == Json({"actor"}));
    CHECK(incident["events"][0]["counts"]["killed"] == Json({12, 12}));
    CHECK(incident["events"][1]["speaker"] == "The army");
    CHECK(incident["events"][1]["status"] == "negated");
    CHECK(incident["documents"].size() == 2);
    CHECK(incident["claims"].size() == 2);
    CHECK(incident["disputes"].size() == 1);
    CHECK(found(db, "incidents", "title",
                {{FilterName::kStatus, "negated"}, {FilterName::kPlace, "Dolmas"}}) == "shelling, Dolmas");
    CHECK(found(db, "incidents", "title", {{FilterName::kHappened, "2031-03-05"}}).empty());
  }
  SECTION("claims") {
    CHECK(found(db, "claims", "asserted_by", {}) != found(db, "claims", "denied_by", {}));
    CHECK(found(db, "claims", "value", {{FilterName::kBy, "army"}}) == "the army");
    CHECK(found(db, "claims", "denied_by", {{FilterName::kBy, "army"}}) == "army");
    CHECK(found(db, "claims", "asserted_by", {{FilterName::kOutlet, "Gazette"}}) == "The Steppe Gazette");
    CHECK(object(db, "claims")["origins"] == Json({1, 2}));
  }
  SECTION("disputes") {
    const Json dispute = object(db, "disputes");
    CHECK(dispute["kind"] == "agent");
    CHECK(dispute["state"] == "open");
    CHECK(dispute["claims"].size() == 2);
    CHECK(dispute["claims"][0]["voices"][0]["words"]["words"] == "killed");
    CHECK(dispute["claims"][1]["voices"][0]["denies"] == true);
    CHECK(dispute["claims"][1]["voices"][0]["sentence"] == "The army denied shelling Dolmas.");
    CHECK(found(db, "disputes", "sides", {{FilterName::kStatus, "open"}}) ==
          "the shelling was done by Shells: The Steppe Gazette; the shelling was done by the army: nobody; "
          "denied by army");
  }
  SECTION("agreements") {
    const Json agreement = object(db, "agreements");
    CHECK(agreement["ledger"][0]["kind"] == "violation");
    CHECK(agreement["ledger"][0]["words"]["words"] == "the ceasefire");
    CHECK(agreement["ledger"][0]["sentence"] ==
          "Zambia broke the ceasefire, the ministry said, Meridian reported.");
    CHECK(agreement["ledger"][0]["answer"] == "none-found");
    CHECK(agreement["ledger"][0]["document"] == "gazette");
    CHECK(agreement["mentions"].size() == 2);
    CHECK(agreement["names"] == Json({"the ceasefire", "the truce"}));
    CHECK(agreement["announced"] == Json({"2031-03-03", "2031-03-03"}));
    CHECK(agreement["bears"] == Json({"violation"}));
    CHECK(found(db, "agreements", "ledger_summary",
                {{FilterName::kStatus, "violation"}, {FilterName::kTo, "Zambia"}}) ==
          "violation by Zambia, says the ministry");
    CHECK(found(db, "agreements", "name", {{FilterName::kStatus, "reached"}}).empty());
    CHECK(found(db, "agreements", "name", {{FilterName::kHappened, "2031-03-03"}}) == "the ceasefire");
  }
  SECTION("contacts") {
    CHECK(found(db, "contacts", "b", {{FilterName::kBy, "Morwen"}, {FilterName::kType, "call"}}) ==
          "Adela Morwen");
    CHECK(found(db, "contacts", "b", {{FilterName::kTo, "Orlan"}, {FilterName::kStatus, "future"}}) ==
          "Adela Morwen");
    CHECK(object(db, "contacts")["events"][0]["sentence"] == "The two will speak by telephone on 20 March.");
  }
  SECTION("copies") {
    const Json group = object(db, "copies");
    CHECK(group["origin"] == "Meridian");
    CHECK(group["members"][1]["of"] == "gazette");
    CHECK(group["members"][1]["shared"] == 0.5);
    CHECK(group["members"][0]["kind"].is_null());
    CHECK(found(db, "copies", "pages", {{FilterName::kType, "partial-copy"}}) ==
          "gazette (The Steppe Gazette); wire (unknown outlet): partial-copy, 50 % of it in gazette");
    CHECK(found(db, "copies", "origin", {{FilterName::kType, "revision"}}).empty());
  }
  SECTION("rejections") {
    CHECK(found(db, "rejections", "input", {{FilterName::kType, "page-too-deep"}}) == "pages/broken.html");
    CHECK(found(db, "rejections", "input", {{FilterName::kText, "nested"}}) == "pages/broken.html");
    CHECK(found(db, "rejections", "input", {{FilterName::kType, "page-empty"}}).empty());
  }
}

TEST_CASE("a limit leaves out, and says how many") {
  const SmallRecord small;
  const Reader reader = small.reader();
  const Selection two = selected(reader.database(), "statements", {}, 2);
  CHECK(two.keys.size() == 2);
  CHECK(two.left_out == 4);
  CHECK(selected(reader.database(), "statements", {}, 0).left_out == 6);
  CHECK(selected(reader.database(), "statements", {}, 6).left_out == 0);
}
