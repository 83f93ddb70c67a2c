#include "output/thing_json.h"

#include <catch2/catch.hpp>

#include "output/document_json.h"
#include "output/show.h"
#include "query/selection.h"
#include "query/small_record.h"

using namespace hearsay;
using small_record::value_of;

namespace {

std::vector<RowId> keys_of(RecordView& view, const ListQuery& list) {
  return value_of(select(view.database(), list, {}, std::nullopt)).keys;
}

}  // namespace

TEST_CASE("a row of statements or events says all that export says of it, and its page and its chain") {
  const small_record::SmallRecord small;
  const Reader reader = small.reader();
  RecordView view(reader);
  size_t rows = 0;
  for (const RowKind kind : {RowKind::kStatement, RowKind::kEvent}) {
    for (const RowId key : keys_of(view, *find_list(kind))) {
      const Json row = value_of(row_json(view, *find_list(kind), key));
      const Json exported = value_of(exported_json(view, document_of(key)));
      const Json* same = nullptr;
      for (const Json& candidate : exported[kind == RowKind::kStatement ? "statements" : "events"])
        if (candidate["id"] == row["id"]) same = &candidate;
      REQUIRE(same);
      for (const auto& [name, value] : same->items()) {
        INFO(name);
        if (name != "mentions") CHECK(row[name] == value);
      }
      CHECK(row["document"]["id"] == exported["id"]);
      CHECK(row["document"]["published"] == exported["published"]);
      CHECK(row["outlet"] == exported["outlet"]);
      ++rows;
    }
  }
  CHECK(rows == 9);
}

TEST_CASE("an exported document has what the scorer reads, and what the record knows beside it") {
  const small_record::SmallRecord small;
  const Reader reader = small.reader();
  RecordView view(reader);
  const std::vector<RowId> rows = value_of(view.documents_by_name());
  REQUIRE(rows.size() == 3);
  std::vector<std::string> names;
  for (const RowId row : rows) names.push_back(value_of(exported_json(view, row))["id"]);
  CHECK(names == std::vector<std::string>{"courier", "gazette", "wire"});
  const Json gazette = value_of(exported_json(view, 1));
  const std::string text = gazette["text"];
  for (const char* layer :
       {"statements", "events", "actors", "places", "times", "paragraphs", "captures", "withdrawn"})
    CHECK(gazette[layer].is_array());
  for (const Json& statement : gazette["statements"])
    for (const char* role : {"source", "cue", "content", "addressee", "via"}) {
      const Json& span = statement[role];
      if (span.is_null()) continue;
      CHECK(text.substr(span["begin"], span["end"].get<size_t>() - span["begin"].get<size_t>()) ==
            span["words"].get<std::string>());
    }
  CHECK(gazette["published"] == Json({"2031-03-05", "2031-03-05"}));
  CHECK(gazette["events"][0]["counts"] ==
        Json({{"killed", {12, 12}}}));  // the total, not the children among them
  CHECK(gazette["events"][0]["count_details"][1]["high"].is_null());
  CHECK(gazette["actors"][0]["shared"].get<std::string>().size() == 32);
  CHECK(gazette["actors"][2]["shared"].is_null());
  CHECK(gazette["statements"][2]["parent"] == gazette["statements"][1]["id"]);
  CHECK(value_of(exported_json(view, 2))["copy_of"]["id"] == "gazette");
  CHECK(gazette["copy_of"].is_null());
}

TEST_CASE("every thing of the record can be shown") {
  const small_record::SmallRecord small;
  const Reader reader = small.reader();
  RecordView view(reader);
  for (const ListQuery& list : list_queries()) {
    if (!list.kind) continue;
    for (const RowId key : keys_of(view, list)) {
      const Json thing = value_of(thing_json(view, *list.kind, key));
      const std::string id = list.kind == RowKind::kDocument ? thing["sha256"] : thing["id"];
      CHECK(value_of(view.find(id)).row == key);
      const std::string text = shown_thing(*list.kind, thing, 100, Paint::kNo);
      INFO(text);
      CHECK(text.find(id) != std::string::npos);
      CHECK(text.find('\x1b') == std::string::npos);
      CHECK(shown_thing(*list.kind, thing, 40, Paint::kYes).find('\x1b') != std::string::npos);
    }
  }
  // An actor of one page has no list.
  const RecordView::Loaded* loaded = value_of(view.document(1));
  const Json actor = value_of(thing_json(view, RowKind::kActor, loaded->actors[0]));
  CHECK(actor["shared"]["name"] == "Sevan Orlan");
  CHECK(shown_thing(RowKind::kActor, actor, 100, Paint::kNo).find("foreign minister, Mongolia") !=
        std::string::npos);
}

TEST_CASE("a statement shown: marked words, chain, offsets") {
  const small_record::SmallRecord small;
  const Reader reader = small.reader();
  RecordView view(reader);
  const Document gazette = small_record::gazette();
  const FoundRow found = value_of(view.find(gazette.statements[2].id.hex().substr(0, 8)));
  const std::string text =
      shown_thing(found.kind, value_of(thing_json(view, found.kind, found.row)), 120, Paint::kNo);
  INFO(text);
  CHECK(text.find("<<Zambia broke the ceasefire>>, [source: the ministry] {said}, Meridian reported.") !=
        std::string::npos);
  CHECK(text.find("page (The Steppe Gazette, gazette) > Meridian > the ministry") != std::string::npos);
  CHECK(text.find("2031-03-05 (the page's markup: “datePublished 2031-03-05”)") != std::string::npos);
  const size_t begin = gazette.in_part(gazette.statements[2].content).begin;
  CHECK(text.find("body " + std::to_string(begin) + "-" + std::to_string(begin + 26)) != std::string::npos);
  const FoundRow other = value_of(view.find(small_record::wire().statements[1].id.hex()));
  CHECK(shown_thing(other.kind, value_of(thing_json(view, other.kind, other.row)), 120, Paint::kNo)
            .find("page (unknown outlet, wire) > The army") != std::string::npos);
}

TEST_CASE("what is no longer found is shown as withdrawn, and stands in the export") {
  const small_record::SmallRecord small;
  const Document before = small_record::wire();
  Document after = before;
  after.statements.pop_back();
  after.events.clear();
  {
    Writer writer = value_of(Writer::open(small.path()));
    small_record::check(writer.begin_run({"engine 2", "", "knowledge", "options", "2031-07-01T00:00:00Z"}));
    (void)value_of(writer.put(after));
    small_record::check(writer.close());
  }
  const Reader reader = small.reader();
  RecordView view(reader);
  const std::string id = before.statements[1].id.hex();
  const FoundRow found = value_of(view.find(id));
  REQUIRE(found.row == 0);
  const Json withdrawal = value_of(view.withdrawal(found.withdrawal));
  CHECK(withdrawal["withdrawn"] == "recoded");
  const std::string text = shown_withdrawal(withdrawal, 100, Paint::kNo);
  INFO(text);
  CHECK(text.find("a later run over the same page no longer finds it") != std::string::npos);
  CHECK(text.find("shelling Dolmas") != std::string::npos);
  CHECK(text.find("pages/wire.html") != std::string::npos);
  const Json exported = value_of(exported_json(view, 2));
  CHECK(exported["withdrawn"].size() == 2);
  CHECK(exported["statements"].size() == 1);
  CHECK(exported["withdrawn"][0]["kind"] == "statement");
}
