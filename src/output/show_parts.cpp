#include "output/show_parts.h"

#include <map>
#include <vector>

#include "base/utf8.h"

namespace hearsay {

std::string outlet_or_unknown(const Json& object) {
  const std::string outlet = text_at(object, "outlet");
  return outlet.empty() ? "unknown outlet" : outlet;
}

std::string voice_text(const Json& voice) {
  std::string speaker = text_at(voice, "speaker");
  if (!speaker.empty()) return speaker;
  return outlet_or_unknown(voice) + ", in its own voice";
}

StyledText chain_text(const Json& chain) {
  StyledText text;
  if (!chain.is_array()) return text;
  for (size_t i = 0; i < chain.size(); ++i) {
    const Json& link = chain[i];
    const std::string kind = text_at(link, "kind"), name = text_at(link, "name"),
                      words = text_at(link, "words");
    if (i > 0) text.push_back({" > ", Tone::kFaint});
    const Tone tone = i + 1 == chain.size() ? Tone::kSource : Tone::kPlain;
    if (kind == "page") {
      text.push_back(
          run("page (" + (name.empty() ? "unknown outlet" : name) + ", " + text_at(link, "document") + ")",
              tone));
    } else if (kind == "origin") {
      text.push_back(run(name + " (whose report the page carries)", tone));
    } else if (name.empty()) {
      text.push_back(run("somebody whom no words name", tone));
    } else {
      // "U.S. Secretary of State John Kerry" needs no "(John Kerry)" behind it.
      const bool same = words.empty() || words == name;
      const bool holds = !same && fold(words).find(fold(name)) != std::string::npos;
      text.push_back(run((kind == "via" ? "via " : "") + (same    ? name
                                                          : holds ? words
                                                                  : words + " (" + name + ")"),
                         tone));
    }
  }
  return text;
}

std::string dated_text(const Json& document, const char* which) {
  static const std::map<std::string, std::string> kEvidence = {
      {"markup", "the page's markup"},        {"url", "the address"},
      {"text-line", "a line of the page"},    {"dateline", "the dateline"},
      {"inferred", "inferred from the text"}, {"story", "other pages of its story"}};
  const std::string day = interval_at(document, which);
  const Json& evidence = at(document, (std::string(which) + "_evidence").c_str());
  const auto kind = kEvidence.find(text_at(evidence, "kind"));
  std::string text = day;
  if (kind != kEvidence.end()) {
    const std::string words =
        at(evidence, "words").is_string() ? at(evidence, "words").get<std::string>() : "";
    text += " (" + kind->second + (words.empty() ? "" : ": “" + words + "”") + ")";
  }
  return text;
}

std::string counts_text(const Json& details) {
  std::string text;
  if (!details.is_array()) return text;
  for (const Json& count : details) {
    const std::string low = text_at(count, "low"), high = text_at(count, "high");
    std::string number = low == high    ? low
                         : low.empty()  ? "up to " + high
                         : high.empty() ? "at least " + low
                                        : low + " to " + high;
    text += (text.empty() ? "" : ", ") + number + " " + text_at(count, "kind");
    if (const std::string whom = text_at(count, "of_whom"); !whom.empty()) text += " (" + whom + ")";
    if (const std::string period = interval_at(count, "period"); !period.empty()) text += " in " + period;
  }
  return text;
}

void add_page(Sheet& sheet, const Json& document) {
  if (!document.is_object()) return;
  sheet.field("Page", {run(text_at(document, "title"), Tone::kStrong)});
  const std::string evidence = text_at(document, "outlet_evidence");
  sheet.field("Outlet", text_at(document, "outlet").empty()
                            ? "unknown: no words of the page name it"
                            : text_at(document, "outlet") + (evidence.empty() ? "" : " (" + evidence + ")"));
  const std::string day = dated_text(document, "published");
  sheet.field("Published", day.empty() ? "unknown" : day);
  sheet.field("File", text_at(document, "path"));
  sheet.field("Document", short_id(text_at(document, "sha256")));
}

void add_pages(Sheet& sheet, const std::string& title, const Json& documents) {
  if (!documents.is_array() || documents.empty()) return;
  sheet.section(title + " (" + std::to_string(documents.size()) + ")");
  for (const Json& document : documents) {
    const std::string day = interval_at(document, "published");
    StyledText text = {run(day.empty() ? "no date" : day, Tone::kPlain),
                       {"  ", Tone::kPlain},
                       run(outlet_or_unknown(document), Tone::kPlain),
                       {": ", Tone::kPlain},
                       run(text_at(document, "title"), Tone::kStrong)};
    if (const std::string of = text_at(document, "of"); !of.empty())
      text.push_back(plain_run(" — " + text_at(document, "kind") + " of " + of));
    sheet.item(text);
    sheet.under(
        {run(text_at(document, "path") + "  " + short_id(text_at(document, "sha256")), Tone::kFaint)});
    if (const std::string reason = text_at(document, "reason"); !reason.empty())
      sheet.under({run(reason, Tone::kFaint)});
  }
}

void add_joins(Sheet& sheet, const Json& joins) {
  if (!joins.is_array() || joins.empty()) return;
  std::vector<std::string> order;
  std::map<std::string, int> times;
  for (const Json& join : joins) {
    const std::string reason = text_at(join, "reason");
    if (times[reason]++ == 0) order.push_back(reason);
  }
  sheet.section("Put together because of");
  for (const std::string& reason : order)
    sheet.item({plain_run(reason),
                {times[reason] > 1 ? " (" + std::to_string(times[reason]) + " times)" : "", Tone::kFaint}});
}

}  // namespace hearsay
