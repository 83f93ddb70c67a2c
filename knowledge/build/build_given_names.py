"""Writes ../given_names.tsv from Faker's lists of first names and given_names_by_hand.txt.

    apt-get install wamerican
    pip install faker==40.63.0
    python3 build_given_names.py

Kept of Faker's names: those of at least three of its locales, and all of the locales in WHOLE, whose names the others
lack. A name that is also an English word ("Grace", "Mark") is marked.
"""
import collections
import importlib
import pathlib
import re

import faker.providers.person as person

from table import write

HERE = pathlib.Path(__file__).parent
WORDS = pathlib.Path("/usr/share/dict/american-english")
HEADER = """Given names of persons, as English news writes them. word: `word` where the name is also an ordinary English word."""
WHOLE = "en_US en_GB en_IN en_PK ha_NG ig_NG ja_JP sw zh_CN fr_DZ fr_FR es_ES it_IT pl_PL tr_TR az_AZ".split()
SHAPE = re.compile(r"^[A-ZÀ-Ž][A-Za-zÀ-ž'’-]+$")


def faker_names():
    found = collections.defaultdict(set)
    for folder in sorted(pathlib.Path(person.__file__).parent.iterdir()):
        if not (folder / "__init__.py").exists():
            continue
        provider = importlib.import_module(f"faker.providers.person.{folder.name}").Provider
        for attribute in dir(provider):
            if not re.match(r"first_names|first_romanized_names", attribute):
                continue
            values = getattr(provider, attribute)
            if isinstance(values, (list, tuple, dict)):
                for value in values:
                    if isinstance(value, str) and SHAPE.match(value):
                        found[value].add(folder.name)
    return {name for name, locales in found.items() if len(locales) >= 3 or locales & set(WHOLE)}


def main():
    words = {w for w in WORDS.read_text(encoding="utf-8").split() if w == w.lower() and "'" not in w}
    source = {name: "faker 40.63.0" for name in faker_names()}
    for line in (HERE / "given_names_by_hand.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            for name in line.split():
                source.setdefault(name, "hand")
    write(HERE.parent / "given_names.tsv", HEADER, None, ["name", "word", "source"],
          [[name, "word" if name.lower() in words else "", where] for name, where in source.items() if len(name) > 2])


if __name__ == "__main__":
    main()
