#include "output/show.h"

#include "output/show_parts.h"

namespace hearsay {

std::string shown_thing(RowKind kind, const Json& thing, size_t width, Paint paint) {
  Sheet sheet(width, paint);
  switch (kind) {
    case RowKind::kDocument:
      show_document(sheet, thing);
      break;
    case RowKind::kActor:
      show_actor(sheet, thing);
      break;
    case RowKind::kStatement:
      show_statement(sheet, thing);
      break;
    case RowKind::kEvent:
      show_event(sheet, thing);
      break;
    case RowKind::kCopyGroup:
      show_copies(sheet, thing);
      break;
    case RowKind::kSharedActor:
      show_shared_actor(sheet, thing);
      break;
    case RowKind::kStory:
      show_story(sheet, thing);
      break;
    case RowKind::kIncident:
      show_incident(sheet, thing);
      break;
    case RowKind::kClaim:
      show_claim(sheet, thing);
      break;
    case RowKind::kDispute:
      show_dispute(sheet, thing);
      break;
    case RowKind::kAgreement:
      show_agreement(sheet, thing);
      break;
    case RowKind::kContact:
      show_contact(sheet, thing);
      break;
  }
  return sheet.take();
}

std::string shown_withdrawal(const Json& w, size_t width, Paint paint) {
  Sheet sheet(width, paint);
  const std::string reason = text_at(w, "withdrawn");
  sheet.heading(text_at(w, "kind") + " " + text_at(w, "id"));
  sheet.gap();
  sheet.field("Withdrawn", {run(reason + ", " + text_at(w, "when"), Tone::kWarning)});
  sheet.field("That is", reason == "recoded"          ? "a later run over the same page no longer finds it"
                         : reason == "merged"         ? "a later run made one thing of this and another"
                         : reason == "split"          ? "a later run made several things of it"
                         : reason == "page-corrected" ? "the page was corrected"
                                                      : "its words were taken out");
  const std::string successor = text_at(w, "successor");
  sheet.field("Now", successor.empty() ? "nothing stands in its place" : "see " + short_id(successor));
  if (const Json& row = at(w, "row"); row.is_object()) {
    sheet.section("As it last was");
    for (const auto& [key, value] : row.items()) {
      std::string text = text_at(row, key.c_str());
      if (text.empty() && !value.is_null() && !value.is_object() && !value.is_string())
        text = value.dump(-1, ' ', false, Json::error_handler_t::replace);
      std::string label = key;
      if (label.size() > 12 && label.ends_with("_words")) label.resize(label.size() - 6);
      sheet.field("  " + label, text);
    }
  }
  sheet.gap();
  add_page(sheet, at(w, "document"));
  return sheet.take();
}

}  // namespace hearsay
