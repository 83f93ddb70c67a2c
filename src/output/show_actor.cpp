#include "output/show_parts.h"

namespace hearsay {
namespace {

constexpr size_t kShownPages = 30;

void add_facts(Sheet& sheet, const Json& a) {
  sheet.field("Name", {run(text_at(a, "name"), Tone::kStrong)});
  sheet.field("Kind", text_at(a, "kind") + (flag_at(a, "private") ? ", a private person" : ""));
  sheet.field("Code", text_at(a, "code"));
  sheet.field("Named", text_at(a, "names"));
  if (const Json& offices = at(a, "offices"); offices.is_array())
    for (const Json& office : offices) {
      const std::string body = text_at(office, "body"), held = interval_at(office, "held"),
                        source = text_at(office, "source");
      sheet.field("Office", text_at(office, "title") + (body.empty() ? "" : ", " + body) +
                                (held.empty() ? "" : ", " + held) +
                                (source.empty() ? "" : " (source: " + source + ")"));
    }
  if (const std::string part = text_at(a, "part_of"); !part.empty()) sheet.field("Part of", short_id(part));
}

}  // namespace

void show_actor(Sheet& sheet, const Json& a) {
  sheet.heading("Actor of one page " + text_at(a, "id"));
  sheet.gap();
  add_facts(sheet, a);
  if (const Json& shared = at(a, "shared"); shared.is_object())
    sheet.field("Over pages", short_id(text_at(shared, "id")) + "  " + text_at(shared, "name") +
                                  ", named in " + text_at(shared, "pages") + " pages");
  sheet.gap();
  add_page(sheet, at(a, "document"));
  if (const Json& mentions = at(a, "mentions"); mentions.is_array() && !mentions.empty()) {
    sheet.section("Mentions (" + std::to_string(mentions.size()) + ")");
    for (const Json& m : mentions) {
      const std::string part = text_at(m, "part");
      sheet.item({plain_run(text_at(m, "words")),
                  run("  " + (part.empty() ? std::string("body") : part) + " " + text_at(m, "begin") + "-" +
                          text_at(m, "end") + ", " + text_at(m, "form"),
                      Tone::kFaint)});
    }
  }
  if (const Json& statements = at(a, "statements"); statements.is_array() && !statements.empty()) {
    sheet.section("Statements (" + std::to_string(statements.size()) + ")");
    for (const Json& s : statements)
      sheet.item({run(short_id(text_at(s, "id")) + "  ", Tone::kFaint),
                  run(text_at(s, "act"), Tone::kStrong),
                  {": ", Tone::kPlain},
                  plain_run(text_at(s, "content"))});
  }
}

void show_shared_actor(Sheet& sheet, const Json& a) {
  sheet.heading("Actor " + text_at(a, "id"));
  sheet.gap();
  add_facts(sheet, a);
  if (const Json& identifiers = at(a, "identifiers"); identifiers.is_array())
    for (const Json& identifier : identifiers)
      sheet.field("Identifier", text_at(identifier, "scheme") + " " + text_at(identifier, "value"));
  sheet.field("Statements",
              text_at(a, "statements") + " (hearsay statements --by \"" + text_at(a, "name") + "\")");
  if (const Json& members = at(a, "members"); members.is_array()) {
    sheet.section("On each page (" + std::to_string(members.size()) + ")");
    size_t shown = 0;
    for (const Json& m : members) {
      if (++shown > kShownPages) {
        sheet.item(
            {run(std::to_string(members.size() - kShownPages) + " more (--json lists them)", Tone::kFaint)});
        break;
      }
      sheet.item({run(short_id(text_at(m, "id")) + "  ", Tone::kFaint),
                  plain_run(text_at(m, "document") + ": " + text_at(m, "names")),
                  run("  " + text_at(m, "mentions") + " mentions", Tone::kFaint)});
    }
  }
  add_joins(sheet, at(a, "joins"));
}

}  // namespace hearsay
