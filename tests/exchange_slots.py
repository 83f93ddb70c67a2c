"""Finds, in a page, what is to be exchanged: dates, names, numbers. What lies between stays as it is.

Text is searched for all three. In markup, scripts, addresses and file names only dates and names are: there, names may be written
in small letters ("/2031/03/08/orlan-morwen"), and a number is seldom news.
"""
import re

from exchange_dates import find_dates
from exchange_numbers import find_numbers

LITERAL, DATE, NAME, NUMBER = range(4)

SCRIPT = re.compile(r"<(script|style)\b[^>]*>.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
COMMENT_OR_TAG = re.compile(r"<!--.*?-->|<[!/?]?[A-Za-z][^<>]*>", re.DOTALL)
# Words that people read although they stand in markup.
READ_ATTRIBUTE = re.compile(r'''\b(?:content|alt|title|aria-label)\s*=\s*"([^"]*)"|\b(?:content|alt|title|aria-label)\s*=\s*'([^']*)\'''', re.IGNORECASE)
READ_STRING = re.compile(r'"(?:headline|alternativeHeadline|description|caption|title)"\s*:\s*"((?:[^"\\]|\\.)*)"')
ADDRESS = re.compile(r"https?://[^\s\"'<>]+|/[\w./-]*\.(?:jpe?g|png|gif|html?)\b")


def is_html(text):
    return bool(re.match(r"\s*(?:<!DOCTYPE|<html)", text, re.IGNORECASE))


def read_parts(text, pattern, begin, end):
    """[begin, end) cut into (begin, end, is_text): what the pattern's groups match is text, unless it is an address."""
    at = begin
    for match in pattern.finditer(text, begin, end):
        group = next((i for i, value in enumerate(match.groups(), 1) if value is not None), None)
        if group and not ADDRESS.match(match.group(group)):
            yield at, match.start(group), False
            yield match.start(group), match.end(group), True
            at = match.end(group)
    yield at, end, False


def text_parts(text, begin, end):
    at = begin
    for match in ADDRESS.finditer(text, begin, end):
        yield at, match.start(), True
        yield match.start(), match.end(), False
        at = match.end()
    yield at, end, True


def parts(text):
    """The page cut into (begin, end, is_text)."""
    if not is_html(text):
        yield from text_parts(text, 0, len(text))
        return
    at = 0
    scripts = [(match.start(), match.end()) for match in SCRIPT.finditer(text)] + [(len(text), len(text))]
    for script_begin, script_end in scripts:
        for tag in COMMENT_OR_TAG.finditer(text, at, script_begin):
            yield from text_parts(text, at, tag.start())
            yield from read_parts(text, READ_ATTRIBUTE, tag.start(), tag.end())
            at = tag.end()
        yield from text_parts(text, at, script_begin)
        yield from read_parts(text, READ_STRING, script_begin, script_end)
        at = script_end


class Finder:
    """Finds the slots of pages; `forms` are the names to find."""

    def __init__(self, forms, year):
        self.year = year
        ordered = sorted(forms, key=lambda form: (-len(form), form))
        either = "|".join(map(re.escape, ordered)) or r"(?!)"
        # Scraping may have glued a name to what stood before it ("mediabankRussian").
        glued = "|".join(re.escape(form) for form in ordered if re.match(r"[A-Z]\w{3}", form)) or r"(?!)"
        self.names = re.compile(r"(?:(?<!\w)(?P<article>[Aa]n?)(?P<space>\s+))?(?<!\w)(?P<name>" + either + r")(?!\w)|"
                                r"(?<=[a-z])(?P<glued>" + glued + r")(?!\w)")
        self.lower = {small_letters(form): form for form in ordered if re.fullmatch(r"(?=.{3})[A-Z][a-z]+(?: [A-Z][a-z]+)*", form)}
        small = "|".join(map(re.escape, self.lower)) or r"(?!)"
        self.file_names = re.compile(r"(?<![A-Za-z])(?:(?P<name>" + either + r")|(?<=[-_/])(?<!</)(?P<small>" + small + r"))(?![A-Za-z])")

    def slots(self, text):
        """[(LITERAL, str) | (DATE, DateSlot) | (NAME, (article, space, form, in small letters)) | (NUMBER, (article, space, slot))]"""
        found = []
        for begin, end, is_text in parts(text):
            if begin < end:
                self._part(text[begin:end], is_text, found)
        return merged(found)

    def _part(self, text, is_text, out):
        taken = []

        def add(begin, end, slot):
            if not any(begin < other_end and end > other_begin for other_begin, other_end, _ in taken):
                taken.append((begin, end, slot))

        for date in find_dates(text, self.year, compact=not is_text):
            add(date.begin, date.end, (DATE, date))
        for match in (self.names if is_text else self.file_names).finditer(text):
            if is_text:
                name = match.group("name") or match.group("glued")
                add(*match.span(), (NAME, (match.group("article") or "", match.group("space") or "", name, False)))
            else:
                small = match.group("small")
                add(*match.span(), (NAME, ("", "", self.lower[small] if small else match.group("name"), bool(small))))
        for number in find_numbers(text) if is_text else ():
            article = re.search(r"(?<!\w)([Aa]n?)(\s+)$", text[max(0, number.begin - 8):number.begin])
            article, space = article.groups() if article else ("", "")
            add(number.begin - len(article + space), number.end, (NUMBER, (article, space, number)))
        at = 0
        for begin, end, slot in sorted(taken, key=lambda item: item[0]):
            out += [(LITERAL, text[at:begin]), slot]
            at = end
        out.append((LITERAL, text[at:]))


def small_letters(form):
    """A name as addresses and file names write it."""
    return form.lower().replace(" ", "-")


def merged(slots):
    out = []
    for kind, value in slots:
        if kind == LITERAL and out and out[-1][0] == LITERAL:
            out[-1] = (LITERAL, out[-1][1] + value)
        elif kind != LITERAL or value:
            out.append((kind, value))
    return out


def article_for(word, like):
    """'a' or 'an' for a word, with the capital of `like`."""
    first = word.lower()
    if first[:1].isdigit():
        vowel = first[0] == "8" or re.match(r"1[18](?!\d)", first) is not None
    else:
        vowel = first[:1] in "aeiou" and not re.match(r"u\.?[a-z]?\.?[a-z]?\.?\b|uni|uru|uga|ukr|eu|one", first)
    return like[0] + ("n" if vowel else "")


def written(slots, mapping):
    """The page with every slot exchanged."""
    out = []
    for kind, value in slots:
        if kind == LITERAL:
            out.append(value)
        elif kind == DATE:
            out.append(value.written(mapping.shift_days))
        elif kind == NAME:
            article, space, form, small = value
            to = mapping.forms.get(form, form)
            if small:
                out.append(small_letters(to))
            else:
                out.append((article_for(to, article) + space if article else "") + to)
        else:
            article, space, number = value
            to = number.written(mapping.numbers)
            out.append((article_for(to, article) + space if article else "") + to)
    return "".join(out)
