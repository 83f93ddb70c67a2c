#!/usr/bin/env python3
"""A read that is killed never corrupts the record, and the next read completes it (killed_reads.py says how). Fifty kills."""
import unittest

from killed_reads import KilledReads


class Kill(unittest.TestCase):
    def test_fifty_kills(self):
        reads = KilledReads(self, pages=2300, seed=20160909)
        reads.kill(50)
        reads.report()

    def test_the_completing_read_is_killed_too(self):
        reads = KilledReads(self, pages=2000, seed=20160912)
        for _ in range(3):
            reads.kill_again_and_again(4)
        reads.report()


if __name__ == "__main__":
    unittest.main()
