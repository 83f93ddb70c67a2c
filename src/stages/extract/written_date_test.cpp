#include "stages/extract/written_date.h"

#include <catch2/catch.hpp>

using namespace hearsay;

namespace {

std::string first(std::string_view text) {
  const auto dates = find_dates(text);
  if (dates.empty()) return "none";
  const WrittenDate& date = dates.front();
  if (date.is_day()) {
    const Interval interval = date.interval();
    return interval.from == interval.to ? interval.from : interval.from + ".." + interval.to;
  }
  return std::to_string(date.year) + "-" + std::to_string(date.month) + "-" + std::to_string(date.day);
}

std::string attribute(std::string_view value) {
  const auto date = parse_date(value);
  return date ? date->interval().from : "none";
}

}  // namespace

TEST_CASE("dates in lines of text", "[date]") {
  CHECK(first("Sat Mar 8, 2031 14:27:12") == "2031-03-08T14:27:12");
  CHECK(first("8 Mar, 2031 15:59") == "2031-03-08T15:59");
  CHECK(first("Sunday 24 of November 2030") == "2030-11-24");
  CHECK(first("Published: March 8th, 2031 at 2:27 pm GMT") == "2031-03-08T14:27Z");
  CHECK(first("2:27 p.m., 8 March 2031") == "2031-03-08T14:27");
  CHECK(first("08.03.2031") == "2031-03-08");
  CHECK(first("8. März 2031, 18:20 Uhr") == "2031-03-08T18:20");
  CHECK(first("13 mars 2031 à 18h20") == "2031-03-13T18:20");
  CHECK(first("1er août 2031") == "2031-08-01");
  CHECK(first("8 de marzo de 2031") == "2031-03-08");
  CHECK(first("8 мая 2031 г.") == "2031-05-08");
  CHECK(first("2031年3月8日") == "2031-03-08");
  CHECK(first("28-Sep-2030 08:05") == "2030-09-28T08:05");
  CHECK(first("2031-03-08 12:00:05 +0300") == "2031-03-08T12:00:05+03:00");
  CHECK(first("14:05 GMT, 8 March 2031") == "2031-03-08T14:05Z");
}

TEST_CASE("numbers that could be read both ways stay open", "[date]") {
  CHECK(first("4/5/2031") == "2031-04-05..2031-05-04");
  CHECK(first("25/5/2031") == "2031-05-25");
  CHECK(first("5/25/2031") == "2031-05-25");
  CHECK(first("5/5/2031") == "2031-05-05");
  CHECK(first("Sunday 4/5/2031") == "2031-05-04");  // the weekday decides
  CHECK(first("Saturday 4/5/2031") == "2031-04-05");
}

TEST_CASE("days without a year, months without a day", "[date]") {
  CHECK(first("the deal brokered Sept. 9 held") == "0-9-9");
  CHECK(first("on 9 September") == "0-9-9");
  CHECK(first("in November 2030") == "2030-11-0");
  CHECK(find_dates("In this Sept. 22, 2030 photo, as of May 3, the bridge").size() == 2);
}

TEST_CASE("what is no date", "[date]") {
  CHECK(first("5 out of 12 members, 2 set free") == "none");
  CHECK(first("version 1.2.2031.4") == "none");
  CHECK(first("31 February 2031") == "none");
  CHECK(first("a sum of 1,200 in March") == "none");
  CHECK(first("call 11-32-40") == "none");
  CHECK(first("May I ask 20 questions?") == "none");
  CHECK(first("at 10:30 the march began") == "none");
}

TEST_CASE("a date's words and weekday", "[date]") {
  const std::string_view text = "Posted on Saturday, 8 March 2031 by the desk";
  const auto dates = find_dates(text);
  REQUIRE(dates.size() == 1);
  CHECK(text.substr(dates[0].begin, dates[0].end - dates[0].begin) == "Saturday, 8 March 2031");
  CHECK(dates[0].weekday_agrees());
  CHECK_FALSE(find_dates("Monday, 8 March 2031")[0].weekday_agrees());
}

TEST_CASE("dates of attributes", "[date]") {
  CHECK(attribute("2031-03-08T14:27:12+01:00") == "2031-03-08T14:27:12+01:00");
  CHECK(attribute("2031-03-08T14:27:12.123Z") == "2031-03-08T14:27:12Z");
  CHECK(attribute("2031-03-08T14:27+0100") == "2031-03-08T14:27+01:00");
  CHECK(attribute("20310308T142712Z") == "2031-03-08T14:27:12Z");
  CHECK(attribute("20310308") == "2031-03-08");
  CHECK(attribute("20310308T14:27:12Z") == "2031-03-08T14:27:12Z");
  CHECK(attribute("Sat, 08 Mar 2031 14:27:12 GMT") == "2031-03-08T14:27:12Z");
  CHECK(attribute("1930746432") == "2031-03-08T14:27:12Z");
  CHECK(attribute("1930746432000") == "2031-03-08T14:27:12Z");
  CHECK(attribute("2031-13-08") == "none");
  CHECK(attribute("yesterday") == "none");
  CHECK(attribute("") == "none");
}

TEST_CASE("the day in an address", "[date]") {
  const auto day = [](std::string_view path) {
    const auto date = date_in_path(path);
    return date ? date->interval().from : "none";
  };
  CHECK(day("/world/2031/03/08/market") == "2031-03-08");
  CHECK(day("/world/2031/mar/08/market") == "2031-03-08");
  CHECK(day("/bomb-on-bus-2031-03-11/") == "2031-03-11");
  CHECK(day("/20310308/market") == "2031-03-08");
  CHECK(day("/2031/03/market") == "none");
  CHECK(day("/article-2031030812") == "none");
  CHECK(day("/id/99203103081") == "none");
  CHECK(day("/2031/3/123-things") == "none");
  CHECK(day("/news/18-03-2031") == "2031-03-18");
  CHECK(day("/news/18-03-20311") == "none");
  const auto both = date_in_path("/news/08-03-2031");
  REQUIRE(both);
  CHECK(both->day_or_month_first);
}

TEST_CASE("the month in an address", "[date]") {
  const auto month = [](std::string_view path) {
    const auto date = month_in_path(path);
    return date && date->day == 0 ? std::to_string(date->year * 100 + date->month) : "none";
  };
  CHECK(month("/2031/03/market") == "203103");
  CHECK(month("/wp-content/uploads/2031/12/market.jpg") == "203112");
  CHECK(month("/2031/13/market") == "none");
  CHECK(month("/2031/3/market") == "none");
  CHECK(month("/1031/03/market") == "none");
  CHECK(month("/2031/03") == "none");
}

TEST_CASE("zones that pages name", "[date]") {
  const auto moment = [](std::string_view text) {
    const auto dates = find_dates(text);
    return dates.size() == 1 ? dates.front().interval().from : "none";
  };
  CHECK(moment("March 8, 2031, 2:27 PM AEDT") == "2031-03-08T14:27+11:00");
  CHECK(moment("8 March 2031 14:27 SAST") == "2031-03-08T14:27+02:00");
  CHECK(moment("8 March 2031 14:27 PKT") == "2031-03-08T14:27+05:00");
  CHECK(moment("8 March 2031 14:27 west of Sorrel") == "2031-03-08T14:27");
}
