"""Three scrapers that turn HTML into text in the ways that pages are found scraped: with no markup left, and with all that
stands around the article still there. Standard library only.

  rendered   what a browser shows: blocks on lines of their own, scripts and hidden elements left out as far as markup tells
  stripped   the tags cut out and nothing else: inline scripts, styles and embedded data stay, white space as in the source
  marked     Markdown as html2text writes it: links with their targets, headings, bullets, the alternative texts of images

Each takes the page's bytes or text and returns text. They are made to be read from, not to be good.
"""
import re
from html.parser import HTMLParser

BLOCKS = frozenset(
    "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol option p pre search section select summary table tbody tfoot "
    "thead title tr ul video audio iframe".split())
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
UNSEEN = frozenset("script style noscript template head svg iframe object audio video canvas datalist".split())
APART = frozenset("p h1 h2 h3 h4 h5 h6 ul ol blockquote table pre figure".split())
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


def decoded(page):
    """The page's text by its own declaration, else UTF-8."""
    if isinstance(page, str):
        return page
    found = re.search(rb"""charset\s*=\s*["']?([\w-]+)""", page[:4096], re.I)
    for name in ("utf-8", found.group(1).decode("ascii") if found else "utf-8"):
        try:
            return page.decode(name)
        except (LookupError, UnicodeDecodeError):
            pass
    return page.decode("utf-8", "replace")


class Scraper(HTMLParser):
    """Knows which elements are open; one that is never closed ends with the element around it."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open = []     # [(tag, hides what is in it)]
        self.unseen = 0
        self.parts = []

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag not in VOID:
            while self.open and ((tag in APART and self.open[-1][0] == "p") or (tag == "li" and self.open[-1][0] == "li")
                                 or (tag == "option" and self.open[-1][0] == "option")):
                self.close_last()
            hides = self.hides(tag, attributes)
            self.open.append((tag, hides))
            self.unseen += hides
        if not self.unseen:
            self.begin(tag, attributes)

    def handle_startendtag(self, tag, attributes):
        # "<p/>" opens a paragraph; "<br/>" is whole. In SVG, which nobody sees, elements may close themselves.
        if not (self.unseen and self.open and any(name == "svg" for name, _ in self.open)):
            self.handle_starttag(tag, attributes)

    def handle_endtag(self, tag):
        if all(name != tag for name, _ in self.open[-40:]):
            return
        while self.close_last() != tag:
            pass

    def close_last(self):
        tag, hides = self.open.pop()
        if not self.unseen:
            self.end(tag)
        self.unseen -= hides
        return tag

    def handle_data(self, text):
        if not self.unseen:
            self.data(text)

    # What the scrapers differ in.
    def hides(self, tag, attributes):
        return (tag in UNSEEN or "hidden" in attributes or bool(HIDDEN.search(attributes.get("style") or ""))
                or (tag == "dialog" and "open" not in attributes))

    def begin(self, tag, attributes):
        raise NotImplementedError

    def end(self, tag):
        raise NotImplementedError

    def data(self, text):
        raise NotImplementedError


class Rendered(Scraper):
    def in_pre(self):
        return any(tag in ("pre", "textarea") for tag, _ in self.open)

    def begin(self, tag, attributes):
        if tag == "br":
            self.parts.append("\n")
        elif tag in ("td", "th"):
            self.parts.append("\t")
        elif tag in BLOCKS:
            self.parts.append("\f" if tag in APART else "\v")

    def end(self, tag):
        if tag in BLOCKS:
            self.parts.append("\f" if tag in APART else "\v")

    def data(self, text):
        if not self.in_pre():
            text = re.sub(r"[ \t\n\r\f\v]+", " ", text)
        self.parts.append(text)

    def text(self):
        # \v: a line break unless there is one; \f: a blank line.
        text = re.sub(r" *([\n\v\f\t]) *", r"\1", re.sub(r" +", " ", "".join(self.parts)))
        text = re.sub(r"[\n\v\f]*\f[\n\v\f]*", "\n\n", text)
        text = re.sub(r"\n\v+|\v+\n|\v+", "\n", text)
        return re.sub(r"\n{3,}", "\n\n", re.sub(r"\t+", "\t", text)).strip() + "\n"


class Stripped(Scraper):
    def hides(self, tag, attributes):
        return False

    def begin(self, tag, attributes):
        if tag in BLOCKS or tag == "br":
            self.parts.append("\n")

    def end(self, tag):
        if tag in BLOCKS or tag == "script":
            self.parts.append("\n")

    def data(self, text):
        self.parts.append(text)

    def text(self):
        lines = [line.strip() for line in "".join(self.parts).replace("\r", "\n").split("\n")]
        return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"


class Marked(Scraper):
    """Inline parts are gathered and laid out when their block ends."""

    def __init__(self):
        super().__init__()
        self.line = []       # inline parts of the block at hand
        self.links = []      # where in `line` open links begin, and their targets
        self.lists = []      # open lists: None or the last number
        self.lead = ""       # what the block's line begins with
        self.quotes = 0

    def flush(self):
        while self.links:
            self.end_link()
        text = re.sub(r"[ \t\r\n]+", " ", "".join(self.line)).strip()
        self.line = []
        if text and text not in ("**", "****", "__"):
            self.parts.append("> " * self.quotes + self.lead + text)
            self.lead = ""

    def gap(self):
        if self.parts and self.parts[-1]:
            self.parts.append("")

    def end_link(self):
        begin, target = self.links.pop()
        inner = "".join(self.line[begin:])
        if inner.strip():
            self.line[begin:] = [f"[{inner.strip()}]({target})"]

    def begin(self, tag, attributes):
        if tag == "a" and attributes.get("href"):
            self.links.append((len(self.line), attributes["href"].strip()))
        elif tag in ("b", "strong"):
            self.line.append("**")
        elif tag in ("i", "em"):
            self.line.append("_")
        elif tag == "img":
            self.line.append(f'![{attributes.get("alt") or ""}]({attributes.get("src") or ""})')
        elif tag == "br":
            self.flush()
        elif tag in ("td", "th"):
            self.line.append(" | " if self.line else "")
        elif tag in BLOCKS:
            self.flush()
            if tag in APART:
                self.gap()
            if tag == "hr":
                self.parts += ["* * *", ""]
            elif tag in ("ul", "ol"):
                self.lists.append(0 if tag == "ol" else None)
            elif tag == "blockquote":
                self.quotes += 1
            elif tag == "li":
                number = self.lists[-1] if self.lists else None
                if number is not None:
                    self.lists[-1] = number + 1
                self.lead = "  " * max(1, len(self.lists)) + (f"{number + 1}. " if number is not None else "* ")
            elif re.fullmatch("h[1-6]", tag):
                self.lead = "#" * int(tag[1]) + " "

    def end(self, tag):
        if tag == "a":
            if self.links:
                self.end_link()
        elif tag in ("b", "strong"):
            self.line.append("**")
        elif tag in ("i", "em"):
            self.line.append("_")
        elif tag in BLOCKS:
            self.flush()
            if tag in APART:
                self.gap()
            if tag in ("ul", "ol") and self.lists:
                self.lists.pop()
            elif tag == "blockquote":
                self.quotes = max(0, self.quotes - 1)
            if tag == "li" or re.fullmatch("h[1-6]", tag):
                self.lead = ""

    def data(self, text):
        self.line.append(text)

    def text(self):
        self.flush()
        return "\n".join(self.parts).strip("\n") + "\n"


def scrape(scraper, page):
    scraper.feed(decoded(page))
    scraper.close()
    return scraper.text()


def rendered(page):
    return scrape(Rendered(), page)


def stripped(page):
    return scrape(Stripped(), page)


def marked(page):
    return scrape(Marked(), page)


SCRAPERS = {"rendered": rendered, "stripped": stripped, "marked": marked}
