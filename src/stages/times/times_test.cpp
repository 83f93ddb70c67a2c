#include "stages/times/times.h"

#include <catch2/catch.hpp>

#include <string>

#include "stages/times/calendar_words.h"
#include "text/quote_marks.h"
#include "text/sentences.h"
#include "text/tokenizer.h"

namespace hearsay {

class Knowledge {};  // times takes it, as all stages do, and does not look

namespace {

// The words layer of one paragraph, as `analyse` makes it.
void lay_words(Document& d) {
  std::vector<Token> tokens;
  tokenize(d.text, 0, static_cast<uint32_t>(d.text.size()), tokens);
  std::vector<QuotedRange> quotes;
  pair_quotes(d.text, tokens, {0}, quotes);
  std::vector<uint32_t> ends;
  split_sentences(d.text, tokens, 0, static_cast<uint32_t>(tokens.size()), ends);
  for (const Token& t : tokens)
    d.words.words.push_back({{t.begin, t.end}, static_cast<WordKind>(t.kind), t.capital, false});
  uint32_t first = 0;
  for (const uint32_t end : ends) {
    d.words.words[first].sentence_start = true;
    d.words.sentences.push_back({{tokens[first].begin, tokens[end - 1].end}, first, end, 0, Part::kBody});
    first = end;
  }
}

Document read(std::string_view text, std::string from, std::string to) {
  Document d;
  lay_out_text(d, "", {std::string(text)}, {}, {}, {});
  d.article.published.interval = {std::move(from), std::move(to)};
  lay_words(d);
  Scratch scratch;
  const Knowledge knowledge;
  REQUIRE(make_times_stage(knowledge)->run(d, scratch));
  return d;
}

// "words=from..to" of every expression; the page is of Wednesday 5 March 2031.
std::string times_of(std::string_view text, const std::string& from = "2031-03-05",
                     const std::string& to = "2031-03-05") {
  const Document d = read(text, from, to);
  std::string out;
  for (const TimeExpression& t : d.times) {
    if (!out.empty()) out += "; ";
    out += d.words_of(t.span);
    out += '=';
    if (t.value.empty()) continue;
    out += t.value.from == t.value.to ? t.value.from : t.value.from + ".." + t.value.to;
  }
  return out;
}

}  // namespace

TEST_CASE("full dates in any order") {
  CHECK(times_of("It began on 3 March 2029.") == "3 March 2029=2029-03-03");
  CHECK(times_of("It began on March 3, 2029, at dawn.") == "March 3, 2029=2029-03-03");
  CHECK(times_of("It began on the 3rd of March 2029.") == "3rd of March 2029=2029-03-03");
  CHECK(times_of("It began on 2029-03-03.") == "2029-03-03=2029-03-03");
  CHECK(times_of("It began on 29.11.2029.") == "29.11.2029=2029-11-29");
  CHECK(times_of("It began on Wednesday, Dec. 5, 2029.") == "Wednesday, Dec. 5, 2029=2029-12-05");
  CHECK(times_of("In March 2029 it began.") == "March 2029=2029-03-01..2029-03-31");
}

TEST_CASE("a date that is read both ways has no value") {
  CHECK(times_of("It began on 3/4/2029.") == "3/4/2029=");
  CHECK(times_of("It began on 3/14/2029.") == "3/14/2029=2029-03-14");
}

TEST_CASE("a date without its year is the last one") {
  CHECK(times_of("The deal was struck on Sept. 9.") == "Sept. 9=2030-09-09");
  CHECK(times_of("The September 12 ceasefire held.") == "September 12=2030-09-12");
  CHECK(times_of("It was signed on 3 March.") == "3 March=2031-03-03");
}

TEST_CASE("a date without its year lies ahead where the words look ahead") {
  CHECK(times_of("The two will meet on 20 March.") == "20 March=2031-03-20");
  CHECK(times_of("They must leave by April 2.") == "April 2=2031-04-02");
  CHECK(times_of("A visit is planned for May 3.") == "May 3=2031-05-03");
}

TEST_CASE("a day of the week is the last one, the page's own day included") {
  CHECK(times_of("He said on Friday that it rained.") == "Friday=2031-02-28");
  CHECK(times_of("He said Wednesday that it rained.") == "Wednesday=2031-03-05");
  CHECK(times_of("They spoke on Wednesday morning.") == "Wednesday morning=2031-03-05");
  CHECK(times_of("They met last Tuesday.") == "last Tuesday=2031-03-04");
  CHECK(times_of("They met last Wednesday.") == "last Wednesday=2031-02-26");
  CHECK(times_of("Friday's attack killed ten.") == "Friday=2031-02-28");
}

TEST_CASE("a day of the week lies ahead where the words look ahead") {
  CHECK(times_of("The council will meet on Friday.") == "Friday=2031-03-07");
  CHECK(times_of("They must leave by Friday.") == "Friday=2031-03-07");
  CHECK(times_of("He gave the rebels until Friday to leave.") == "Friday=2031-03-07");
  CHECK(times_of("They meet next Monday.") == "next Monday=2031-03-10");
  CHECK(times_of("The talks are due to resume on Sunday.") == "Sunday=2031-03-09");
}

TEST_CASE("a past deadline stays past") {
  CHECK(times_of("By Friday evening 19 bodies lay in the morgue.") == "Friday evening=2031-02-28");
}

TEST_CASE("days counted from the page") {
  CHECK(times_of("Yesterday it rained.") == "Yesterday=2031-03-04");
  CHECK(times_of("It will rain tomorrow or tonight.") == "tomorrow=2031-03-06; tonight=2031-03-05");
  CHECK(times_of("It rained last night.") == "last night=2031-03-04");
  CHECK(times_of("A week ago the army left.") == "A week ago=2031-02-26");
  CHECK(times_of("Three days ago the army left.") == "Three days ago=2031-03-02");
  CHECK(times_of("The army left two months ago.") == "two months ago=2031-01-01..2031-01-31");
  CHECK(times_of("The army left three years ago.") == "three years ago=2028-01-01..2028-12-31");
}

TEST_CASE("weeks, months and years around the page") {
  CHECK(times_of("The court ruled last week.") == "last week=2031-02-24..2031-03-02");
  CHECK(times_of("The court ruled this week.") == "this week=2031-03-03..2031-03-05");
  CHECK(times_of("The court will rule this week.") == "this week=2031-03-03..2031-03-09");
  CHECK(times_of("The court ruled last month.") == "last month=2031-02-01..2031-02-28");
  CHECK(times_of("The court ruled in February this year.") == "February this year=2031-02-01..2031-02-28");
  CHECK(times_of("The court ruled last May.") == "last May=2030-05-01..2030-05-31");
  CHECK(times_of("The court ruled earlier this month.") == "earlier this month=2031-03-01..2031-03-04");
  CHECK(times_of("In the last week 250 died.") == "the last week=2031-02-26..2031-03-05");
  CHECK(times_of("Over the past seven months nobody came.") ==
        "the past seven months=2030-08-05..2031-03-05");
  CHECK(times_of("They won in mid-January.") == "mid-January=2031-01-11..2031-01-21");
}

TEST_CASE("years and ranges") {
  CHECK(times_of("The war began in 2011.") == "2011=2011-01-01..2011-12-31");
  CHECK(times_of("The war has raged since 2011.") == "since 2011=2011-01-01..2031-03-05");
  CHECK(times_of("Since Sept. 19 359 people have died.") == "Since Sept. 19=2030-09-19..2031-03-05");
  CHECK(times_of("He ruled from 2011 to 2014.") == "from 2011 to 2014=2011-01-01..2014-12-31");
  CHECK(times_of("He ruled in 2011-2014.") == "2011-2014=2011-01-01..2014-12-31");
  CHECK(times_of("It lasted from 3 to 5 March.") == "from 3 to 5 March=2031-03-03..2031-03-05");
  CHECK(times_of("The March 3-5 summit failed.") == "March 3-5=2031-03-03..2031-03-05");
  CHECK(times_of("In the 1990s there was war.") == "1990s=1990-01-01..1999-12-31");
}

TEST_CASE("hours") {
  CHECK(times_of("It fell on Friday at 09:40.") == "Friday at 09:40=2031-02-28T09:40:00");
  CHECK(times_of("It fell at 7 p.m. local time on Friday.") ==
        "7 p.m. local time on Friday=2031-02-28T19:00:00");
  CHECK(times_of("They must leave by midnight on Friday.") == "midnight on Friday=2031-03-07T00:00:00");
  CHECK(times_of("It fell at 14:30 GMT on 3 March.") == "14:30 GMT on 3 March=2031-03-03T14:30:00+00:00");
  CHECK(times_of("It fell at 09:40.") == "09:40=");
}

TEST_CASE("durations and sets have no value") {
  CHECK(times_of("It lasted for three days.") == "three days=");
  CHECK(times_of("A two-day pause was announced.") == "two-day=");
  CHECK(times_of("They meet every Friday.") == "every Friday=");
  CHECK(times_of("They meet on Fridays.") == "Fridays=");
  CHECK(times_of("They must stop within 48 hours.") == "within 48 hours=2031-03-05..2031-03-07");
}

TEST_CASE("days counted from the day named before") {
  CHECK(times_of("It began on 3 January. Two days later it ended.") ==
        "3 January=2031-01-03; Two days later=2031-01-05");
  CHECK(times_of("It began on 3 January and the next day it ended.") ==
        "3 January=2031-01-03; the next day=2031-01-04");
  CHECK(times_of("The next day it ended.") == "The next day=");
}

TEST_CASE("words that are no time") {
  CHECK(times_of("They may march. May Orvel will march on the palace.") == "");
  CHECK(times_of("A protest march in the city drew 2014 people and 2000 police.") == "");
  CHECK(times_of("He came second, the Sunday Times wrote.") == "");
  CHECK(times_of("After 9/11 they won 2-1 and 14:30 was no score; call 555-1234.") == "");
  CHECK(times_of("April Orvel and June Sandren spoke.") == "");
  CHECK(times_of("They paid $2031 for 1999 goats.") == "");
  CHECK(times_of("The Good Friday Agreement held.") == "");
  CHECK(times_of("He is 43 years old, a 43-year-old man.") == "");
  CHECK(times_of("Just a second, one day they will learn.") == "");
  CHECK(times_of("Resolution 2254 was passed by 1500 votes.") == "");
}

TEST_CASE("a page dated by an interval gives intervals as wide") {
  CHECK(times_of("He said yesterday that it rained.", "2031-03-04", "2031-03-06") ==
        "yesterday=2031-03-03..2031-03-05");
  CHECK(times_of("It began on 3 March 2029.", "2031-03-04", "2031-03-06") == "3 March 2029=2029-03-03");
}

TEST_CASE("a page without a date resolves only what stands by itself") {
  CHECK(times_of("He said on Friday that it began on 3 March 2029.", "", "") ==
        "Friday=; 3 March 2029=2029-03-03");
  const Document d = read("He said on Friday that it began on 3 March 2029.", "2031-03-05", "2031-03-05");
  REQUIRE(d.times.size() == 2);
  CHECK(d.times[0].resolved_by_page);
  CHECK_FALSE(d.times[1].resolved_by_page);
}

TEST_CASE("words of the calendar") {
  CHECK(month_of_word("sept.") == 9);
  CHECK(month_of_word("may") == 5);
  CHECK_FALSE(month_of_word("mayor"));
  CHECK(weekday_of_word("sunday") == 6);
  CHECK_FALSE(weekday_of_word("sun"));
  CHECK(number_of_word("twenty-four") == 24);
  CHECK_FALSE(number_of_word("twenty-x"));
  CHECK(day_of_word("31st") == 31);
  CHECK_FALSE(day_of_word("32"));
  CHECK_FALSE(year_of_word("2,031"));
}

}  // namespace hearsay
