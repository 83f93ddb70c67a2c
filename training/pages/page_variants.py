"""Pages as other sites would have laid them out: so that the models learn what does not hang on names and newer tags.

bare    without classes, ids and roles, and with <div> for the tags that say what a part is
tables  the same, laid out in tables, with <br> between paragraphs
"""
import re

NAMES = re.compile(rb"""\s(?:class|id|role|itemprop|data-[\w-]+|aria-[\w-]+)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)""", re.I)
TAG = re.compile(rb"<[a-z][^<>]*>", re.I)
PARTS = re.compile(rb"(</?)(?:article|main|section|header|footer|aside|nav|figure|figcaption)\b", re.I)
PARAGRAPH = re.compile(rb"</?p\b[^<>]*>", re.I)
DIV = re.compile(rb"<div\b[^<>]*>", re.I)
END_DIV = re.compile(rb"</div\s*>", re.I)
SCRIPT = re.compile(rb"<(script|style)\b.*?</\1\s*>", re.I | re.S)


def outside_scripts(html, change):
    parts, at = [], 0
    for script in SCRIPT.finditer(html):
        parts += [change(html[at:script.start()]), script.group()]
        at = script.end()
    return b"".join(parts + [change(html[at:])])


def bare(html):
    def change(part):
        return PARTS.sub(rb"\1div", TAG.sub(lambda tag: NAMES.sub(b"", tag.group()), part))
    return outside_scripts(html, change)


def tables(html):
    def change(part):
        part = PARAGRAPH.sub(b"<br><br>", part)
        return END_DIV.sub(b"</td></tr></table>", DIV.sub(b"<table><tr><td>", part))
    return outside_scripts(bare(html), change)


VARIANTS = (bare, tables)
EVERY = 5  # of so many pages each variant is made of one


def variant_of(number, html):
    """The variant of the page of this number, or None."""
    return VARIANTS[number % EVERY](html) if number % EVERY < len(VARIANTS) else None
