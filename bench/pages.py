#!/usr/bin/env python3
"""./do bench pages [--pages N] [--rounds N] [--set NAME] [--part train|test]

Reads the same pages with Hearsay, trafilatura and rs-trafilatura, one core each, and prints pages a second and how well each
does, side by side. The pages are drawn evenly from the pages gold (300 unless said otherwise; 0: all). How well Hearsay does on sites that it was not trained
on is seen with --part test (evaluation/pages_gold.py); the peers may have seen either part. Each system gives text,
title, authors and date; rs-trafilatura has its date from the markup alone. The rounds alternate between the systems; times are
processor seconds (user and system), Hearsay's with the start of its program, its reading of files and its writing of JSON, the
others' from a page in memory, without the start of Python. Quoted are medians, and ratios within a round.
"""
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SOURCE = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(SOURCE / "evaluation"))

import pages as scoring  # noqa: E402
from pages_gold import read_pages  # noqa: E402


def with_trafilatura(html, url):
    import trafilatura
    found = trafilatura.bare_extraction(html, url=url or None, with_metadata=True)
    if found is None:
        return {}
    row = found.as_dict()
    return {"text": row.get("text") or "", "title": row.get("title") or "", "authors": [a for a in [row.get("author")] if a],
            "published": [row.get("date")] * 2}


def with_rs_trafilatura(html, url):
    import rs_trafilatura
    found = rs_trafilatura.extract_bytes(html, url=url or None)
    date = str(getattr(found, "date", None) or "")[:10]
    return {"text": getattr(found, "main_content", "") or "", "title": getattr(found, "title", "") or "",
            "authors": [a for a in [getattr(found, "author", None)] if a], "published": [date or None] * 2}


PEERS = {"trafilatura": with_trafilatura, "rs-trafilatura": with_rs_trafilatura}


def read_with(peer, pages):
    """Rows and processor seconds. A page on which the peer fails has an empty row."""
    rows, seconds = {}, 0.0
    for page in pages:
        html = page.html()
        begin = time.process_time()
        try:
            row = PEERS[peer](html, page.url)
        except Exception:  # noqa: BLE001 a crash is a miss, as in trafilatura's own evaluation
            row = {}
        seconds += time.process_time() - begin
        rows[page.set, page.id] = row
    return rows, seconds


def read_with_us(command, pages, folder):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    rows = scoring.run_extract(command, pages, folder, ["--threads", "1"])
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return rows, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def processor():
    names = [line.split(":", 1)[1].strip() for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")]
    return names[0] if names else "unknown processor"


def option(name, default):
    return sys.argv[sys.argv.index(name) + 1] if name in sys.argv else default


def main():
    if {"-h", "--help"} & set(sys.argv):
        print(__doc__)
        return 0
    gold = Path(os.environ.get("HEARSAY_GOLD") or SOURCE.parent / "shared" / "gold").resolve()
    pages = read_pages(gold)
    if option("--set", ""):
        pages = [page for page in pages if page.set == option("--set", "")]
    if option("--part", ""):
        pages = [page for page in pages if page.part == option("--part", "")]
    if not pages:
        print(f"skipped: no pages under {gold}", file=sys.stderr)
        return 3
    wanted, rounds = int(option("--pages", 300)), int(option("--rounds", 3))
    if 0 < wanted < len(pages):
        pages = [pages[i * len(pages) // wanted] for i in range(wanted)]
    command = os.environ.get("HEARSAY") or str(SOURCE / "build" / "bench" / "bin" / "hearsay")
    megabytes = sum(len(page.html()) for page in pages) / 1e6
    print(f"{len(pages)} pages, {megabytes:.1f} MB, {rounds} rounds; {processor()}", flush=True)

    times, rows = {}, {}
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(rounds):
            rows["hearsay"], seconds = read_with_us(command, pages, folder)
            times.setdefault("hearsay", []).append(seconds)
            for peer in PEERS:
                rows[peer], seconds = read_with(peer, pages)
                times.setdefault(peer, []).append(seconds)

    english = {key for key, row in rows["hearsay"].items() if row.get("language") == "en"}
    for system, seconds in times.items():
        ratio = statistics.median(other / own for own, other in zip(times["hearsay"], seconds))
        print(f"\n{system}: {len(pages) / statistics.median(seconds):.1f} pages/s"
              + ("" if system == "hearsay" else f", {ratio:.1f} times our time"))
        for name in ("trafilatura", "wcxb", "fundus-en", "fundus", "pooled"):
            members = [p for p in pages if name in (p.set, "pooled")
                       or (name == "fundus-en" and p.set == "fundus" and (p.set, p.id) in english)]
            if members:
                figures = scoring.values_of([(p, rows[system].get((p.set, p.id), {})) for p in members],
                                            scoring.TEXTS.get(name.removesuffix("-en")))
                print(f"  {name:11}  " + scoring.shown(figures), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
