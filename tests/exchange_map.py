"""What is exchanged for what: drawn from a file of names, or read from a file that an earlier exchange wrote.

A file of names (exchange/*.json):
    year        the year of dates that name none
    countries   codes of the countries that the pages speak of; exchange/countries.json has their forms
    abbreviated those of them that the pages also call by initials ("US", "U.S."): such a one is exchanged for another with initials
    names       groups {"kind", "forms", "to"?}: `forms` are words as the pages write them, variants of one name together. "to" lists
                what may stand for them, parallel to `forms`. Without "to" one is made up by kind: given-f, given-m, surname, place,
                or the pattern "noun Front" (adjective, noun, and literal words).
"""
import datetime
import json
import os
import random
import re

from exchange_numbers import draw_table

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "exchange")
GIVEN = {
    "given-f": "Alma Berit Clara Daria Edith Farida Greta Helga Irma Jana Karin Leila Mina Nadja Olga Petra Rahel Selma Tamara Ulrika "
               "Vera Wanda Xenia Yara Zora Amina Bruna Celia Dora Elvira Flora Gisela Hanna Ida Judith Klara Lotte Marta Nora Paula",
    "given-m": "Adrian Bruno Cyril Dario Emil Fabian Gustav Henrik Igor Jakob Konrad Leon Milan Norman Oskar Pavel Quentin Roman Stefan "
               "Timur Ulrich Valentin Werner Xavier Yannik Zoltan Albin Bertil Clement Damir Egon Ferdinand Gregor Hugo Ivan Julian",
}
GIVEN_LISTS = {kind: names.split() for kind, names in GIVEN.items()}
ADJECTIVES = "Eastern Western Southern Central Upper Lower Inner Outer United Golden Crimson Silver Iron Copper Coastal Alpine".split()
NOUNS = "Morning Harvest River Falcon Lantern Cedar Anchor Thunder Horizon Meadow Granite Compass Willow Eagle Harbour Summit".split()
ONSETS = "B Br D Dr F G Gr H J K Kl L M N P Pr R S St T Tr V W Z".split()
VOWELS = "a e i o u".split()
MIDDLES = "l r n m v d t k b g nd ld rk rm lt st nk rv".split()
ENDINGS = {"surname": "an en in or er ov ak ek id el om und art olt eck ic ano ello im ath".split(),
           "place": "ava ina ora esk olm ovo eda ula ago imo ank elt ura une ossa ield".split()}


class MapError(Exception):
    """A file of names or a mapping that can't be used."""


def invented(kind, rng):
    vowel, middle = rng.choice(VOWELS), rng.choice(MIDDLES)
    extra = rng.choice(VOWELS) + rng.choice(MIDDLES[:10]) if rng.random() < 0.4 else ""
    return rng.choice(ONSETS) + vowel + middle + extra + rng.choice(ENDINGS[kind])


def make_up(kind, rng):
    if kind in GIVEN_LISTS:
        return rng.choice(GIVEN_LISTS[kind])
    if kind in ENDINGS:
        return invented(kind, rng)
    words = {"adjective": ADJECTIVES, "noun": NOUNS}
    return " ".join(rng.choice(words[word]) if word in words else word for word in kind.split())


class Names:
    """A file of names, checked."""

    def __init__(self, path):
        with open(path, encoding="utf-8") as f:
            content = json.load(f)
        self.year = content["year"]
        self.countries = content["countries"]
        self.abbreviated = content.get("abbreviated", [])
        self.groups = content["names"]
        with open(os.path.join(FOLDER, "countries.json"), encoding="utf-8") as f:
            self.table = json.load(f)
        seen = set()
        for group in self.groups:
            for to in group.get("to", []):
                if len(to) != len(group["forms"]):
                    raise MapError(f"{path}: {group['forms']}: not parallel to {to}")
            for form in group["forms"]:
                if form in seen:
                    raise MapError(f"{path}: '{form}' twice")
                seen.add(form)
            if not group.get("to") and len(group["forms"]) > 1:
                raise MapError(f"{path}: {group['forms']}: several forms need a 'to'")

    def forms(self):
        """Every form that a mapping drawn from these names has, whatever the draw."""
        return self.draw(random.Random(0), {}, 7).forms

    def country_forms(self, code, abbreviated):
        row = self.table["abbreviated"].get(code) if abbreviated else self.table["others"].get(code) or self.table["pool"].get(code)
        if row is None:
            raise MapError(f"no country '{code}' in countries.json")
        return row[:7] + row[7] if abbreviated else row

    def draw(self, rng, numbers, shift_days):
        """A mapping: `numbers` is its table of numbers."""
        forms, codes, taken = {}, {}, set(self.countries)
        for code in self.countries:
            short = code in self.abbreviated
            other = rng.choice(sorted(set(self.table["abbreviated" if short else "pool"]) - taken))
            taken.add(other)
            codes[code] = other
            for form, to in zip(self.country_forms(code, short), self.country_forms(other, short)):
                forms.setdefault(form, to)  # the Maltese are people of a Maltese kind: the adjective is the commoner
        used = set(forms) | set(forms.values()) | {form for group in self.groups for form in group["forms"]}
        for group in self.groups:
            for _ in range(1000):
                to = rng.choice(group["to"]) if group.get("to") else [make_up(group["kind"], rng)]
                if not used & set(to):
                    break
            else:
                raise MapError(f"nothing left to stand for {group['forms']}")
            used |= set(to)
            forms.update(zip(group["forms"], to))
        # A dateline writes its place in capitals.
        forms.update({form.upper(): to.upper() for form, to in forms.items()
                      if re.fullmatch(r"[A-Z][a-z]+(?: [A-Z][a-z]+)*", form) and form.upper() not in forms})
        return Mapping(shift_days, self.year, forms, codes, numbers)


class Mapping:
    """shift_days: what dates move by. year: of dates that name none. forms: words for words. codes: of countries. numbers: for numbers."""

    def __init__(self, shift_days, year, forms, codes, numbers):
        if shift_days % 7:
            raise MapError(f"{shift_days} days: weekdays stay true only for a multiple of seven")
        self.shift_days, self.year, self.forms, self.codes, self.numbers = shift_days, year, forms, codes, numbers

    @staticmethod
    def load(path):
        with open(path, encoding="utf-8") as f:
            content = json.load(f)
        return Mapping(content["shift_days"], content["year"], content["forms"], content["codes"],
                       {int(number): to for number, to in content["numbers"].items()})

    def save(self, path):
        content = {"shift_days": self.shift_days, "year": self.year, "forms": self.forms, "codes": self.codes,
                   "numbers": {str(number): to for number, to in sorted(self.numbers.items())}}
        with open(path, "w", encoding="utf-8") as f:
            json.dump(content, f, ensure_ascii=False, indent=1)
            f.write("\n")

    def moved_year(self):
        """The year of the middle of `year`, moved."""
        return (datetime.date(self.year, 7, 1) + datetime.timedelta(days=self.shift_days)).year

    def inverse(self):
        """The way back. Where two forms went to one ("US" and "USA" to "UK"), the first comes back."""
        back = {}
        for form, to in self.forms.items():
            back.setdefault(to, form)
        return Mapping(-self.shift_days, self.moved_year(), back, {to: code for code, to in self.codes.items()},
                       {to: number for number, to in self.numbers.items()})


def draw_shift(rng, dates, year):
    """A multiple of seven days, by years and some weeks, under which no date without a year leaves its year."""
    for _ in range(1000):
        shift = 364 * rng.randint(-12, 6) + 7 * rng.choice((-4, -3, -2, -1, 1, 2, 3, 4))
        if all(date.keeps_its_year_unsaid(shift, year) for date in dates):
            return shift
    raise MapError("no shift keeps every date that names no year in the year it is thought in")


def draw_numbers(rng, values):
    return draw_table(values, 1.15 + 0.5 * rng.random())
