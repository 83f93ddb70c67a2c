#!/usr/bin/env python3
"""The five scraped pages with persons, places, countries, dates and numbers exchanged for others (exchange.py), three times over.

The checks of seed_checks.py hold on them, and their record, carried back, is the record of the pages as they were: what it says of
documents, statements, events, contacts, agreements and disputes, save ids, offsets and codes of groups. Every difference is printed;
one that is not in EXPLAINED fails the test.
"""
import collections
import glob
import json
import os
import sys
import tempfile
import unittest

import built_command
import exchange
from built_command import SEEDS, Hearsay
from exchange_map import Mapping
from seed_checks import HAVE_SEEDS, PAGES, SeedChecks, pages_of, spaced, words

# (kind of row, words that its text holds, why it may differ). What rests on knowledge of a name, and nothing else.
EXPLAINED = []


def statement_text(row, by_id):
    parent = by_id.get(row["parent"])
    return {"source": words(row["source"]), "name": row["source_name"], "kind": row["source_kind"], "cue": words(row["cue"]),
            "content": words(row["content"]), "form": row["form"], "act": row["act"], "detail": row["detail"],
            "addressee": words(row["addressee"]), "via": words(row["via"]), "when": row["when"], "condition": words(row["condition"]),
            "deadline": words(row["deadline"]), "channel": words(row["channel"]), "inside": words(parent["content"]) if parent else ""}


def event_text(row, by_id):
    said_by = by_id.get(row["said_by"])
    return {"type": row["type"], "mode": row["mode"], "trigger": words(row["trigger"]), "status": row["status"], "when": row["when"],
            "actor": words(row["actor"]), "recipient": words(row["recipient"]), "where": words(row["where"]), "counts": row["counts"],
            "said_by": words(said_by["content"]) if said_by else ""}


def texts_of(hearsay, carry):
    """[(kind, text)] of what the record says, carried by `carry`; the text is JSON with what the row is about in front."""
    rows = []

    def add(kind, page, row):
        rows.append((kind, json.dumps({"page": page, **row}, ensure_ascii=False)))

    for document in hearsay.documents():
        page, document = document["id"], carry(document)
        by_id = {row["id"]: row for row in document["statements"] + document["outside_body"]["statements"]}
        evidence = document["published_evidence"]
        add("document", page, {"published": document["published"], "evidence": evidence and evidence["kind"], "title": document["title"],
                               "outlet": document["outlet"], "kind": document["kind"], "language": document["language"],
                               "text": spaced(document["text"])})
        for row in by_id.values():
            add("statement", page, statement_text(row, by_id))
        for row in document["events"] + document["outside_body"]["events"]:
            add("event", page, event_text(row, by_id))
    for row in map(carry, hearsay.rows("contacts")):
        add("contact", sorted(pages_of(row)), {"channel": row["channel"], "when": row["when"], "who": sorted([row["a"], row["b"]]), "status": row["status"]})
    for row in map(carry, hearsay.rows("agreements")):
        add("agreement", sorted(pages_of(row)), {
            "kind": row["kind"], "names": sorted(row["names"]), "announced": row["announced"], "effective": row["effective"], "ended": row["ended"],
            "ledger": sorted([entry["kind"], entry["alleged_by"], entry["accused"], entry["act"]] for entry in row["ledger"])})
    for row in map(carry, hearsay.rows("disputes")):
        add("dispute", sorted(pages_of(row)), {"kind": row["kind"], "state": row["state"], "sides": sorted(
            [claim["value"], sorted({voice["document"] for voice in claim["voices"]})] for claim in row["claims"])})
    return rows


class Exchanged(SeedChecks):
    """Mixed into a unittest.TestCase with the seed of an exchange."""

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        pages, map_file = os.path.join(folder.name, "pages"), os.path.join(folder.name, "map.json")
        built_command.exchange("--seed", str(cls.exchange_seed), "--names", os.path.join(built_command.TESTS, "exchange", "seeds.json"),
                               "--write-map", map_file, "--out", pages, *sorted(glob.glob(os.path.join(SEEDS, "*.txt"))))
        cls.mapping = Mapping.load(map_file)
        cls.there, cls.back = exchange.Exchange(cls.mapping), exchange.Exchange(cls.mapping.inverse())
        cls.before = Hearsay(folder.name, "before.db")
        cls.before.read(SEEDS)
        cls.read_pages(folder.name, pages)

    @classmethod
    def say(cls, text):
        return cls.there.text(text)

    @classmethod
    def day(cls, iso):
        return cls.there.text(iso)

    def test_the_record_is_the_same_up_to_the_exchange(self):
        # There and back: "USA" and "US" become one.
        before = collections.Counter(texts_of(self.before, lambda row: self.back.record(self.there.record(row))))
        after = collections.Counter(texts_of(self.hearsay, self.back.record))
        unexplained = 0
        for sign, rows in (("-", before - after), ("+", after - before)):
            for (kind, text), count in sorted(rows.items()):
                why = next((why for of, part, why in EXPLAINED if of == kind and part in text), None)
                unexplained += count if why is None else 0
                print(f"seed {self.exchange_seed}: {sign} {kind} {text[:600]}" + (f"  -- {why}" if why else ""), file=sys.stderr)
        self.assertGreater(len(before), len(PAGES))
        self.assertEqual(unexplained, 0, f"of {sum(before.values())} rows; they are printed above")


@unittest.skipUnless(HAVE_SEEDS, f"the scraped pages are not here: {SEEDS}")
class FirstExchange(Exchanged, unittest.TestCase):
    exchange_seed = 1


@unittest.skipUnless(HAVE_SEEDS, f"the scraped pages are not here: {SEEDS}")
class SecondExchange(Exchanged, unittest.TestCase):
    exchange_seed = 2


@unittest.skipUnless(HAVE_SEEDS, f"the scraped pages are not here: {SEEDS}")
class ThirdExchange(Exchanged, unittest.TestCase):
    exchange_seed = 3


if __name__ == "__main__":
    unittest.main()
