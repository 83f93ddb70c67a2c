"""How well the article is found in scraped text, where no markup is left: F1 of the lines of its body.

Two sets, both from the HTML of the sets of pages that have a whole body (wcxb and fundus):
  scraped-lines   every page's visible text (scrapers.rendered), in whatever language
  scraped-pages   40 English pages, 20 of each part, drawn by a hash, each through the three scrapers of scrapers.py

A line of the text is body if its words are found in the gold body, in the gold's order (`label_lines`). Lines with no word in them
and lines that repeat the title are not scored; neither are pages in whose lines less than half of the gold body is found. A body
line counts as found if a paragraph of `hearsay extract --format jsonl` is that line, or has it as a part (`lines_of_text`).
`f1` is over all lines of all pages, each line with the same weight; `f1_page` is the mean of the pages' F1.
"""
import hashlib
import re
import tempfile
from collections import defaultdict
from pathlib import Path

from pages import extracted, figures_by_part, put_figure
from pages_gold import read_pages
from scrapers import SCRAPERS

TARGET = re.compile(r"\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+\"[^\"]*\")?\)")   # of a link in Markdown
WORD = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]|[^\W_\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]+")
ENGLISH = frozenset("the of and to in a is was for that on with as said by at from it be are has".split())
PAGES_OF_A_PART = 20
GRAM = 3           # words in a row by which lines and gold are brought together
COVERED = 0.6      # share of a line's words found in the gold, from which on it is body
OVERLAP = 2        # words that two lines' places in the gold may share
LOOK_BACK = 300    # candidates
ELSEWHERE = 0.9    # of lines out of the gold's order


def words_of(line):
    return WORD.findall(TARGET.sub("]", line).lower())


def is_data(line):
    """JSON and scripts may repeat the whole article: that is not where it stands."""
    return len(re.findall(r'"\s*:|[{};\\]', line)) * 12 > len(line.split()) + 12


def is_english(page):
    words = words_of(page.text)
    return sum(word in ENGLISH for word in words) >= 0.15 * max(1, len(words))


# ---- which lines are body -----------------------------------------------------------------------------------------------

def places(words, grams):
    """Where in the gold a line's words stand: [(words found, begin, end)], the best first."""
    if len(words) < GRAM:
        return []
    hits = [(at, place) for at in range(len(words) - GRAM + 1) for place in grams.get(tuple(words[at:at + GRAM]), ())]
    if not hits:
        return []
    slack = 4 + len(words) // 5
    found, tried = [], []
    by_shift = defaultdict(int)
    for at, place in hits:
        by_shift[place - at] += 1
    for shift, _ in sorted(by_shift.items(), key=lambda item: -item[1]):
        if any(abs(shift - other) <= slack for other in tried):
            continue
        tried.append(shift)
        # Words that stand twice nearby (a heading that the next paragraph begins with) are where the rest of the line is.
        near = {}
        for at, place in hits:
            away = abs(place - at - shift)
            if away <= slack and away < abs(near.get(at, at + shift + slack + 1) - at - shift):
                near[at] = place
        covered = {at + k for at in near for k in range(GRAM)}
        if len(covered) >= COVERED * len(words):
            found.append((len(covered), min(near.values()), max(near.values()) + GRAM))
        if len(tried) == 8:
            break
    return found


def label_lines(lines, gold, title=""):
    """For each line True (body), False, or None (not scored); and the share of the gold's words that body lines hold.

    Lines and their places in the gold form the chain, ascending in both, that covers most words; of equal ones that with the
    smallest gaps between its lines. So of a sentence that stands in a teaser and in the story only the one among its neighbours
    is body. Lines of one or two words are body where they stand next in the gold between their neighbours.
    """
    gold_words = words_of(gold)
    title_words = words_of(title)
    grams = defaultdict(list)
    for at in range(len(gold_words) - GRAM + 1):
        gram = grams[tuple(gold_words[at:at + GRAM])]
        if len(gram) < 40:
            gram.append(at)
    words = [[] if is_data(line) else words_of(line) for line in lines]
    candidates = [(i, *place) for i, line in enumerate(words) for place in places(line, grams)]
    best, before = [], []
    for c, (i, value, begin, end) in enumerate(candidates):
        most, last = 0.0, None
        for other in range(c - 1, max(-1, c - LOOK_BACK - 1), -1):
            j, _, _, other_end = candidates[other]
            if j < i and other_end <= begin + OVERLAP:
                score = best[other] - 0.05 * min(i - j - 1, 40)
                if score > most:
                    most, last = score, other
        best.append(most + value)
        before.append(last)
    labels = [False] * len(lines)
    place = {}
    c = max(range(len(best)), key=best.__getitem__) if best else None
    while c is not None:
        i, _, begin, end = candidates[c]
        place[i] = (begin, end)
        c = before[c]
    taken = [False] * len(gold_words)
    for i, (begin, end) in place.items():
        labels[i] = True
        taken[begin:end] = [True] * (end - begin)
    if place:
        first, last = min(place), max(place)
        for i, value, begin, end in candidates:
            if (not labels[i] and first - 3 <= i <= last + 3 and len(words[i]) >= 6 and value >= ELSEWHERE * len(words[i])
                    and sum(taken[begin:end]) * 4 <= end - begin):
                labels[i] = True
                taken[begin:end] = [True] * (end - begin)
        at = place[first][0]
        for i in range(first, last + 1):
            if i in place:
                at = place[i][1]
            elif 0 < len(words[i]) < GRAM and not labels[i]:
                for begin in range(max(0, at - 1), min(len(gold_words), at + 4)):
                    end = begin + len(words[i])
                    if gold_words[begin:end] == words[i] and not any(taken[begin:end]):
                        labels[i], at = True, end
                        taken[begin:end] = [True] * len(words[i])
                        break
    for i, line in enumerate(words):
        if not line and not is_data(lines[i]) or line and line == title_words:
            labels[i] = None
    return labels, sum(taken) / max(1, len(taken))


# ---- which lines were kept ----------------------------------------------------------------------------------------------

def lines_of_text(lines, text, labels):
    """The lines that stand in an extracted text: a set of numbers.

    The text's paragraphs are lines of the page, in order; a paragraph may have been joined from several. Of a line that stands on
    the page more than once the text cannot tell which it is: it is taken for body where that is possible.
    """
    keys = ["".join(words_of(line)) for line in lines]
    starts = defaultdict(list)
    for i, key in enumerate(keys):
        if key:
            starts[key[:6]].append(i)
    candidates = []  # of paragraph, its lines
    for p, paragraph in enumerate(text.split("\n")):
        whole = "".join(words_of(paragraph))
        for size in range(1, 7):
            for i in starts.get(whole[:size], ()) if size <= len(whole) else ():
                if size < 6 and len(keys[i]) != size or not whole.startswith(keys[i]):
                    continue
                rest, taken, at = whole[len(keys[i]):], [i], i + 1
                while rest and at < len(keys):
                    if keys[at] and not rest.startswith(keys[at]):
                        break
                    if keys[at]:
                        rest = rest[len(keys[at]):]
                        taken.append(at)
                    at += 1
                candidates.append((p, taken, len(whole) - len(rest)))
    best, before = [], []
    for c, (p, taken, length) in enumerate(candidates):
        most, last = 0.0, None
        for other in range(c - 1, max(-1, c - LOOK_BACK - 1), -1):
            if candidates[other][0] < p and candidates[other][1][-1] < taken[0] and best[other] > most:
                most, last = best[other], other
        body = sum(labels[i] is True for i in taken)
        best.append(most + length + 0.3 * body)
        before.append(last)
    kept = set()
    c = max(range(len(best)), key=best.__getitem__) if best else None
    while c is not None:
        kept.update(candidates[c][1])
        c = before[c]
    return kept


def counts(labels, kept):
    """tp, fp, fn of a page's lines."""
    scored = [i for i, label in enumerate(labels) if label is not None]
    hit = sum(labels[i] and i in kept for i in scored)
    return hit, sum(not labels[i] and i in kept for i in scored), sum(labels[i] and i not in kept for i in scored)


def micro_f1(rows):
    tp, fp, fn = (sum(row[i] for row in rows) for i in range(3))
    return 2 * tp / max(1, 2 * tp + fp + fn)


def page_f1(rows):
    return sum(2 * tp / max(1, 2 * tp + fp + fn) for tp, fp, fn in rows) / max(1, len(rows))


# ---- the sets -----------------------------------------------------------------------------------------------------------

class Scrape:
    """One page's text by one scraper."""

    def __init__(self, page, scraper):
        self.page, self.scraper = page, scraper
        self.text = SCRAPERS[scraper](page.html())
        self.lines = self.text.split("\n")
        self.labels, self.found = label_lines(self.lines, page.text, page.title)


def drawn_pages(pages):
    """The 40 pages of scraped-pages."""
    drawn = []
    for part in ("train", "test"):
        of_part = [p for p in pages if p.part == part and is_english(p)]
        of_part.sort(key=lambda p: hashlib.sha256(f"scraped {p.set} {p.id}".encode()).hexdigest())
        drawn += of_part[:PAGES_OF_A_PART]
    return drawn


def run_text(command, scrapes, folder):
    """What `hearsay extract` prints of each scrape, in their order; {} of one that it has not read."""
    keys = []
    for number, scrape in enumerate(scrapes):
        path = Path(folder) / f"{number:05d}.txt"
        path.write_text(scrape.text, encoding="utf-8", errors="replace")
        keys.append(str(path))
    return extracted(command, keys)


def values_of(scored):
    values = [counts(s.labels, lines_of_text(s.lines, row.get("text") or "", s.labels)) for s, row in scored]
    result = {"n": len(values)}
    for key, measure in (("f1", micro_f1), ("f1_page", page_f1)):
        put_figure(result, key, values, measure)
    result["rejected"] = sum(1 for _, row in scored if row.get("rejected"))
    return result


def figures_of(name, scrapes, rows):
    """Of scrapes and what was extracted of each."""
    scored = [(s, row) for s, row in zip(scrapes, rows) if s.found >= 0.5]
    return figures_by_part(name, scored, values_of, lambda item: item[0].page)


def evaluate_scraped(command, gold):
    """Lines of figures. Of scraped-pages also one for each scraper."""
    pages = [page for page in read_pages(gold) if page.text]
    sets = {"scraped-lines": [Scrape(page, "rendered") for page in pages],
            "scraped-pages": [Scrape(page, scraper) for page in drawn_pages(pages) for scraper in SCRAPERS]}
    for name, scrapes in sets.items():
        if not scrapes:
            continue
        with tempfile.TemporaryDirectory() as folder:
            rows = run_text(command, scrapes, folder)
        yield figures_of(name, scrapes, rows)
        if name == "scraped-pages":
            for scraper in SCRAPERS:
                yield figures_of(f"{name}-{scraper}", *zip(*((s, row) for s, row in zip(scrapes, rows) if s.scraper == scraper)))
