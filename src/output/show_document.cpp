// Documents, and what groups of them are: copies, stories.
#include "output/show_parts.h"

namespace hearsay {
namespace {

constexpr size_t kShownRows = 40;

void add_paragraphs(Sheet& sheet, const Json& d) {
  const Json& paragraphs = at(d, "paragraphs");
  if (!paragraphs.is_array() || paragraphs.empty()) return;
  sheet.section("Text");
  for (const Json& paragraph : paragraphs) {
    sheet.gap();
    const std::string kind = text_at(paragraph, "kind"), words = text_at(paragraph, "words");
    if (kind == "heading")
      sheet.plain({run(words, Tone::kStrong)});
    else
      sheet.plain({plain_run((kind == "list-item" ? "- " : kind == "quotation" ? "> " : "") + words)});
  }
}

void add_statements(Sheet& sheet, const Json& statements) {
  if (!statements.is_array() || statements.empty()) return;
  sheet.section("Statements (" + std::to_string(statements.size()) + ")");
  size_t shown = 0;
  for (const Json& s : statements) {
    if (++shown > kShownRows) {
      sheet.item({run(std::to_string(statements.size() - kShownRows) + " more", Tone::kFaint)});
      return;
    }
    const std::string name = text_at(s, "source_name"), source = name.empty() ? text_at(s, "source") : name;
    sheet.item({run(short_id(text_at(s, "id")) + "  ", Tone::kFaint),
                plain_run(source.empty() ? "(nobody named)" : source),
                {" ", Tone::kPlain},
                run(text_at(s, "act"), Tone::kStrong),
                {": ", Tone::kPlain},
                plain_run(text_at(s, "content"))});
  }
}

void add_events(Sheet& sheet, const Json& events) {
  if (!events.is_array() || events.empty()) return;
  sheet.section("Events (" + std::to_string(events.size()) + ")");
  size_t shown = 0;
  for (const Json& e : events) {
    if (++shown > kShownRows) {
      sheet.item({run(std::to_string(events.size() - kShownRows) + " more", Tone::kFaint)});
      return;
    }
    const std::string actor = text_at(e, "actor"), recipient = text_at(e, "recipient"),
                      when = interval_at(e, "when");
    sheet.item({run(short_id(text_at(e, "id")) + "  ", Tone::kFaint), run(text_at(e, "type"), Tone::kStrong),
                plain_run(" “" + text_at(e, "trigger") + "”, " + text_at(e, "status") +
                          (when.empty() ? "" : ", " + when) + ": " + (actor.empty() ? "?" : actor) +
                          (recipient.empty() ? "" : " → " + recipient))});
  }
}

void add_actors(Sheet& sheet, const Json& actors) {
  if (!actors.is_array() || actors.empty()) return;
  sheet.section("Actors (" + std::to_string(actors.size()) + ")");
  for (const Json& a : actors) {
    const std::string code = text_at(a, "code");
    sheet.item({run(short_id(text_at(a, "id")) + "  ", Tone::kFaint), plain_run(text_at(a, "name")),
                run("  " + text_at(a, "kind") + (code.empty() ? "" : ", " + code), Tone::kFaint)});
  }
}

void add_withdrawn(Sheet& sheet, const Json& withdrawn) {
  if (!withdrawn.is_array() || withdrawn.empty()) return;
  sheet.section("Withdrawn (" + std::to_string(withdrawn.size()) + ")");
  for (const Json& w : withdrawn)
    sheet.item({run(short_id(text_at(w, "id")) + "  ", Tone::kFaint),
                plain_run(text_at(w, "kind") + ", " + text_at(w, "withdrawn"))});
}

void add_reference(Sheet& sheet, const char* label, const Json& document) {
  if (!document.is_object()) return;
  sheet.field(label, text_at(document, "id") + " (" + outlet_or_unknown(document) + ")  " +
                         short_id(text_at(document, "sha256")));
}

}  // namespace

void show_document(Sheet& sheet, const Json& d) {
  sheet.heading("Document " + text_at(d, "sha256"));
  sheet.gap();
  sheet.field("Title", {run(text_at(d, "title"), Tone::kStrong)});
  const std::string evidence = text_at(d, "outlet_evidence");
  sheet.field("Outlet", text_at(d, "outlet").empty()
                            ? "unknown: no words of the page name it"
                            : text_at(d, "outlet") + (evidence.empty() ? "" : " (from " + evidence + ")"));
  const std::string published = dated_text(d, "published");
  sheet.field("Published", published.empty() ? "unknown: nothing on the page says when" : published);
  if (const std::string narrowed = interval_at(d, "published_narrowed"); !narrowed.empty())
    sheet.field("Narrowed", narrowed + " (by its company: " + text_at(d, "published_narrowed_why") + ")");
  sheet.field("Modified", dated_text(d, "modified"));
  sheet.field("Retrieved", dated_text(d, "retrieved"));
  sheet.field("Kind", text_at(d, "kind"));
  const std::string translation = text_at(d, "translation");
  sheet.field("Language", text_at(d, "language") +
                              (translation.empty() || translation == "unknown" || translation == "none"
                                   ? ""
                                   : ", translated " + translation));
  sheet.field("Byline", text_at(d, "byline"));
  sheet.field("Credits", text_at(d, "via"));
  sheet.field("Correction", text_at(d, "correction"));
  add_reference(sheet, "Copy of", at(d, "copy_of"));
  add_reference(sheet, "Revises", at(d, "revises"));
  add_reference(sheet, "Fetched again", at(d, "recapture_of"));
  if (const std::string group = text_at(d, "copy_group"); !group.empty())
    sheet.field("Copies", "group " + short_id(group));
  if (const std::string story = text_at(d, "story"); !story.empty()) sheet.field("Story", short_id(story));
  if (const Json& captures = at(d, "captures"); captures.is_array())
    for (const Json& capture : captures) {
      std::string text = text_at(capture, "path");
      if (const Json& offset = at(capture, "warc_record_offset"); offset.is_number_integer() && offset >= 0)
        text +=
            "  record at byte " + offset.dump() + ", " + at(capture, "warc_record_length").dump() + " bytes";
      if (const std::string address = text_at(capture, "address"); !address.empty()) text += "  " + address;
      if (const std::string time = text_at(capture, "time"); !time.empty()) text += "  fetched " + time;
      sheet.field("File", text);
    }
  sheet.field("Text hash", text_at(d, "text_sha256"));
  add_pages(sheet, "Dated by the company of", at(d, "published_narrowed_by"));
  add_statements(sheet, at(d, "statements"));
  add_events(sheet, at(d, "events"));
  add_statements(sheet, at(at(d, "outside_body"), "statements"));
  add_actors(sheet, at(d, "actors"));
  add_withdrawn(sheet, at(d, "withdrawn"));
  add_paragraphs(sheet, d);
}

void show_copies(Sheet& sheet, const Json& group) {
  sheet.heading("Copies " + text_at(group, "id"));
  sheet.gap();
  const std::string origin = text_at(group, "origin");
  sheet.field("Origin", origin.empty() ? "unknown" : origin);
  add_pages(sheet, "Pages", at(group, "members"));
}

void show_story(Sheet& sheet, const Json& story) {
  sheet.heading("Story " + text_at(story, "id"));
  sheet.gap();
  sheet.field("Title", {run(text_at(story, "title"), Tone::kStrong)});
  sheet.field("Published", interval_at(story, "published"));
  sheet.field("Outlets", text_at(story, "outlets"));
  add_pages(sheet, "Pages", at(story, "documents"));
  add_joins(sheet, at(story, "joins"));
}

}  // namespace hearsay
