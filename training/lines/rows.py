"""Pages in all their shapes, labelled, and the numbers that the engine gives for their lines."""
import subprocess
import sys
import tempfile
from multiprocessing import Pool
from pathlib import Path

import numpy

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "evaluation"))
from pages import run_extract  # noqa: E402
from pages_gold import read_pages  # noqa: E402
from scraped import label_lines  # noqa: E402
from variants import variants  # noqa: E402


class Text:
    """One page in one shape: its lines by bytes, each with its label."""

    def __init__(self, page, name, text):
        self.id, self.site, self.part, self.name, self.text = f"{page.set}/{page.id}", page.site, page.part, name, text
        self.title = page.title
        lines = text.split("\n")
        self.labels, self.found = label_lines(lines, page.text, page.title)
        self.ends, at = [], 0
        for line in lines:
            at += len(line.encode("utf-8", "replace")) + 1
            self.ends.append(at)


def texts_of(page):
    def label(text):
        return label_lines(text.split("\n"), page.text, page.title)[0]
    return [text for text in (Text(page, name, text) for name, text in variants(page, label)) if text.found >= 0.5]


def silver_pages(gold, command):
    """Pages of trafilatura's set, of which only segments are known, with the text that the HTML extractor finds in them, where that
    holds all segments that it must and none that it must not."""
    pages = [page for page in read_pages(gold, ("trafilatura",)) if page.part == "train" and page.with_segments]
    with tempfile.TemporaryDirectory() as folder:
        rows = run_extract(command, pages, folder)
    for page in pages:
        page.text = (rows.get((page.set, page.id)) or {}).get("text") or ""
        flat = " ".join(page.text.split())
        if flat and all(" ".join(s.split()) in flat for s in page.with_segments) \
                and not any(" ".join(s.split()) in flat for s in page.without_segments):
            yield page


def make_texts(gold, command, jobs=2):
    pages = read_pages(gold, ("wcxb", "fundus")) + list(silver_pages(gold, command))
    with Pool(jobs) as pool:
        return [text for texts in pool.imap(texts_of, pages, chunksize=8) for text in texts]


def columns_of(program):
    return subprocess.run([program, "--columns"], stdout=subprocess.PIPE, text=True, check=True).stdout.split()


def rows_of(program, texts, folder):
    """For each text: spans (lines x 2, bytes), kept (by the rules 1, by the whole 2), values (lines x columns)."""
    width = len(columns_of(program))
    names = []
    for number, text in enumerate(texts):
        path = Path(folder) / f"{number}.txt"
        if not path.exists():
            path.write_bytes(text.text.encode("utf-8", "replace"))
        names.append(str(path))
    done = subprocess.run([program], input=("\n".join(names) + "\n").encode(), stdout=subprocess.PIPE, check=True)
    words = numpy.frombuffer(done.stdout, dtype=numpy.uint32)
    at, found = 0, []
    for _ in names:
        count = int(words[at])
        table = words[at + 1:at + 1 + count * (3 + width)].reshape(count, 3 + width)
        at += 1 + count * (3 + width)
        found.append((table[:, :2].astype(numpy.int64), table[:, 2].copy(), table[:, 3:].view(numpy.float32)))
    return found


def labels_of(text, spans):
    """A label for each of the engine's lines, which may be joined from several of the text: 1, 0, -1 (not scored)."""
    ends = numpy.asarray(text.ends)
    labels = []
    for begin, end in spans:
        first, last = numpy.searchsorted(ends, begin, side="right"), numpy.searchsorted(ends, end - 1, side="right")
        own = [text.labels[i] for i in range(first, last + 1)]
        told = [label for label in own if label is not None]
        labels.append(-1 if not told else int(sum(told) * 2 > len(told)))
    return numpy.asarray(labels, dtype=numpy.int8)


def kept_lines(text, spans, keep):
    """The numbers of the text's own lines that lie in lines which were kept."""
    ends = numpy.asarray(text.ends)
    kept = set()
    for begin, end in spans[keep]:
        kept.update(range(numpy.searchsorted(ends, begin, side="right"), numpy.searchsorted(ends, end - 1, side="right") + 1))
    return kept
