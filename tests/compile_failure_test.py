"""What must not compile, does not.

Each tests/compile_failures/*.cpp says in its head under which folder's flags it is compiled and what the compiler must
complain of:

    // in: src/stages/extract
    // error: regular expression

It must compile as it stands, and fail with that error under -DMUST_FAIL: so that it never fails for another reason.
Besides, every folder of src/ is asked which headers of the others it finds: those it declares, and no more.
"""

import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from include_test import FOLDERS, SOURCE, read_declared  # noqa: E402

BUILD = Path(os.environ["HEARSAY_BUILD"])
CASES = sorted((Path(__file__).resolve().parent / "compile_failures").glob("*.cpp"))


def read_flags():
    """{folder as in the table: (command without its source and output, folder it runs in)}"""
    flags = {}
    for entry in json.loads((BUILD / "compile_commands.json").read_text()):
        path = Path(entry["file"])
        if not path.is_relative_to(SOURCE / "src") or path.name.endswith("_test.cpp"):
            continue
        words = shlex.split(entry["command"])
        # What stands before the compiler is the launcher: these small files are not worth a cache.
        compiler = next(i for i, word in enumerate(words) if re.fullmatch(r"(.*/)?(c\+\+|g\+\+|clang\+\+)(-\d+)?", word))
        words = words[compiler:]
        del words[words.index("-o"):words.index("-o") + 2]
        words = [word for word in words if word not in ("-c", str(path))]
        flags.setdefault(path.parent.relative_to(SOURCE).as_posix(), (words, entry["directory"]))
    return flags


def compile_text(flags, text, *more):
    words, folder = flags
    with tempfile.NamedTemporaryFile("w", suffix=".cpp") as source:
        source.write(text)
        source.flush()
        done = subprocess.run([*words, "-fsyntax-only", *more, source.name], cwd=folder, capture_output=True, text=True,
                              env={**os.environ, "LC_ALL": "C"})
    return done.returncode, done.stderr


def reachable(folder, declared):
    """Dependencies are passed on: a header may include what its folder declares."""
    seen, todo = set(), [folder]
    while todo:
        here = todo.pop()
        if here not in seen:
            seen.add(here)
            todo += declared[here]
    return seen


class CompileFailures(unittest.TestCase):
    def test_each_file_fails_for_its_reason_and_no_other(self):
        self.assertTrue(CASES)
        flags = read_flags()
        for case in CASES:
            with self.subTest(case.name):
                text = case.read_text()
                folder = re.search(r"^// in: (.+)$", text, re.M)[1]
                error = re.search(r"^// error: (.+)$", text, re.M)[1]
                self.assertIn(folder, flags, "this folder compiles nothing")
                status, messages = compile_text(flags[folder], text)
                self.assertEqual(status, 0, messages)
                status, messages = compile_text(flags[folder], text, "-DMUST_FAIL")
                self.assertNotEqual(status, 0, "it compiled")
                self.assertRegex(messages, error)

    def test_a_folder_finds_the_headers_of_what_it_declares_and_no_others(self):
        flags, declared = read_flags(), read_declared()
        headers = {}
        for folder in FOLDERS:
            for path in sorted((SOURCE / "src" / folder).glob("*.h")):
                headers.setdefault(folder, f"{folder}/{path.name}")
        asked = 0
        for folder in FOLDERS:
            if f"src/{folder}" not in flags:
                continue
            near = reachable(folder, declared)
            lines = []
            for other, header in headers.items():
                asked += 1
                may = other in near
                lines.append(f'#if {"!" if may else ""}__has_include("{header}")\n'
                             f'#error {folder} {"does not find" if may else "finds"} {header}\n#endif\n')
            with self.subTest(folder):
                status, messages = compile_text(flags[f"src/{folder}"], "".join(lines))
                self.assertEqual(status, 0, messages)
        self.assertGreater(asked, 20, "hardly a folder compiles anything")


if __name__ == "__main__":
    unittest.main()
