#include "stages/extract/html_title.h"

#include <algorithm>
#include <unordered_set>
#include <vector>

#include "base/utf8.h"

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

class Finder {
 public:
  Finder(const PageBlocks& page, const HtmlMetadata& metadata) : page_(page), metadata_(metadata) {
    for (const std::string& headline : metadata.headlines) {
      stated_.push_back(without_site(headline, metadata.site));
      stated_keys_.push_back(key_of(stated_.back()));
      stated_words_.push_back(words_of_title(stated_.back()));
    }
    site_key_ = key_of(metadata.site);
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
      title.text = without_site(page_.blocks[title.block].text, metadata_.site);
    else if (!stated_.empty())
      title.text = stated_.front();
    else
      title.text = from_page_title();
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
    if (block.tag == Tag::kH1 && agreement == 0 && block.features.words >= 4) score += 0.6;
    if (block.marks & (kClutterMark | kCommentsMark | kHiddenMark)) score -= 1.5;
    if (block.link_share() > 0.8) score -= 0.6;
    return score;
  }

  std::string from_page_title() const {
    std::string longest;
    for (const std::string& part : parts_of(without_site(metadata_.page_title, metadata_.site)))
      if (part.size() > longest.size()) longest = part;
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

  const PageBlocks& page_;
  const HtmlMetadata& metadata_;
  std::vector<std::string> stated_, stated_keys_;
  std::vector<std::unordered_set<std::string>> stated_words_;
  std::string site_key_;
  std::string page_title_key_;
};

}  // namespace

HtmlTitle find_title(const PageBlocks& page, const HtmlMetadata& metadata) {
  return Finder(page, metadata).find();
}

}  // namespace hearsay
