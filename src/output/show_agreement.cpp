// Agreements with their ledgers, and contacts with their readouts.
#include "output/show_parts.h"

namespace hearsay {
namespace {

std::string answer_text(const std::string& answer) {
  return answer == "none-found" ? "no answer found in the pages read" : "answer: " + answer;
}

void add_ledger(Sheet& sheet, const Json& ledger) {
  if (!ledger.is_array() || ledger.empty()) return;
  sheet.section("Ledger (" + std::to_string(ledger.size()) +
                "): what is alleged; nothing here is a finding of this program");
  for (const Json& l : ledger) {
    const std::string by = text_at(l, "alleged_by"), accused = text_at(l, "accused"),
                      when = interval_at(l, "when");
    const std::string kind = text_at(l, "kind");
    StyledText text = {run(kind, kind == "violation" || kind == "collapse" ? Tone::kWarning : Tone::kStrong),
                       plain_run(accused.empty() ? "" : (kind == "violation" ? " by " : " on ") + accused),
                       {", says ", Tone::kPlain},
                       run(by.empty() ? outlet_or_unknown(l) + " in its own voice" : by, Tone::kSource)};
    for (const char* key : {"act", "term", "place"})
      if (const std::string value = text_at(l, key); !value.empty())
        text.push_back(plain_run(std::string("; ") + key + ": " + value));
    if (!when.empty()) text.push_back(plain_run("; " + when));
    sheet.item(text);
    const std::string sentence = text_at(l, "sentence");
    sheet.under({plain_run("“" + (sentence.empty() ? text_at(l, "words") : sentence) + "”")});
    const std::string answer = text_at(l, "answer"), finding = text_at(l, "finding"),
                      statement = text_at(l, "statement");
    if (kind == "violation" || answer != "none-found") {
      const std::string words = text_at(l, "answer_words");
      sheet.under({plain_run(answer_text(answer) + (words.empty() ? "" : ": “" + words + "”"))});
    }
    if (!finding.empty()) sheet.under({plain_run("finding of a third body: " + finding)});
    sheet.under({run(outlet_or_unknown(l) + " (" + text_at(l, "document") + ")" +
                         (statement.empty() ? "" : ", statement " + short_id(statement)),
                     Tone::kFaint)});
  }
}

}  // namespace

void show_agreement(Sheet& sheet, const Json& a) {
  sheet.heading("Agreement " + text_at(a, "id"));
  sheet.gap();
  sheet.field("Name", {run(text_at(a, "name"), Tone::kStrong)});
  sheet.field("Also named", text_at(a, "names"));
  sheet.field("Kind", text_at(a, "kind"));
  sheet.field("Parties", text_at(a, "parties"));
  sheet.field("Mediator", text_at(a, "mediator"));
  sheet.field("Announced", interval_at(a, "announced"));
  sheet.field("In force", interval_at(a, "effective"));
  sheet.field("Ended", interval_at(a, "ended"));
  sheet.field("Place", text_at(a, "place"));
  if (const Json& terms = at(a, "terms"); terms.is_array())
    for (const Json& term : terms)
      sheet.field("Term", "“" + (term.is_string() ? term.get<std::string>() : "") + "”");
  add_ledger(sheet, at(a, "ledger"));
  if (const Json& disputes = at(a, "disputes"); disputes.is_array() && !disputes.empty()) {
    sheet.section("Disputes");
    for (const Json& d : disputes)
      sheet.item({run(short_id(text_at(d, "id")) + "  ", Tone::kFaint),
                  plain_run(text_at(d, "kind") + ", " + text_at(d, "state") + ": " + text_at(d, "text"))});
  }
  if (const Json& mentions = at(a, "mentions"); mentions.is_array() && !mentions.empty()) {
    sheet.section("Where the pages speak of it (" + std::to_string(mentions.size()) + ")");
    for (const Json& m : mentions) {
      const std::string dated = interval_at(m, "dated");
      sheet.item(
          {run(text_at(m, "name"), Tone::kStrong),
           plain_run(
               (dated.empty()
                    ? ""
                    : ", " + std::string(flag_at(m, "dated_effective") ? "in force " : "dated ") + dated)),
           run("  " + outlet_or_unknown(m) + " (" + text_at(m, "document") + ")", Tone::kFaint)});
      sheet.under({plain_run("“" + text_at(m, "sentence") + "”")});
    }
  }
  add_pages(sheet, "Pages", at(a, "documents"));
  add_joins(sheet, at(a, "joins"));
}

void show_contact(Sheet& sheet, const Json& c) {
  sheet.heading("Contact " + text_at(c, "id"));
  sheet.gap();
  sheet.field("Who", {run(text_at(c, "a"), Tone::kStrong)});
  sheet.field("With whom", {run(text_at(c, "b"), Tone::kStrong)});
  sheet.field("Channel", text_at(c, "channel"));
  sheet.field("When", interval_at(c, "when"));
  sheet.field("Status", text_at(c, "status"));
  sheet.field("Place", text_at(c, "place"));
  sheet.field("Reported by", text_at(c, "reported_by"));
  if (const Json& readouts = at(c, "readouts"); readouts.is_array() && !readouts.empty()) {
    sheet.section("Each side's account");
    for (const Json& r : readouts) {
      sheet.item({run(text_at(r, "side"), Tone::kSource),
                  {" ", Tone::kPlain},
                  run(text_at(r, "act"), Tone::kStrong),
                  {": ", Tone::kPlain},
                  plain_run(text_at(r, "content"))});
      sheet.under({run(outlet_or_unknown(r) + " (" + text_at(r, "document") + "), statement " +
                           short_id(text_at(r, "statement")),
                       Tone::kFaint)});
    }
  }
  if (const Json& events = at(c, "events"); events.is_array() && !events.empty()) {
    sheet.section("As it is told");
    for (const Json& e : events) {
      sheet.item({run(voice_text(e), Tone::kSource),
                  run(" (" + text_at(e, "document") + "), " + text_at(e, "status") + "  " +
                          short_id(text_at(e, "id")),
                      Tone::kFaint)});
      sheet.under({plain_run("“" + text_at(e, "sentence") + "”")});
    }
  }
  add_pages(sheet, "Pages", at(c, "documents"));
}

}  // namespace hearsay
