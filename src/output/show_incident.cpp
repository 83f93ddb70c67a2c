// Incidents, and the claims and disputes about them.
#include "output/show_parts.h"

namespace hearsay {
namespace {

void add_voices(Sheet& sheet, const Json& voices) {
  if (!voices.is_array()) return;
  for (const Json& v : voices) {
    const std::string said = interval_at(v, "said"), origin = text_at(v, "origin"),
                      statement = text_at(v, "statement");
    StyledText text = {run(flag_at(v, "denies") ? "denies: " : "asserts: ",
                           flag_at(v, "denies") ? Tone::kWarning : Tone::kStrong),
                       run(voice_text(v), Tone::kSource)};
    std::string facts = said.empty() ? "" : ", " + said;
    if (!text_at(v, "speaker").empty()) facts += ", in " + outlet_or_unknown(v);
    facts += " (" + text_at(v, "document") + ")";
    if (!origin.empty() && origin != text_at(v, "speaker") && origin != text_at(v, "outlet"))
      facts += ", first heard from " + origin;
    if (flag_at(v, "is_party")) facts += ", a party";
    text.push_back(run(facts, Tone::kFaint));
    sheet.item(text);
    const std::string sentence = text_at(v, "sentence"), words = text_at(v, "words");
    sheet.under({plain_run("“" + (sentence.empty() ? words : sentence) + "”")});
    if (!statement.empty()) sheet.under({run("statement " + short_id(statement), Tone::kFaint)});
  }
}

void add_subject(Sheet& sheet, const Json& thing) {
  if (const std::string incident = text_at(thing, "incident"); !incident.empty())
    sheet.field("About", "incident " + short_id(incident));
  if (const std::string agreement = text_at(thing, "agreement"); !agreement.empty())
    sheet.field("About", "agreement " + short_id(agreement));
}

std::string origins_text(const Json& claim) {
  const Json& origins = at(claim, "origins");
  if (!origins.is_array() || origins.size() != 2) return "";
  const std::string low = origins[0].dump(), high = origins[1].dump();
  const std::string outside = text_at(claim, "outside");
  return (low == high ? low : low + " to " + high) +
         (outside.empty()
              ? ""
              : ", " + (outside == "0" ? std::string("none") : outside) + " of them outside the parties");
}

}  // namespace

void show_incident(Sheet& sheet, const Json& i) {
  sheet.heading("Incident " + text_at(i, "id"));
  sheet.gap();
  sheet.field("What", {run(text_at(i, "title"), Tone::kStrong)});
  sheet.field("Type", text_at(i, "type"));
  sheet.field("When", interval_at(i, "when"));
  const std::string country = text_at(i, "country");
  sheet.field("Where", text_at(i, "where") + (country.empty() ? "" : " (" + country + ")"));
  sheet.field("Named as doer", text_at(i, "actors"));
  sheet.field("Target", text_at(i, "recipients"));
  sheet.field("Counts", counts_text(at(i, "count_details")));
  const std::string differ = text_at(i, "differ");
  sheet.field("They differ on",
              {run(differ.empty() ? "nothing" : differ, differ.empty() ? Tone::kPlain : Tone::kWarning)});
  if (const Json& events = at(i, "events"); events.is_array()) {
    sheet.section("As it is told (" + std::to_string(events.size()) + ")");
    for (const Json& e : events) {
      const std::string actor = text_at(e, "actor"), recipient = text_at(e, "recipient"),
                        when = interval_at(e, "when");
      std::string counts;
      if (const Json& map = at(e, "counts"); map.is_object())
        for (const auto& [kind, range] : map.items())
          counts += ", " +
                    (range[0] == range[1] ? range[0].dump() : range[0].dump() + " to " + range[1].dump()) +
                    " " + kind;
      sheet.item({run(voice_text(e), Tone::kSource), run(" (" + text_at(e, "document") + "): ", Tone::kFaint),
                  plain_run(text_at(e, "status") + ", " + (actor.empty() ? "no doer named" : actor) +
                            (recipient.empty() ? "" : " → " + recipient) + (when.empty() ? "" : ", " + when) +
                            counts),
                  run("  " + short_id(text_at(e, "id")), Tone::kFaint)});
      sheet.under({plain_run("“" + text_at(e, "sentence") + "”")});
    }
  }
  const auto add = [&](const char* key, const char* title) {
    const Json& list = at(i, key);
    if (!list.is_array() || list.empty()) return;
    sheet.section(title);
    for (const Json& row : list)
      sheet.item({run(short_id(text_at(row, "id")) + "  ", Tone::kFaint), plain_run(text_at(row, "text"))});
  };
  add("disputes", "Disputes");
  add("claims", "Claims");
  add_pages(sheet, "Pages", at(i, "documents"));
  add_joins(sheet, at(i, "joins"));
}

void show_claim(Sheet& sheet, const Json& c) {
  sheet.heading("Claim " + text_at(c, "id"));
  sheet.gap();
  sheet.field("Claim", {run(text_at(c, "text"), Tone::kStrong)});
  sheet.field("Question", text_at(c, "aspect"));
  add_subject(sheet, c);
  sheet.field("Origins", origins_text(c));
  sheet.section("Voices");
  add_voices(sheet, at(c, "voices"));
  if (const Json& outlets = at(c, "outlets"); outlets.is_array() && !outlets.empty()) {
    sheet.section("Outlets that report neither");
    for (const Json& outlet : outlets)
      sheet.item({plain_run(text_at(outlet, "outlet") + ": " + text_at(outlet, "stance"))});
  }
}

void show_dispute(Sheet& sheet, const Json& d) {
  sheet.heading("Dispute " + text_at(d, "id"));
  sheet.gap();
  sheet.field("Over", text_at(d, "kind"));
  sheet.field("State", text_at(d, "state"));
  sheet.field("Why", text_at(d, "reason"));
  add_subject(sheet, d);
  if (const Json& claims = at(d, "claims"); claims.is_array())
    for (const Json& claim : claims) {
      sheet.section(text_at(claim, "text"));
      sheet.field("Claim", short_id(text_at(claim, "id")));
      sheet.field("Origins", origins_text(claim));
      add_voices(sheet, at(claim, "voices"));
    }
}

}  // namespace hearsay
