// JSON: one object a line (JSONL), or a file of objects, one after the other or in an array; JSON Feed.
#include <algorithm>

#include "base/format.h"
#include "base/utf8.h"
#include "input/json_fields.h"
#include "input/line_source.h"
#include "input/open_input.h"
#include "input/page_fields.h"
#include "input/refusals.h"

namespace hearsay {
namespace {

constexpr size_t kLargestFeed = size_t{32} << 20;

// Escapes may double a text, and a line holds more than it.
size_t longest_line(const InputOptions& options) { return 2 * options.max_page_bytes + (size_t{1} << 20); }

std::string joined(const JsonPath& path) {
  std::string name;
  for (const std::string& part : path) {
    if (part.empty()) continue;
    if (!name.empty()) name += '.';
    name += part;
  }
  return name;
}

// The fields of one object. Authors may be objects with a name, and so may an outlet.
Result<PageFields> fields_of(std::string_view json, const FieldMap& map) {
  PageFields fields(map);
  JsonEvents events;
  bool object = false;
  events.value = [&](const JsonPath& path, std::string_view value) {
    fields.add(joined(path), value);
    if (path.size() > 1 && path.back() == "name") fields.add(joined({path.begin(), path.end() - 1}), value);
  };
  events.object_end = [&](const JsonPath& path) { object = object || path.empty(); };
  if (Result<void> done = read_json(json, events); !done) return done.error();
  if (!object) return Error{ErrorCode::kInputDamaged, "no JSON object"};
  return fields;
}

// Items of a JSON Feed (version 1.x) as the fields that the usual names know.
struct JsonFeed {
  std::string version, title, language;
  std::vector<PageFields> items;
};

Result<JsonFeed> read_feed(std::string_view json, const FieldMap& map) {
  JsonFeed feed;
  PageFields item(map);
  JsonEvents events;
  events.value = [&](const JsonPath& path, std::string_view value) {
    if (path.size() == 1) {
      if (path[0] == "version") feed.version = value;
      if (path[0] == "title") feed.title = value;
      if (path[0] == "language") feed.language = value;
    } else if (path.size() > 2 && path[0] == "items") {
      const std::string name = joined({path.begin() + 2, path.end()});
      if (name == "content_text")
        item.add("text", value);
      else if (name == "summary")
        item.add("story", value);  // the last of the names for a text
      else if (name == "authors.name" || name == "author.name")
        item.add("authors", value);
      else
        item.add(name, value);
    }
  };
  events.object_end = [&](const JsonPath& path) {
    if (path.size() != 2 || path[0] != "items") return;
    feed.items.push_back(std::move(item));
    item = PageFields(map);
  };
  if (Result<void> done = read_json(json, events); !done) return done.error();
  return feed;
}

class JsonReader : public PageReader {
 public:
  JsonReader(OpenInput input, const InputOptions& options)
      : input_(std::move(input)), options_(options), source_(*input_.bytes, input_.packing) {}

  std::optional<Result<Page>> next() override {
    while (!stopped_) {
      blank_ = false;
      std::optional<Result<Page>> answer = answer_next();
      if (blank_) {
        ++passed_over_;
        continue;
      }
      if (!answer) {
        stopped_ = true;
      } else if (answer->ok()) {
        refusals_.page();
      } else if (refusals_.add(answer->error().code)) {
        stopped_ = true;
        answer =
            Error{answer->error().code, fmt::format("{}; {}", answer->error().message, Refusals::kWords)};
      }
      return answer;
    }
    return std::nullopt;
  }

  Place place() const override { return {place_, 0}; }
  uint64_t bytes_read() const override { return input_.bytes->position(); }
  uint64_t passed_over() const override { return passed_over_; }

 protected:
  virtual std::optional<Result<Page>> answer_next() = 0;

  Error refused(const Error& error) const {
    return {error.code, fmt::format("{}: {}", place_, error.message)};
  }

  Result<Page> page_of(const Result<PageFields>& fields, const std::string& name) {
    if (!fields) return refused(fields.error());
    if (!fields->has_text_field())
      return refused({ErrorCode::kInputUnsupported, "no field for text or html: name it by --fields"});
    blank_ = fields->is_blank();
    Page page = fields->page();
    if (page.bytes.empty()) return refused({ErrorCode::kPageEmpty, "its text is empty"});
    if (page.bytes.size() > options_.max_page_bytes)
      return refused({ErrorCode::kInputTooLarge, fmt::format("more than {} bytes", options_.max_page_bytes)});
    page.name = fields->id().empty() ? name : fields->id();
    page.capture.path = place_;
    return finished_page(std::move(page));
  }

  void set_place(std::string_view mark) {
    place_ = fmt::format("{}#{}", input_.shown, mark);
    name_ = fmt::format("{}#{}", input_.name, mark);
  }

  OpenInput input_;
  const InputOptions& options_;
  TextSource source_;
  std::string place_ = input_.shown, name_;

 private:
  Refusals refusals_;
  uint64_t passed_over_ = 0;
  bool stopped_ = false, blank_ = false;
};

class JsonLinesReader final : public JsonReader {
 public:
  using JsonReader::JsonReader;

 private:
  std::optional<Result<Page>> answer_next() override {
    for (;;) {
      set_place(std::to_string(++number_));
      Result<std::optional<Line>> line = next_line(source_, longest_line(options_));
      if (!line) {
        if (damaged_) return std::nullopt;
        damaged_ = true;
        return refused(line.error());
      }
      if (!*line) return std::nullopt;
      if ((*line)->too_long)
        return refused(
            {ErrorCode::kInputTooLarge, fmt::format("a line of more than {} bytes", longest_line(options_))});
      const std::string_view text = (*line)->text;
      if (text.find_first_not_of(" \t\r") == text.npos) continue;
      return page_of(fields_of(text, options_.fields), name_);
    }
  }

  uint64_t number_ = 0;
  bool damaged_ = false;
};

// Finds where values begin and end by their brackets, without a tree; each is parsed by itself.
class JsonValuesReader final : public JsonReader {
 public:
  using JsonReader::JsonReader;

 private:
  std::optional<Result<Page>> answer_next() override {
    for (;;) {
      if (next_item_ < feed_.items.size()) return item_of_feed();
      Result<std::optional<std::string>> value = next_object();
      if (!value) return refused(value.error());
      if (!*value) return std::nullopt;
      if (number_ == 1 && !in_array_ && (*value)->find("jsonfeed.org") != std::string::npos) {
        Result<JsonFeed> feed = read_feed(**value, options_.fields);
        if (!feed) return refused(feed.error());
        if (feed->version.find("jsonfeed.org/version/1") != std::string::npos) {
          feed_ = std::move(*feed);
          next_item_ = 0;
          continue;
        }
      }
      return page_of(fields_of(**value, options_.fields), name_);
    }
  }

  std::optional<Result<Page>> item_of_feed() {
    set_place(std::to_string(next_item_ + 1));
    PageFields& fields = feed_.items[next_item_++];
    Result<Page> page = page_of(Result<PageFields>(std::move(fields)), name_);
    if (page) {
      page->name = name_;  // an id of a feed is an address, or means nothing to anybody else
      if (page->stated.outlet.empty()) page->stated.outlet = feed_.title;
      if (page->stated.language.empty()) page->stated.language = feed_.language;
    }
    return page;
  }

  // The next object of the file or its array; nothing at the end.
  Result<std::optional<std::string>> next_object() {
    for (;;) {
      const Result<std::string_view> bytes = source_.peek();
      if (!bytes) return stop(bytes.error());
      if (bytes->empty() || over_) return std::optional<std::string>();
      const char first = bytes->front();
      if (first == ' ' || first == '\t' || first == '\r' || first == '\n' || first == ',') {
        source_.skip(1);
      } else if (first == '[' && !in_array_ && number_ == 0) {
        in_array_ = true;
        source_.skip(1);
      } else if (first == ']' && in_array_) {
        over_ = true;
      } else {
        set_place(std::to_string(++number_));
        if (first != '{') return stop({ErrorCode::kInputDamaged, "no JSON object, nor an array of them"});
        return object();
      }
    }
  }

  Result<std::optional<std::string>> object() {
    const size_t limit =
        number_ == 1 && !in_array_ ? std::max(longest_line(options_), kLargestFeed) : longest_line(options_);
    std::string text;
    size_t size = 0, depth = 0;
    bool in_string = false, escaped = false;
    for (;;) {
      const Result<std::string_view> bytes = source_.peek();
      if (!bytes) return stop(bytes.error());
      if (bytes->empty()) return stop({ErrorCode::kInputDamaged, "a JSON object without an end"});
      size_t at = 0;
      for (bool ended = false; at < bytes->size() && !ended; ++at) {
        const char c = (*bytes)[at];
        if (escaped)
          escaped = false;
        else if (c == '\\')
          escaped = in_string;
        else if (c == '"')
          in_string = !in_string;
        else if (!in_string && (c == '{' || c == '['))
          ++depth;
        else if (!in_string && (c == '}' || c == ']'))
          ended = --depth == 0;
      }
      size += at;
      if (size <= limit)
        text += bytes->substr(0, at);
      else
        text = {};
      source_.skip(at);
      if (depth > 0) continue;
      if (size > limit)
        return Error{ErrorCode::kInputTooLarge, fmt::format("a JSON object of more than {} bytes", limit)};
      return std::optional<std::string>(std::move(text));
    }
  }

  Error stop(const Error& error) {
    over_ = true;
    return error;
  }

  JsonFeed feed_;
  size_t next_item_ = 0;
  uint64_t number_ = 0;
  bool in_array_ = false, over_ = false;
};

}  // namespace

std::unique_ptr<PageReader> make_json_lines_reader(OpenInput input, const InputOptions& options) {
  return std::make_unique<JsonLinesReader>(std::move(input), options);
}

std::unique_ptr<PageReader> make_json_reader(OpenInput input, const InputOptions& options) {
  return std::make_unique<JsonValuesReader>(std::move(input), options);
}

}  // namespace hearsay
