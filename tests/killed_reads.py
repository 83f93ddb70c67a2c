"""Kills reads of many pages and looks at what they leave behind: for kill_test.py and kill_slow_test.py.

A read is killed by SIGKILL at moments drawn over its whole length: one in each of as many equal parts of it as there are kills, so
that a few kills, too, fall in all its phases. Length is counted in processor time, which depends least on what else the machine does,
and some milliseconds are added to each moment, so that kills may fall where the read waits for the disk. After each kill
  - a copy of the file as it was left passes SQLite's integrity check and its check of foreign keys,
  - `hearsay verify` accepts the file itself,
  - the next read ends well, and the record has the content of one that was never interrupted.

Where a kill fell is told by what the file shows after it. "Between two commits" are those kills after which something had been
committed, but not everything: the last commit before them is in the file, the next is not. Of these the report says whether pages were
being written (documents are visible, but not all) or what follows (all documents, but the run has no end: full-text index, phase B).
It also counts the kills that left pages of an unfinished transaction in the write-ahead log: these fell into the middle of a write.
"""
import collections
import os
import random
import shutil
import signal
import sqlite3
import struct
import tempfile
import time

import built_command
from built_command import Hearsay, difference

BEFORE, PAGES, AFTER_PAGES, ENDED = "before the first commit", "while pages were written", "in index or phase B", "after the last commit"


def unfinished_frames(wal):
    """Frames behind the last commit of a write-ahead log (https://www.sqlite.org/fileformat2.html#walformat)."""
    try:
        with open(wal, "rb") as f:
            data = f.read()
    except FileNotFoundError:
        return 0
    if len(data) < 32:
        return 0
    page_size, salts = struct.unpack(">I", data[8:12])[0], data[16:24]
    unfinished = 0
    for at in range(32, len(data) - 24 - page_size + 1, 24 + page_size):
        if data[at + 8:at + 16] != salts:
            break  # left over from an earlier round of the log
        unfinished = 0 if struct.unpack(">I", data[at + 4:at + 8])[0] else unfinished + 1
    return unfinished


def processor_seconds(pid):
    """What a process has used so far."""
    try:
        with open(f"/proc/{pid}/stat", encoding="ascii", errors="replace") as f:
            fields = f.read().rsplit(")", 1)[1].split()
    except FileNotFoundError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class KilledReads:
    """`test` is the unittest case that fails where something is wrong."""

    def __init__(self, test, pages, seed):
        self.test, self.pages, self.random = test, pages, random.Random(seed)
        self.folder = tempfile.mkdtemp()
        test.addCleanup(shutil.rmtree, self.folder)
        built_command.exchange("--multiply", str(pages), "--seed", str(seed), "--out", os.path.join(self.folder, "pages"), built_command.SAMPLES)
        self.whole = Hearsay(self.folder, "whole.db")
        before = os.times()
        self.whole.read("pages", "--quiet")
        after = os.times()
        self.seconds = after.children_user + after.children_system - before.children_user - before.children_system
        self.content = self.whole.content()
        with sqlite3.connect(self.whole.record) as connection:
            self.documents = connection.execute("SELECT count(*) FROM document").fetchone()[0]
        test.assertGreaterEqual(self.documents, pages, "distinct pages that are documents")
        self.fell, self.visible, self.inside_writes = collections.Counter(), [], 0

    def fresh(self):
        """A record that is not there yet."""
        for name in ("killed.db", "killed.db-wal", "killed.db-shm"):
            if os.path.exists(os.path.join(self.folder, name)):
                os.remove(os.path.join(self.folder, name))
        return Hearsay(self.folder, "killed.db")

    def kill_once(self, record, low, high):
        """Kills a read at a moment of [low, high), parts of the whole read's length. False where it ended before."""
        moment = self.seconds * (low + (high - low) * self.random.random())
        late = 0.02 * self.random.random()
        process = record.start("read", "pages", "--quiet")
        while process.poll() is None and processor_seconds(process.pid) < moment:
            time.sleep(0.003)
        time.sleep(late)
        process.send_signal(signal.SIGKILL)
        return process.wait() == -signal.SIGKILL

    def look(self, record):
        """Checks what a kill left, and notes where it fell."""
        if not os.path.exists(record.record):
            self.note(BEFORE, 0)
            return
        self.inside_writes += unfinished_frames(record.record + "-wal") > 0
        copy = os.path.join(self.folder, "copy.db")
        for ending in ("", "-wal"):
            if os.path.exists(record.record + ending):
                shutil.copy(record.record + ending, copy + ending)
        connection = sqlite3.connect(copy)
        self.test.assertEqual(connection.execute("PRAGMA integrity_check").fetchall(), [("ok",)])
        self.test.assertEqual(connection.execute("PRAGMA foreign_key_check").fetchall(), [])
        if connection.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'document'").fetchone()[0]:
            documents = connection.execute("SELECT count(*) FROM document").fetchone()[0]
            ended = connection.execute("SELECT count(*) FROM run WHERE ended IS NOT NULL").fetchone()[0]
            self.note(ENDED if ended else AFTER_PAGES if documents == self.documents else PAGES if documents else BEFORE, documents)
            record.run("verify")
        else:
            self.note(BEFORE, 0)
        connection.close()
        for ending in ("", "-wal", "-shm"):
            if os.path.exists(copy + ending):
                os.remove(copy + ending)

    def note(self, where, documents):
        self.fell[where] += 1
        self.visible.append(documents)

    def complete(self, record):
        record.read("pages", "--quiet")
        content = record.content()
        self.test.assertEqual(content == self.content, True, f"not the record of a read that ran through: {difference(self.content, content)}")

    def kill(self, kills):
        for i in range(kills):
            low, high = i / kills, (i + 1) / kills
            for attempt in range(20):
                record = self.fresh()
                if self.kill_once(record, low * 0.95 ** attempt, high * 0.95 ** attempt):
                    break  # else this read took less than the first, and ended: aim a little earlier
            else:
                self.test.fail(f"no kill fell before {high:.2f} of the length of a read")
            self.look(record)
            self.complete(record)

    def kill_again_and_again(self, kills):
        """Kills one record's read, then the read that would complete it, and so on; then completes it."""
        record = self.fresh()
        for _ in range(kills):
            if self.kill_once(record, 0, 0.8):
                self.look(record)
        self.complete(record)

    def report(self):
        between = self.fell[PAGES] + self.fell[AFTER_PAGES]
        print(f"{self.documents} pages, a whole read takes {self.seconds:.1f} s of processor time; {sum(self.fell.values())} kills: {between} fell between two "
              f"commits ({self.fell[PAGES]} {PAGES}, {self.fell[AFTER_PAGES]} {AFTER_PAGES}), {self.fell[BEFORE]} {BEFORE}, "
              f"{self.fell[ENDED]} {ENDED}; {self.inside_writes} left an unfinished write in the log")
        print("documents visible after each:", " ".join(map(str, self.visible)), flush=True)
        self.test.assertGreater(between, 0, "no kill fell between two commits: nothing is shown")
