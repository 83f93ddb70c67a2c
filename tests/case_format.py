"""The format of case files: pages and what must, and must never, be found in them.

    # a comment; comments stand outside of pages
    === name of the case                 a file may hold many cases
    --- page NAME.txt                    or NAME.html: the page follows, up to the next line with --- or ===
    --- use FILE...                      pages that lie beside the case file (file name patterns allowed)
    --- must                             each line must match a row
    2 statement act=deny                 exactly two rows
    event type=CONSULT actor~"Orlan" when=2031-05-02
    --- never                            no row may match
    --- wanted                           what is not found yet: counted, never failing. A comment has to
    # the reason                         say why, first thing in the section
    --- unwanted                         what is found and should not be: a known fault, counted, never failing; a comment says why

A line is `kind key=value key~value ...`: one row of that kind that agrees with every pair. `=` is the whole value, `~` a part.
Keys may be dotted (`mentions.words`, `parent.source`: ids are followed to what they name). A list agrees if any of its
elements does, a span by its words, an interval as FROM..TO (one day or number alone: both ends). `page=NAME` keeps to rows of
that page; `any~"x"` looks at every value of the row. White space is made single, and typographic quotes are straight.
"""
import glob
import os
import re

DOCUMENT_KINDS = ("document", "statement", "event", "actor", "time", "place", "mention", "paragraph")
RECORD_KINDS = {"story": "stories", "incident": "incidents", "claim": "claims", "dispute": "disputes",
                "agreement": "agreements", "contact": "contacts", "rejection": "rejections", "copy": "copies"}
SECTIONS = ("must", "never", "wanted", "unwanted")
KNOWN_FAULTS = ("wanted", "unwanted")
PAIR = re.compile(r'([A-Za-z_][\w.]*)([=~])("(?:[^"\\]|\\.)*"|[^\s"]*)(?=\s|$)')


class CaseError(Exception):
    """A case file that can't be read: where and why."""


class Pair:
    def __init__(self, key, operator, value):
        self.key, self.operator, self.value = key, operator, value

    def __str__(self):
        return f"{self.key}{self.operator}{quoted(self.value)}"


class Line:
    def __init__(self, section, number, raw, kind, pairs, count):
        self.section, self.number, self.raw, self.kind, self.pairs, self.count = section, number, raw, kind, pairs, count


class Case:
    def __init__(self, path, number, name):
        self.path, self.number, self.name = path, number, name
        self.pages = []  # (file name, bytes), in order
        self.lines = []

    def kinds(self):
        return {line.kind for line in self.lines}


def quoted(value):
    if value and re.fullmatch(r'[^\s"\\]+', value):
        return value
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def parse_line(section, number, text, where):
    rest = text.strip()
    head = re.match(r"(?:(\d+)\s+)?([a-z]+)(?=\s|$)", rest)
    if not head:
        raise CaseError(f"{where}:{number}: a line starts with a kind: {rest}")
    kind = head.group(2)
    if kind not in DOCUMENT_KINDS and kind not in RECORD_KINDS:
        raise CaseError(f"{where}:{number}: unknown kind '{kind}'")
    if head.group(1) and section == "never":
        raise CaseError(f"{where}:{number}: a count has no meaning under 'never'")
    pairs, at = [], head.end()
    while rest[at:].strip():
        at += len(rest[at:]) - len(rest[at:].lstrip())
        pair = PAIR.match(rest, at)
        if not pair:
            raise CaseError(f"{where}:{number}: not key=value or key~value: {rest[at:]}")
        value = pair.group(3)
        if value.startswith('"'):
            value = re.sub(r"\\(.)", r"\1", value[1:-1])
        if pair.group(2) == "~" and not value.strip():
            raise CaseError(f"{where}:{number}: '{pair.group(1)}~' with nothing after it agrees with everything")
        pairs.append(Pair(pair.group(1), pair.group(2), value))
        at = pair.end()
    return Line(section, number, rest, kind, pairs, int(head.group(1)) if head.group(1) else None)


def used_pages(path, patterns, number):
    folder = os.path.dirname(os.path.abspath(path))
    found = []
    for pattern in patterns:
        names = sorted(glob.glob(os.path.join(glob.escape(folder), pattern)))
        if not names:
            raise CaseError(f"{path}:{number}: no page '{pattern}'")
        found += [name for name in names if name not in found]
    for name in found:
        with open(name, "rb") as page:
            yield os.path.basename(name), page.read()


def parse_file(path):
    """The cases of one file, in order. Raises CaseError."""
    with open(path, encoding="utf-8", newline="") as f:
        text = f.read()
    cases, case, section, page, reason = [], None, None, None, True
    lines = text.replace("\r\n", "\n").split("\n")
    for number, line in enumerate(lines, 1):
        if line.startswith("=== "):
            case, section, page = Case(path, number, line[4:].strip()), None, None
            cases.append(case)
        elif line.startswith("--- "):
            word, *rest = line[4:].split()
            section, page = None, None
            if case is None:
                raise CaseError(f"{path}:{number}: '--- {word}' before the first '==='")
            if word == "page" and len(rest) == 1:
                page = []
                case.pages.append((rest[0], page))
            elif word == "use" and rest:
                case.pages += used_pages(path, rest, number)
            elif word in SECTIONS and not rest:
                section, reason = word, word not in KNOWN_FAULTS
            else:
                raise CaseError(f"{path}:{number}: not a section: {line}")
        elif page is not None:
            page.append(line)
        elif line.startswith("#") or not line.strip():
            reason = reason or line.startswith("#")
        elif section is None:
            raise CaseError(f"{path}:{number}: a line outside of any section: {line}")
        elif not reason:
            raise CaseError(f"{path}:{number}: '{section}' needs a comment that says why")
        else:
            case.lines.append(parse_line(section, number, line, path))
    for case in cases:
        case.pages = [(name, page if isinstance(page, bytes) else "\n".join(page).rstrip("\n").encode() + b"\n")
                      for name, page in case.pages]
        names = [name for name, _ in case.pages]
        if not names or not case.lines:
            raise CaseError(f"{path}:{case.number}: a case needs a page and at least one line to check")
        if len(set(names)) != len(names):
            raise CaseError(f"{path}:{case.number}: two pages of one name")
    if not cases:
        raise CaseError(f"{path}: no case in it")
    return cases


# What a row is compared by.

QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "\u00a0": " ", "\u202f": " "})
DAY = re.compile(r"\d{4}-\d\d-\d\d")


def normal(text):
    return " ".join(text.translate(QUOTES).split())


def is_interval(value):
    def bound(v):
        return v is None or v == "" or isinstance(v, (int, float)) or (isinstance(v, str) and DAY.match(v))
    return isinstance(value, list) and len(value) == 2 and all(bound(v) for v in value) and any(v not in (None, "") for v in value)


def bound_text(value):
    if value is None:
        return ""
    return f"{value:g}" if isinstance(value, float) else str(value)


def interval_agrees(value, wanted):
    """An interval against FROM..TO; where the case gives a day and the record an hour, the day counts."""
    ends = wanted.split("..") if ".." in wanted else [wanted, wanted]
    if len(ends) != 2:
        return False
    for have, want in zip(map(bound_text, value), ends):
        if have != want and not (DAY.fullmatch(want) and have[:10] == want):
            return False
    return True


def shown(value):
    """A value as a case file would write it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return bound_text(value)
    if isinstance(value, str):
        return normal(value)
    if is_interval(value):
        return "..".join(map(bound_text, value))
    if isinstance(value, dict) and "words" in value:
        return shown(value["words"])
    return ""


class Row:
    """One row of a kind: its values, and a look-up from ids to what they name."""

    def __init__(self, kind, values, page=None, look_up=None):
        self.kind, self.values, self.page, self.look_up = kind, values, page, look_up or {}

    def at(self, key):
        """Every value that the dotted key leads to, lists spread out (an interval or a span stays whole)."""
        return list(self._walk(self.values, key.split(".")))

    def _walk(self, value, path):
        if isinstance(value, list) and not is_interval(value):
            for element in value:
                yield from self._walk(element, path)
        elif not path:
            yield value
        elif isinstance(value, dict):
            if path[0] in value:
                yield from self._walk(value[path[0]], path[1:])
        elif isinstance(value, str) and value in self.look_up:
            yield from self._walk(self.look_up[value], path)

    def leaves(self):
        stack = [self.values]
        while stack:
            value = stack.pop()
            if isinstance(value, dict):
                stack += value.values()
            elif isinstance(value, list):
                stack += value
                if is_interval(value):
                    yield value
            elif value is not None:
                yield value

    def has_page(self, name):
        if self.page is not None:
            return self.page == name
        stem = os.path.splitext(name)[0]
        for leaf in self.leaves():
            if isinstance(leaf, str):
                document = self.look_up.get(leaf)
                if leaf in (name, stem) or leaf.endswith("/" + name) or (document or {}).get("page") == name:
                    return True
        return False

    def agrees(self, pair):
        if pair.key == "page":
            return self.has_page(pair.value)
        values = list(self.leaves()) if pair.key == "any" else self.at(pair.key)
        wanted = normal(pair.value)
        if not wanted:
            return all(shown(value) == "" for value in values)
        if pair.operator == "~":
            return any(wanted in shown(value) for value in values)
        return any(interval_agrees(value, wanted) if is_interval(value) else shown(value) == wanted for value in values)
