"""Dates as pages write them: found, and written again in the same style on another day.

Every form names a day, a month or a year. A moved date keeps the form's style: separators, padding, ordinal endings, long or short
month names (with a full stop: the news-agency short forms, which leave March to July whole), capitals. A shift is a multiple of
seven days, so that weekday names stay true without being touched.
"""
import datetime
import re

ENGLISH = "January February March April May June July August September October November December".split()
FRENCH = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
AGENCY = "Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec.".split()

MONTH = r"(?P<M>(?:" + "|".join(ENGLISH) + r")\b|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
MONTHS = MONTH.replace("(?P<M>(?:", "(?P<M>(?:" + "|".join(m.upper() for m in ENGLISH) + "|", 1)
YEAR = r"(?P<y>(?:19|20)\d\d)(?!\d)"
DAY = r"(?P<d>[12]\d|3[01]|0?[1-9])(?P<o>st|nd|rd|th)?"
BEFORE_MONTH = (r"(?:\b(?:[Ii]n|[Ss]ince|[Ll]ast|[Nn]ext|[Tt]his|[Ee]arly|[Ll]ate|mid|[Uu]ntil|till|[Bb]y|[Ff]rom|[Oo]f|[Bb]efore|[Aa]fter|"
                r"[Dd]uring|and|to)[ -])")

# In order of precedence: what an earlier form has found, a later one can't.
FORMS = [re.compile(pattern) for pattern in (
    r"(?<![\d.])(?P<y>(?:19|20)\d\d)(?P<s>[-/])(?P<m>0[1-9]|1[0-2]|[1-9](?!\d))(?P=s)(?P<d>[12]\d|3[01]|0?[1-9])(?!\d)",  # 2016-09-25 2016/09/25
    r"(?<![\d.])(?P<d>[12]\d|3[01]|0?[1-9])\.(?P<m>0[1-9]|1[0-2])\." + YEAR,                             # 28.11.2016
    r"(?<![\w.,:/-])" + DAY + r"(?: of)? " + MONTHS + r"(?:,? " + YEAR + r")?(?!\d)",                     # 28 Sep, 2016; 24 of November 2024
    r"\b" + MONTHS + " " + DAY + r"(?![\d:]|,\d)(?:,? " + YEAR + r")?(?!\d)",                             # Sept. 9; Oct 1, 2016
    r"(?<![\w.,:/-])(?P<d>[12]\d|3[01]|[1-9])(?P<o>er)? (?P<M>" + "|".join(FRENCH) + r")\b(?: " + YEAR + r")?",
    r"\b" + MONTHS + r",? " + YEAR,                                                                       # November 2030
    r"\b(?P<M>" + "|".join(FRENCH) + r") " + YEAR,
    BEFORE_MONTH + r"(?P<M>" + "|".join(ENGLISH) + r")\b(?! \d)",                                         # in February
    r"\b(?P<M>" + "|".join(ENGLISH) + r")(?= (?:this|last|next) year)",
    r"\b(?:en|depuis|début|fin) (?P<M>" + "|".join(FRENCH) + r")\b",
    r"(?:(?<![\w.,:/#&-])|(?<=\d-))" + YEAR + r"(?![\w:/]|[.,]\d)",                                       # since 2029, 2003-2031
)]
# Only in addresses and file names, where eight digits can hardly be anything else.
COMPACT = re.compile(r"(?<!\d)(?P<y>20\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?!\d)")


def ordinal(day):
    return "th" if day in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def month_number(word):
    bare = word.rstrip(".").lower()
    for months in (ENGLISH, FRENCH):
        for number, month in enumerate(months, 1):
            if month.lower() == bare or (months is ENGLISH and len(bare) in (3, 4) and month.lower().startswith(bare)):
                return number
    raise ValueError(word)


def month_word(number, like):
    """The name of a month in the style of the word `like`."""
    if like in FRENCH:
        return FRENCH[number - 1]
    if like.endswith("."):
        return AGENCY[number - 1]
    if like.isupper():
        return ENGLISH[number - 1].upper()
    if like in ENGLISH:
        return ENGLISH[number - 1]
    return "Sept" if len(like) == 4 and number == 9 else ENGLISH[number - 1][:3]


class DateSlot:
    """A date found in a text: the day (or a day inside the month or year), and how it is written."""

    def __init__(self, match, default_year):
        found = match.groupdict()
        self.begin, self.end = match.span()
        self.has_year = bool(found.get("y"))
        self.has_month = bool(found.get("m") or found.get("M"))
        self.has_day = bool(found.get("d"))
        year = int(found.get("y") or default_year)
        month = int(found["m"]) if found.get("m") else month_number(found["M"]) if found.get("M") else 7
        day = int(found["d"]) if self.has_day else 15 if self.has_month else 1
        self.date = datetime.date(year, month, day)  # ValueError: not a date
        # 2016-11-25 does not show how 5 would be written: digits on both sides are padded unless one is seen not to be.
        self.padded = bool(found.get("m")) and len(found["m"]) == 2 and len(found["d"]) == 2
        self.french = found.get("M") in FRENCH
        self.pieces, at = [], self.begin
        fields = sorted((match.span(name), name) for name in "ymMdo" if found.get(name))
        for (begin, end), name in fields:
            self.pieces += [match.string[at:begin], (name, match.string[begin:end])]
            at = end
        self.pieces.append(match.string[at:self.end])

    def moved(self, shift):
        return self.date + datetime.timedelta(days=shift)

    def keeps_its_year_unsaid(self, shift, default_year):
        """Whether the moved date, where it names no year, lies in the year that a reader would think of."""
        moved_year = (datetime.date(default_year, 7, 1) + datetime.timedelta(days=shift)).year
        return self.has_year or self.moved(shift).year == moved_year

    def written(self, shift):
        date, out = self.moved(shift), []
        for piece in self.pieces:
            if isinstance(piece, str):
                out.append(piece)
                continue
            name, old = piece
            if name == "y":
                out.append(str(date.year))
            elif name == "M":
                out.append(month_word(date.month, old))
            elif name == "o":
                out.append("" if self.french else ordinal(date.day))
            elif name == "d" and self.french:
                out.append("1er" if date.day == 1 else str(date.day))
            else:
                number = date.month if name == "m" else date.day
                out.append(f"{number:02d}" if self.padded or old[0] == "0" else str(number))
        return "".join(out)


def find_dates(text, default_year, compact=False):
    """The dates of a text, in order, none overlapping another."""
    taken, slots = [], []
    for form in FORMS + ([COMPACT] if compact else []):
        for match in form.finditer(text):
            if any(match.start() < end and match.end() > begin for begin, end in taken):
                continue
            try:
                slot = DateSlot(match, default_year)
            except ValueError:  # 31 February
                continue
            slots.append(slot)
            taken.append(match.span())
    return sorted(slots, key=lambda slot: slot.begin)
