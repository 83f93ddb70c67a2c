#!/usr/bin/env python3
"""A read that is killed never corrupts the record, and the next read completes it (killed_reads.py says how). Five kills."""
import unittest

from killed_reads import KilledReads


class Kill(unittest.TestCase):
    def test_five_kills(self):
        reads = KilledReads(self, pages=2000, seed=20161001)
        reads.kill(5)
        reads.report()


if __name__ == "__main__":
    unittest.main()
