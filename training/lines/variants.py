"""The shapes in which the text of a page is found, made from its HTML for training: more of them than are measured, so that the
model learns articles and not scrapers."""
import random
import re
import textwrap

from scrapers import SCRAPERS, Rendered, decoded, scrape


class Pieces(Rendered):
    """Each text node on a line of its own, as get_text("\\n") gives it: links break their paragraphs."""

    def begin(self, tag, attributes):
        self.parts.append("\v")

    def end(self, tag):
        self.parts.append("\v")

    def data(self, text):
        self.parts.append(" ".join(text.split()))

    def text(self):
        return re.sub(r"\v+", "\n", "".join(self.parts)).strip() + "\n"


def without_blanks(text):
    return re.sub(r"\n{2,}", "\n", text)


def all_blanks(text):
    return re.sub(r"\n+", "\n\n", text)


def wrapped(text, width):
    lines = []
    for line in text.split("\n"):
        lines += textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False) or [""]
    return "\n".join(lines)


def paragraphs_apart(text):
    """Blank lines around long lines only."""
    return re.sub(r"\n{3,}", "\n\n", "\n".join(f"\n{line}\n" if len(line) > 120 else line for line in without_blanks(text).split("\n")))


def bulleted(text, draw):
    return re.sub(r"(?m)^(?=\S.{2,60}$)", lambda m: draw.choice(("- ", "• ", "* ", "", "")), text)


def thinned(text, labels, draw):
    """As scrapers leave pages that have cut most of what is around the article: body lines stay, of the others a few."""
    share = draw.choice((0.0, 0.03, 0.1, 0.25))
    body = [i for i, label in enumerate(labels) if label is True]
    if not body:
        return text
    first, last = body[0], body[-1]
    kept = []
    for i, (line, label) in enumerate(zip(text.split("\n"), labels)):
        inside = first <= i <= last
        # Whole stretches go or stay: what is left is what stands nearest.
        near = first - 8 <= i <= last + 8
        if label is True or (not line and draw.random() < 0.9) or (line and label is None and draw.random() < 0.8 and i <= first) \
                or draw.random() < (0.3 if inside else share * (3 if near else 1)):
            kept.append(line)
    return re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip() + "\n"


def clean(page, draw):
    """The gold as a page of its own: title, date, paragraphs."""
    apart = draw.choice(("\n", "\n\n"))
    head = [page.title] if page.title and draw.random() < 0.85 else []
    if head and draw.random() < 0.6:
        head.append(page.date or "5 March 2031")
    paragraphs = [line for line in page.text.split("\n") if line.strip()]
    text = "\n\n".join(head + [apart.join(paragraphs)]) + "\n"
    return wrapped(text, draw.randint(66, 84)) if draw.random() < 0.25 else text


def variants(page, label):
    """(name, text) of one page in all shapes. `label(text)` labels its lines."""
    draw = random.Random(f"{page.set} {page.id}")
    html = decoded(page.html())
    texts = {name: scraper(html) for name, scraper in SCRAPERS.items()}
    yield from texts.items()
    seen = texts["rendered"]
    if page.set == "trafilatura":   # whose body is only found, not known: fewer shapes
        yield "thinned", thinned(seen, label(seen), draw)
        return
    yield "spaced", draw.choice((without_blanks, without_blanks, paragraphs_apart, all_blanks))(
        bulleted(seen, draw) if draw.random() < 0.25 else seen)
    yield "wrapped", wrapped(texts["marked"] if draw.random() < 0.5 else seen, draw.choice((72, 76, 78, 80)))
    yield "pieces", scrape(Pieces(), html)
    yield "thinned", thinned(seen, label(seen), draw)
    bare = without_blanks(seen)
    yield "thinned2", thinned(bare, label(bare), draw)
    yield "clean", clean(page, draw)
