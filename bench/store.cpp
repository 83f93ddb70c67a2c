// ./do bench store [DOCUMENTS [FOLDER]]
//
// Writes generated documents (100,000 unless said otherwise), all different, into a record in FOLDER (else a
// temporary one) and prints how fast that goes in each tenth, what a document takes, and the full-text index
// apart. Each has 3.6 KB of text in 12 paragraphs, 8 actors with names and offices, 25 mentions, 6 times, 6
// places, 10 statements, 15 events with 20 mentions and their counts, credits, a capture, a signature, and
// its page, stored. Only the store's own time counts: generating does not. Exit status 1 where a target is
// missed.
#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/format.h"
#include "store/reader.h"
#include "store/writer.h"

namespace {

using namespace hearsay;
using Clock = std::chrono::steady_clock;

constexpr double kFastEnough = 800;        // documents a second
constexpr double kSteadyEnough = 1.0 / 3;  // last tenth against the first
constexpr double kSmallEnough = 12e3;      // bytes a document besides text, stored page and full-text index

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

// SplitMix64 (Steele, Lea, Flood 2014): the same documents on every machine.
class Random {
 public:
  explicit Random(uint64_t seed) : state_(seed) {}
  uint64_t next() {
    uint64_t z = state_ += 0x9E3779B97F4A7C15u;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
    z = (z ^ z >> 27) * 0x94D049BB133111EBu;
    return z ^ z >> 31;
  }
  uint32_t below(uint32_t n) { return static_cast<uint32_t>(next() % n); }
  double unit() { return static_cast<double>(next() >> 11) * 0x1p-53; }

 private:
  uint64_t state_;
};

// Invented words, the n-th as frequent as 1/n: what natural text is like for an index.
class Vocabulary {
 public:
  explicit Vocabulary(size_t size) {
    static constexpr const char* kSyllables[] = {"ka", "ro", "mi",  "ten", "sal", "vo",  "der", "ni",
                                                 "la", "pu", "gar", "es",  "to",  "lin", "ba",  "che"};
    Random random(7);
    for (size_t i = 0; i < size; ++i) {
      std::string word;
      const int syllables = i < 60 ? 1 : i < 2000 ? 2 + static_cast<int>(i % 2) : 3 + static_cast<int>(i % 3);
      for (int k = 0; k < syllables; ++k) word += kSyllables[random.below(16)];
      words_.push_back(word);
    }
    log_size_ = std::log(static_cast<double>(size));
  }
  const std::string& pick(Random& random) const {
    const double rank = std::exp(random.unit() * log_size_) - 1;
    return words_[std::min(static_cast<size_t>(rank), words_.size() - 1)];
  }
  const std::string& rare(Random& random) const {
    return words_[words_.size() / 2 + random.below(static_cast<uint32_t>(words_.size() / 2))];
  }

 private:
  std::vector<std::string> words_;
  double log_size_;
};

std::string capital(std::string word) {
  word[0] = static_cast<char>(word[0] - 'a' + 'A');
  return word;
}

class Generator {
 public:
  Generator() : vocabulary_(30000) {}

  Document make(uint64_t number) {
    Random r(number * 2 + 1);
    Document d;
    std::vector<std::string> paragraphs;
    std::vector<std::string> people;
    for (int i = 0; i < 8; ++i)
      people.push_back(capital(vocabulary_.rare(r)) + " " + capital(vocabulary_.rare(r)));
    size_t size = 0;
    while (size < 3600 - 140) {
      std::string paragraph = people[r.below(8)] + " said";
      while (paragraph.size() < 285)
        paragraph +=
            (r.below(12) == 0 ? ", " : " ") + (r.below(15) == 0 ? people[r.below(8)] : vocabulary_.pick(r));
      paragraphs.push_back(paragraph + ".");
      size += paragraphs.back().size() + 2;
    }
    std::string title = people[0];
    while (title.size() < 60) title += " " + vocabulary_.pick(r);
    lay_out_text(d, title, paragraphs, {}, {}, {capital(vocabulary_.pick(r)) + " " + vocabulary_.pick(r)});
    page(d, number, paragraphs, title);
    article(d, r, number);
    layers(d, r, people);
    return d;
  }

 private:
  void page(Document& d, uint64_t number, const std::vector<std::string>& paragraphs,
            const std::string& title) {
    std::string& html = d.page.bytes;
    html = "<!DOCTYPE html><html lang=\"en\"><head><title>" + title + "</title>";
    for (int i = 0; i < 30; ++i)
      html += fmt::format("<link rel=\"preload\" href=\"/static/bundle-{}.js\" as=\"script\">\n", i * 7919);
    html += "</head><body>";
    for (int i = 0; i < 60; ++i)
      html += fmt::format(
          "<li class=\"menu__item menu__item--{0}\"><a href=\"/section/{0}\">Section {0}</a></li>\n", i);
    for (size_t i = 0; i < paragraphs.size(); ++i) {
      const auto begin = static_cast<uint32_t>(html.size());
      html += "<p class=\"article__paragraph\">" + paragraphs[i] + "</p>\n";
      d.article.paragraphs[i].page = {begin, static_cast<uint32_t>(html.size())};
    }
    html += "</body></html>";
    d.page.format = PageFormat::kHtml;
    d.page.name = fmt::format("page-{:07}", number);
    d.page.sha256 = sha256(html);
    const std::string address =
        fmt::format("https://outlet-{}.example/world/2031/05/{:02}/{}-{}", number % 400, 1 + number % 28,
                    "a-headline-of-some-words", number);
    d.page.capture = {address + "?from=feed",
                      address,
                      "2031-05-30T12:00:00Z",
                      fmt::format("pages/{:03}/page-{:07}.html", number % 1000, number),
                      "",
                      -1,
                      -1};
  }

  void article(Document& d, Random& r, uint64_t number) {
    Article& a = d.article;
    a.outlet = {fmt::format("Outlet {}", number % 400), {}};
    a.outlet_evidence = "markup";
    a.byline = {{capital(vocabulary_.rare(r)) + " " + capital(vocabulary_.rare(r)), {}}};
    a.via = {{"Northern Wire", {}}};
    const std::string day = fmt::format("2031-05-{:02}", 1 + number % 28);
    a.published = {{day + "T10:00:00+02:00", day + "T10:00:00+02:00"},
                   DateEvidence::kMarkup,
                   day + "T10:00:00+02:00",
                   {}};
    a.modified = a.published;
    d.language = {"en", true, Translation::kNone, ""};
    for (int i = 0; i < 64; ++i) d.signature.minhash.push_back(static_cast<uint32_t>(r.next()));
    for (size_t i = 0; i < a.paragraphs.size(); ++i) d.signature.paragraphs.push_back(r.next());
  }

  // Some words of a paragraph.
  Span words(const Document& d, Random& r, Span within, uint32_t count) {
    uint32_t begin = within.begin + r.below(std::max(1u, within.size() / 2));
    while (begin > within.begin && d.text[begin - 1] != ' ') --begin;
    uint32_t end = begin;
    while (end < within.end && (d.text[end] != ' ' || --count > 0)) ++end;
    return {begin, end};
  }

  void layers(Document& d, Random& r, const std::vector<std::string>& people) {
    const std::vector<Paragraph>& paragraphs = d.article.paragraphs;
    const auto any = [&] { return paragraphs[r.below(static_cast<uint32_t>(paragraphs.size()))].span; };
    const Interval day{"2031-05-03", "2031-05-03"};
    for (int i = 0; i < 6; ++i) d.times.push_back({words(d, r, any(), 2), TimeKind::kDate, day, i % 2 == 0});
    for (int i = 0; i < 6; ++i)
      d.places.push_back({words(d, r, any(), 1), 100000 + r.below(8000000), r.unit() * 180 - 90,
                          r.unit() * 360 - 180, "ZZA", 3});
    for (const std::string& person : people) {
      Actor actor{{}, person, {person}, ActorKind::kPerson, "ZZA GOV", {}, kNone, false};
      if (d.actors.size() % 2) actor.names.push_back(person.substr(person.find(' ') + 1));
      if (d.actors.size() < 3)
        actor.offices.push_back({"foreign minister", "Orlan", {}, "page", words(d, r, any(), 2)});
      d.actors.push_back(actor);
    }
    std::vector<Span> spans;
    for (int i = 0; i < 25; ++i) spans.push_back(words(d, r, any(), 2));
    std::sort(spans.begin(), spans.end(), [](Span a, Span b) { return a.begin < b.begin; });
    for (uint32_t i = 0; i < 25; ++i)
      d.mentions.push_back({spans[i], i % 8, i % 3 ? MentionForm::kName : MentionForm::kNominal, "ZZA GOV"});
    assign_actor_ids(d);
    for (uint32_t i = 0; i < 10; ++i) {
      Statement s;
      s.sentence = any();
      s.source = words(d, r, s.sentence, 2);
      s.cue = words(d, r, s.sentence, 1);
      s.content = words(d, r, s.sentence, 15);
      if (i % 2) s.addressee = words(d, r, s.sentence, 2);
      if (i % 3 == 0) s.via = words(d, r, s.sentence, 2);
      if (i % 4 == 0) s.channel = words(d, r, s.sentence, 2);
      if (i % 5 == 0) s.condition = words(d, r, s.sentence, 6);
      s.source_name = people[i % 8];
      if (i % 2) s.addressee_name = people[(i + 1) % 8];
      if (i % 3 == 0) s.via_name = "Northern Wire";
      s.source_kind = SourceKind::kNamed;
      s.source_actor = i % 8;
      if (i % 2) s.addressee_actor = (i + 1) % 8;
      s.form = static_cast<Form>(i % 3);
      s.act = static_cast<Act>(i % 9);
      s.when = {day, words(d, r, s.sentence, 2)};
      if (i % 3 == 1) s.parent = i - 1;
      s.score = r.unit();
      d.statements.push_back(s);
    }
    std::sort(d.statements.begin(), d.statements.end(),
              [](const Statement& a, const Statement& b) { return a.content.begin < b.content.begin; });
    assign_statement_ids(d);
    for (uint32_t i = 0; i < 15; ++i) {
      Event e;
      e.type = static_cast<EventType>(i % 16);
      e.mode = i % 2 ? "heavy-weapons" : "";
      if (i % 3 == 0) e.contexts = {"military"};
      for (uint32_t k = 0; k < (i % 3 == 0 ? 2u : 1u); ++k) {
        EventMention m;
        m.sentence = any();
        m.trigger = words(d, r, m.sentence, 1);
        if (i % 2) m.said_by = i % 10;
        m.status = static_cast<Status>(i % 4);
        m.when = {day, words(d, r, m.sentence, 2)};
        if (i % 2 && k == 0)
          m.counts.push_back({CountKind::kKilled, 12, 12, words(d, r, m.sentence, 2), "civilians", {}});
        e.mentions.push_back(m);
      }
      e.actor = words(d, r, e.mentions[0].sentence, 2);
      e.recipient = words(d, r, e.mentions[0].sentence, 2);
      e.where = words(d, r, e.mentions[0].sentence, 1);
      e.actor_index = i % 8;
      e.recipient_index = (i + 3) % 8;
      e.actor_code = "ZZA GOV";
      e.recipient_code = "ZZB REB";
      e.place = i % 6;
      if (i % 4 == 0) e.speech = i % 10;
      e.score = r.unit();
      d.events.push_back(e);
    }
    assign_event_ids(d);
  }

  Vocabulary vocabulary_;
};

[[noreturn]] void fail(const Error& error) {
  fmt::print(stderr, "bench store: {}\n", error.message);
  std::exit(2);
}
template <class T>
T take(Result<T> result) {
  if (!result.ok()) fail(result.error());
  return std::move(*result);
}
void take(Result<void> result) {
  if (!result.ok()) fail(result.error());
}

std::map<std::string, int64_t> table_sizes(const std::string& path) {
  std::map<std::string, int64_t> sizes;
  const Database database = take(Database::open_read_only(path));
  Sql sql =
      take(database.prepare("SELECT m.tbl_name, sum(s.pgsize) FROM dbstat s LEFT JOIN sqlite_schema m ON "
                            "m.name = s.name GROUP BY 1"));
  while (take(sql.step())) sizes[sql.is_null(0) ? "sqlite_schema" : sql.text(0)] += sql.integer(1);
  return sizes;
}

int run(uint64_t count, const std::filesystem::path& folder) {
  const std::string path = (folder / "bench.db").string();
  Generator generator;
  Writer writer = take(Writer::open(path, {StorePages::kYes}));
  take(writer.begin_run({"bench", "", "", "", "2031-06-01T00:00:00Z"}));
  {
    const Database database = take(Database::open_read_only(path));
    Sql version = take(database.prepare("SELECT sqlite_version()"));
    take(version.step());
    fmt::print("SQLite {}, {} documents\n\n", version.text(0), count);
  }
  std::vector<double> speeds;
  double total = 0;
  std::clock_t processor = 0;
  uint64_t text_bytes = 0, page_bytes = 0;
  for (uint64_t tenth = 0, at = 0; tenth < 10; ++tenth) {
    const uint64_t end = count * (tenth + 1) / 10, begin = at;
    double seconds = 0;
    for (; at < end; ++at) {
      const Document document = generator.make(at);
      text_bytes += document.text.size();
      page_bytes += document.page.bytes.size();
      const auto start = Clock::now();
      const std::clock_t processor_start = std::clock();
      take(writer.put(document));
      seconds += seconds_since(start);
      processor += std::clock() - processor_start;
    }
    const auto start = Clock::now();
    take(writer.commit());
    seconds += seconds_since(start);
    total += seconds;
    speeds.push_back(static_cast<double>(end - begin) / seconds);
    fmt::print("tenth {:2}   {:7.0f} documents/s\n", tenth + 1, speeds.back());
    std::fflush(stdout);
  }
  const double speed = static_cast<double>(count) / total;
  fmt::print(
      "all        {:7.0f} documents/s   ({:.1f} s, {:.1f} of them on the processor; {:.0f} bytes of text and "
      "{:.0f} of page a document)\n",
      speed, total, static_cast<double>(processor) / CLOCKS_PER_SEC,
      static_cast<double>(text_bytes) / static_cast<double>(count),
      static_cast<double>(page_bytes) / static_cast<double>(count));
  const auto start = Clock::now();
  take(writer.build_indexes());
  fmt::print("indexes    {:7.1f} s, {:.0f} documents/s   (full text, and look-up by id)\n\n",
             seconds_since(start), static_cast<double>(count) / seconds_since(start));
  take(writer.end_run("2031-06-01T01:00:00Z"));
  take(writer.close());

  const auto each = [&](int64_t bytes) { return static_cast<double>(bytes) / static_cast<double>(count); };
  int64_t text = 0, page = 0, full_text = 0, rest = 0;
  std::vector<std::pair<int64_t, std::string>> tables;
  for (const auto& [table, bytes] : table_sizes(path)) {
    if (table == "document_text") {
      text += bytes;
    } else if (table == "page") {
      page += bytes;
    } else if (table.starts_with("document_search") || table.starts_with("statement_search")) {
      full_text += bytes;
    } else {
      rest += bytes;
      tables.emplace_back(bytes, table);
    }
  }
  fmt::print("bytes a document: text {:.0f}, stored page {:.0f}, full-text index {:.0f}, all else {:.0f}\n",
             each(text), each(page), each(full_text), each(rest));
  std::sort(tables.rbegin(), tables.rend());
  for (const auto& [bytes, table] : tables)
    if (each(bytes) >= 1) fmt::print("  {:<16} {:6.0f}\n", table, each(bytes));
  fmt::print("file: {:.1f} MB\n\n", static_cast<double>(std::filesystem::file_size(path)) / 1e6);

  bool all_met = true;
  const auto target = [&](bool met, const std::string& what) {
    fmt::print("{}  {}\n", met ? "met   " : "MISSED", what);
    all_met = all_met && met;
  };
  target(speed >= kFastEnough, fmt::format("{:.0f} documents/s, at least {:.0f}", speed, kFastEnough));
  target(speeds.back() >= speeds.front() * kSteadyEnough,
         fmt::format("the last tenth at {:.2f} of the first's speed, at least {:.2f}",
                     speeds.back() / speeds.front(), kSteadyEnough));
  target(each(rest) < kSmallEnough,
         fmt::format("{:.0f} bytes a document besides text, stored page and full-text index, under {:.0f}",
                     each(rest), kSmallEnough));
  return all_met ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  const uint64_t count = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 100'000;
  if (count < 10) {
    fmt::print(stderr, "usage: bench_store [DOCUMENTS [FOLDER]], ten documents at least\n");
    return 64;
  }
  std::filesystem::path folder =
      argc > 2 ? std::filesystem::path(argv[2]) : std::filesystem::temp_directory_path();
  folder /= "hearsay-bench-store";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  const int status = run(count, folder);
  std::filesystem::remove_all(folder);
  return status;
}
