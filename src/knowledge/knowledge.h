// What the project knows of the world: the tables of knowledge/, loaded once, asked by all.
//
// The tables are part of the program, so it finds them wherever it runs. A folder may replace some of them
// for one run (HEARSAY_KNOWLEDGE, or the option of that name): each FOLDER/NAME.tsv stands in for the
// built-in table NAME.
//
// Names are found as phrase_index.h says: "US" is not "us", "TURKEY" is "Turkey", "al-Nusra" is "Al Nusra".
//
//   const Knowledge& world = Knowledge::builtin();
//   if (Found<CountryWord> found = world.country_words(text, at)) use(found[0].country->iso3,
//   found.length());
#pragma once

#include <filesystem>
#include <initializer_list>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "knowledge/entries.h"
#include "knowledge/phrase_index.h"
#include "knowledge/table_reader.h"

namespace hearsay {

// The entries that a phrase may stand for, the likeliest first (the larger city, the larger country), and how
// much of the text it takes. Lives as long as the Knowledge that gave it.
template <class Entry>
class Found {
 public:
  Found() = default;
  Found(std::span<const Entry> all, PhraseMatch match) : all_(all), match_(match) {}

  explicit operator bool() const { return match_.length > 0; }
  [[nodiscard]] bool empty() const { return match_.ids.empty(); }
  [[nodiscard]] size_t size() const { return match_.ids.size(); }
  [[nodiscard]] const Entry& operator[](size_t i) const { return all_[match_.ids[i]]; }
  // In words where words were given, in bytes where a text was.
  [[nodiscard]] size_t length() const { return match_.length; }

  class Iterator {
   public:
    Iterator(const Found& found, size_t at) : found_(&found), at_(at) {}
    const Entry& operator*() const { return (*found_)[at_]; }
    Iterator& operator++() {
      ++at_;
      return *this;
    }
    bool operator!=(const Iterator& other) const { return at_ != other.at_; }

   private:
    const Found* found_;
    size_t at_;
  };
  [[nodiscard]] Iterator begin() const { return {*this, 0}; }
  [[nodiscard]] Iterator end() const { return {*this, size()}; }

 private:
  std::span<const Entry> all_;
  PhraseMatch match_;
};

// Immutable; copies share one set of tables; any number of threads may ask at once.
class Knowledge {
 public:
  // The tables that the program was built with, loaded on the first call. The build has checked them.
  [[nodiscard]] static const Knowledge& builtin();
  // With the tables of `folder` in place of the built-in ones of those names; the built-in ones where it is
  // empty. kBadTable, with file and line, where a table breaks a rule or names none that exists;
  // kInputNotFound for no such folder.
  [[nodiscard]] static Result<Knowledge> load(const std::filesystem::path& folder = {});

  // --- one entry by its name; none where no table has it, the likeliest where several do
  // ---------------------------------
  [[nodiscard]] const Country* country(std::string_view iso) const;  // by ISO 3166 alpha-3 or alpha-2
  [[nodiscard]] const Country* country_by_name(std::string_view name) const;
  [[nodiscard]] const Country* country_by_demonym(
      std::string_view word) const;  // "Syrian", "Syrians", "Briton"
  [[nodiscard]] const Country* country_by_capital(std::string_view name) const;
  [[nodiscard]] const Country* country_by_metonym(
      std::string_view name) const;  // "Kremlin", and every capital
  [[nodiscard]] const Outlet* outlet_by_host(
      std::string_view host) const;  // "www.example.com" asks for example.com too
  [[nodiscard]] const GivenName* given_name(std::string_view word) const;

  // --- the longest phrase of a table
  // -------------------------------------------------------------------------------------- Each comes in
  // three forms. ("phrase"): that phrase as a whole. (words, at): the longest that begins with that word,
  // length in words. (text, begin): the longest that begins at that byte, where a word must begin, length in
  // bytes.
  [[nodiscard]] Found<CountryWord> country_words(std::string_view phrase) const;
  [[nodiscard]] Found<CountryWord> country_words(std::span<const std::string_view> words, size_t at) const;
  [[nodiscard]] Found<CountryWord> country_words(std::string_view text, size_t begin) const;

  [[nodiscard]] Found<City> cities(std::string_view phrase) const;
  [[nodiscard]] Found<City> cities(std::span<const std::string_view> words, size_t at) const;
  [[nodiscard]] Found<City> cities(std::string_view text, size_t begin) const;

  [[nodiscard]] Found<Subdivision> subdivisions(std::string_view phrase) const;
  [[nodiscard]] Found<Subdivision> subdivisions(std::span<const std::string_view> words, size_t at) const;
  [[nodiscard]] Found<Subdivision> subdivisions(std::string_view text, size_t begin) const;

  [[nodiscard]] Found<RegionWord> regions(std::string_view phrase) const;
  [[nodiscard]] Found<RegionWord> regions(std::span<const std::string_view> words, size_t at) const;
  [[nodiscard]] Found<RegionWord> regions(std::string_view text, size_t begin) const;

  [[nodiscard]] Found<People> peoples(std::string_view phrase) const;
  [[nodiscard]] Found<People> peoples(std::span<const std::string_view> words, size_t at) const;
  [[nodiscard]] Found<People> peoples(std::string_view text, size_t begin) const;

  [[nodiscard]] Found<NameOf<Organisation>> organisations(std::string_view phrase) const;
  [[nodiscard]] Found<NameOf<Organisation>> organisations(std::span<const std::string_view> words,
                                                          size_t at) const;
  [[nodiscard]] Found<NameOf<Organisation>> organisations(std::string_view text, size_t begin) const;

  [[nodiscard]] Found<NameOf<ArmedGroup>> armed_groups(std::string_view phrase) const;
  [[nodiscard]] Found<NameOf<ArmedGroup>> armed_groups(std::span<const std::string_view> words,
                                                       size_t at) const;
  [[nodiscard]] Found<NameOf<ArmedGroup>> armed_groups(std::string_view text, size_t begin) const;

  [[nodiscard]] Found<NameOf<Outlet>> outlets(std::string_view phrase) const;
  [[nodiscard]] Found<NameOf<Outlet>> outlets(std::span<const std::string_view> words, size_t at) const;
  [[nodiscard]] Found<NameOf<Outlet>> outlets(std::string_view text, size_t begin) const;

  // In any case, but for abbreviations: "foreign minister", "Foreign Minister".
  [[nodiscard]] Found<SectorWord> sectors(std::string_view phrase) const;
  [[nodiscard]] Found<SectorWord> sectors(std::span<const std::string_view> words, size_t at) const;
  [[nodiscard]] Found<SectorWord> sectors(std::string_view text, size_t begin) const;

  // --- the tables themselves
  // --------------------------------------------------------------------------------------------- The bytes
  // of any table of knowledge/ by its name without ".tsv", also of those that only a stage reads ("cues");
  // the word lists of src/text (english_*) are not among them. Empty where there is none.
  [[nodiscard]] std::string_view table(std::string_view name) const;
  // A reader over it that names the right file in its errors. kBadTable where there is no such table.
  [[nodiscard]] Result<TableReader> rows(std::string_view name,
                                         std::span<const std::string_view> columns) const;
  [[nodiscard]] Result<TableReader> rows(std::string_view name,
                                         std::initializer_list<std::string_view> columns) const {
    return rows(name, std::span(columns.begin(), columns.size()));
  }
  // The names of all tables, sorted.
  [[nodiscard]] std::vector<std::string_view> tables() const;
  // SHA-256 in hex over the names and bytes of all tables: what a run records. Of one table: over its bytes
  // alone.
  [[nodiscard]] std::string hash() const;
  [[nodiscard]] std::string hash(std::string_view table) const;

 private:
  struct World;
  explicit Knowledge(std::shared_ptr<const World> world);
  std::shared_ptr<const World> world_;
};

}  // namespace hearsay
