#include <hearsay/extract.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <optional>

#include "base/format.h"
#include "engine/chain.h"
#include "engine/page_run.h"
#include "output/article_text.h"

namespace hearsay {
namespace {

// Between pages stands a mark, after the last there is none.
std::string_view mark_of(ExtractFormat format) {
  switch (format) {
    case ExtractFormat::kText:
      return "\f\n";
    case ExtractFormat::kMarkdown:
      return "\n---\n\n";
    case ExtractFormat::kJsonl:
      break;
  }
  return "";
}

using Addresses = std::map<std::string, std::string, std::less<>>;

Result<Addresses> read_addresses(const std::string& path) {
  Addresses addresses;
  std::ifstream file(path);
  if (!file) return Error{ErrorCode::kInputNotFound, path + ": no such file, or it can't be read"};
  std::string line;
  for (size_t number = 1; std::getline(file, line); ++number) {
    if (line.ends_with('\r')) line.pop_back();
    if (line.empty()) continue;
    const size_t tab = line.find('\t');
    if (tab == std::string::npos)
      return Error{ErrorCode::kBadOption,
                   fmt::format("{}:{}: no tab between path and address", path, number)};
    if (tab + 1 < line.size()) addresses[line.substr(0, tab)] = line.substr(tab + 1);
  }
  if (file.bad()) return Error{ErrorCode::kInputUnreadable, path + ": reading it fails"};
  return addresses;
}

struct Outcome {
  std::string text;
  uint64_t pages = 0;
  std::vector<ExtractReport::Rejected> rejections;
};

class Extraction {
 public:
  Extraction(const ExtractOptions& options, const Chain& chain, Addresses addresses)
      : options_(options), chain_(chain), addresses_(std::move(addresses)) {}

  Outcome read_page(PageStream::Item&& item, Scratch& scratch) const {
    Outcome outcome;
    Document document;
    if (!item.page) {
      document.page.capture.path = item.place.input;
      refuse(outcome, document.page.capture, "input", item.page.error());
      return outcome;
    }
    document.page = std::move(item.page.value());
    Capture& capture = document.page.capture;
    if (capture.address.empty()) capture.address = address_of(capture.path);
    if (const std::optional<StageError> failed = chain_.run(document, scratch)) {
      refuse(outcome, capture, failed->stage, failed->error);
      return outcome;
    }
    ++outcome.pages;
    print(outcome, document);
    return outcome;
  }

  void refuse(Outcome& outcome, const Capture& capture, const std::string& stage, const Error& error) const {
    outcome.rejections.push_back({capture.path, stage, std::string(to_string(error.code)), error.message});
    if (options_.format == ExtractFormat::kJsonl) outcome.text += line_of(rejected_json(capture, error));
  }

 private:
  std::string address_of(const std::string& path) const {
    const auto found = addresses_.find(path);
    return found == addresses_.end() ? options_.url : found->second;
  }

  static std::string line_of(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
  }

  void print(Outcome& outcome, const Document& document) const {
    switch (options_.format) {
      case ExtractFormat::kText:
        outcome.text += article_text(document);
        break;
      case ExtractFormat::kMarkdown:
        outcome.text += article_markdown(document);
        break;
      case ExtractFormat::kJsonl:
        outcome.text += line_of(article_json(document));
        break;
    }
  }

  const ExtractOptions& options_;
  const Chain& chain_;
  Addresses addresses_;
};

}  // namespace

Result<ExtractReport> extract(const std::vector<std::string>& paths, const ExtractOptions& options,
                              const std::function<bool(std::string_view)>& sink) {
  const Result<FieldMap> fields = FieldMap::parse(options.fields);
  if (!fields) return fields.error();
  const Result<ChosenKnowledge> knowledge = ChosenKnowledge::load(options.knowledge);
  if (!knowledge) return knowledge.error();
  const Result<Chain> chain = make_article_chain(knowledge->get());
  if (!chain) return chain.error();
  Addresses addresses;
  if (!options.urls.empty()) {
    Result<Addresses> read = read_addresses(options.urls);
    if (!read) return read.error();
    addresses = std::move(read.value());
  }
  const Extraction extraction(options, chain.value(), std::move(addresses));

  ExtractReport report;
  const InputListing listing = list_inputs(paths);
  report.passed_over = listing.passed_over;
  const std::string_view mark = mark_of(options.format);
  bool is_first = true;
  const auto take = [&](Outcome& outcome) {
    report.pages += outcome.pages;
    report.rejected += outcome.rejections.size();
    for (ExtractReport::Rejected& rejected : outcome.rejections)
      if (report.rejections.size() < 100) report.rejections.push_back(std::move(rejected));
    if (outcome.text.empty()) return true;
    if (!is_first && !mark.empty() && !sink(mark)) return false;
    is_first = false;
    return sink(outcome.text);
  };
  for (const Rejection& rejection : listing.rejections) {
    Outcome outcome;
    Capture capture;
    capture.path = rejection.input;
    extraction.refuse(outcome, capture, rejection.stage, {rejection.code, rejection.message});
    if (!take(outcome)) return report;
  }
  PageStream pages(listing.files, InputOptions{options.max_page_bytes, *fields});
  run_over_pages<Outcome>(
      pages, options.threads,
      [&](PageStream::Item&& item, Scratch& scratch) {
        return extraction.read_page(std::move(item), scratch);
      },
      [&](Outcome&& outcome) { return take(outcome); });
  report.passed_over += pages.passed_over();
  return report;
}

}  // namespace hearsay
