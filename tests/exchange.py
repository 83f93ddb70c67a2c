#!/usr/bin/env python3
"""Exchanges, in pages, persons, places, groups and countries for others, moves all dates, and changes numbers.

usage: exchange.py (--map FILE | --seed N --names FILE) [--inverse] [--write-map FILE] --out FOLDER PAGE...
       exchange.py --map FILE [--inverse] --records < RECORDS.jsonl
       exchange.py --multiply N --seed N [--names FILE] --out FOLDER SAMPLES_FOLDER

An engine that reads what pages say, and does not know the news by heart, finds the same record in an exchanged page, up to the
exchange. Countries go with demonym and capital; dates (those in addresses too) move by one multiple of seven days, so that weekdays
stay true; the same number becomes the same number and order is kept; news agencies and the United Nations stay.
Pages are text or HTML, and keep their file names.

The first form draws a mapping, or takes one from --map, and writes the pages; --write-map keeps the mapping drawn. The second
carries the values of exported records over, so that records of the pages before and after can be compared (ids and offsets can't).
The third writes N distinct pages made of the samples, each by a mapping of its own: for tests of killing, and for speed.
"""
import argparse
import glob
import json
import os
import random
import re
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from exchange_dates import ENGLISH  # noqa: E402
from exchange_map import FOLDER, MapError, Mapping, Names, draw_numbers, draw_shift  # noqa: E402
from exchange_slots import DATE, LITERAL, NUMBER, Finder, written  # noqa: E402

LEAST_SLOTS = 10  # a sample with fewer has nothing in it to make pages of


def read_text(path):
    with open(path, encoding="utf-8", newline="") as f:
        return f.read()


def write_text(path, text):
    with open(path, "w", encoding="utf-8", newline="") as f:
        f.write(text)


def dates_and_numbers(pages):
    """All dates and all values of numbers in pages given as slots."""
    dates = [value for page in pages for kind, value in page if kind == DATE]
    values = [value[2].value for page in pages for kind, value in page if kind == NUMBER]
    return dates, values


def draw_mapping(names, texts, seed):
    """The mapping for a set of pages that belong together."""
    rng = random.Random(seed)
    finder = Finder(names.forms(), names.year)
    dates, values = dates_and_numbers([finder.slots(text) for text in texts])
    return names.draw(rng, draw_numbers(rng, values), draw_shift(rng, dates, names.year))


class Exchange:
    """One mapping, applied to texts, pages and records."""

    def __init__(self, mapping):
        self.mapping = mapping
        self.finder = Finder(mapping.forms, mapping.year)
        self.codes = re.compile(r"\b(?:" + "|".join(mapping.codes) + r")\b") if mapping.codes else re.compile(r"(?!)")

    def text(self, text):
        return written(self.finder.slots(text), self.mapping)

    def record(self, value, key=""):
        """A value out of an exported record: words, dates, codes of countries and counts carried over; ids and offsets left."""
        if isinstance(value, dict):
            return {k: self.record(v, "counts" if key == "counts" else k) for k, v in value.items()}
        if isinstance(value, list):
            return [self.record(element, key) for element in value]
        if isinstance(value, str):
            if key == "code" or key.endswith("_code") or key in ("country", "codes"):
                return self.codes.sub(lambda match: self.mapping.codes[match.group()], value)
            if value in ENGLISH:  # a month alone is one only behind its preposition, which the span leaves out
                return self.text("in " + value)[len("in "):]
            return value if key == "id" or key.endswith("sha256") else self.text(value)
        if isinstance(value, int) and not isinstance(value, bool) and key in ("counts", "low", "high"):
            return self.mapping.numbers.get(value, value)
        return value


def multiply(count, seed, names, folder, out):
    """Writes `count` distinct pages. Returns how many samples they are made of."""
    paths = sorted(path for ending in ("html", "htm", "txt") for path in glob.glob(os.path.join(glob.escape(folder), "*." + ending)))
    finder = Finder(names.forms(), names.year)
    samples = [(path, finder.slots(read_text(path))) for path in paths]
    samples = [(os.path.splitext(os.path.basename(path)), slots, *dates_and_numbers([slots]))
               for path, slots in samples if sum(kind != LITERAL for kind, _ in slots) >= LEAST_SLOTS]
    if not samples:
        raise MapError(f"no sample page in {folder}")
    seen = set()
    for i in range(count):
        (stem, ending), slots, dates, values = samples[i % len(samples)]
        for attempt in range(100):
            rng = random.Random(f"{seed}/{i}/{attempt}")
            mapping = names.draw(rng, draw_numbers(rng, values), draw_shift(rng, dates, names.year))
            text = written(slots, mapping)
            if hash(text) not in seen:
                break
        seen.add(hash(text))
        write_text(os.path.join(out, f"{i:06d}-{stem}{ending}"), text)
    return len(samples)


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", nargs="*", metavar="PAGE")
    parser.add_argument("--map", metavar="FILE")
    parser.add_argument("--seed", type=int)
    parser.add_argument("--names", metavar="FILE")
    parser.add_argument("--inverse", action="store_true")
    parser.add_argument("--write-map", metavar="FILE")
    parser.add_argument("--out", metavar="FOLDER")
    parser.add_argument("--records", action="store_true")
    parser.add_argument("--multiply", type=int, metavar="N")
    options = parser.parse_args(arguments)
    try:
        if options.out:
            os.makedirs(options.out, exist_ok=True)
        if options.multiply is not None:
            if options.seed is None or not options.out or len(options.pages) != 1:
                parser.error("--multiply needs --seed, --out and one folder of samples")
            names = Names(options.names or os.path.join(FOLDER, "samples.json"))
            made_of = multiply(options.multiply, options.seed, names, options.pages[0], options.out)
            print(f"{options.multiply} pages made of {made_of}")
            return 0
        if options.map:
            mapping = Mapping.load(options.map)
        elif options.seed is not None and options.names:
            mapping = draw_mapping(Names(options.names), [read_text(path) for path in options.pages], options.seed)
        else:
            parser.error("say what to exchange: --map FILE, or --seed N and --names FILE")
        if options.write_map:
            mapping.save(options.write_map)
        exchange = Exchange(mapping.inverse() if options.inverse else mapping)
        if options.records:
            for line in sys.stdin:
                print(json.dumps(exchange.record(json.loads(line)), ensure_ascii=False))
            return 0
        if not options.out or not options.pages:
            parser.error("pages and --out FOLDER are needed")
        for path in options.pages:
            write_text(os.path.join(options.out, os.path.basename(path)), exchange.text(read_text(path)))
        return 0
    except (MapError, OSError, ValueError, KeyError) as error:
        print(f"exchange.py: {error}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
