"""Writes ../english_words.tsv and ../english_forms.tsv from WordNet 3.0.

    apt-get download wordnet-base && dpkg-deb -x wordnet-base_*.deb wordnet
    python3 build_english.py wordnet/usr/share/wordnet
"""
import collections
import pathlib
import re
import sys

from table import write

SOURCE = "WordNet 3.0 (Princeton University), counts of its tagged texts"
WORD = re.compile(r"[a-z]{2,18}$")
CLASS = {"1": "noun", "2": "verb", "3": "adjective", "4": "adverb", "5": "adjective"}
# Words of closed classes stand in src/text/word_class.cpp; here they would only mislead.
CLOSED = set("""a an the this that these those he she it they we you i and or but nor if in on at by of to for from with as be
is are was were been being am have has had do does did can could may might must shall should will would not no so than then
there here who whom whose which what when where why how all any both each either neither some such us me him her them his its
our your their my own very too also just only even still yet about above after against along amid among around before behind
below beneath beside besides between beyond despite down during except inside into like near off onto out outside over past per
since through throughout till toward towards under until up upon via versus within without""".split())


def lemmatised_by_rule(form, lemma):
    """Whether src/text/lemma.cpp needs no entry: the regular endings."""
    endings = [("ies", "y"), ("es", ""), ("s", ""), ("ied", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e")]
    regular = {form[: -len(a)] + b for a, b in endings if form.endswith(a)}
    doubled = re.fullmatch(r"(.*?)([bdfgklmnprstvz])\2(ed|ing)", form)
    if doubled:
        regular.add(doubled[1] + doubled[2])
    return lemma in regular


def main():
    folder = pathlib.Path(sys.argv[1])
    counts = collections.defaultdict(collections.Counter)
    for line in (folder / "cntlist.rev").read_text().splitlines():
        key, _, count = line.split()
        word, sense = key.split("%")
        if WORD.match(word) and word not in CLOSED:
            counts[word][CLASS[sense[0]]] += int(count)
    for line in (folder / "index.verb").read_text().splitlines():
        word = line.split(" ", 1)[0]
        if not line.startswith(" ") and WORD.match(word) and word not in CLOSED:
            counts[word]["verb"] += 0
    rows = [[word] + [str(by[c]) if c in by else "" for c in ("noun", "verb", "adjective", "adverb")] for word, by in counts.items()]
    write(pathlib.Path(__file__).parent.parent / "english_words.tsv",
          "English words in their base form and how often each is a noun, a verb, an adjective, an adverb in WordNet's tagged texts.\n"
          "0: WordNet knows the word so, but its texts do not have it; empty: it does not know it so.",
          SOURCE, ["word", "noun", "verb", "adjective", "adverb"], rows)
    forms = []
    for name in ("verb", "noun"):
        for line in (folder / f"{name}.exc").read_text().splitlines():
            form, lemma = line.split()[:2]
            if WORD.match(form) and WORD.match(lemma) and counts.get(lemma, {}).get(name, 0) > 2 and not lemmatised_by_rule(form, lemma):
                forms.append([form, lemma, name])
    write(pathlib.Path(__file__).parent.parent / "english_forms.tsv",
          "Irregular forms of English verbs and nouns.", SOURCE, ["form", "word", "class"], forms)


if __name__ == "__main__":
    main()
