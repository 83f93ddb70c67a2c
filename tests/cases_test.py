#!/usr/bin/env python3
"""Runs every case file of the stages and of the sample pages with the built command.

Environment: HEARSAY is the command, HEARSAY_SOURCE the project's root (default: the folder above this one). Ends with 0 only if
there are cases and every line holds, and if each folder guards against as many mistakes as it asks for finds.
"""
import collections
import glob
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
import case_format  # noqa: E402
import cases  # noqa: E402


def case_files(root):
    return sorted(glob.glob(os.path.join(root, "src", "**", "cases", "*.case"), recursive=True)
                  + glob.glob(os.path.join(root, "samples", "*.case")))


def unbalanced(files):
    """Folders whose cases hold fewer `never` lines than `must` lines: a stage that finds everything would pass them."""
    counts = collections.defaultdict(collections.Counter)
    for path in files:
        for case in case_format.parse_file(path):
            counts[os.path.dirname(path)].update(line.section for line in case.lines)
    return {folder: count for folder, count in counts.items() if count["never"] < count["must"]}


def main():
    root = os.environ.get("HEARSAY_SOURCE") or os.path.dirname(HERE)
    files = case_files(root)
    if not files:
        print(f"no case files under {root}", file=sys.stderr)
        return 2
    status = cases.main(files)
    if status == 2:
        return 2
    for folder, count in sorted(unbalanced(files).items()):
        print(f"{os.path.relpath(folder, root)}: {count['must']} must lines but only {count['never']} never lines")
        status = 1
    return status


if __name__ == "__main__":
    sys.exit(main())
