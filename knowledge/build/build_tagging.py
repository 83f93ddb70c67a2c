"""Writes ../english_closed.tsv and ../english_transitions.tsv: counts over the training parts of UD English EWT and GUM.

    python3 build_tagging.py en_ewt-train.conllu.gz en_gum-train.conllu.gz
"""
import collections
import gzip
import pathlib
import sys

from build_english import CLOSED
from table import write

SOURCE = "counted in UD English EWT and GUM 2.16, training parts (CC BY-SA 4.0, CC BY 4.0)"
OPEN = {"NAME", "NN", "NNS", "ADJ", "ADV", "VB", "VBP", "VBZ", "VBD", "VBN", "VBG", "NUM", "OTHER"}
OPENING, CLOSING = {"``", "“", "«"}, {"''", "”", "»"}


def tag(form, lemma, upos, xpos):
    low = form.lower()
    if upos == "PUNCT":
        if xpos == "``":
            return "OPEN"
        if xpos == "''":
            return "CLOSE"
        return "COMMA" if form in ",;" else "STOP" if form in (".", "!", "?", "...", "…") else "MID"
    if upos == "SYM":
        return "MID"
    if low in ("n't", "not", "n’t"):
        return "NEG"
    if xpos == "POS":
        return "CLITIC"
    if xpos == "TO" and upos == "PART":
        return "TO"
    if xpos == "MD":
        return "MODAL"
    if upos in ("AUX", "VERB") and lemma in ("be", "have", "do"):
        return {"be": "BE", "have": "HAVE", "do": "DO"}[lemma]
    if upos in ("VERB", "AUX"):
        return xpos if xpos in ("VB", "VBP", "VBZ", "VBD", "VBN", "VBG") else "OTHER"
    if upos == "PROPN":
        return "NAME"
    if upos == "NOUN":
        return "NNS" if xpos == "NNS" else "NN"
    if upos == "NUM":
        return "NUM"
    if xpos in ("WP", "WDT", "WP$", "WRB"):
        return "WH"
    if xpos == "PRP$":
        return "POSS"
    if upos == "PRON" and xpos in ("PRP", "EX"):
        return "OBJ" if low in ("me", "us", "him", "them", "her") or low.endswith(("self", "selves")) else "PRON"
    if upos == "DET" or xpos in ("DT", "PDT"):
        return "DET" if upos == "DET" else "PRON"
    if upos == "CCONJ":
        return "CONJ"
    if upos == "SCONJ":
        return "SUB"
    if upos == "ADP":
        return "PREP"
    if upos == "ADJ":
        return "ADJ"
    if upos == "ADV":
        return "ADV"
    if upos == "PRON":
        return "PRON"
    return "OTHER"


def main():
    words, transitions = collections.defaultdict(collections.Counter), collections.defaultdict(collections.Counter)
    for path in sys.argv[1:]:
        for sentence in gzip.open(path, "rt", encoding="utf-8").read().split("\n\n"):
            last = "START"
            for line in sentence.splitlines():
                cells = line.split("\t")
                if len(cells) < 10 or not cells[0].isdigit():
                    continue
                form, lemma, upos, xpos = cells[1:5]
                t = tag(form, lemma, upos, xpos)
                words[form.lower().replace("’", "'")][t] += 1
                transitions[last][t] += 1
                last = t
    rows = []
    for word, tags in words.items():
        total = sum(tags.values())
        closed = sum(n for t, n in tags.items() if t not in OPEN)
        if word not in CLOSED and (total < 8 or closed < 0.15 * total) or not any(c.isalpha() for c in word):
            continue
        for t, n in tags.items():
            if n >= min(total, max(2, 0.01 * total)):
                rows.append([word, t, str(n)])
    folder = pathlib.Path(__file__).parent.parent
    write(folder / "english_closed.tsv", "Words of English with grammatical functions: how often each is of which class.\n"
          "Classes: src/text/word_class.h.", SOURCE, ["word", "class", "count"], rows)
    rows = [[a, b, str(n)] for a, to in transitions.items() for b, n in to.items()]
    write(folder / "english_transitions.tsv", "How often one class of words follows another (START: begins a sentence).",
          SOURCE, ["class", "next", "count"], rows)


if __name__ == "__main__":
    main()
