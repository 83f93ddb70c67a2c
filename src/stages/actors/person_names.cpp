#include "stages/actors/person_names.h"

#include <algorithm>
#include <vector>

#include "base/utf8.h"

namespace hearsay {
namespace {

std::vector<std::string> words_of_name(std::string_view name) {
  std::vector<std::string> words;
  const std::string folded = fold(name);
  for (size_t at = 0; at < folded.size();) {
    const size_t end = std::min(folded.find_first_of(" \n\t", at), folded.size());
    if (end > at) words.push_back(folded.substr(at, end - at));
    at = end + 1;
  }
  while (words.size() > 1 && (words.back() == "jr." || words.back() == "jr" || words.back() == "sr." ||
                              words.back() == "ii" || words.back() == "iii"))
    words.pop_back();
  return words;
}

std::string without_article(const std::string& word) {
  for (const std::string_view article : {"al-", "el-", "ash-", "an-", "as-", "ar-"}) {
    if (word.size() > article.size() + 2 && word.starts_with(article)) return word.substr(article.size());
  }
  return word;
}

bool begin_alike(const std::string& a, const std::string& b) {
  if (a == b) return true;
  const std::string& shorter = a.size() < b.size() ? a : b;
  const std::string& longer = a.size() < b.size() ? b : a;
  if (shorter.size() <= 2 && (shorter.size() == 1 || shorter[1] == '.')) return shorter[0] == longer[0];
  size_t same = 0;
  while (same < shorter.size() && shorter[same] == longer[same]) ++same;
  return same >= 4 && longer.size() - shorter.size() <= 2 && shorter.size() - same <= 2;
}

}  // namespace

size_t word_count(std::string_view name) { return words_of_name(name).size(); }

std::string_view first_word(std::string_view name) { return name.substr(0, name.find(' ')); }

std::string surname_of(std::string_view name) {
  const std::vector<std::string> words = words_of_name(name);
  return words.empty() ? std::string{} : without_article(words.back());
}

bool may_be_one_person(std::string_view a, std::string_view b) {
  const std::vector<std::string> x = words_of_name(a), y = words_of_name(b);
  if (x.empty() || y.empty()) return false;
  if (x == y) return true;
  if (without_article(x.back()) != without_article(y.back())) return false;
  if (x.size() == 1 || y.size() == 1) return true;
  const std::vector<std::string>& fewer = x.size() <= y.size() ? x : y;
  const std::vector<std::string>& more = x.size() <= y.size() ? y : x;
  // Every word of the shorter name has its like in the longer, in order.
  size_t at = 0;
  for (size_t i = 0; i + 1 < fewer.size(); ++i) {
    while (at + 1 < more.size() && !begin_alike(fewer[i], more[at])) ++at;
    if (at + 1 >= more.size()) return false;
    ++at;
  }
  return true;
}

}  // namespace hearsay
