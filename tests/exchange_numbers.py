"""Numbers that are no dates: found in digits or words, and exchanged so that the same number stays the same and order is kept.

Left alone: numbers up to two; what counts time ("two-day", "40-minute", "three of the seven days"); clock times, ordinals,
percentages; digits inside names and file names. A round number becomes a round one.
"""
import re

UNITS = ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
         "nineteen").split()
TENS = dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10)))
VALUES = {**{word: value for value, word in enumerate(UNITS)}, **TENS}

WORD = r"\b(?:(?:%s)(?:-(?:%s))?|%s)\b" % ("|".join(TENS), "|".join(UNITS[1:10]), "|".join(UNITS[3:]))
UNIT = r"(?:second|minute|min|hour|day|night|week|weekend|month|year|decade|jour|heure|semaine|mois|an|century|centurie)s?\b"
TIME = (r"[ -](?:(?:of|or|to) )?(?:(?:the|its|their|more|other|past|last|next|working|full|straight|and a half)[ -])?"
        r"(?:(?:\d+|" + WORD + r")[ -])?(?:" + UNIT + r")")
NUMBER = re.compile(
    # What is nothing to change comes first.
    r"(?P<keep>\d{1,2}(?::\d\d){1,2}(?!\d)|\d{1,2}h\d\d\b|\d[\d.,]*(?:%| ?percent\b| per cent\b)|(?:\d[\d,]*|" + WORD + r")" + TIME + r")"
    r"|(?<![\w.:/#&+])(?<!\d[,-])(?<![A-Za-z]-)(?P<digits>\d{1,3}(?:,\d{3})+|[1-9]\d*)(?P<fraction>\.\d+)?(?![\w:/]|[.,-]\d)"
    r"|(?P<word>" + WORD + r")", re.IGNORECASE)


def word_value(word):
    tens, _, unit = word.lower().partition("-")
    return VALUES[tens] + (VALUES[unit] if unit else 0)


def in_words(value):
    if value < 20:
        return UNITS[value]
    tens = next(word for word, number in TENS.items() if number == value - value % 10)
    return tens + ("-" + UNITS[value % 10] if value % 10 else "")


class NumberSlot:
    def __init__(self, match):
        self.begin, self.end = match.span()
        self.as_written = match.group()
        self.fraction = match.group("fraction") or ""
        self.is_word = match.group("word") is not None
        self.value = word_value(self.as_written) if self.is_word else int(match.group("digits").replace(",", ""))

    def written(self, table):
        new = table.get(self.value, self.value)
        if new == self.value:
            return self.as_written
        if self.is_word and new < 100:
            text = in_words(new)
            return text.capitalize() if self.as_written[0].isupper() else text
        return (f"{new:,}" if "," in self.as_written else str(new)) + self.fraction


def find_numbers(text):
    return [NumberSlot(match) for match in NUMBER.finditer(text) if match.group("keep") is None]


def draw_table(values, factor):
    """For each value another, in the same order; up to two they stay. `factor` is above 1."""
    table, last = {}, 2
    for value in sorted(set(values)):
        if value <= 2:
            table[value] = value
            continue
        step = 1
        while value % (step * 10) == 0:
            step *= 10
        if step >= value:
            step = max(1, step // 10)
        new = -int(-max(value * factor, last + 1) // step) * step
        while 1900 <= new < 2100:  # would read as a year
            new += step
        table[value] = last = new
    return table
