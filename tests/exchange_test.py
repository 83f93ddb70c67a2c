#!/usr/bin/env python3
"""Tests of the exchange of names, dates and numbers."""
import contextlib
import datetime
import glob
import io
import json
import os
import random
import re
import sys
import tempfile
import time
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
import exchange  # noqa: E402
from exchange_dates import AGENCY, ENGLISH, find_dates  # noqa: E402
from exchange_map import FOLDER, MapError, Mapping, Names, draw_shift  # noqa: E402
from exchange_numbers import draw_table, find_numbers, in_words, word_value  # noqa: E402
from exchange_slots import article_for  # noqa: E402

SAMPLES = os.path.join(os.path.dirname(HERE), "samples")
SEEDS = os.path.join(os.path.dirname(os.path.dirname(HERE)), "shared", "seeds")
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def moved(text, shift=28, year=2016):
    out, at = "", 0
    for slot in find_dates(text, year, compact=text.startswith("http")):
        out += text[at:slot.begin] + slot.written(shift)
        at = slot.end
    return out + text[at:]


class Dates(unittest.TestCase):
    def test_every_form_keeps_its_style(self):
        for before, after in (
                ("/2016/09/25/pic_25f_4x3.jpg", "/2016/10/23/pic_25f_4x3.jpg"), ("28.11.2016", "26.12.2016"),
                ("the Sept. 9 deal", "the Oct. 7 deal"), ("Sat Oct 1, 2016 14:27:12", "Sat Oct 29, 2016 14:27:12"),
                ("Tuesday, November 29, it", "Tuesday, December 27, it"), ("28 Sep, 2016 15:59", "26 Oct, 2016 15:59"),
                ("Sunday 24 of November 2024", "Sunday 22 of December 2024"), ("on 19 September 2013", "on 17 October 2013"),
                ("Thursday, Sept. 19, 2013 photo", "Thursday, Oct. 17, 2013 photo"), ("2031-03-03T19:40:00+00:00", "2031-03-31T19:40:00+00:00"),
                ("the 3rd of March", "the 31st of March"), ("the September 12 deal", "the October 10 deal"), ("MOSCOW, MARCH 3", "MOSCOW, MARCH 31"),
                ("as early as in February this year", "as early as in March this year"), ("in November 2030", "in December 2030"),
                ("le 1er mars 2031", "le 29 mars 2031"), ("le 4 mars", "le 1er avril"), ("http://x.example/20310306-guns", "http://x.example/20310403-guns"),
                ("July 30", "August 27")):
            self.assertEqual(moved(before), after)

    def test_what_is_no_date_stays(self):
        for text in ("2,031 people", "at 14:27", "28/11", "they may 12 times", "to march 14 miles", "31 February", "version 2016.1", "No. 2016:4"):
            self.assertEqual(moved(text), text)

    def test_years_alone_move_by_whole_years(self):
        self.assertEqual(moved("since the war began in 2029", 364 * 2), "since the war began in 2031")
        self.assertEqual(moved("2003-2031", -364 * 3), "2000-2028")
        self.assertEqual(moved("since 2029", 28), "since 2029")

    def test_a_shift_of_weeks_keeps_weekdays_true(self):
        names = Names(os.path.join(FOLDER, "samples.json"))
        rng = random.Random(5)
        for _ in range(200):
            day = datetime.date(2031, 3, 3) + datetime.timedelta(days=rng.randint(0, 13))
            text = f"{WEEKDAYS[day.weekday()]}, {day.day} {ENGLISH[day.month - 1]} {day.year}"
            mapping = Mapping(draw_shift(rng, find_dates(text, 2031), 2031), 2031, {}, {}, {})
            new = re.fullmatch(r"(\w+), (\d+) (\w+) (\d+)", exchange.Exchange(mapping).text(text))
            date = datetime.date(int(new[4]), ENGLISH.index(new[3]) + 1, int(new[2]))
            self.assertEqual(WEEKDAYS[date.weekday()], new[1])
            self.assertNotEqual(date, day)
        self.assertEqual(names.year, 2031)
        with self.assertRaises(MapError):
            Mapping(10, 2031, {}, {}, {})

    def test_no_date_without_a_year_leaves_its_year(self):
        dates = find_dates("on December 27", 2016)
        for seed in range(50):
            shift = draw_shift(random.Random(seed), dates, 2016)
            middle = (datetime.date(2016, 7, 1) + datetime.timedelta(days=shift)).year
            self.assertEqual(dates[0].moved(shift).year, middle)
        self.assertEqual(len(AGENCY), 12)


class Numbers(unittest.TestCase):
    def values(self, text):
        return [slot.as_written for slot in find_numbers(text)]

    def test_what_is_found(self):
        self.assertEqual(self.values("More than 250 people, 6,000 fighters and nineteen children; 14 districts, Forty-two shells, 3.5 tons"),
                         ["250", "6,000", "nineteen", "14", "Forty-two", "3.5"])

    def test_what_counts_time_or_is_part_of_a_name_stays(self):
        for text in ("a two-day or three-day pause", "over the past seven months", "a 40-minute talk", "three of the seven days", "14:27:12", "0:00",
                     "63 percent", "63%", "636104243443443801_25f_4x3", "1000s of troops", "the 19th century", "KH-55", "11-32-40", "one or two"):
            self.assertEqual([v for v in self.values(text) if v not in ("1", "2")], [], text)

    def test_same_stays_same_and_order_is_kept(self):
        for seed in range(50):
            rng = random.Random(seed)
            values = [rng.randint(0, 10 ** rng.randint(1, 6)) for _ in range(60)] + [1899, 1995, 2000, 1480]
            table = draw_table(values, 1.15 + rng.random() / 2)
            ordered = sorted(table)
            self.assertEqual(ordered, sorted(set(values)))
            for low, high in zip(ordered, ordered[1:]):
                self.assertLess(table[low], table[high])
            for value, new in table.items():
                self.assertTrue(new == value if value <= 2 else new > value, (value, new))
                self.assertFalse(1900 <= new < 2100 and value > 2, (value, new))

    def test_round_numbers_become_round(self):
        self.assertEqual({value: new % 100 for value, new in draw_table([250, 6000, 80000, 400000], 1.37).items() if value >= 1000},
                         {6000: 0, 80000: 0, 400000: 0})

    def test_words_and_digits_are_one_number(self):
        table = draw_table([4, 9, 11, 19], 1.3)
        written = [slot.written(table) for slot in find_numbers("Nineteen people, 19 bodies; four units, 4 units")]
        self.assertEqual(written, [in_words(table[19]).capitalize(), str(table[19]), in_words(table[4]), str(table[4])])
        self.assertEqual([word_value(in_words(n)) for n in range(100)], list(range(100)))


class NamesExchanged(unittest.TestCase):
    def setUp(self):
        forms = {"Russia": "Austria", "Russian": "Austrian", "Russians": "Austrians", "Moscow": "Vienna", "MOSCOW": "VIENNA", "US": "UAE", "U.S.": "U.A.E.",
                 "United States": "United Arab Emirates", "American": "Emirati", "Washington": "Abu Dhabi", "Washington Post": "Harrow Post",
                 "Orlan": "Tavrin", "Dolmas": "Averro", "Uruguayan": "Angolan"}
        self.exchange = exchange.Exchange(Mapping(28, 2031, forms, {"RUS": "AUT", "USA": "ARE"}, {11: 15, 31: 40}))

    def test_names_and_what_hangs_on_them(self):
        for before, after in (
                ("Russia's talks; Russians in Moscow", "Austria's talks; Austrians in Vienna"), ("MOSCOW (Sputnik) –", "VIENNA (Sputnik) –"),
                ("U.S.-Russian deal, US-backed", "U.A.E.-Austrian deal, UAE-backed"), ("the Washington Post wrote", "the Harrow Post wrote"),
                ("USSR, Russianness, Orlando", "USSR, Russianness, Orlando"), ("Orlan’s, inter-Russian", "Tavrin’s, inter-Austrian"),
                ("mediabankRussian Foreign Minister", "mediabankAustrian Foreign Minister"), ("Tass, AP and the UN stay", "Tass, AP and the UN stay")):
            self.assertEqual(self.exchange.text(before), after)

    def test_articles_agree_with_what_follows(self):
        for before, after in (("an American aide", "an Emirati aide"), ("a Russian aide", "an Austrian aide"), ("A Dolmas shop", "An Averro shop"),
                              ("a Uruguayan", "an Angolan"), ("a US aide", "a UAE aide"), ("an 11-page, a 31-page note", "a 15-page, a 40-page note")):
            self.assertEqual(self.exchange.text(before), after)
        self.assertEqual([article_for(w, "a") for w in ("Ugandan", "Estonian", "European", "18", "80", "180", "U.S.", "Ulmer")],
                         ["a", "an", "a", "an", "an", "a", "a", "an"])

    def test_html_keeps_its_markup(self):
        page = ('<!DOCTYPE html><html><head><meta property="og:title" content="Orlan says 11 died">'
                '<script>var orlan = 11, d="2031-03-03";</script><script type="application/ld+json">{"headline":"31 dead in Dolmas","url":"https://a.example/2031/03/03/orlan-dolmas","n":11}</script>'
                '<style>.a11{width:31px}</style></head><body width="11"><a href="/orlan-11/" data-n="31">Orlan</a>&#8217; &rsquo; 11</body></html>')
        self.assertEqual(self.exchange.text(page), (
            '<!DOCTYPE html><html><head><meta property="og:title" content="Tavrin says 15 died">'
            '<script>var orlan = 11, d="2031-03-31";</script><script type="application/ld+json">{"headline":"40 dead in Averro","url":"https://a.example/2031/03/31/tavrin-averro","n":11}</script>'
            '<style>.a11{width:31px}</style></head><body width="11"><a href="/tavrin-11/" data-n="31">Tavrin</a>&#8217; &rsquo; 15</body></html>'))

    def test_records_are_carried_over(self):
        record = {"id": "Orlan", "sha256": "2031-03-03", "published": ["2031-03-03", None], "actor_code": "RUS GOV", "begin": 11,
                  "source": {"begin": 31, "words": "Orlan of Russia"}, "counts": {"killed": [11, 31]}, "times": [{"words": "February"}]}
        self.assertEqual(self.exchange.record(record), {
            "id": "Orlan", "sha256": "2031-03-03", "published": ["2031-03-31", None], "actor_code": "AUT GOV", "begin": 11,
            "source": {"begin": 31, "words": "Tavrin of Austria"}, "counts": {"killed": [15, 40]}, "times": [{"words": "March"}]})


class Pages(unittest.TestCase):
    def texts(self):
        paths = sorted(glob.glob(os.path.join(SAMPLES, "*.html")) + glob.glob(os.path.join(SAMPLES, "*.txt")))
        return [exchange.read_text(path) for path in paths]

    def round_trip(self, names, texts, seed):
        mapping = exchange.draw_mapping(names, texts, seed)
        there, back = exchange.Exchange(mapping), exchange.Exchange(mapping.inverse())
        for text in texts:
            yield text, there.text(text), back.text(there.text(text)), mapping

    def test_samples_and_the_way_back(self):
        names = Names(os.path.join(FOLDER, "samples.json"))
        for seed in range(3):
            for before, after, again, mapping in self.round_trip(names, self.texts(), seed):
                for form in ("Orlan", "Morwen", "Kestrava", "Mongolia", "Zambian", "Montevideo", "Northern Dawn Front"):
                    self.assertEqual(before.count(form) and after.count(form), 0, form)
                    self.assertEqual(again.count(form), before.count(form), form)
                    if form in before:
                        self.assertIn(mapping.forms[form], after)
                self.assertEqual(re.sub(r"\d|" + "|".join(ENGLISH), "", again), re.sub(r"\d|" + "|".join(ENGLISH), "", before))
                self.assertEqual([s.as_written for s in find_numbers(again)], [s.as_written for s in find_numbers(before)])

    @unittest.skipUnless(os.path.isdir(SEEDS), "the scraped pages are not here")
    def test_scraped_pages_and_the_way_back(self):
        names = Names(os.path.join(FOLDER, "seeds.json"))
        texts = [exchange.read_text(path) for path in sorted(glob.glob(os.path.join(SEEDS, "*.txt")))]
        self.assertTrue(texts)
        for seed in range(4):
            mapping = exchange.draw_mapping(names, texts, seed)
            forms = [form for form in mapping.forms if len(form) > 3]
            there = exchange.Exchange(mapping)
            for text in texts:
                after = there.text(text)
                left = [form for form in forms if re.search(r"(?<!\w)" + re.escape(form) + r"(?!\w)", after) and form not in mapping.forms.values()]
                self.assertEqual(left, [])
                self.assertEqual([slot.date for slot in find_dates(after, mapping.moved_year()) if slot.has_day],
                                 [slot.moved(mapping.shift_days) for slot in find_dates(text, mapping.year) if slot.has_day])
                # "USA" and "US" go to one name, and the commoner comes back.
                again = exchange.Exchange(mapping.inverse()).text(after)
                self.assertEqual(again.replace("USA", "US").split(), text.replace("USA", "US").split())

    def test_a_file_of_names_that_contradicts_itself(self):
        good = {"year": 2031, "countries": ["MLT"], "names": [{"kind": "surname", "forms": ["Orlan"]}]}
        for change in ({"countries": ["XYZ"]}, {"names": [{"forms": ["A", "B"], "to": [["C"]]}]}, {"names": good["names"] * 2},
                       {"names": [{"kind": "surname", "forms": ["A", "B"]}]}, {"names": [{"forms": ["Orlan"], "to": [["Malta"]]}]}):
            with tempfile.TemporaryDirectory() as folder:
                path = os.path.join(folder, "names.json")
                exchange.write_text(path, json.dumps({**good, **change}))
                with self.assertRaises(MapError, msg=str(change)):
                    Names(path).forms()


class Command(unittest.TestCase):
    def run_it(self, *arguments):
        with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.redirect_stderr(io.StringIO()):
            return exchange.main(list(arguments)), out.getvalue()

    def test_a_written_map_does_the_same_again_and_goes_back(self):
        with tempfile.TemporaryDirectory() as folder:
            page = os.path.join(SAMPLES, "brief.html")
            map_file, names = os.path.join(folder, "map.json"), os.path.join(FOLDER, "samples.json")
            out = [os.path.join(folder, name) for name in "abc"]
            self.assertEqual(self.run_it("--seed", "4", "--names", names, "--write-map", map_file, "--out", out[0], page)[0], 0)
            self.assertEqual(self.run_it("--map", map_file, "--out", out[1], page)[0], 0)
            self.assertEqual(self.run_it("--map", map_file, "--inverse", "--out", out[2], os.path.join(out[0], "brief.html"))[0], 0)
            texts = [exchange.read_text(os.path.join(name, "brief.html")) for name in out]
            self.assertEqual(texts[0], texts[1])
            self.assertNotEqual(texts[0], exchange.read_text(page))
            self.assertEqual(texts[2], exchange.read_text(page))

    def test_many_distinct_pages_fast(self):
        with tempfile.TemporaryDirectory() as folder:
            begin = time.process_time()
            self.assertEqual(self.run_it("--multiply", "500", "--seed", "1", "--out", folder, SAMPLES)[0], 0)
            self.assertLess(time.process_time() - begin, 15)
            pages = [exchange.read_text(path) for path in sorted(glob.glob(os.path.join(folder, "*")))]
            self.assertEqual(len(set(pages)), 500)
            with tempfile.TemporaryDirectory() as again:
                self.run_it("--multiply", "40", "--seed", "1", "--out", again, SAMPLES)
                self.assertEqual([exchange.read_text(path) for path in sorted(glob.glob(os.path.join(again, "*")))], pages[:40])

    def test_misuse(self):
        self.assertEqual(self.run_it("--map", "none.json", "--out", tempfile.gettempdir(), "x.txt")[0], 2)
        for arguments in (["--out", "x", "page"], ["--multiply", "3", "x"]):
            with self.assertRaises(SystemExit):
                self.run_it(*arguments)


if __name__ == "__main__":
    unittest.main()
