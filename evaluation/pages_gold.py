"""The pages gold: trafilatura's, WCXB's and fundus' pages with what they hold, each marked for training or for our own test.

A page is for test if its site is among a tenth of all sites that is drawn by a hash of the site's name, so that no site
stands on both sides; nothing is trained on those, or tuned to them.
"""
import gzip
import hashlib
import json
import re
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit


@dataclass
class GoldPage:
    set: str                 # trafilatura, wcxb, fundus
    id: str                  # unique within the set: "tagesspiegel.de.html", "0001", "us/APNews_2023_04_28"
    file: Path               # HTML, gzipped or not
    url: str                 # "" where unknown
    title: str = ""
    date: str = ""           # YYYY-MM-DD; "" where unknown, or where the gold has something else ("2020-12")
    authors: list = field(default_factory=list)   # as written, see author_set
    text: str = ""           # wcxb, fundus: the whole body, paragraphs on lines of their own
    with_segments: list = field(default_factory=list)      # trafilatura: must be in the text
    without_segments: list = field(default_factory=list)   # trafilatura: must not

    def __post_init__(self):
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", self.date):
            self.date = ""

    @property
    def site(self):
        """The registrable part of the host, near enough: two labels, three where the second is as short as a suffix (co.uk)."""
        labels = (urlsplit(self.url).hostname or self.id).lower().split(".")
        keep = 3 if len(labels) > 2 and len(labels[-2]) <= 3 and len(labels[-1]) == 2 else 2
        return ".".join(labels[-keep:])

    @property
    def part(self):
        """"test" for a tenth of the sites, else "train"."""
        return "test" if int(hashlib.sha256(self.site.encode()).hexdigest()[:8], 16) % 10 == 0 else "train"

    def html(self):
        bytes_ = self.file.read_bytes()
        return gzip.decompress(bytes_) if self.file.suffix == ".gz" else bytes_


def first_folder(folder, name):
    """The set's folder: NAME, or NAME-test where a set is locked."""
    for place in (folder / name, folder / (name + "-test")):
        if place.is_dir():
            return place
    return None


def read_trafilatura(folder):
    entries = json.loads((folder / "evaldata.json").read_text(encoding="utf-8"))
    for url, entry in sorted(entries.items()):
        file = folder / "html" / (entry["file"] + ".gz")
        if not file.is_file():
            continue
        author = entry.get("author") or []
        yield GoldPage("trafilatura", entry["file"], file, url, title=entry.get("title") or "", date=entry.get("date") or "",
                       authors=author if isinstance(author, list) else [author],
                       with_segments=entry.get("with") or [], without_segments=entry.get("without") or [])


def read_wcxb(folder):
    gold = folder / "gold" if (folder / "gold").is_dir() else folder / "ground-truth"
    for truth in sorted(gold.glob("*.json")):
        file = folder / "html" / (truth.stem + ".html.gz")
        page = json.loads(truth.read_text(encoding="utf-8"))
        entry = page["ground_truth"]
        if not file.is_file() or not entry.get("main_content"):
            continue
        yield GoldPage("wcxb", truth.stem, file, page.get("url") or "", title=entry.get("title") or "",
                       date=entry.get("publish_date") or "", authors=[entry["author"]] if entry.get("author") else [],
                       text=entry["main_content"])


def read_fundus(folder):
    for country in sorted(p for p in folder.iterdir() if p.is_dir()):
        meta = json.loads((country / "meta.info").read_text(encoding="utf-8")) if (country / "meta.info").is_file() else {}
        for truth in sorted(country.glob("*.json")):
            versions = json.loads(truth.read_text(encoding="utf-8"))
            files = sorted(country.glob(f"{truth.stem}_[0-9]*.html.gz"))
            for entry, file in zip(versions.values(), files):
                body = entry["body"]
                lines = list(body.get("summary", []))
                for section in body["sections"]:
                    lines += section["headline"] + section["paragraphs"]
                yield GoldPage("fundus", f'{country.name}/{file.name.removesuffix(".html.gz")}', file,
                               (meta.get(file.name) or {}).get("url") or "", title=entry.get("title") or "",
                               date=(entry.get("publishing_date") or "")[:10], authors=list(entry.get("authors") or []),
                               text="\n".join(lines))


def read_article_bodies(name, folder):
    """Sets with one file of truth that maps a page's name to its body: the scrapinghub benchmark, NAEB, fundus-evaluation."""
    truth = next((f for f in (folder / n for n in ("ground-truth.json", "ground_truth.json", "articles.json")) if f.is_file()), None)
    if truth is None:
        return
    for key, entry in sorted(json.loads(truth.read_text(encoding="utf-8")).items()):
        stem = key.removesuffix(".gz").removesuffix(".html")
        file = next((f for f in (folder / "html" / (stem + end) for end in (".html.gz", ".html")) if f.is_file()), None)
        body = entry.get("articleBody") or entry.get("body") or entry.get("text") or ""
        if file is None or not body:
            continue
        # Of a paragraph in brackets the annotators hold that it may be there or not.
        lines = [line for line in body if not re.fullmatch(r"\[.*\]", line, re.S)] if isinstance(body, list) else [body]
        authors = entry.get("authors") or []
        yield GoldPage(name, stem, file, entry.get("url") or "", title=entry.get("title") or "", date=(entry.get("date") or "")[:10],
                       authors=authors if isinstance(authors, list) else [authors], text="\n".join(lines))


READERS = {"trafilatura": read_trafilatura, "wcxb": read_wcxb, "fundus": read_fundus}
READERS |= {name: partial(read_article_bodies, name) for name in ("scrapinghub", "naeb", "fundus-evaluation")}


def read_pages(gold, sets=tuple(READERS)):
    """All pages of GOLD/pages, in a fixed order. A set whose folder is not there is left out."""
    pages = []
    for name in sets:
        folder = first_folder(gold / "pages", name)
        if folder:
            pages += READERS[name](folder)
    return pages


# ---- how values are compared --------------------------------------------------------------------------------------------

QUOTES = dict.fromkeys(map(ord, "\u2018\u2019\u201a\u201b\u2039\u203a\u201c\u201d\u201e\u201f\u00ab\u00bb\u0060\u00b4\u2032\u2033\""), "'")
DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"), "-")
UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\ufeff"))


def folded(text):
    """Case, white space, quotation marks and dashes folded; soft hyphens and characters without width left out."""
    return " ".join(text.translate(QUOTES | DASHES | UNSEEN).replace("''", "'").split()).casefold()


def author_set(authors):
    """Names as a set: credits that hold several ("A and B", "A, B; C") are taken apart the same way on both sides."""
    names = set()
    for credit in authors:
        for name in re.split(r"\s*(?:[;,|/&]|\band\b|\bund\b|\n)\s*", folded(credit)):
            name = re.sub(r"^(?:by|von|par|por)\s+", "", name).strip(" .")
            if name:
                names.add(name)
    return names
