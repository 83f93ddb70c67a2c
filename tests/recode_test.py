#!/usr/bin/env python3
"""Reads samples/ anew with a changed cue lexicon, and again with the first: what both find keeps its id, the rest is withdrawn.

The changed lexicon lacks some cues, so that statements are no longer found, and gives others another act.
"""
import os
import sqlite3
import tempfile
import unittest

import built_command
from built_command import Hearsay, difference

REMOVED = {"add", "stress", "warn"}
OTHER_ACT = {"deny": "support", "accuse": "support", "urge": "support"}
RECODED = 0  # WithdrawReason::kRecoded
STATEMENT = 2  # RowKind::kStatement


def changed_cues(folder):
    with open(os.path.join(built_command.SOURCE, "knowledge", "cues.tsv"), encoding="utf-8") as f:
        lines = f.read().split("\n")
    kept = []
    for line in lines:
        columns = line.split("\t")
        if len(columns) > 3 and not line.startswith("#"):
            if columns[0] in REMOVED:
                continue
            if columns[0] in OTHER_ACT:
                columns[2], columns[3] = OTHER_ACT[columns[0]], ""
        kept.append("\t".join(columns))
    os.makedirs(folder)
    with open(os.path.join(folder, "cues.tsv"), "w", encoding="utf-8") as f:
        f.write("\n".join(kept))


def query(hearsay, sql):
    with sqlite3.connect(f"file:{hearsay.record}?mode=ro", uri=True) as connection:
        return connection.execute(sql).fetchall()


def keys(hearsay, table):
    """{(document, public id): number in the file}"""
    return {(document, sid.hex()): number for document, sid, number in query(hearsay, f"SELECT document, sid, number FROM {table}")}


def withdrawn(hearsay):
    return {(kind, sid.hex()): reason for kind, sid, reason in query(hearsay, "SELECT kind, sid, reason FROM withdrawal WHERE revived IS NULL")}


def live(hearsay):
    """The exported documents, but for what is withdrawn: {name: document}."""
    return {document["id"]: {key: value for key, value in document.items() if key != "withdrawn"} for document in hearsay.documents()}


def statements(hearsay):
    return {row["id"]: row for document in live(hearsay).values() for row in document["statements"] + document["outside_body"]["statements"]}


def lists(hearsay):
    printed = hearsay.printed()
    del printed["export"]  # compared by `live`: it names what is withdrawn, too
    return printed


class Recode(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        os.symlink(built_command.SAMPLES, os.path.join(self.folder.name, "samples"))
        changed_cues(os.path.join(self.folder.name, "changed"))
        self.hearsay = Hearsay(self.folder.name)
        self.hearsay.read("samples", allowed=(2,))

    def read_changed(self, hearsay):
        hearsay.read("samples", "--knowledge", "changed", allowed=(2,))

    def test_the_same_pages_again_change_nothing(self):
        tables, content = self.hearsay.tables("run"), self.hearsay.content()
        self.hearsay.read("samples", allowed=(2,))
        self.hearsay.read("samples", "--threads", "3", allowed=(2,))
        again = self.hearsay.tables("run")
        self.assertEqual(tables.keys(), again.keys())
        for name in tables:
            self.assertTrue(tables[name] == again[name], f"{name}: {difference(list(map(repr, tables[name])), list(map(repr, again[name])))}")
        self.assertEqual(content, self.hearsay.content())

    def test_a_changed_lexicon_there_and_back(self):
        first, first_keys = statements(self.hearsay), keys(self.hearsay, "statement")
        printed, exported = lists(self.hearsay), live(self.hearsay)
        documents = query(self.hearsay, "SELECT count(*) FROM document"), query(self.hearsay, "SELECT count(*) FROM capture")
        self.assertEqual(withdrawn(self.hearsay), {})
        self.read_changed(self.hearsay)
        second, second_keys, gone = statements(self.hearsay), keys(self.hearsay, "statement"), withdrawn(self.hearsay)

        fresh = Hearsay(self.folder.name, "fresh.db")
        self.read_changed(fresh)
        self.assertEqual(live(self.hearsay), live(fresh), "not what a fresh read finds")
        self.assertEqual(documents, (query(self.hearsay, "SELECT count(*) FROM document"), query(self.hearsay, "SELECT count(*) FROM capture")))

        both = first.keys() & second.keys()
        other_act = {row_id for row_id in both if first[row_id]["act"] != second[row_id]["act"]}
        lost = first.keys() - second.keys()
        print(f"{len(first)} statements; with the changed lexicon {len(second)}: {len(both)} are found by both, {len(other_act)} of them with "
              f"another act; {len(lost)} are withdrawn")
        self.assertGreater(len(other_act), 2, "the changed acts show nowhere: nothing is tested")
        self.assertGreater(len(lost), 2, "the removed cues show nowhere: nothing is tested")
        for key, number in second_keys.items():
            if key in first_keys:
                self.assertEqual(number, first_keys[key], f"statement {key[1]} moved in the file")
        self.assertEqual({row_id for kind, row_id in gone if kind == STATEMENT}, lost)
        self.assertEqual({reason for (kind, row_id), reason in gone.items() if row_id in lost}, {RECODED})
        self.assertEqual({(row["id"], row["withdrawn"]) for document in self.hearsay.documents() for row in document["withdrawn"]
                          if row["kind"] == "statement"}, {(row_id, "recoded") for row_id in lost})
        for row_id in sorted(lost)[:3]:
            shown = self.hearsay.show(row_id)
            self.assertIn("recoded", shown)
            self.assertIn(" ".join(first[row_id]["content"]["words"].split())[:40], " ".join(shown.split()))

        self.hearsay.read("samples", allowed=(2,))
        self.assertEqual(live(self.hearsay), exported)
        again = lists(self.hearsay)
        for name in printed:
            self.assertTrue(printed[name] == again[name], f"{name}: {difference(printed[name].splitlines(), again[name].splitlines())}")
        self.assertEqual(keys(self.hearsay, "statement").keys(), first_keys.keys())
        self.assertEqual({row_id for kind, row_id in withdrawn(self.hearsay) if kind == STATEMENT}, second.keys() - first.keys())


if __name__ == "__main__":
    unittest.main()
