#include "stages/statements/act.h"

#include <catch2/catch.hpp>

#include "stages/statements/written_page.h"

using namespace hearsay;
using namespace hearsay::statements;

namespace {

Act act(const std::string& sentence, std::string_view content) {
  return statement_of(read_page({sentence}), content).act;
}
ActDetail detail(const std::string& sentence, std::string_view content) {
  return statement_of(read_page({sentence}), content).detail;
}

}  // namespace

TEST_CASE("the cue tells the act") {
  CHECK(act("The union accused the board of hiding figures.", "hiding") == Act::kAccuse);
  CHECK(act("The governor denied having seen the report.", "having seen") == Act::kDeny);
  CHECK(act("The guild urged the mayor to open the lock.", "to open") == Act::kDemand);
  CHECK(act("The guild rejected the plan.", "the plan") == Act::kReject);
  CHECK(act("The guild promised to open the lock.", "to open") == Act::kPromise);
  CHECK(act("The guild welcomed the plan.", "the plan") == Act::kSupport);
  CHECK(act("The guild apologised for the noise.", "the noise") == Act::kAdmit);
}

TEST_CASE("to reject an allegation is to deny it, to reject a plan is not") {
  CHECK(act("The guild rejected the allegations of fraud.", "allegations") == Act::kDeny);
  CHECK(act("The guild rejected the offer of help.", "offer") == Act::kReject);
}

TEST_CASE("the words of the clause tell the act where the cue says no more than said") {
  CHECK(act("The mayor said the board must open the lock.", "must") == Act::kDemand);
  CHECK(act("\"We are ready to help,\" the mayor said.", "ready") == Act::kPromise);
  CHECK(act("\"We will not sell,\" the mayor said.", "will not") == Act::kReject);
  CHECK(act("The mayor said the board had violated the pact.", "violated") == Act::kAccuse);
  CHECK(act("The mayor said the tugs would be withdrawn unless the board paid.", "unless") == Act::kThreaten);
  CHECK(act("\"We urge the board to pay,\" the mayor said.", "urge") == Act::kDemand);
  CHECK(act("\"We thank the crew,\" the mayor said.", "thank") == Act::kSupport);
}

TEST_CASE("what only looks like an act is an assertion") {
  CHECK(act("A nurse said three people were killed.", "killed") == Act::kAssert);
  CHECK(act("The mayor said rain would fall.", "rain") == Act::kAssert);
  CHECK(act("The mayor said he must leave early.", "must leave") == Act::kAssert);
  CHECK(act("The mayor said the lock was ready.", "ready") == Act::kAssert);
  CHECK(act("The mayor warned that rain was coming.", "rain") == Act::kAssert);
}

TEST_CASE("declining to comment is no refusal, and the other way round") {
  CHECK(detail("The bank declined to comment on the list.", "the list") == ActDetail::kNoComment);
  CHECK(act("The bank declined to comment on the list.", "the list") == Act::kAssert);
  CHECK(detail("The bank refused to sign the list.", "to sign") == ActDetail::kNone);
  CHECK(act("The bank refused to sign the list.", "to sign") == Act::kReject);
}

TEST_CASE("conditions of threats and demands, not of plain assertions") {
  const Document threat = read_page({"The guild threatened to strike unless the board paid the crews."});
  CHECK(words_of(threat.text, statement_of(threat, "to strike").condition) == "the board paid the crews");
  const Document assertion = read_page({"The guild said the lock leaks if it rains."});
  CHECK(statement_of(assertion, "leaks").condition.empty());
}
