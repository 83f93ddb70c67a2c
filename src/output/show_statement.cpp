#include "output/show_parts.h"

namespace hearsay {
namespace {

struct Role {
  const char* key;
  const char* label;
  MarkKind mark;
};

constexpr Role kRoles[] = {
    {"source", "source", kSourceMark},
    {"cue", "cue", kCueMark},
    {"content", "content", kContentMark},
    {"addressee", "addressee", kAddresseeMark},
    {"via", "via", kViaMark},
    {"on_behalf_of_span", "on behalf of", kForMark},
    {"channel", "channel", kChannelMark},
    {"when_span", "when", kWhenMark},
    {"condition", "condition", kConditionMark},
    {"deadline", "deadline", kDeadlineMark},
};

std::string place_of(const Json& span) {
  const std::string part = text_at(span, "part");
  return (part.empty() ? "body" : part) + " " + text_at(span, "begin") + "-" + text_at(span, "end");
}

void add_legend(Sheet& sheet) {
  if (sheet.paint() == Paint::kYes)
    sheet.quote({{"source", Tone::kSource},
                 {"  ", Tone::kPlain},
                 {"cue", Tone::kCue},
                 {"  ", Tone::kPlain},
                 {"content", Tone::kContent},
                 {"  ", Tone::kPlain},
                 {"addressee, via, time, channel, condition, deadline", Tone::kAside}});
  else
    sheet.quote({{"[source: who speaks]  {cue}  <<content>>", Tone::kPlain}});
}

std::string form_text(const Json& s) {
  const std::string form = text_at(s, "form");
  if (form == "direct") return "direct: all of the content stands between quotation marks";
  if (form == "mixed") return "mixed: part of the content stands between quotation marks";
  return "indirect: no quotation marks";
}

// "John Kerry (the US Secretary of State)": the fullest name and the words, where they differ.
std::string named(const Json& s, const char* name_key, const char* words_key) {
  std::string name = text_at(s, name_key), words = text_at(s, words_key);
  if (name.empty()) return words;
  return words.empty() || words == name ? name : name + " (“" + words + "”)";
}

void add_words(Sheet& sheet, const Json& s) {
  sheet.section("Where the words stand (bytes of the part)");
  for (const Role& role : kRoles) {
    const Json& span = at(s, role.key);
    if (!span.is_object()) continue;
    sheet.field("  " + std::string(role.label),
                {run(place_of(span) + "  ", Tone::kFaint), plain_run(text_at(span, "words"))});
  }
  sheet.field("  sentence", {run(place_of(at(s, "sentence")), Tone::kFaint)});
}

// One statement or a list of them.
void add_statements(Sheet& sheet, const char* title, const Json& statements) {
  const Json list = statements.is_object() ? Json::array({statements}) : statements;
  if (!list.is_array() || list.empty()) return;
  sheet.section(title);
  for (const Json& s : list) {
    const std::string source = text_at(s, "source");
    sheet.item({run(short_id(text_at(s, "id")) + "  ", Tone::kFaint),
                plain_run(source.empty() ? "(nobody named)" : source),
                {" ", Tone::kPlain},
                run(text_at(s, "act"), Tone::kStrong),
                {": ", Tone::kPlain},
                plain_run(text_at(s, "content"))});
  }
}

void add_related(Sheet& sheet, const Json& s) {
  add_statements(sheet, "Stands inside the content of", at(s, "inside"));
  add_statements(sheet, "Statements inside its content", at(s, "holds"));
  add_statements(sheet, "Answers", at(s, "answered"));
  add_statements(sheet, "Is answered by", at(s, "answered_by"));
  if (const Json& events = at(s, "events"); events.is_array() && !events.empty()) {
    sheet.section("Events");
    for (const Json& event : events)
      sheet.item({run(short_id(text_at(event, "id")) + "  ", Tone::kFaint),
                  run(text_at(event, "type"), Tone::kStrong),
                  plain_run(" “" + text_at(event, "trigger") + "”, " + text_at(event, "status")),
                  {flag_at(event, "is_the_saying") ? ": the saying itself" : ": told in it", Tone::kFaint}});
  }
  const Json &answers = at(s, "answers_elsewhere"), &outcomes = at(s, "outcomes");
  const auto add = [&](const Json& rows, const char* title) {
    if (!rows.is_array() || rows.empty()) return;
    sheet.section(title);
    for (const Json& row : rows) {
      std::string text = text_at(row, "document");
      for (const char* kind : {"statement", "event", "claim"})
        if (const std::string id = text_at(row, kind); !id.empty())
          text += std::string("  ") + kind + " " + short_id(id);
      sheet.item({plain_run(text)});
    }
  };
  add(answers, "Answers on other pages");
  add(outcomes, "What became of it");
}

}  // namespace

void show_statement(Sheet& sheet, const Json& s) {
  sheet.heading("Statement " + text_at(s, "id"));
  sheet.gap();
  std::vector<Mark> marks;
  for (const Role& role : kRoles) marks.push_back({role.mark, at(s, role.key)});
  sheet.quote(marked_sentence(at(s, "sentence"), marks, sheet.paint()));
  sheet.gap();
  add_legend(sheet);
  sheet.gap();
  sheet.field("Chain", chain_text(at(s, "chain")));
  const std::string detail = text_at(s, "detail");
  // Whoever claims a deed does not admit it.
  const std::string act = text_at(s, "act") == "admit" && detail == "claims-deed"
                              ? "claims a deed"
                              : text_at(s, "act") + (detail.empty() ? "" : ", " + detail);
  sheet.field("Act", act);
  sheet.field("Form", form_text(s));
  sheet.field("Source", named(s, "source_name", "source"));
  if (const std::string code = text_at(s, "source_code"); !code.empty()) sheet.field("Code", code);
  sheet.field("On behalf of", text_at(s, "on_behalf_of"));
  sheet.field("To", named(s, "addressee_name", "addressee"));
  const std::string said = interval_at(s, "when"), said_words = text_at(s, "when_span");
  sheet.field("Said", said + (said_words.empty()
                                  ? ""
                                  : (said.empty() ? "“" : " (“") + said_words + (said.empty() ? "”" : "”)")));
  sheet.field("Channel", text_at(s, "channel"));
  sheet.field("Condition", text_at(s, "condition"));
  const std::string deadline = interval_at(s, "deadline_value");
  sheet.field("Deadline", text_at(s, "deadline") + (deadline.empty() ? "" : " = " + deadline));
  if (const Json& score = at(s, "score"); score.is_number()) sheet.field("Score", score.dump());
  sheet.gap();
  add_page(sheet, at(s, "document"));
  add_words(sheet, s);
  add_related(sheet, s);
}

}  // namespace hearsay
