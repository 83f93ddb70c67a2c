#!/usr/bin/env python3
"""Judge the built command from outside, over gold data.

usage: evaluate.py TASK [--gold FOLDER] [--json] [--floors]

TASK is one of: record, pages.
FOLDER is laid out like the project's gold data (the default is $HEARSAY_GOLD, else ../shared/gold beside the project): its dev
files are scored, or, where it has none, the folders named `test` and the files named `*-test*`.
--json prints one line for each set: {"task": ..., "set": ..., "n": ..., "<metric>": value, ...}.
--floors also holds the figures against evaluation/floors.json and ends with status 1 where one is below.
The command is $HEARSAY, else build/release/bin/hearsay. Exit status 3: the gold data is not there.
"""
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pages
import scraped

SOURCE = Path(__file__).resolve().parent.parent


class NoGold(Exception):
    """The data to score against is not on this machine."""


def command():
    return os.environ.get("HEARSAY") or str(SOURCE / "build" / "release" / "bin" / "hearsay")


def folder_of(gold, task):
    """GOLD/TASK/dev, or GOLD/TASK/test where there is no dev."""
    for part in ("dev", "test"):
        if (gold / task / part).is_dir():
            return gold / task / part
    raise NoGold(f"no {task}/dev and no {task}/test under {gold}")


def scorer_beside(gold):
    """The scorer belongs to the gold data; a locked set may come without it."""
    for place in (gold.parent / "tools", SOURCE.parent / "shared" / "tools"):
        if (place / "score_record.py").is_file():
            return place / "score_record.py"
    raise NoGold(f"no tools/score_record.py beside {gold}")


def run_quietly(arguments, **options):
    done = subprocess.run(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options)
    if done.returncode not in (0, 2):  # 2: some page was rejected; the score shows it
        sys.exit(f"{' '.join(map(str, arguments[:3]))} ... ended with {done.returncode}:\n{done.stderr}")
    return done.stdout


def evaluate_record(gold):
    """Statements, chains, acts and events of whole articles, by the gold's own scorer."""
    folder, scorer = folder_of(gold, "record"), scorer_beside(gold)
    with tempfile.TemporaryDirectory() as work:
        work = Path(work)
        (work / "pages").mkdir()
        for file in sorted(folder.glob("*.json")):
            page = json.loads(file.read_text(encoding="utf-8"))
            parts = [page.get("title") or "", (page.get("published") or [""])[0] or "", page["text"]]
            text = "\n\n".join(part for part in parts if part)
            (work / "pages" / (file.stem + ".txt")).write_text(text + "\n", encoding="utf-8")
        record = ["--record", str(work / "record.db")]
        run_quietly([command(), "read", *record, str(work / "pages")])
        (work / "export.jsonl").write_text(run_quietly([command(), "export", *record, "--as", "json"]), encoding="utf-8")
        table = run_quietly([sys.executable, scorer, folder, work / "export.jsonl"])
        figures = json.loads(run_quietly([sys.executable, scorer, folder, work / "export.jsonl", "--json"]).splitlines()[-1])
    return [(figures, table)]


def evaluate_pages(gold):
    """Text, date, title and authors of whole pages, each set by its own authors' measure."""
    if not (gold / "pages").is_dir():
        raise NoGold(f"no pages under {gold}")
    for evaluate_sets in (pages.evaluate_html, scraped.evaluate_scraped):
        for figures in evaluate_sets(command(), gold):
            yield figures, pages.table(figures)


TASKS = {"record": evaluate_record, "pages": evaluate_pages}


def below_floors(figures):
    """Names of the metrics that fall below evaluation/floors.json."""
    floors = json.loads((SOURCE / "evaluation" / "floors.json").read_text(encoding="utf-8"))
    wanted = floors.get(figures["task"], {}).get(figures["set"], {})
    return [f'{figures["set"]}: {name} {figures.get(name, 0)} is below its floor {floor}'
            for name, floor in wanted.items() if figures.get(name, 0) < floor]


def main(arguments):
    names = [a for i, a in enumerate(arguments) if not a.startswith("--") and (i == 0 or arguments[i - 1] != "--gold")]
    if len(names) != 1 or names[0] not in TASKS:
        print(__doc__)
        return 64
    default = os.environ.get("HEARSAY_GOLD") or SOURCE.parent / "shared" / "gold"
    gold = Path(arguments[arguments.index("--gold") + 1] if "--gold" in arguments else default).resolve()
    faults = []
    try:
        for figures, table in TASKS[names[0]](gold):
            print(json.dumps(figures) if "--json" in arguments else f'{figures["set"]} ({figures["n"]} documents)\n{table}', flush=True)
            if "--floors" in arguments:
                faults += below_floors(figures)
    except NoGold as absent:
        print(f"skipped: {absent}", file=sys.stderr)
        return 3
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
