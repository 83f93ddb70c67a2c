#!/usr/bin/env python3
"""The built command as a user meets it: run in a folder of its own on the project's sample pages; every verb, format, filter, exit status."""
import csv
import io
import json
import os
import re
import shutil
import sqlite3
import subprocess
import tempfile
import unittest

import built_command
from built_command import LISTS, SAMPLES, Hearsay, command_path

MISUSE, FAILED = 64, 65
# A value for each filter, of which the samples have something.
VALUES = {"by": "Orlan", "to": "Morwen", "about": "Kestrava", "act": "deny", "form": "direct", "place": "Dolmas", "outlet": "Courier",
          "story": "truce", "text": "ceasefire", "said": "2031-03", "happened": "2031-03", "published": "2031-03"}
NOT_HAD = {"documents": "act", "statements": "place", "events": "act", "actors": "said", "stories": "by", "incidents": "form", "claims": "act",
           "disputes": "to", "agreements": "form", "contacts": "act", "copies": "happened", "rejections": "by"}


class Command(Hearsay):
    def ask(self, *arguments, stdin=None, **environment):
        """(status, standard output, standard error)"""
        done = subprocess.run([command_path(), *arguments], cwd=self.folder, env={**self.environment, **environment}, input=stdin or b"",
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        return done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")


class Folder(unittest.TestCase):
    """A folder of its own for each test."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder, self.hearsay = folder.name, Command(folder.name)

    def page(self, name, *paragraphs, title="A headline"):
        path = os.path.join(self.folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as f:
            f.write("\n\n".join([title, "2 May 2031", *paragraphs]) + "\n")
        return path


ORLAN = ("The foreign minister of Malta, Sevan Orlan, said that the ceasefire in Montevideo holds and that his government is ready to help.",
         "\"We will stay until the last shot has been fired,\" Orlan told reporters after a meeting with the envoy on Tuesday.")


class Reading(Folder):
    def test_a_page_is_read_once(self):
        self.page("pages/one.txt", *ORLAN)
        status, out, err = self.hearsay.ask("read", "pages")
        self.assertEqual((status, out), (0, ""))
        self.assertIn("1 page read: 1 new\n", err)
        status, _, err = self.hearsay.ask("read", "pages")
        self.assertEqual(status, 0)
        self.assertIn("1 page read: 1 known already\n", err)
        self.assertEqual(self.hearsay.ask("read", "--quiet", "pages"), (0, "", ""))

    def test_the_record_is_hearsay_db_here_unless_named(self):
        self.page("one.txt", *ORLAN)
        here = {k: v for k, v in self.hearsay.environment.items() if k != "HEARSAY_RECORD"}

        def run(*arguments, **environment):
            return subprocess.run([command_path(), *arguments], cwd=self.folder, env={**here, **environment}, stdin=subprocess.DEVNULL,
                                  stdout=subprocess.PIPE, stderr=subprocess.PIPE).returncode

        self.assertEqual(run("read", "one.txt"), 0)
        self.assertTrue(os.path.exists(os.path.join(self.folder, "hearsay.db")))
        self.assertEqual(run("read", "one.txt", HEARSAY_RECORD="named.db"), 0)
        self.assertTrue(os.path.exists(os.path.join(self.folder, "named.db")))
        self.assertEqual(run("read", "one.txt", "--record", "option.db", HEARSAY_RECORD="named.db"), 0)
        self.assertTrue(os.path.exists(os.path.join(self.folder, "option.db")))
        for verb in ("documents", "export", "verify"):
            self.assertEqual(run(verb, "--record", "option.db"), 0)
            self.assertEqual(run(verb, HEARSAY_RECORD="none.db"), MISUSE)

    def test_standard_input(self):
        status, _, err = self.hearsay.ask("read", "-", stdin="\n\n".join(["A headline", "2 May 2031", *ORLAN]).encode())
        self.assertEqual(status, 0, err)
        self.assertEqual([row["id"] for row in self.hearsay.rows("documents")], ["stdin"])

    def test_names_of_pages(self):
        for name in ("a.txt", "b.c.txt"):
            self.page("pages/" + name, name + ": " + ORLAN[0], ORLAN[1])
        self.hearsay.read("pages")
        self.assertEqual({(d["id"], d["captures"][0]["path"]) for d in self.hearsay.documents()}, {("a", "pages/a.txt"), ("b.c", "pages/b.c.txt")})

    def test_rejections_and_exit_statuses(self):
        self.page("pages/good.txt", *ORLAN)
        self.page("pages/binary.txt")
        with open(os.path.join(self.folder, "pages/binary.txt"), "wb") as f:
            f.write(b"\0\1\2" * 100)
        status, _, err = self.hearsay.ask("read", "pages", "--quiet")
        self.assertEqual(status, 2)
        self.assertRegex(err, r"rejected: .*binary\.txt")
        rejected = self.hearsay.rows("rejections")
        self.assertEqual([(row["input"], row["code"]) for row in rejected], [("pages/binary.txt", "page-binary")])
        self.assertTrue(rejected[0]["message"] and rejected[0]["stage"])
        # Mended and read again, it is off the list.
        os.remove(os.path.join(self.folder, "pages/binary.txt"))
        self.assertEqual(self.hearsay.ask("read", "pages")[0], 0)

    def test_nothing_to_read(self):
        os.mkdir(os.path.join(self.folder, "empty"))
        for path in ("empty", "absent"):
            status, out, err = self.hearsay.ask("read", path)
            self.assertEqual((status, out), (1, ""), path)
            self.assertIn("nothing to read", err)

    def test_a_file_that_is_no_record(self):
        with open(os.path.join(self.folder, "notes.db"), "w") as f:
            f.write("not a record " * 200)
        self.page("one.txt", *ORLAN)
        for arguments in (("read", "one.txt"), ("documents",), ("verify",)):
            status, out, err = self.hearsay.ask(*arguments, "--record", "notes.db")
            self.assertEqual((status, out), (FAILED, ""), arguments)
            self.assertIn("record-not-a-record", err)
        with open(os.path.join(self.folder, "notes.db")) as f:
            self.assertTrue(f.read().startswith("not a record"))


class Samples(unittest.TestCase):
    """Asking a record of the sample pages."""

    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.folder = cls.temporary.name
        cls.hearsay = Command(cls.folder)
        shutil.copytree(SAMPLES, os.path.join(cls.folder, "pages"))
        cls.status, _, cls.err = cls.hearsay.ask("read", "--keep", "pages")
        cls.documents = {document["id"]: document for document in cls.hearsay.documents()}

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def ask(self, *arguments, **environment):
        return self.hearsay.ask(*arguments, **environment)

    def rows(self, *arguments):
        return self.hearsay.rows(*arguments)

    def test_one_page_is_broken_on_purpose(self):
        self.assertEqual(self.status, 2)
        self.assertIn("23 pages read", self.err)
        self.assertRegex(self.err, r"rejected: .*broken\.html")
        self.assertEqual([row["input"] for row in self.rows("rejections")], ["pages/broken.html"])

    # ---- lists

    def test_every_list_in_every_format(self):
        for name in LISTS:
            with self.subTest(list=name):
                rows = self.rows(name)
                self.assertTrue(rows)
                lines = self.hearsay.run(name, "--format", "jsonl").decode().splitlines()
                self.assertEqual([json.loads(line) for line in lines], rows)
                table = list(csv.reader(io.StringIO(self.hearsay.run(name, "--format", "csv").decode(), newline="")))
                self.assertEqual(len(table), len(rows) + 1)
                self.assertEqual({len(line) for line in table}, {len(table[0])})
                tabs = self.hearsay.run(name, "--format", "tsv").decode().splitlines()
                self.assertEqual([line.count("\t") for line in tabs], [len(table[0]) - 1] * (len(rows) + 1))
                self.assertEqual(tabs[0].split("\t"), table[0])
                if name != "rejections":
                    column = table[0].index("sha256" if name == "documents" else "id")
                    self.assertEqual([line[column] for line in table[1:]], [row["sha256" if name == "documents" else "id"] for row in rows])

    def test_csv_has_line_ends_of_rfc_4180(self):
        text = self.hearsay.run("statements", "--format", "csv")
        self.assertTrue(text.endswith(b"\r\n"))
        self.assertEqual(text.count(b"\r\n"), len(self.rows("statements")) + 1)

    def test_tables_fit_the_width_that_is_asked_for(self):
        for name in LISTS:
            for width in (60, 100, 200):
                with self.subTest(list=name, width=width):
                    status, out, _ = self.ask(name, "--width", str(width))
                    self.assertEqual(status, 0)
                    self.assertNotIn("\x1b", out)
                    lines = out.splitlines()
                    self.assertGreater(len(lines), 2)
                    self.assertLessEqual(max(map(len, lines)), width)  # the samples have no wide characters
        self.assertGreater(max(map(len, self.ask("statements", COLUMNS="150")[1].splitlines())), 100)

    def test_short_ids_of_tables_can_be_shown(self):
        for name in ("documents", "statements", "events", "incidents", "claims", "contacts"):
            short = self.ask(name, "--limit", "1")[1].splitlines()[2].split()[0]
            self.assertRegex(short, r"^[0-9a-f]{10}$")
            status, out, _ = self.ask("show", short)
            self.assertEqual(status, 0, name)
            self.assertIn(short, out.splitlines()[0])

    def test_limit(self):
        whole = self.rows("statements")
        self.assertEqual(self.rows("statements", "--limit", "3"), whole[:3])
        status, out, err = self.ask("statements", "--limit", "3", "--width", "300")
        self.assertEqual((status, err), (0, f"{len(whole) - 3} more statements: raise --limit\n"))
        self.assertEqual(self.ask("statements", "--limit", "0", "--format", "jsonl")[:2], (0, ""))

    def test_the_order_is_that_of_publication(self):
        published = [row["published"][0] for row in self.rows("documents") if row["published"]]
        self.assertEqual(published, sorted(published))

    def test_an_outlet_that_no_words_name_is_unknown(self):
        with tempfile.TemporaryDirectory() as folder:
            other = Command(folder)
            with open(os.path.join(folder, "page.txt"), "w", encoding="utf-8") as f:
                f.write("\n\n".join(["A headline", "2 May 2031", *ORLAN]))
            other.read("page.txt")
            self.assertRegex(other.ask("documents")[1], r"\bunknown\b")
            self.assertEqual([row["outlet"] for row in other.rows("documents", "--outlet", "unknown")], [""])
            statement = other.rows("statements")[0]["id"]
            self.assertIn("page (unknown outlet, page)", other.ask("show", statement, "--width", "200")[1])

    # ---- filters

    def test_every_filter_narrows(self):
        for name in LISTS:
            whole = [json.dumps(row) for row in self.rows(name)]
            for filter_name, value in VALUES.items():
                status, out, err = self.ask(name, "--" + filter_name, value, "--format", "jsonl")
                with self.subTest(list=name, filter=filter_name):
                    if status == MISUSE:
                        self.assertRegex(err, rf"^hearsay: {name} can't be narrowed by --{filter_name}; they can by( --[a-z]+)+ \(bad-filter\)$")
                        self.assertNotIn(f"--{filter_name}", err.partition("; ")[2])
                        continue
                    self.assertEqual(status, 0, err)
                    found = [json.dumps(json.loads(line)) for line in out.splitlines()]
                    self.assertLessEqual(len(found), len(whole))
                    remaining = iter(whole)
                    self.assertTrue(all(row in remaining for row in found), "the same rows in the same order")

    def test_help_names_the_filters_that_a_list_can_have_and_no_other(self):
        for name in LISTS:
            help_text = self.ask(name, "--help")[1]
            shown = set(re.findall(r"^\s+--([a-z]+)", help_text, re.M))
            status, _, err = self.ask(name, "--" + NOT_HAD[name], VALUES[NOT_HAD[name]])
            self.assertEqual(status, MISUSE, name)
            possible = set(re.findall(r"--([a-z]+)", err.partition("they can by")[2]))
            self.assertEqual(shown - {"record", "limit", "format", "width"}, possible, name)
            self.assertIn("For example:", help_text)

    def test_examples_of_the_help_run(self):
        for name in LISTS:
            examples = re.findall(rf"^  hearsay ({name} [^\n>]*)", self.ask(name, "--help")[1], re.M)
            self.assertTrue(examples, name)
            for example in examples:
                done = subprocess.run(["bash", "-c", f'"$0" {example}', command_path()], cwd=self.folder, env=self.hearsay.environment,
                                      stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
                self.assertEqual(done.returncode, 0, example + done.stderr.decode())

    def test_values_that_can_not_be_read(self):
        for arguments, says in ((("statements", "--act", "lie"), "assert deny accuse"), (("statements", "--said", "tuesday"), "FROM..TO"),
                                (("documents", "--published", "2031-03-09..2031-03-01"), "later"), (("events", "--type", "WAR"), "ASSAULT"),
                                (("statements", "--by", "..."), "no word"), (("statements", "--text", '""'), "no word")):
            status, out, err = self.ask(*arguments)
            self.assertEqual((status, out), (MISUSE, ""), arguments)
            self.assertIn(says, err)
            self.assertIn("bad-filter", err)

    def test_what_filters_find(self):
        self.assertEqual({row["act"] for row in self.rows("statements", "--act", "deny")}, {"deny"})
        self.assertEqual({row["form"] for row in self.rows("statements", "--form", "direct")}, {"direct"})
        self.assertEqual({row["type"] for row in self.rows("events", "--type", "assault")}, {"ASSAULT"})
        self.assertEqual({row["status"] for row in self.rows("events", "--status", "future")}, {"future"})
        self.assertEqual({row["outlet"] for row in self.rows("documents", "--outlet", "harbour COURIER")}, {"The Harbour Courier"})
        for row in self.rows("documents", "--about", "Kestrava"):
            document = self.documents[row["id"]]
            self.assertIn("Kestrava", document["title"] + document["text"] + document["captions"])
        self.assertEqual(self.rows("documents", "--published", "2031-03-03"), [row for row in self.rows("documents") if row["id"] == "truce-wire"])
        for row in self.rows("statements", "--by", "Orlan"):
            self.assertIn("Orlan", row["source_name"])
        self.assertEqual(self.rows("statements", "--by", "orlan"), self.rows("statements", "--by", "ORLAN"))
        story = self.rows("stories")[0]
        self.assertEqual({row["document"]["id"] for row in self.rows("statements", "--story", story["id"][:8])},
                         {d["id"] for d in story["documents"] if self.documents[d["id"]]["statements"]})
        # Two filters: both must hold.
        both = self.rows("statements", "--by", "Morwen", "--act", "promise")
        self.assertTrue(both)
        self.assertEqual([row["id"] for row in both], [row["id"] for row in self.rows("statements", "--by", "Morwen") if row["act"] == "promise"])

    def test_text_search_folds_case_and_accents(self):
        found = {row["id"] for row in self.rows("documents", "--text", "ceasefire")}
        self.assertEqual(found, {row["id"] for row in self.rows("documents", "--text", "CEASEFIRÉ")})
        self.assertTrue(found)
        self.assertEqual(self.rows("documents", "--text", "NEAR(a) OR b*"), [])
        self.assertLess(len(self.rows("documents", "--text", '"agreed on Monday to a ceasefire"')), len(found))

    def test_nothing_found_is_said_and_is_no_error(self):
        for format_options in ((), ("--format", "csv"), ("--format", "json")):
            status, out, err = self.ask("statements", "--by", "nobody of that name", *format_options)
            self.assertEqual((status, err), (0, "hearsay: nothing found\n"))
            self.assertEqual(json.loads(out) if "json" in format_options else len(out.splitlines()), [] if "json" in format_options else len(format_options) // 2)

    # ---- one thing

    def test_everything_with_an_id_can_be_shown(self):
        for name in LISTS:
            if name == "rejections":
                continue
            row = self.rows(name, "--limit", "1")[0]
            row_id = row["sha256"] if name == "documents" else row["id"]
            status, out, err = self.ask("show", row_id[:12])
            self.assertEqual((status, err), (0, ""), name)
            self.assertIn(row_id, out)
            as_json = json.loads(self.hearsay.run("show", row_id, "--json"))
            self.assertEqual(as_json["sha256" if name == "documents" else "id"], row_id)
        actor = self.documents["truce-wire"]["actors"][0]
        self.assertIn(actor["name"], self.ask("show", actor["id"])[1])

    def test_a_statement_shown(self):
        document = self.documents["truce-wire"]
        statement = next(s for s in document["statements"] if s["source"] and s["cue"] and s["content"] and s["form"] == "indirect")
        out = self.ask("show", statement["id"], "--width", "400")[1]
        self.assertIn(f"[source: {statement['source']['words']}]", out)
        self.assertIn("{" + statement["cue"]["words"] + "}", out)
        self.assertIn(f"<<{statement['content']['words']}>>", out)
        self.assertIn(f"body {statement['content']['begin']}-{statement['content']['end']}", out)
        self.assertIn("page (Meridian Press Agency, truce-wire) > ", out)
        self.assertIn(document["title"], out)
        self.assertIn("pages/truce-wire.html", out)
        self.assertIn("2031-03-03", out)

    def test_ids_that_lead_nowhere(self):
        for row_id, says in (("0123456789abcdef", "nothing in the record"), ("xyz", "no id"), ("abc", "no id")):
            status, out, err = self.ask("show", row_id)
            self.assertEqual((status, out), (MISUSE, ""))
            self.assertIn(says, err)
            self.assertIn("no-such-id", err)

    def test_colours_on_a_terminal_only(self):
        statement = self.rows("statements", "--limit", "1")[0]["id"]
        script = shutil.which("script")
        if not script:
            self.skipTest("no script(1) to make a terminal")
        for environment, coloured in (({"TERM": "xterm"}, True), ({"TERM": "xterm", "NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)):
            done = subprocess.run([script, "-qec", f"{command_path()} show {statement}", "/dev/null"], cwd=self.folder, stdin=subprocess.DEVNULL,
                                  env={**self.hearsay.environment, **environment}, stdout=subprocess.PIPE)
            self.assertEqual(b"\x1b[" in done.stdout, coloured, environment)
            self.assertEqual(b"<<" in done.stdout, not coloured, environment)

    # ---- export, verify

    def test_export(self):
        self.assertEqual(list(self.documents), sorted(self.documents))
        self.assertEqual(len(self.documents), 23)
        for document in self.documents.values():
            text = document["text"].encode()
            for row in document["statements"]:
                for role in ("source", "cue", "content", "addressee", "via"):
                    if row[role]:
                        self.assertEqual(text[row[role]["begin"]:row[role]["end"]].decode(), row[role]["words"])
            for row in document["events"]:
                for role in ("trigger", "actor", "recipient", "where"):
                    if row[role]:
                        self.assertEqual(text[row[role]["begin"]:row[role]["end"]].decode(), row[role]["words"])
            for key in ("sha256", "text_sha256", "title", "outlet", "published", "captures", "copy_of", "revises", "withdrawn", "actors"):
                self.assertIn(key, document)
        shared = {actor["shared"] for document in self.documents.values() for actor in document["actors"]}
        self.assertEqual(shared - {None}, {row["id"] for row in self.rows("actors")})
        self.assertEqual(self.hearsay.export(), self.hearsay.export())

    def test_verify(self):
        status, out, err = self.ask("verify")
        self.assertEqual((status, err), (0, ""))
        self.assertRegex(out, r"^23 documents, \d{3,} spans: .*\n23 pages checked\n$")
        self.assertEqual(self.ask("verify", "--pages", "pages")[0], 0)
        self.assertEqual(self.ask("verify", "--pages", "absent")[0], FAILED)

    def test_verify_names_a_changed_page(self):
        pages = os.path.join(self.folder, "changed")
        shutil.copytree(SAMPLES, pages)
        with open(os.path.join(pages, "chain.html"), "r+b") as f:
            f.seek(200)
            byte = f.read(1)
            f.seek(200)
            f.write(bytes([byte[0] ^ 1]))
        status, out, err = self.ask("verify", "--pages", "changed")
        self.assertEqual((status, out), (1, ""))
        self.assertIn("chain.html", err)
        self.assertIn("hash-mismatch", err)

    def tampered(self, sql):
        with tempfile.TemporaryDirectory() as folder:
            record = os.path.join(folder, "tampered.db")
            shutil.copy(self.hearsay.record, record)
            with sqlite3.connect(record) as connection:
                self.assertEqual(connection.execute(sql).rowcount, 1)
            return self.ask("verify", "--record", record)

    def test_verify_names_a_changed_text(self):
        status, out, err = self.tampered("UPDATE document_text SET body = substr(body, 1, 100) || '*' || substr(body, 102) "
                                         "WHERE document = (SELECT document FROM capture WHERE name = 'promise')")
        self.assertEqual((status, out), (1, ""))
        self.assertRegex(err, r"promise\.html: .*(hash|words)-mismatch")

    def test_verify_names_a_moved_span(self):
        status, _, err = self.tampered("UPDATE statement SET content_end = content_end - 1 WHERE number = 1 AND document = "
                                       "(SELECT document FROM capture WHERE name = 'promise')")
        self.assertEqual(status, 1)
        self.assertRegex(err, r"promise\.html: .*statement.*words-mismatch")

    def test_pages_that_are_neither_kept_nor_given(self):
        with tempfile.TemporaryDirectory() as folder:
            other = Command(folder)
            other.read(os.path.join(SAMPLES, "brief.html"))
            self.assertRegex(other.ask("verify")[1], r"1 page not checked")
            self.assertRegex(other.ask("verify", "--pages", SAMPLES)[1], r"1 page checked\n$")

    # ---- the command itself

    def test_version(self):
        self.assertRegex(self.ask("--version")[1], r"^hearsay \d+\.\d+\.\d+(\+[0-9a-f]{12})?\n$")

    def test_help_teaches(self):
        status, out, _ = self.ask("--help")
        self.assertEqual(status, 0)
        for verb in ("read", *LISTS, "show", "export", "verify"):
            self.assertRegex(out, rf"(?m)^  {verb} ")
            status, help_text, _ = self.ask(verb, "--help")
            self.assertEqual(status, 0)
            self.assertGreater(len(help_text.splitlines()), 8, verb)

    def test_misuse(self):
        for arguments in ((), ("frobnicate",), ("documents", "--colour"), ("documents", "--format", "xml"), ("documents", "--limit", "many"), ("show",),
                          ("read",), ("export", "--as", "xml")):
            status, out, err = self.ask(*arguments)
            self.assertEqual((status, out), (MISUSE, ""), arguments)
            self.assertTrue(err, arguments)

    def test_a_missing_record(self):
        for verb in (*LISTS, "export", "verify"):
            status, out, err = self.ask(verb, "--record", "absent.db")
            self.assertEqual((status, out), (MISUSE, ""), verb)
            self.assertIn("record-not-found", err)
        self.assertFalse(os.path.exists(os.path.join(self.folder, "absent.db")))

    def test_a_reader_that_goes_away_is_no_error(self):
        done = subprocess.run(["bash", "-c", '"$0" export | head -c 10; echo "${PIPESTATUS[0]}"', command_path()], cwd=self.folder,
                              env=self.hearsay.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.assertEqual((done.stdout[10:], done.stderr), (b"0\n", b""))

    def test_a_full_disk_is_an_error(self):
        if not os.path.exists("/dev/full"):
            self.skipTest("no /dev/full")
        with open("/dev/full", "wb") as full:
            done = subprocess.run([command_path(), "documents"], cwd=self.folder, env=self.hearsay.environment, stdout=full, stderr=subprocess.PIPE)
        self.assertEqual(done.returncode, FAILED)

    def test_asking_writes_nothing(self):
        before = {name: os.stat(os.path.join(self.folder, name)).st_mtime_ns for name in os.listdir(self.folder)}
        for name in LISTS:
            self.hearsay.run(name)
        self.hearsay.export()
        self.hearsay.run("verify")
        after = {name: os.stat(os.path.join(self.folder, name)).st_mtime_ns for name in os.listdir(self.folder)}
        self.assertEqual({k: v for k, v in after.items() if k in before and k != "hearsay.db-shm"},
                         {k: v for k, v in before.items() if k != "hearsay.db-shm"})
        self.assertLessEqual(set(after) - set(before), {"hearsay.db-shm", "hearsay.db-wal"})


class Terminal(Folder):
    def test_a_page_can_not_command_the_terminal(self):
        self.page("page.txt", *ORLAN)
        self.hearsay.read("page.txt")
        with sqlite3.connect(self.hearsay.record) as connection:  # as if a page had brought them
            for table, column in (("document", "outlet"), ("document_text", "title"), ("shared_actor", "name"), ("statement", "source_name")):
                connection.execute(f"UPDATE {table} SET {column} = '\x1b]0;owned\x07 \x1b[31m' || {column} || '\u202e\x9b2J'")
        document = self.hearsay.documents()[0]
        self.assertIn("\x1b", document["title"])
        ids = [document["sha256"], *(s["id"] for s in document["statements"]), *(e["id"] for e in document["events"])]
        printed = [self.hearsay.ask(name)[1] for name in LISTS] + [self.hearsay.ask("show", row_id)[1] for row_id in ids]
        self.assertIn("owned", "".join(printed))
        for out in printed:
            self.assertNotRegex(out, "[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]")


if __name__ == "__main__":
    unittest.main()
