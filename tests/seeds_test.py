#!/usr/bin/env python3
"""Five scraped pages and what their record must hold (seed_checks.py). Skipped where the pages are not there."""
import tempfile
import unittest

from built_command import SEEDS
from seed_checks import HAVE_SEEDS, SeedChecks


@unittest.skipUnless(HAVE_SEEDS, f"the scraped pages are not here: {SEEDS}")
class Seeds(SeedChecks, unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.read_pages(folder.name, SEEDS)


if __name__ == "__main__":
    unittest.main()
