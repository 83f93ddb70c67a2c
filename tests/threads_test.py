#!/usr/bin/env python3
"""One thread and four write the same record: the export, every list and the content are the same bytes."""
import os
import tempfile
import unittest

import built_command
from built_command import Hearsay, difference


class Threads(unittest.TestCase):
    def same(self, folder, pages):
        one, four = Hearsay(folder, "one.db"), Hearsay(folder, "four.db")
        one.read(pages, "--threads", "1", allowed=(0, 2))
        four.read(pages, "--threads", "4", allowed=(0, 2))
        printed, again = one.printed(), four.printed()
        for name in printed:
            self.assertTrue(printed[name] == again[name], f"{name}: {difference(printed[name].splitlines(), again[name].splitlines())}")
        content = one.content()
        self.assertTrue(content == four.content(), difference(content, four.content()))
        return printed

    def test_samples(self):
        with tempfile.TemporaryDirectory() as folder:
            os.symlink(built_command.SAMPLES, os.path.join(folder, "samples"))
            printed = self.same(folder, "samples")
            for name in ("export", "statements", "events", "stories", "rejections"):
                self.assertTrue(printed[name], f"{name}: empty, so nothing was compared")

    def test_many_pages(self):
        with tempfile.TemporaryDirectory() as folder:
            built_command.exchange("--multiply", "400", "--seed", "7", "--out", os.path.join(folder, "pages"), built_command.SAMPLES)
            printed = self.same(folder, "pages")
            self.assertEqual(len(printed["export"].splitlines()), 400)


if __name__ == "__main__":
    unittest.main()
