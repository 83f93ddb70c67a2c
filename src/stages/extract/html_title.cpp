#include "stages/extract/html_title.h"

#include <algorithm>
#include <unordered_set>
#include <vector>

#include "base/url.h"
#include "base/utf8.h"
#include "stages/extract/written_date.h"

namespace hearsay {
namespace {

constexpr std::string_view kSeparators[] = {" | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ",
                                            " • ", " ‹ ", " › ", " / ", " ~ ",  " ⋆ ", "|",   " : "};

// Letters and digits only, folded: how two spellings of one headline are held against each other.
std::string key_of(std::string_view text) {
  std::string key;
  for (const char c : fold(text))
    if (static_cast<unsigned char>(c) >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'))
      key.push_back(c);
  // Marks beyond ASCII are not letters; dashes and quotation marks come in several.
  std::string out;
  for (size_t at = 0; at < key.size();) {
    const size_t begin = at;
    const char32_t c = next_code_point(key, at);
    if (c < 0x80 || is_letter(c)) out.append(key, begin, at - begin);
  }
  return out;
}

std::unordered_set<std::string> words_of_title(std::string_view text) {
  std::unordered_set<std::string> words;
  const std::string folded = fold(text);
  for (size_t at = 0; at < folded.size();) {
    size_t end = at;
    while (end < folded.size() &&
           (static_cast<unsigned char>(folded[end]) >= 0x80 || (folded[end] >= '0' && folded[end] <= '9') ||
            (folded[end] >= 'a' && folded[end] <= 'z')))
      ++end;
    if (end - at >= 3) words.insert(folded.substr(at, end - at));
    at = std::max(end, at + 1);
  }
  return words;
}

double likeness(const std::unordered_set<std::string>& a, const std::unordered_set<std::string>& b) {
  if (a.empty() || b.empty()) return 0;
  const auto both =
      std::count_if(a.begin(), a.end(), [&](const std::string& word) { return b.contains(word); });
  return double(both) / double(a.size() + b.size() - both);
}

std::vector<std::string> parts_of(std::string_view title) {
  std::vector<std::string> parts{std::string(title)};
  for (const std::string_view separator : kSeparators) {
    std::vector<std::string> next;
    for (const std::string& part : parts) {
      size_t begin = 0;
      for (size_t at; (at = part.find(separator, begin)) != std::string::npos; begin = at + separator.size())
        next.push_back(normal_space(part.substr(begin, at - begin)));
      next.push_back(normal_space(part.substr(begin)));
    }
    parts = std::move(next);
  }
  std::erase_if(parts, [](const std::string& part) { return part.empty(); });
  return parts;
}

// Without the site's name at its end or beginning.
std::string without_site(std::string_view title, std::string_view site) {
  const std::string site_key = key_of(site);
  if (site_key.empty()) return std::string(title);
  for (const std::string_view separator : kSeparators) {
    const size_t last = title.rfind(separator);
    if (last != std::string_view::npos && last > 0) {
      const std::string tail = key_of(title.substr(last + separator.size()));
      if (!tail.empty() &&
          (tail == site_key || (tail.size() >= 4 && (site_key.find(tail) != std::string::npos ||
                                                     tail.find(site_key) != std::string::npos))))
        return without_site(title.substr(0, last), site);
    }
    const size_t first = title.find(separator);
    if (first != std::string_view::npos && key_of(title.substr(0, first)) == site_key)
      return std::string(title.substr(first + separator.size()));
  }
  return std::string(title);
}

// Where in `text` its last letters that make up `key` begin; npos where they don't. `text` keeps its own
// marks.
size_t begin_of_tail(std::string_view text, std::string_view key) {
  for (size_t at = text.size(); at > 0;) {
    --at;
    while (at > 0 && !on_boundary(text, at)) --at;
    const std::string tail = key_of(text.substr(at));
    if (tail.size() > key.size()) break;
    if (tail == key) return at;
  }
  return std::string_view::npos;
}

class Finder {
 public:
  Finder(const HtmlTree& tree, const PageBlocks& page, const HtmlMetadata& metadata)
      : tree_(tree), page_(page), metadata_(metadata) {
    for (const std::string& headline : metadata.headlines) {
      stated_.push_back(without_site(headline, metadata.site));
      stated_keys_.push_back(key_of(stated_.back()));
      stated_words_.push_back(words_of_title(stated_.back()));
    }
    site_key_ = key_of(metadata.site);
    if (const auto url = parse_url(metadata.address.empty() ? metadata.canonical : metadata.address)) {
      std::string_view host = url->host;
      if (host.starts_with("www.")) host.remove_prefix(4);
      host_key_ = key_of(host.substr(0, host.rfind('.')));
    }
    for (const Block& block : page.blocks)
      if (block.tag == Tag::kH1 && may_be_headline(block)) ++first_headings_;
    if (!metadata.page_title.empty()) page_title_key_ = key_of(metadata.page_title);
  }

  HtmlTitle find() {
    HtmlTitle title;
    double most = 1.5;
    for (uint32_t b = 0; b < page_.blocks.size(); ++b) {
      const double score = score_of(page_.blocks[b]);
      if (score > most) most = score, title.block = b;
    }
    if (title.block != kNone)
      title.text = as_stated(
          without_date(without_kicker(without_site(page_.blocks[title.block].text, metadata_.site))));
    else if (!stated_.empty())
      title.text = stated_.front();
    else
      title.text = from_page_title();
    title.text = without_section(title.text, title.block == kNone ? 4 : 2);
    if (title.text.empty()) {
      for (uint32_t b = 0; b < page_.blocks.size() && title.block == kNone; ++b)
        if (page_.blocks[b].is_heading() && page_.blocks[b].features.words >= 3 &&
            !(page_.blocks[b].marks & kClutterMark))
          title.block = b, title.text = page_.blocks[b].text;
    }
    title.site = site_from_page_title(title.text);
    if (title.block == kNone) title.block = shown_at(title.text);
    return title;
  }

 private:
  double score_of(const Block& block) const {
    const bool heading = block.is_heading();
    if (block.text.size() > 400 || block.features.letters < 3) return 0;
    if (!heading && block.features.words < 3) return 0;
    const std::string key = key_of(block.text);
    if (key.empty() || key == site_key_) return 0;
    if (!heading && !stated_.empty() && block.text.size() > 2 * stated_.front().size() + 20) return 0;
    double agreement = 0;
    for (size_t i = 0; i < stated_.size(); ++i) {
      const std::string& other = stated_keys_[i];
      if (key == other)
        agreement = std::max(agreement, 3.0);
      else if (key.size() >= 12 &&
               (other.find(key) != std::string::npos || key.find(other) != std::string::npos))
        agreement = std::max(agreement, 2.0);
      else if (heading && likeness(words_of_title(block.text), stated_words_[i]) >= 0.4)
        agreement = std::max(agreement, 1.5);
    }
    if (key.size() >= 10 && page_title_key_.find(key) != std::string::npos)
      agreement = std::max(agreement, stated_.empty() ? 2.5 : 2.0);
    double score = agreement;
    if (block.tag == Tag::kH1)
      score += agreement > 0 ? 1.5 : 1;
    else if (heading)
      score += agreement >= 2 ? 0.7 : 0;
    else if (agreement < 2 || block.features.words < 4)
      return 0;
    if (block.marks & kTitleMark) score += 0.4;
    // The page's only heading of the first rank is its headline even where it says it otherwise.
    if (block.tag == Tag::kH1 && first_headings_ == 1 && may_be_headline(block)) score += 1;
    if (block.tag == Tag::kH1 && agreement == 0 && block.features.words >= 4) score += 0.6;
    if (block.marks & (kClutterMark | kCommentsMark | kHiddenMark)) score -= 1.5;
    if (block.link_share() > 0.8) score -= leads_home(block) ? 3 : 0.6;
    return score;
  }

  bool may_be_headline(const Block& block) const {
    return block.features.words >= 2 && !(block.marks & (kHiddenMark | kClutterMark | kCommentsMark)) &&
           !leads_home(block) && key_of(block.text) != site_key_;
  }

  // Parts of a headline that stand in elements of their own lose the mark between them: "Crisis in the north"
  // "Bridge carries bread".
  std::string as_stated(const std::string& shown) const {
    const auto bare = [](std::string_view text) {
      std::string left;
      for (const char c : text)
        if (c != ' ' && c != ':') left.push_back(c);
      return left;
    };
    const std::string key = key_of(shown);
    for (size_t i = 0; i < stated_.size(); ++i) {
      if (stated_keys_[i] == key &&
          std::count(stated_[i].begin(), stated_[i].end(), ':') >
              std::count(shown.begin(), shown.end(), ':') &&
          bare(stated_[i]) == bare(shown))
        return stated_[i];
      if (stated_keys_[i] == key && shown.size() < stated_[i].size() && bare(stated_[i]) == bare(shown))
        return stated_[i];
      // The second part stands elsewhere.
      if (shown.ends_with(':') && key.size() >= 8 && stated_keys_[i].size() > key.size() &&
          stated_keys_[i].starts_with(key))
        return stated_[i];
    }
    return shown;
  }

  // The name of a site, on each of its pages, is a link to its first page.
  bool leads_home(const Block& block) const {
    const auto& nodes = tree_.nodes();
    const auto is_home = [&](const HtmlNode& node) {
      if (node.tag != Tag::kA) return false;
      const std::string_view href = tree_.attribute(node, "href");
      if (href.empty()) return false;
      if (href == "/" || href == "./" || href == "index.html" || href == "index.php" || href == "/index.html")
        return true;
      const size_t host = href.find("//");
      if (host == std::string_view::npos || host > 6) return false;
      const size_t path = href.find('/', host + 2);
      return path == std::string_view::npos || path + 1 == href.size();
    };
    for (uint32_t at = block.node; at < nodes[block.node].end; ++at)
      if (is_home(nodes[at])) return true;
    for (uint32_t up = nodes[block.node].parent, steps = 0; up != kNone && up != 0 && steps < 2;
         up = nodes[up].parent, ++steps)
      if (is_home(nodes[up])) return true;
    return false;
  }

  // "Crisis in the north - Bridge carries bread again": a line over the headline, in the headline's element,
  // that the stated headline leaves out.
  std::string without_kicker(const std::string& shown) const {
    const std::string key = key_of(shown);
    for (const std::string& stated : stated_keys_) {
      if (stated.size() < 12 || stated.size() + 4 > key.size() || !key.ends_with(stated)) continue;
      const size_t at = begin_of_tail(shown, stated);
      if (at == std::string::npos || at == 0) continue;
      // "The best of ..." has no kicker.
      if (key.size() - stated.size() <= 3 || words_of_title(shown.substr(0, at)).size() > 8) continue;
      size_t begin = at;
      // Its opening quotation mark.
      for (const std::string_view mark : {"\"", "'", "„", "“", "«", "‘", "‚", "»", "”", "¿", "¡", "["})
        if (at >= mark.size() &&
            (mark.size() > 1 ||
             std::count(shown.begin() + static_cast<ptrdiff_t>(at), shown.end(), mark[0]) % 2) &&
            std::string_view(shown).substr(at - mark.size(), mark.size()) == mark)
          begin = at - mark.size();
      return normal_space(std::string_view(shown).substr(begin));
    }
    return shown;
  }

  // "Headline | Opinion", "Headline | Name": a bar parts what a headline's words don't.
  static std::string without_section(const std::string& title, uint32_t most_words) {
    const size_t bar = title.rfind(" | ");
    if (bar == std::string::npos) return title;
    const LineFeatures behind = measure(std::string_view(title).substr(bar + 3));
    const LineFeatures before = measure(std::string_view(title).substr(0, bar));
    return before.words >= 3 && behind.words <= most_words && before.words > behind.words
               ? title.substr(0, bar)
               : title;
  }

  // A date before or behind the headline, in the headline's element.
  std::string without_date(const std::string& shown) const {
    const std::vector<WrittenDate> dates = find_dates(shown);
    if (dates.empty()) return shown;
    const auto edge = [](std::string_view text) {
      const auto is_mark = [](char c) {
        return c == ' ' || c == '-' || c == '|' || c == ':' || c == '/' || c == ',';
      };
      while (!text.empty() && is_mark(text.front())) text.remove_prefix(1);
      while (!text.empty() && is_mark(text.back())) text.remove_suffix(1);
      while (text.starts_with("–") || text.starts_with("—")) text.remove_prefix(3);
      while (text.ends_with("–") || text.ends_with("—")) text.remove_suffix(3);
      return normal_space(text);
    };
    const auto is_stated = [&](const std::string& rest) {
      const std::string key = key_of(rest), whole = key_of(shown);
      return std::any_of(stated_keys_.begin(), stated_keys_.end(),
                         [&](const std::string& stated) { return stated == key; }) ||
             (page_title_key_.find(key) != std::string::npos &&
              page_title_key_.find(whole) == std::string::npos);
    };
    if (dates.front().begin == 0 && dates.front().is_day()) {
      const std::string rest = edge(std::string_view(shown).substr(dates.front().end));
      if (words_of_title(rest).size() >= 3) return rest;
    }
    const WrittenDate& last = dates.back();
    if (last.end == shown.size() || dates.front().begin == 0) {
      const std::string rest = last.end == shown.size()
                                   ? edge(std::string_view(shown).substr(0, last.begin))
                                   : edge(std::string_view(shown).substr(dates.front().end));
      if (words_of_title(rest).size() >= 2 && is_stated(rest)) return rest;
    }
    return shown;
  }

  std::string from_page_title() const {
    std::string longest;
    for (const std::string& part : parts_of(without_site(metadata_.page_title, metadata_.site))) {
      const std::string key = key_of(part);
      const bool site =
          key.size() >= 4 && host_key_.size() >= 4 &&
          (key.find(host_key_) != std::string::npos || host_key_.find(key) != std::string::npos);
      if (!site && part.size() > longest.size()) longest = part;
    }
    if (longest.empty()) longest = metadata_.page_title;
    return longest;
  }

  // "Headline - Name": what stands beside the headline, at most five words.
  std::string site_from_page_title(const std::string& title) const {
    const std::string title_key = key_of(title);
    const std::vector<std::string> parts = parts_of(metadata_.page_title);
    if (parts.size() < 2 || title_key.empty()) return {};
    const auto is_title = [&](const std::string& part) {
      const std::string key = key_of(part);
      return key.size() >= 8 &&
             (title_key.find(key) != std::string::npos || key.find(title_key) != std::string::npos);
    };
    if (std::none_of(parts.begin(), parts.end(), is_title)) return {};
    for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
      if (is_title(*part) || title_key.find(key_of(*part)) != std::string::npos) continue;
      const LineFeatures f = measure(*part);
      if (f.words >= 1 && f.words <= 5 && f.letters >= 2 && !f.begins_lower) return *part;
    }
    return {};
  }

  uint32_t shown_at(const std::string& title) const {
    const std::string key = key_of(title);
    if (key.size() < 6) return kNone;
    for (uint32_t b = 0; b < page_.blocks.size(); ++b)
      if (page_.blocks[b].text.size() <= title.size() * 2 + 20 && key_of(page_.blocks[b].text) == key)
        return b;
    return kNone;
  }

  const HtmlTree& tree_;
  const PageBlocks& page_;
  const HtmlMetadata& metadata_;
  std::vector<std::string> stated_, stated_keys_;
  std::vector<std::unordered_set<std::string>> stated_words_;
  std::string site_key_;
  std::string page_title_key_;
  std::string host_key_;         // of the address, without its last label
  uint32_t first_headings_ = 0;  // <h1> that might be the headline
};

}  // namespace

HtmlTitle find_title(const HtmlTree& tree, const PageBlocks& page, const HtmlMetadata& metadata) {
  return Finder(tree, page, metadata).find();
}

}  // namespace hearsay
