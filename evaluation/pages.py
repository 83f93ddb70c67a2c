"""How well pages are read: text, publication date, title and authors, over the pages gold.

Text is scored as each set's own authors do it:
  trafilatura  segments that must and must not be found in the text after white space is normalised; F over all segments
  wcxb         bag of lower-case words; mean of the pages' F1
  fundus       4-grams of words, case-sensitive, as multisets; F1 of the mean precision (over pages with output) and mean recall
               (the measure of the scrapinghub article benchmark). Body: summary, headlines and paragraphs.
  scrapinghub, naeb, fundus-evaluation   likewise, where a gold folder has them: they are locked, and stand in none of ours
Dates count when the interval is a single day and that is the gold day; titles when they are equal after folding case, white
space, quotation marks and dashes; authors when the sets of names are.
"""
import json
import re
import subprocess
import tempfile
from collections import Counter
from pathlib import Path

from pages_gold import author_set, folded, read_pages
from resampling import interval

WORD = re.compile(r"\w+")


def extracted(command, paths, options=()):
    """What `hearsay extract --format jsonl` prints of each file, in their order; {} of one that it has not read."""
    done = subprocess.run([command, "extract", "--format", "jsonl", *options, "--", *paths],
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8")
    if done.returncode not in (0, 2):  # 2: some page was rejected; the score shows it
        raise RuntimeError(f"extract ended with {done.returncode}: {done.stderr[-2000:]}")
    rows = {row["path"]: row for row in map(json.loads, done.stdout.splitlines())}
    return [rows.get(path, {}) for path in paths]


def run_extract(command, pages, folder, options=()):
    """{(set, id): what is extracted of the page}."""
    paths, lines = [], []
    for number, page in enumerate(pages):
        path = Path(folder) / f"{number:05d}.html"
        path.write_bytes(page.html())
        paths.append(str(path))
        lines.append(f"{path}\t{page.url}\n")
    addresses = Path(folder) / "addresses.tsv"
    addresses.write_text("".join(lines), encoding="utf-8")
    rows = extracted(command, paths, ["--urls", str(addresses), *options])
    return {(page.set, page.id): row for page, row in zip(pages, rows)}


# ---- text ---------------------------------------------------------------------------------------------------------------

def segments(page, text):
    """tp, fp, fn of the page's segments."""
    text = " ".join(text.split())
    hit = sum(" ".join(s.split()) in text for s in page.with_segments)
    wrong = sum(" ".join(s.split()) in text for s in page.without_segments)
    return hit, wrong, len(page.with_segments) - hit


def segment_f(rows):
    tp, fp, fn = (sum(row[i] for row in rows) for i in range(3))
    return 2 * tp / max(1, 2 * tp + fp + fn)


def word_f1(page, text):
    gold, own = Counter(WORD.findall(page.text.lower())), Counter(WORD.findall(text.lower()))
    both = sum((gold & own).values())
    return 2 * both / max(1, sum(gold.values()) + sum(own.values()))


def mean(values):
    return sum(values) / max(1, len(values))


def shingles(text):
    words = WORD.findall(text)
    return Counter(tuple(words[i:i + 4]) for i in range(max(1, len(words) - 3))) if words else Counter()


def shingle_rates(page, text):
    """The page's precision (None without output) and recall."""
    gold, own = shingles(page.text), shingles(text)
    both = sum((gold & own).values())
    return both / sum(own.values()) if own else None, both / sum(gold.values()) if gold else None


def shingle_f1(rows):
    precision = mean([p for p, _ in rows if p is not None])
    recall = mean([r for _, r in rows if r is not None])
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


# ---- the rest -----------------------------------------------------------------------------------------------------------

def date_right(page, row):
    published = row.get("published") or ["", ""]
    day = (published[0] or "")[:10]
    return day == page.date and day == (published[1] or "")[:10]


def title_right(page, row):
    return folded(row.get("title") or "") == folded(page.title)


def author_right(page, row):
    return author_set(row.get("authors") or []) == author_set(page.authors)


VALUES = (("date", lambda page: page.date, date_right),
          ("title", lambda page: page.title, title_right),
          ("author", lambda page: page.authors, author_right))

SHINGLES = ("f1", shingle_rates, shingle_f1)
TEXTS = {"trafilatura": ("f", segments, segment_f), "wcxb": ("f1", word_f1, mean), "fundus": SHINGLES,
         "scrapinghub": SHINGLES, "naeb": SHINGLES, "fundus-evaluation": SHINGLES}


def is_scored(page):
    return page.text or page.with_segments or page.without_segments


def put_figure(figures, key, values, measure):
    """The measure of the values under KEY, its interval under KEY_95; nothing where there are no values."""
    if not values:
        return
    low, high = interval(values, measure)
    figures[key] = round(measure(values), 4)
    figures[key + "_95"] = [round(low, 4), round(high, 4)]


def values_of(found, text_measure):
    """Each figure with its interval, over pages and what was found of each."""
    figures = {"n": len(found)}
    if text_measure:
        key, score, total = text_measure
        put_figure(figures, key, [score(page, row.get("text") or "") for page, row in found if is_scored(page)], total)
    for key, has, right in VALUES:
        put_figure(figures, key, [float(right(page, row)) for page, row in found if has(page)], mean)
    figures["rejected"] = sum(1 for _, row in found if row.get("rejected"))
    return figures


def figures_by_part(name, found, values, page_of):
    """The set's figures over all that was found and, below "train" and "test", over that of either part (pages_gold.py)."""
    figures = {"task": "pages", "set": name, **values(found)}
    for part in ("train", "test"):
        members = [item for item in found if page_of(item).part == part]
        if members:
            figures[part] = values(members)
    return figures


def figures_of(name, pages, rows, text_measure=None):
    """Of a set of HTML pages; `rows`: what was extracted, by (set, id)."""
    found = [(page, rows.get((page.set, page.id), {})) for page in pages]
    return figures_by_part(name, found, lambda members: values_of(members, text_measure), lambda item: item[0])


def evaluate_html(command, gold):
    pages = read_pages(gold)
    with tempfile.TemporaryDirectory() as folder:
        rows = run_extract(command, pages, folder)
    english = {(p.set, p.id) for p in pages if (rows.get((p.set, p.id)) or {}).get("language") == "en"}
    groups = {
        "trafilatura": [p for p in pages if p.set == "trafilatura"],
        "wcxb": [p for p in pages if p.set == "wcxb"],
        "fundus-en": [p for p in pages if p.set == "fundus" and (p.set, p.id) in english],
        **{name: [p for p in pages if p.set == name] for name in TEXTS if name not in ("trafilatura", "wcxb")},
        "pooled": pages,
    }
    for name, members in groups.items():
        if not members:
            continue
        yield figures_of(name, members, rows, TEXTS.get(name.removesuffix("-en")))


def shown(values):
    """The figures of one line, each with its interval."""
    parts = [f'{key} {value:.3f} [{values[key + "_95"][0]:.3f} {values[key + "_95"][1]:.3f}]'
             for key, value in values.items() if key + "_95" in values]
    return "  ".join(parts) + (f'  rejected {values["rejected"]}' if values.get("rejected") else "")


def table(figures):
    lines = []
    for part, values in (("all", figures), ("train", figures.get("train")), ("test", figures.get("test"))):
        if not values:
            continue
        lines.append(f'  {part:5} n {values["n"]:5}  {shown(values)}')
    return "\n".join(lines)
