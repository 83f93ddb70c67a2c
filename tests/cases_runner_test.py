#!/usr/bin/env python3
"""Tests of the case runner itself, against a stand-in for the command: what holds passes, what doesn't is reported as failing."""
import io
import os
import stat
import sys
import tempfile
import unittest
import unittest.mock

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
import case_format  # noqa: E402
import cases  # noqa: E402
import cases_test  # noqa: E402

PAGE = """--- page talk.txt
A talk

2031-03-03

Orlan said the harbour is open. Morwen denied the report.

Falsk said “come  in” to both. Tamberg said so it was.
"""


class Runner(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.fake = os.path.join(self.folder.name, "fake")
        with open(self.fake, "w") as f:
            f.write(f"#!/bin/sh\nexec {sys.executable} {os.path.join(HERE, 'cases_fake.py')} \"$@\"\n")
        os.chmod(self.fake, os.stat(self.fake).st_mode | stat.S_IXUSR)

    def write(self, text, name="a.case"):
        path = os.path.join(self.folder.name, name)
        with open(path, "w", encoding="utf-8") as f:
            f.write(text)
        return path

    def run_text(self, text, *options):
        out = io.StringIO()
        status = cases.main([*options, "--command", self.fake, self.write(text)], out)
        return status, out.getvalue()

    def holds(self, section, line, page=PAGE):
        return self.run_text(f"=== c\n{page}--- {section}\n{line}\n")[0] == 0

    def test_what_is_there_passes(self):
        for line in ("statement source=Orlan act=assert content~harbour", "statement content=\"the report\" act=deny",
                     "4 statement", "1 statement source~lan", "document published=2031-03-03..2031-03-03 title=\"A talk\"",
                     "document published=2031-03-03", "document outlet=\"\"", "statement content=\"\\\"come in\\\" to both\"",
                     "paragraph words~\"the report\" kind=paragraph", "actor names=\"S. Orlan\"", "statement parent=\"\" act=deny",
                     "statement parent.source=Falsk source=Tamberg", "statement page=talk.txt act=deny", "statement any~harbour",
                     "statement part=outside act=accuse"):
            self.assertTrue(self.holds("must", line), line)

    def test_what_is_missing_fails(self):
        for line in ("statement source=Orlan act=deny", "statement source=Orl", "3 statement", "event", "statement page=else.txt",
                     "document published=2031-03-04", "document published=2031-03-03..", "statement source=\"\"",
                     "statement act=accuse", "statement colour=red", "statement parent.source=Orlan", "actor names=Sevan"):
            self.assertFalse(self.holds("must", line), line)

    def test_never_fails_on_what_is_found(self):
        self.assertFalse(self.holds("never", "statement act=deny"))
        self.assertFalse(self.holds("never", "document text~harbour"))
        self.assertTrue(self.holds("never", "statement act=deny source=Orlan"))

    def test_a_misspelt_key_can_not_make_never_pass(self):
        self.assertFalse(self.holds("never", "statement sauce=Nobody"))

    def test_titles_count_only_where_asked_for(self):
        self.assertTrue(self.holds("never", "statement act=accuse"))
        self.assertFalse(self.holds("never", "statement act=accuse part=outside"))

    def test_a_failure_is_reported_with_the_nearest_row(self):
        status, out = self.run_text(f"=== harbour\n{PAGE}--- must\nstatement source=Orlan act=deny\nstatement act=deny\n")
        self.assertEqual(status, 1)
        self.assertIn("a.case:11: harbour: must: statement source=Orlan act=deny  -- not found", out)
        self.assertRegex(out, r"near: statement source=Orlan !act=assert")
        self.assertIn("lines: 2 (2 must, 0 never), failed: 1", out)

    def test_wanted_never_fails_and_is_counted(self):
        text = f"=== c\n{PAGE}--- must\nstatement\n--- wanted\n# no parser yet\nstatement act=promise\nstatement act=deny\n"
        status, out = self.run_text(text)
        self.assertEqual(status, 0)
        self.assertIn("lines: 1 (1 must, 0 never), failed: 0, wanted: 2, found 1", out)
        self.assertIn("wanted and found, make it a 'must': statement act=deny", out)

    def test_unwanted_never_fails_and_is_counted(self):
        text = f"=== c\n{PAGE}--- never\nstatement act=promise\n--- unwanted\n# a known fault\nstatement\nstatement act=promise\n"
        status, out = self.run_text(text)
        self.assertEqual(status, 0)
        self.assertIn("failed: 0, wanted: 0, found 0, unwanted: 2, gone 1", out)
        self.assertIn("unwanted and gone, make it a 'never': statement act=promise", out)

    def test_wanted_needs_a_reason(self):
        with self.assertRaisesRegex(case_format.CaseError, "says why"):
            case_format.parse_file(self.write(f"=== c\n{PAGE}--- wanted\nstatement act=promise\n"))

    def test_many_cases_share_a_run_and_keep_apart(self):
        other = PAGE.replace("Orlan", "Veldt")
        status, out = self.run_text(f"=== one\n{PAGE}--- must\nstatement source=Orlan\n--- never\nstatement source=Veldt\n"
                                    f"=== two\n{other}--- must\nstatement source=Veldt\n--- never\nstatement source=Orlan\n"
                                    f"=== the page of one again\n{PAGE}--- must\nstatement source=Orlan\n")
        self.assertEqual((status, out.split(",")[0]), (0, "cases: 3"))

    def test_several_pages_and_cross_document_kinds(self):
        second = PAGE.replace("talk.txt", "walk.txt").replace("A talk", "A walk").replace("Orlan", "Veldt")
        bad = "--- page bad.html\n<div>\n"
        text = f"=== c\n{PAGE}{second}{bad}--- must\n%s\n"
        for line in ("story page=walk.txt", "story documents.title=\"A walk\"", "rejection code=too-deep page=bad.html",
                     "8 statement", "4 statement page=walk.txt", "1 rejection"):
            self.assertEqual(self.run_text(text % line)[0], 0, line)
        for line in ("contact", "statement source=Veldt page=talk.txt", "story page=bad.html"):
            self.assertEqual(self.run_text(text % line)[0], 1, line)

    def test_bless_writes_the_nearest_row_and_shows_the_change(self):
        path = self.write(f"=== c\n{PAGE}--- must\nstatement source=Orlan act=deny\n7 statement act=assert\n--- never\nstatement act=deny\n")
        out = io.StringIO()
        self.assertEqual(cases.main(["--bless", "--command", self.fake, path], out), 1)
        self.assertIn("\n+# was: statement source=Orlan act=deny\n+statement source=Orlan act=assert\n", out.getvalue())
        with open(path, encoding="utf-8") as f:
            text = f.read()
        self.assertIn("# was: 7 statement act=assert\n3 statement act=assert\n", text)
        self.assertIn("--- never\nstatement act=deny\n", text)
        # What must never be found is for a person to decide: it still fails, and nothing else does.
        out = io.StringIO()
        self.assertEqual(cases.main(["--command", self.fake, path], out), 1)
        self.assertIn("(2 must, 1 never), failed: 1", out.getvalue())

    def test_a_command_that_fails_is_no_pass(self):
        for verb in ("read", "export"):
            os.environ["FAKE_FAILS"] = verb
            self.addCleanup(os.environ.pop, "FAKE_FAILS", None)
            self.assertEqual(self.run_text(f"=== c\n{PAGE}--- never\nstatement act=promise\n")[0], 2)

    def test_case_files_that_can_not_be_read(self):
        for text in ("", "--- must\nstatement\n", "=== c\n--- must\nstatement\n", f"=== c\n{PAGE}", f"=== c\n{PAGE}--- must\nsaying\n",
                     f"=== c\n{PAGE}--- must\nstatement source\n", f"=== c\n{PAGE}--- must\nstatement source=a\"b\n",
                     f"=== c\n{PAGE}--- must\nstatement source~\n", f"=== c\n{PAGE}--- never\n2 statement\n",
                     f"=== c\n{PAGE}{PAGE}--- must\nstatement\n", "=== c\n--- use none.html\n--- must\nstatement\n",
                     f"=== c\n{PAGE}--- perhaps\nstatement\n"):
            self.assertEqual(self.run_text(text)[0], 2, text)

    def test_all_folders_are_run_and_each_must_guard_as_much_as_it_asks(self):
        root = os.path.join(self.folder.name, "project")
        stage, samples = os.path.join(root, "src", "stages", "talk", "cases"), os.path.join(root, "samples")
        os.makedirs(stage)
        os.makedirs(samples)
        environment = unittest.mock.patch.dict(os.environ, HEARSAY=self.fake, HEARSAY_SOURCE=root)
        environment.start()
        self.addCleanup(environment.stop)
        self.assertEqual(cases_test.main(), 2)  # no cases at all
        good = f"=== c\n{PAGE}--- must\nstatement act=deny\n--- never\nstatement act=promise\n"
        for folder in (stage, samples):
            with open(os.path.join(folder, "a.case"), "w", encoding="utf-8") as f:
                f.write(good)
        self.assertEqual(cases_test.main(), 0)
        with open(os.path.join(stage, "b.case"), "w", encoding="utf-8") as f:
            f.write(f"=== c\n{PAGE}--- must\nstatement act=deny\n")
        self.assertEqual(cases_test.main(), 1)  # two finds asked for, one mistake guarded against
        with open(os.path.join(stage, "b.case"), "w", encoding="utf-8") as f:
            f.write(good.replace("act=promise", "act=deny"))
        self.assertEqual(cases_test.main(), 1)

    def test_pages_are_used_from_beside_the_case_file(self):
        with open(os.path.join(self.folder.name, "b.txt"), "w", encoding="utf-8") as f:
            f.write("B\n\n2031-03-04\n\nVeldt said no.\n")
        self.assertEqual(self.run_text("=== c\n--- use *.txt\n--- must\nstatement page=b.txt source=Veldt content=no\n")[0], 0)


if __name__ == "__main__":
    unittest.main()
