#!/usr/bin/env python3
"""Runs what README.md and docs/GUIDE.md tell the reader to type.

Every fenced block marked `sh` is run by bash, in order, in one fresh folder for each page of text, with `hearsay` on the PATH and
`samples/` in the folder; it must end with 0, each of its commands too. A block marked `output` that follows it must be what it prints.
A block with a line that begins with `./do` or `git clone` is not run: it fetches or builds the project itself. A block marked
`sh ends with 2` must end with that status instead of 0: `samples/` holds a page that is broken on purpose.
"""
import os
import re
import subprocess
import tempfile
import unittest

import built_command

FENCE = re.compile(r"^```(\w*)[ ]?([^\n]*)\n(.*?)^```[ \t]*$", re.MULTILINE | re.DOTALL)
BUILDS = re.compile(r"^\s*(?:\$ )?(?:\./do\b|git clone\b)", re.MULTILINE)


def blocks(text):
    """[(line, commands, printed or None, status)] of the blocks marked `sh`."""
    found = []
    for fence in FENCE.finditer(text):
        if fence[1] == "sh":
            status = int(fence[2].removeprefix("ends with ") or 0)
            found.append([text.count("\n", 0, fence.start()) + 1, fence[3], None, status])
        elif fence[1] == "output" and found and found[-1][2] is None:
            found[-1][2] = fence[3]
    return found


class Readme(unittest.TestCase):
    def check(self, path, least):
        with open(path, encoding="utf-8") as f:
            found = blocks(f.read())
        runnable = [block for block in found if not BUILDS.search(block[1])]
        self.assertGreaterEqual(len(runnable), least, f"{path}: blocks marked `sh`")
        environment = {k: v for k, v in os.environ.items() if not k.startswith("HEARSAY")}
        environment.update(PATH=os.path.dirname(built_command.command_path()) + os.pathsep + environment["PATH"], COLUMNS="100", NO_COLOR="1")
        with tempfile.TemporaryDirectory() as folder:
            os.symlink(built_command.SAMPLES, os.path.join(folder, "samples"))
            for line, commands, printed, status in runnable:
                with self.subTest(f"{os.path.basename(path)}:{line}"):
                    done = subprocess.run(["bash", "-euo", "pipefail", "-c", commands], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=120)
                    self.assertEqual(done.returncode, status, f"{commands}\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}")
                    if printed is not None:
                        self.assertEqual([text.rstrip() for text in done.stdout.splitlines()], [text.rstrip() for text in printed.splitlines()])

    def test_readme(self):
        self.check(os.path.join(built_command.SOURCE, "README.md"), least=1)

    @unittest.skipUnless(os.path.exists(os.path.join(built_command.SOURCE, "docs", "GUIDE.md")), "there is no docs/GUIDE.md")
    def test_guide(self):
        self.check(os.path.join(built_command.SOURCE, "docs", "GUIDE.md"), least=1)

    def test_how_blocks_are_found(self):
        text = "a\n```sh\nx\n```\n```output\ny\n```\n```\nnot run\n```\n```sh\n./do demo\n```\n```sh ends with 2\nz\n```\n"
        self.assertEqual(blocks(text), [[2, "x\n", "y\n", 0], [11, "./do demo\n", None, 0], [14, "z\n", None, 2]])
        self.assertEqual([bool(BUILDS.search(block[1])) for block in blocks(text)], [False, True, False])


if __name__ == "__main__":
    unittest.main()
