#!/usr/bin/env python3
"""Runs case files: reads their pages with the built command and checks what must and must never be in the record.

usage: cases.py [--command PATH] [--bless] [--quiet] FILE.case...

The command is --command, else the environment's HEARSAY, else `hearsay` on the PATH. Exit status: 0 everything holds, 1 something
does not, 2 a case file or the command can't be used. --bless shows, as a unified diff, the case files with each failing `must`
line put out as a comment and the nearest row in its place, and writes that. case_format.py describes the format.

Pages of one-page cases are read together in one run of the command, since each page is read without knowledge of the others;
cases with several pages, or with lines that speak of several documents, get a record of their own.
"""
import argparse
import collections
import difflib
import json
import os
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import case_format  # noqa: E402
from case_format import CaseError, Row, quoted, shown  # noqa: E402

# Keys that a row may have although no page of this run shows them. Any other key that no row has is a mistake in the case.
KNOWN = {
    "document": "id sha256 text_sha256 title outlet byline via language translation kind published published_evidence modified "
                "retrieved captures text paragraphs actors places times statements events copy_of revises correction "
                "published_narrowed published_narrowed_why published_narrowed_by",
    "statement": "id source cue content addressee via source_name source_kind on_behalf_of form act detail parent condition "
                 "deadline outcome when channel answers part score",
    "event": "id type mode contexts trigger actor recipient actor_code recipient_code when where status said_by counts mentions "
             "voices part score",
    "actor": "id name names kind code offices part_of mentions",
    "place": "id name begin end words country latitude longitude precision geonames mentions",
    "time": "begin end words value", "mention": "begin end words name kind code actor", "paragraph": "begin end kind words",
    "story": "id name documents when", "incident": "id type when where documents events members voices counts agreed differs",
    "claim": "id text proposition documents asserts denies origins outside", "rejection": "input offset stage code",
    "dispute": "id kind incident agreement claims sides state reason documents",
    "agreement": "id name names kind parties mediator announced effective ended place terms ledger documents",
    "contact": "id who whom parties participants channel when status documents readouts statements",
    "copy": "id origin documents members kind shared of reason",
}


class CommandError(Exception):
    """The command could not be run or answered what can't be read."""


class Command:
    def __init__(self, path):
        self.path = path
        self.environment = {k: v for k, v in os.environ.items() if k != "HEARSAY_RECORD"}

    def run(self, arguments, folder, allowed=(0,)):
        done = subprocess.run([self.path, *arguments], cwd=folder, env=self.environment, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        if done.returncode not in allowed:
            raise CommandError(f"{' '.join(arguments)[:200]}: ended with {done.returncode}: "
                               f"{done.stderr.decode(errors='replace').strip()[-800:]}")
        return done.stdout.decode("utf-8")

    def read(self, folder, record):
        # 1 is nothing to read, 2 is that some page was rejected: both may be what a case is about.
        self.run(["read", "pages", "--record", record], folder, (0, 1, 2))

    def documents(self, folder, record):
        out = self.run(["export", "--as", "json", "--record", record], folder)
        return parsed("export", [line for line in out.split("\n") if line.strip()])

    def rows(self, verb, folder, record):
        out = self.run([verb, "--format", "json", "--limit", "1000000", "--record", record], folder).strip()
        answer = parsed(verb, [out or "[]"])[0]
        if isinstance(answer, dict):  # {"stories": [...]} beside totals and the like
            answer = next((value for value in answer.values() if isinstance(value, list)), [])
        return answer


def parsed(verb, texts):
    try:
        return [json.loads(text) for text in texts]
    except ValueError as error:
        raise CommandError(f"{verb}: not JSON: {error}")


def document_rows(document, page):
    """The rows of every kind that one exported document holds."""
    raw = document.get("text", "").encode("utf-8")
    document = dict(document, page=page)
    by_id = {row["id"]: row for kind in ("statements", "events", "actors") for row in document.get(kind, []) if row.get("id")}
    rows = collections.defaultdict(list)

    def add(kind, values):
        rows[kind].append(Row(kind, values, page, by_id))

    add("document", document)
    for kind in ("statement", "event"):
        for values in document.get(kind + "s", []):
            add(kind, dict(values, part="body"))
        for values in document.get("outside_body", {}).get(kind + "s", []):
            by_id.setdefault(values.get("id"), values)
            add(kind, dict(values, part="outside"))
    for kind in ("actor", "place", "time"):
        for values in document.get(kind + "s", []):
            add(kind, values)
    for actor in document.get("actors", []):
        for mention in actor.get("mentions", []):
            add("mention", {"name": actor.get("name"), "kind": actor.get("kind"), "code": actor.get("code"),
                            "actor": actor.get("id"), **mention})
    for paragraph in document.get("paragraphs", []):
        words = raw[paragraph.get("begin", 0):paragraph.get("end", 0)].decode("utf-8", "replace")
        add("paragraph", {"words": words, **paragraph})
    return rows


def write_pages(folder, pages):
    os.makedirs(os.path.join(folder, "pages"))
    for name, content in pages:
        with open(os.path.join(folder, "pages", name), "wb") as page:
            page.write(content)


def stem(name):
    for ending in (".gz", ".html", ".htm", ".txt"):
        name = name[:-len(ending)] if name.endswith(ending) else name
    return name


def run_alone(case, command):
    """Rows by kind of a case with a record of its own."""
    with tempfile.TemporaryDirectory() as folder:
        write_pages(folder, case.pages)
        command.read(folder, "case.db")
        page_of = {stem(name): name for name, _ in case.pages}
        rows, look_up = collections.defaultdict(list), {}
        for document in command.documents(folder, "case.db"):
            page = page_of.get(document.get("id"), document.get("id"))
            document = dict(document, page=page)
            for row in [document] + document.get("statements", []) + document.get("events", []) + document.get("actors", []):
                look_up.setdefault(row.get("id"), row)
            hash_hex = document.get("sha256") or ""
            look_up.update({hash_hex: document, hash_hex[:32]: document})  # lists name a document by its whole hash or an id made of it
            for kind, found in document_rows(document, page).items():
                rows[kind] += found
        for kind in sorted(case.kinds() & set(case_format.RECORD_KINDS)):
            rows[kind] = [Row(kind, values, None, look_up) for values in command.rows(case_format.RECORD_KINDS[kind], folder, "case.db")]
        return rows


def run_together(cases, command):
    """Rows by kind for each of many one-page cases, from one run. Pages of the same bytes are one document, so they share a file."""
    files, where = {}, []
    for case in cases:
        name, content = case.pages[0]
        key = (os.path.splitext(name)[1], content)
        files.setdefault(key, f"{len(files):05d}_{name}")
        where.append(stem(files[key]))
    with tempfile.TemporaryDirectory() as folder:
        write_pages(folder, [(name, key[1]) for key, name in files.items()])
        command.read(folder, "cases.db")
        found = {document.get("id"): document for document in command.documents(folder, "cases.db")}
    for case, name in zip(cases, where):
        yield document_rows(found[name], case.pages[0][0]) if name in found else collections.defaultdict(list)


def goes_together(case):
    return len(case.pages) == 1 and not case.kinds() & set(case_format.RECORD_KINDS)


class Outcome:
    def __init__(self, case, line, holds, found, why=""):
        self.case, self.line, self.holds, self.found, self.why = case, line, holds, found, why
        self.nearest = []


def matching(line, rows):
    parts = {"body"} if line.kind in ("statement", "event") and not any(p.key == "part" for p in line.pairs) else None
    rows = [row for row in rows if parts is None or row.values.get("part") in parts]
    return rows, [row for row in rows if all(row.agrees(pair) for pair in line.pairs)]


TELLING = {"source", "content", "trigger", "words", "title", "name"}  # what a row is recognised by, more than by a code


def likeness(row, pairs):
    score = 0.0
    for pair in pairs:
        weight = 2 if pair.key in TELLING else 1
        if row.agrees(pair):
            score += 1.5 * weight
        elif pair.key not in ("page", "any"):
            texts = [shown(value) for value in row.at(pair.key)]
            score += weight * max((difflib.SequenceMatcher(None, text[:300], pair.value).quick_ratio() for text in texts), default=0)
    return score


def nearest(line, rows, limit=2):
    ranked = sorted(enumerate(rows), key=lambda item: (-likeness(item[1], line.pairs), item[0]))
    return [row for _, row in ranked[:limit]]


def check(case, rows, keys_seen):
    for line in case.lines:
        unknown = [pair.key for pair in line.pairs if pair.key not in ("page", "any")
                   and pair.key.split(".")[0] not in keys_seen[line.kind]]
        candidates, hits = matching(line, rows[line.kind])
        if unknown:
            holds, why = False, f"no {line.kind} has a key '{unknown[0]}'"
        elif line.section in ("never", "unwanted"):
            holds, why = not hits, "found"
        elif line.count is not None:
            holds, why = len(hits) == line.count, f"{len(hits)} found"
        else:
            holds, why = bool(hits), "not found"
        outcome = Outcome(case, line, holds, len(hits), why)
        if not holds:
            outcome.nearest = hits[:2] if hits and not unknown else nearest(line, candidates)
        yield outcome


def run_cases(cases, command):
    """The outcome of every line of every case, in order."""
    together = [case for case in cases if goes_together(case)]
    rows = dict(zip(map(id, together), run_together(together, command))) if together else {}
    for case in cases:
        if id(case) not in rows:
            rows[id(case)] = run_alone(case, command)
    keys = {kind: set(KNOWN.get(kind, "").split()) for kind in (*case_format.DOCUMENT_KINDS, *case_format.RECORD_KINDS)}
    for found in rows.values():
        for kind, several in found.items():
            for row in several:
                keys[kind].update(row.values)
    return [outcome for case in cases for outcome in check(case, rows[id(case)], keys)]


def pair_text(pair, row):
    """The row's own value for the key of a pair, written as a pair."""
    if pair.key in ("page", "any"):
        return str(pair)
    if row.agrees(pair):
        return str(pair)
    values = [shown(value) for value in row.at(pair.key)]
    return f"{pair.key}={quoted(max(values, key=len, default='')[:200])}"


def describe(line, row):
    pairs = " ".join(("" if row.agrees(pair) else "!") + pair_text(pair, row) for pair in line.pairs)
    asked = {pair.key for pair in line.pairs}
    more = [f"{key}={quoted(shown(row.values[key])[:90])}" for key in ("source", "cue", "content", "type", "trigger", "actor", "name",
            "title", "words", "kind", "code") if key not in asked and key in row.values and shown(row.values[key])]
    return f"{line.kind} {pairs}" + (f"   [{' '.join(more[:4])}]" if more else "")


def report(outcomes, out):
    for outcome in outcomes:
        if outcome.holds or outcome.line.section in case_format.KNOWN_FAULTS:
            continue
        line = outcome.line
        print(f"{outcome.case.path}:{line.number}: {outcome.case.name}: {line.section}: {line.raw}  -- {outcome.why}", file=out)
        for row in outcome.nearest:
            print(f"    {'found' if line.section == 'never' else 'near'}: {describe(line, row)}", file=out)
        if not outcome.nearest and line.section != "never":
            print(f"    no {line.kind} at all", file=out)


def totals(outcomes):
    checked = [o for o in outcomes if o.line.section not in case_format.KNOWN_FAULTS]
    wanted = [o for o in outcomes if o.line.section == "wanted"]
    unwanted = [o for o in outcomes if o.line.section == "unwanted"]
    failed = [o for o in checked if not o.holds]
    never = sum(o.line.section == "never" for o in checked)
    return (f"cases: {len({id(o.case) for o in outcomes})}, lines: {len(checked)} ({len(checked) - never} must, {never} never), "
            f"failed: {len(failed)}, wanted: {len(wanted)}, found {sum(o.holds for o in wanted)}, "
            f"unwanted: {len(unwanted)}, gone {sum(o.holds for o in unwanted)}"), len(failed)


def bless(outcomes, out):
    """Puts the nearest row in the place of each failing `must` line and shows what changed."""
    by_path = collections.defaultdict(dict)
    for outcome in outcomes:
        if outcome.line.section == "must" and not outcome.holds:
            by_path[outcome.case.path][outcome.line.number] = outcome
    for path, failing in sorted(by_path.items()):
        with open(path, encoding="utf-8", newline="") as f:
            before = f.read().split("\n")
        after = []
        for number, text in enumerate(before, 1):
            outcome = failing.get(number)
            if outcome is None:
                after.append(text)
                continue
            after.append("# was: " + text)
            line = outcome.line
            if line.count is not None and outcome.found:
                after.append(f"{outcome.found} {line.kind} " + " ".join(map(str, line.pairs)))
            elif outcome.nearest:
                after.append(f"{line.kind} " + " ".join(pair_text(pair, outcome.nearest[0]) for pair in line.pairs))
        out.writelines(line + "\n" for line in difflib.unified_diff(before, after, path, path + " (blessed)", lineterm="", n=1))
        with open(path, "w", encoding="utf-8", newline="") as f:
            f.write("\n".join(after))


def command_path(given):
    path = given or os.environ.get("HEARSAY") or "hearsay"
    found = shutil.which(os.path.abspath(path)) if os.sep in path else shutil.which(path)
    if not found:
        raise CommandError(f"no command '{path}': build it, and name it by --command or HEARSAY")
    return found


def main(arguments=None, out=sys.stdout):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", metavar="FILE.case")
    parser.add_argument("--command")
    parser.add_argument("--bless", action="store_true")
    parser.add_argument("--quiet", action="store_true", help="only the failures and the last line")
    options = parser.parse_args(arguments)
    try:
        cases = [case for path in options.files for case in case_format.parse_file(path)]
        outcomes = run_cases(cases, Command(command_path(options.command)))
    except (CaseError, CommandError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    report(outcomes, out)
    if options.bless:
        bless(outcomes, out)
    if not options.quiet:
        for outcome in outcomes:
            if outcome.line.section in case_format.KNOWN_FAULTS and outcome.holds:
                news = "wanted and found, make it a 'must'" if outcome.line.section == "wanted" else "unwanted and gone, make it a 'never'"
                print(f"{outcome.case.path}:{outcome.line.number}: {news}: {outcome.line.raw}", file=out)
    text, failed = totals(outcomes)
    print(text, file=out)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
