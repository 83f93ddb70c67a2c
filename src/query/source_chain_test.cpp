#include "query/source_chain.h"

#include <catch2/catch.hpp>

#include "query/record_view.h"
#include "query/small_record.h"

using namespace hearsay;
using small_record::value_of;

namespace {

std::string in_words(const std::vector<SourceLink>& chain) {
  std::string text;
  for (const SourceLink& link : chain)
    text += (text.empty() ? "" : " > ") + std::string(to_string(link.kind)) + " " +
            (link.name.empty() ? "?" : link.name);
  return text;
}

}  // namespace

TEST_CASE("the chain runs from the page over who carried the words to who spoke them") {
  const Document gazette = small_record::gazette(), wire = small_record::wire();
  CHECK(in_words(source_chain(gazette, 0, "")) == "page The Steppe Gazette > source Sevan Orlan");
  // A statement inside another.
  CHECK(in_words(source_chain(gazette, 2, "")) ==
        "page The Steppe Gazette > source Meridian > source the ministry");
  CHECK(source_chain(gazette, 2, "").back().statement == gazette.statements[2].id);
  // An outlet that no words name; one that carried the words.
  CHECK(in_words(source_chain(wire, 0, "")) == "page ? > via Meridian > source the ministry");
  // An origin is no second carrier.
  CHECK(in_words(source_chain(wire, 0, "Meridian")) == "page ? > origin Meridian > source the ministry");
  CHECK(in_words(source_chain(gazette, 0, "the steppe gazette")) ==
        "page The Steppe Gazette > source Sevan Orlan");
}

TEST_CASE("a source that no words name, and one that quotes himself") {
  Document d = small_record::gazette();
  d.statements[1].source = {};
  d.statements[1].source_name.clear();
  CHECK(in_words(source_chain(d, 2, "")) == "page The Steppe Gazette > source ? > source the ministry");
  d.statements[1].source_name = "The Ministry";
  CHECK(in_words(source_chain(d, 2, "")) == "page The Steppe Gazette > source the ministry");
  CHECK(source_chain(d, 2, "").back().statement == d.statements[2].id);
}

TEST_CASE("quotation marks around an agency's name are not its name") {
  Document d = small_record::wire();
  d.statements[0].via_name = "News “Meridian”";
  CHECK(in_words(source_chain(d, 0, "")) == "page ? > via News Meridian > source the ministry");
  CHECK(same_name("The “Meridian” Agency", "meridian agency"));
  CHECK_FALSE(same_name("Meridian", "Meridional"));
}

TEST_CASE("what a page carries has its origin's voice, what it adds its own") {
  const small_record::SmallRecord small;
  const Reader reader = small.reader();
  RecordView view(reader);
  const RecordView::Loaded* wire = value_of(view.document(2));
  CHECK(in_words(value_of(view.chain(*wire, 0))) == "page ? > origin Meridian > source the ministry");
  CHECK(in_words(value_of(view.chain(*wire, 1))) ==
        "page ? > source The army");  // its second paragraph stands nowhere else
  const RecordView::Loaded* courier = value_of(view.document(3));
  CHECK(in_words(value_of(view.chain(*courier, 0))) == "page The Harbour Courier > source Sevan Orlan");
}
