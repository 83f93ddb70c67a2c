#include "output/show_parts.h"

namespace hearsay {
namespace {

std::string with_code(const Json& e, const char* words_key, const char* name_key, const char* code_key) {
  const std::string words = text_at(e, words_key), name = text_at(e, name_key), code = text_at(e, code_key);
  std::string text = words.empty() ? name : words;
  if (!words.empty() && !name.empty() && name != words) text += " (" + name + ")";
  if (!code.empty()) text += (text.empty() ? "" : "  ") + code;
  return text;
}

void add_mentions(Sheet& sheet, const Json& e) {
  const Json& mentions = at(e, "mentions");
  if (!mentions.is_array()) return;
  for (const Json& mention : mentions) {
    sheet.gap();
    std::vector<Mark> marks = {{kActorMark, at(e, "actor")},
                               {kRecipientMark, at(e, "recipient")},
                               {kTriggerMark, at(mention, "trigger")},
                               {kWhenMark, at(mention, "when_span")},
                               {kWhereMark, at(e, "where")}};
    if (const Json& counts = at(mention, "count_details"); counts.is_array())
      for (const Json& count : counts) marks.push_back({kCountMark, at(count, "span")});
    sheet.quote(marked_sentence(at(mention, "sentence"), marks, sheet.paint()));
    StyledText said = {{"says so: ", Tone::kFaint}};
    if (at(mention, "said_by").is_null())
      said.push_back(plain_run("the page (" + outlet_or_unknown(at(e, "document")) + "), in its own voice"));
    else
      for (Run& part : chain_text(at(mention, "chain"))) said.push_back(std::move(part));
    sheet.quote(said);
    std::string facts = text_at(mention, "status");
    if (const std::string when = interval_at(mention, "when"); !when.empty()) facts += "; " + when;
    if (const std::string counts = counts_text(at(mention, "count_details")); !counts.empty())
      facts += "; " + counts;
    if (const std::string by = text_at(mention, "said_by"); !by.empty())
      facts += "; statement " + short_id(by);
    sheet.quote({run(facts, Tone::kFaint)});
  }
}

}  // namespace

void show_event(Sheet& sheet, const Json& e) {
  sheet.heading("Event " + text_at(e, "id"));
  add_mentions(sheet, e);
  sheet.gap();
  if (sheet.paint() == Paint::kYes)
    sheet.quote({{"trigger", Tone::kCue},
                 {"  ", Tone::kPlain},
                 {"actor", Tone::kSource},
                 {"  ", Tone::kPlain},
                 {"recipient", Tone::kContent},
                 {"  ", Tone::kPlain},
                 {"time, place, count", Tone::kAside}});
  else
    sheet.quote({{"{trigger}  [actor: who acts]  [recipient: on whom]", Tone::kPlain}});
  sheet.gap();
  const std::string mode = text_at(e, "mode"), contexts = text_at(e, "contexts");
  sheet.field("Type", text_at(e, "type") + (mode.empty() ? "" : ", " + mode) +
                          (contexts.empty() ? "" : " (" + contexts + ")"));
  sheet.field("Status", text_at(e, "status"));
  sheet.field("Actor", with_code(e, "actor", "actor_name", "actor_code"));
  sheet.field("Recipient", with_code(e, "recipient", "recipient_name", "recipient_code"));
  sheet.field("When", interval_at(e, "when"));
  std::string where = text_at(e, "where");
  if (const Json& place = at(e, "place"); place.is_object() && !text_at(place, "country").empty()) {
    where += " (" + text_at(place, "country");
    if (const std::string id = text_at(place, "gazetteer_id"); !id.empty() && id != "0")
      where += ", GeoNames " + id;
    where += ", precision " + text_at(place, "precision") + " of 7)";
  }
  sheet.field("Where", where);
  sheet.field("Counts", counts_text(at(e, "count_details")));
  sheet.field("Channel", text_at(e, "channel"));
  if (const std::string speech = text_at(e, "speech"); !speech.empty())
    sheet.field("Speech act", "of statement " + short_id(speech));
  const auto ids = [](const Json& list) {
    std::string text;
    if (list.is_array())
      for (const Json& id : list)
        if (id.is_string()) text += (text.empty() ? "" : ", ") + short_id(id.get<std::string>());
    return text;
  };
  sheet.field("Incident", ids(at(e, "incidents")));
  sheet.field("Contact", ids(at(e, "contacts")));
  if (const Json& score = at(e, "score"); score.is_number()) sheet.field("Score", score.dump());
  sheet.gap();
  add_page(sheet, at(e, "document"));
}

}  // namespace hearsay
