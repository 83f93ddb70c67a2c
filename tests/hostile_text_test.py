#!/usr/bin/env python3
"""Plain text made to be expensive: each page is read, or refused with its code, within 2 s of processor time and 500 MB (more under sanitizers)."""
import json
import os
import tempfile
import unittest

from built_command import is_sanitized, measured

ALLOWANCE = 20 if is_sanitized() else 1
SECONDS, MEGABYTES = 2.0 * ALLOWANCE, 500 * ALLOWANCE
SENTENCE = "The envoy said on Monday that both sides had kept to the line along the river, and that the bridge would open. "


class HostileText(unittest.TestCase):
    def check(self, text, code=None, holds=None):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "page.txt")
            with open(path, "wb") as f:
                f.write(text if isinstance(text, bytes) else text.encode())
            done = measured("extract", "--format", "jsonl", "--quiet", path)
        rows = [json.loads(line) for line in done.out.splitlines()]
        self.assertEqual(len(rows), 1)
        if os.environ.get("HEARSAY_SHOW_COSTS"):
            print(f"{self.id().split('.')[-1]}: {done.seconds:.2f} s, {done.megabytes:.0f} MB")
        self.assertLess(done.seconds, SECONDS)
        self.assertLess(done.megabytes, MEGABYTES)
        self.assertEqual(rows[0].get("rejected"), code)
        self.assertEqual(done.status, 2 if code else 0)
        if holds:
            self.assertIn(holds, rows[0]["text"])
        return rows[0]

    def test_eight_megabytes_of_one_sentence_on_lines(self):
        row = self.check("A headline of five words\n\n2031-03-05\n\n" + (SENTENCE + "\n") * (8_000_000 // (len(SENTENCE) + 1)))
        self.assertEqual(row["text"].strip(), SENTENCE.strip())

    def test_eight_megabytes_of_different_sentences_on_lines(self):
        self.check("A headline of five words\n\n2031-03-05\n\n" + "".join(f"On day {i} {SENTENCE}\n" for i in range(62_000)),
                   code="page-too-long")

    def test_a_line_of_eight_megabytes(self):
        self.check("A headline of five words\n\n2031-03-05\n\n" + SENTENCE * (8_000_000 // len(SENTENCE)), code="page-too-long")

    def test_a_line_of_half_a_megabyte_without_a_space(self):
        self.check("A headline of five words\n\n" + SENTENCE + "\n\n" + "x" * 500_000)

    def test_three_hundred_thousand_short_lines(self):
        self.check("A headline of five words\n\n" + (SENTENCE + "\n") * 20 + "Home\nNews\nSport 12\n" * 99_900, holds="both sides had kept")

    def test_three_hundred_thousand_different_lines(self):
        self.check("A headline of five words\n\n" + (SENTENCE + "\n") * 20 + "".join(f"Line {i} of many\n" for i in range(299_000)),
                   holds="both sides had kept")

    def test_nearly_as_many_lines_as_the_models_are_asked_about(self):
        self.check("A headline of five words\n\n" + (SENTENCE + "\n") * 20 + "".join(f"Line {i} of many\n" for i in range(49_900)),
                   holds="both sides had kept")

    def test_fifteen_thousand_lines_of_prose_that_all_differ(self):
        self.check("A headline of five words\n\n" + "".join(f"The convoy {i} of that day left.\n" for i in range(15_000)))

    def test_too_many_lines(self):
        self.check("Words on a line.\n" * 300_100, code="page-too-many-nodes")

    def test_lines_that_all_might_be_dates(self):
        self.check("A headline of five words\n\n" + (SENTENCE + "\n") * 20 + "5 March 2031, 12:30, 6 March 2031\n" * 100_000)

    def test_a_hundred_thousand_unfinished_links(self):
        self.check("A headline of five words\n\n" + (SENTENCE + "\n") * 20 + "# A\n# B\n# C\n" + "![a](" * 100_000 + "\n" + "[" * 500_000 +
                   "\n" + "](" * 200_000 + "\n" + "](((((" * 100_000)

    def test_emphasis_bullets_and_quotes_without_end(self):
        self.check("A headline of five words\n\n" + (SENTENCE + "\n") * 20 + "# A\n# B\n# C\n" + "*_" * 500_000 + "\n" + "> " * 500_000 +
                   "\n" + "\\" * 500_000)

    def test_lines_that_run_on_into_the_next_for_ever(self):
        self.check("A headline of five words\n\n" + "the words of the line that goes on and on and never ends in\n" * 8_000)

    def test_bytes_of_no_text(self):
        self.check(bytes(range(256)) * 1000, code="page-binary")

    def test_right_to_left_overrides_and_zero_widths(self):
        row = self.check("A headline of five words\n\n" + SENTENCE + "\n\n\u202e" + SENTENCE + "\n" + "\u200b\u202e\ufeff" * 300_000 + "\n")
        self.assertIn("both sides had kept", row["text"])


if __name__ == "__main__":
    unittest.main()
