"""What the record of five scraped pages must hold: the checks of seeds_test.py, and of exchange_seeds_test.py on exchanged pages.

The pages are not part of the project. Where a check needs their words, it takes them from the page by line number, or it names the few
words that it is about, carried over by the exchange (`say`), as dates are (`day`).
"""
import datetime
import os
import re
import resource

from built_command import SEEDS, Hearsay, is_sanitized

FIRST, SECOND, THIRD, FOURTH, FIFTH = PAGES = (
    "000_350fd7090a145e14", "001_b7419f9cbed84151", "002_fe20e008763192bb", "003_22b85347b3156cc3", "004_81dea07041226e15")

# Line numbers of each page: its body, and what must not be in it.
BODY = {FIRST: range(6, 25), SECOND: range(11, 30), THIRD: range(6, 27), FOURTH: range(2, 25), FIFTH: [*range(14, 27), 30, 32]}
OTHER = {FIRST: [26], SECOND: [1, 2, 7], THIRD: [1, 2, 28, 29, 30, 31, 32], FOURTH: [28, 30, 31],
         FIFTH: [1, 2, 3, 7, 8, 9, 12, 13, 28, 29, 34, 36, 37, 38, 39, 40]}
DEBRIS = ("string(1103)", "chevron", "Newsfeed", "mediabank", "Share to", "0:00")
CYRILLIC = re.compile("[\u0400-\u04ff]")


def spaced(text):
    return " ".join(text.split())


def words(span):
    """The words of an exported span, which may be null."""
    return spaced(span["words"]) if span else ""


def every_text(value):
    """All texts and numbers in a JSON value."""
    if isinstance(value, dict):
        for element in value.values():
            yield from every_text(element)
    elif isinstance(value, list):
        for element in value:
            yield from every_text(element)
    elif value is not None:
        yield str(value)


def holds(value, *words):
    text = " ".join(every_text(value))
    return all(word in text for word in words)


def pages_of(row):
    """Names of the pages that a row of a list speaks of."""
    return {name for name in PAGES for text in every_text(row) if name in text}


class SeedChecks:
    """Mixed into a unittest.TestCase that sets `hearsay` (a record of the pages in `pages`) and `seconds` (of the processor, that reading took)."""

    @classmethod
    def read_pages(cls, folder, pages):
        cls.hearsay, cls.pages = Hearsay(folder), pages
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        cls.hearsay.read(pages)  # ends with 0: all read, none rejected
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        cls.seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        cls.documents = {document["id"]: document for document in cls.hearsay.documents()}

    @staticmethod
    def say(text):
        return text

    @staticmethod
    def day(iso):
        return iso

    def says(self, *texts):
        return [self.say(text) for text in texts]

    def lines(self, name):
        with open(os.path.join(self.pages, name + ".txt"), encoding="utf-8") as f:
            return [spaced(line) for line in f.read().split("\n")]

    def statements(self, name, **values):
        """Statements of a page whose spans or values hold the words given."""
        found = []
        for row in self.documents[name]["statements"]:
            value = {key: row[key]["words"] if isinstance(row[key], dict) else str(row[key] or "") for key in row}
            if all(self.say(words) in value[key] for key, words in values.items()):
                found.append({**row, "value": value})
        return found

    def one_statement(self, name, **values):
        found = self.statements(name, **values)
        self.assertTrue(found, f"{name}: no statement with {values}")
        return found[0]

    # ---- reading

    def test_all_five_are_read_in_a_second(self):
        self.assertEqual(set(self.documents), set(PAGES))
        self.assertEqual(self.hearsay.rows("rejections"), [])
        self.assertLess(self.seconds, 20.0 if is_sanitized() else 1.0)

    def test_body_without_debris(self):
        for name, document in self.documents.items():
            text, lines = spaced(document["text"]), self.lines(name)
            for number in BODY[name]:
                self.assertIn(lines[number - 1], text, f"{name}: line {number} is of the body")
            for number in OTHER[name]:
                line = lines[number - 1]
                if line:
                    self.assertNotRegex(text, r"(?<!\w)" + re.escape(line) + r"(?!\w)", f"{name}: line {number} is not of the body")
            for debris in DEBRIS:
                self.assertNotIn(debris, document["text"] + document["title"], name)
            self.assertIsNone(CYRILLIC.search(document["text"] + document["title"]), name)

    def test_dates_with_their_evidence(self):
        published = {name: self.documents[name]["published"] for name in PAGES}
        for name, day in ((FIRST, "2016-10-01"), (THIRD, "2016-09-28"), (FOURTH, "2016-11-29")):
            self.assertEqual([bound[:10] for bound in published[name]], [self.day(day)] * 2, name)
        crawled = self.day("2024-11-24")
        if published[SECOND]:
            self.assertFalse(any(bound and bound.startswith(crawled) for bound in published[SECOND]), f"{SECOND}: {published[SECOND]}")
        if published[FIFTH]:
            first, last = (datetime.date.fromisoformat(bound[:10]) if bound else None for bound in published[FIFTH])
            self.assertTrue(first is None or last is None or (last - first).days > 300, f"{FIFTH} bears no date: {published[FIFTH]}")
            # Its pictures are of 2013 and 2015: whatever else is inferred, it is not older than they are.
            self.assertFalse(last and last < datetime.date.fromisoformat(self.day("2015-10-08")), published[FIFTH])
        for name in PAGES:
            evidence = self.documents[name]["published_evidence"]
            self.assertEqual(evidence is not None, published[name] is not None, name)
            if evidence:
                self.assertTrue(evidence["kind"] and (evidence["words"] or evidence.get("span")), f"{name}: {evidence}")

    # ---- persons

    def test_statements_by_one_person_under_one_actor(self):
        lavrov, kerry, russia, us = self.says("Lavrov", "Kerry", "Russia", "United States")
        rows = self.hearsay.rows("statements", "--by", lavrov)
        own = [row for row in rows if lavrov in row["source_name"] + words(row["source"])]
        self.assertEqual(set().union(*map(pages_of, rows)), {FIRST, THIRD, FIFTH})
        self.assertEqual(set().union(*map(pages_of, own)), {FIRST, THIRD, FIFTH})
        self.assertEqual(len({row["source_shared"] for row in rows}), 1, sorted({(words(row["source"]), row["source_shared"]) for row in rows}, key=str))
        self.assertEqual([actor["id"] for actor in self.hearsay.rows("actors", "--by", lavrov) if actor["kind"] == "person"],
                         [rows[0]["source_shared"]])
        for page, act, content in ((FIRST, "promise", "ready to consider"), (FIRST, "accuse", "had violated the truce"), (THIRD, "demand", "live up to")):
            self.assertTrue([row for row in rows if page in pages_of(row) and row["act"] == act and content in words(row["content"])],
                            f"{page}: {act}: {content}: " + "; ".join(f"{row['act']}: {words(row['content'])}" for row in rows if page in pages_of(row)))
        self.assertEqual([words(row["content"]) for row in rows if words(row["source"]) == "she"], [], "a woman's words under a man's name")
        for page in (FIRST, THIRD):
            self.assertTrue([row for row in rows if page in pages_of(row) and kerry in words(row["addressee"]) + row["addressee_name"]], page)

    def test_pages_about_one_person(self):
        rows = self.hearsay.rows("documents", "--about", self.say("Lavrov"))
        self.assertEqual(set().union(*map(pages_of, rows)), {FIRST, THIRD, FOURTH, FIFTH})
        self.assertEqual(len(rows), 4)

    # ---- sources

    def test_chains_of_sources(self):
        stressed = self.one_statement(FIRST, source="Russian side", cue="stressed")
        quoted = [row for row in self.statements(FOURTH, source="Ryabkov") if row["form"] == "direct"][0]
        for row, chain in ((stressed, ("Tass", "The Russian side")), (quoted, ("RIA", "Ryabkov"))):
            said = self.says(*chain)
            listed = next(one for one in self.hearsay.rows("statements") if one["id"] == row["id"])
            self.assertEqual([voice["kind"] for voice in listed["chain"]], ["page", "via", "source"])
            for voice, name in zip(listed["chain"][1:], said):
                self.assertIn(name, " ".join(every_text(voice)))
            shown = self.hearsay.show(row["id"])
            for key, marks in (("source", ("[source: ", "]")), ("cue", ("{", "}")), ("content", ("<<", ">>"))):
                self.assertIn(words(row[key]).join(marks), shown, key)
            chain_line = next(line for line in shown.split("\n") if line.startswith("Chain"))
            at = [chain_line.find(voice) for voice in ("page (unknown", *said)]
            self.assertTrue(-1 not in at and at == sorted(at), f"page, {said} in this order: {chain_line}")

    def test_an_outlet_that_no_words_name_is_unknown(self):
        self.assertEqual(self.documents[FIRST]["outlet"], "")
        self.assertIn("unknown", self.hearsay.run("documents", "--width", "300").decode("utf-8"))

    # ---- across pages

    def test_contacts(self):
        lavrov, kerry = self.says("Lavrov", "Kerry")
        calls = [row for row in self.hearsay.rows("contacts", "--by", lavrov) if row["channel"] == "call" and holds(row, kerry)]
        for day, page in (("2016-09-28", THIRD), ("2016-09-30", FIRST)):
            found = [row for row in calls if row["when"] and [bound[:10] for bound in row["when"]] == [self.day(day)] * 2]
            self.assertEqual(len(found), 1, f"{day}: {[(row['when'], sorted(pages_of(row))) for row in calls]}")
            self.assertEqual(pages_of(found[0]), {page})
            self.assertEqual(found[0]["status"], "actual")

    def ceasefire(self):
        dates = [self.day("2016-09-09"), self.day("2016-09-12")]
        found = [row for row in self.hearsay.rows("agreements") if row["kind"] == "ceasefire" and any(holds(row, date) for date in dates)]
        self.assertEqual(len(found), 1, f"agreements of {dates}: {[(row['name'], sorted(pages_of(row))) for row in found]}")
        return found[0]

    def test_the_ceasefire_and_who_accuses_whom_of_breaking_it(self):
        row = self.ceasefire()
        self.assertLessEqual({FIRST, SECOND, THIRD}, pages_of(row))
        breaches = [entry for entry in row["ledger"] if entry["kind"] in ("violation", "collapse")]
        said = "; ".join(f"{entry['alleged_by']} -> {entry['accused']} ({entry['kind']})" for entry in breaches)
        # The page says "Washington"; the record may name the state instead.
        for by, *accused in (("Lavrov", "rebels"), ("Poznikhir", "rebels"), ("Kerry", "Russia"), ("Atwan", "Washington", "United States")):
            by, accused = self.say(by), self.says(*accused)
            self.assertTrue([entry for entry in breaches if by in entry["alleged_by"] and any(name in entry["accused"] for name in accused)],
                            f"{by} -> {accused}: {said}")

    def test_two_pages_against_one_on_its_date(self):
        sides = {self.day("2016-09-09"): {SECOND, THIRD}, self.day("2016-09-12"): {FIRST}}
        found = [row for row in self.hearsay.rows("disputes") if row["kind"] == "date" and all(holds(row, date) for date in sides)]
        self.assertEqual(len(found), 1, f"disputes on dates: {found}")
        for date, pages in sides.items():
            claims = [claim for claim in found[0]["claims"] if date in claim["value"]]
            self.assertEqual(len(claims), 1, found[0])
            self.assertEqual({voice["document"] for voice in claims[0]["voices"]}, pages)


HAVE_SEEDS = os.path.isdir(SEEDS)
