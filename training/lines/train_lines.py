"""Trains the models that tell which lines of plain text are the article and which is its title, and writes their tables.

    python3 training/lines/train_lines.py --gold ../shared/gold --tool build/release/bin/training_line_evidence --command build/release/bin/hearsay --out models

Only pages whose GoldPage.part is "train" are used. The first model's scores that the second is trained on, and the figures that
are printed for "train", come from models that have not seen the page's site (folds by site).
"""
import argparse
import subprocess
import sys
import tempfile
import zlib
from collections import defaultdict
from pathlib import Path

import lightgbm
import numpy

from rows import columns_of, kept_lines, labels_of, make_texts, rows_of

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "pages"))
from scraped import counts, micro_f1, page_f1, words_of  # noqa: E402
from tree_table import write_trees  # noqa: E402

FOLDS = 2
MEASURED = ("rendered", "stripped", "marked")   # the scrapers of evaluation/: all of their texts are used, of the others a part
SHARE_OF_OTHERS = 0.5
SHARE_OF_CLUTTER = 0.4   # lines that the rules know for clutter are many and easy
SETTINGS = {"objective": "binary", "num_leaves": 56, "max_depth": 6, "min_data_in_leaf": 80, "max_bin": 127, "lambda_l2": 2.0,
            "feature_fraction": 0.5, "bagging_fraction": 0.7, "bagging_freq": 1, "seed": 1, "num_threads": 2, "verbose": -1,
            "deterministic": True, "force_row_wise": True}
FIRST = dict(SETTINGS, learning_rate=0.13)
SECOND = dict(SETTINGS, learning_rate=0.10)
FIRST_TREES, SECOND_TREES = 90, 60
TITLE = dict(SETTINGS, learning_rate=0.12, num_leaves=24, min_data_in_leaf=40)
TITLE_TREES = 60
TITLE_WITHIN, LONGEST_TITLE = 400, 45   # lines, words: as in line_model.cpp
CLUTTER = 12   # LineKind::kClutter


def fold_of(text):
    return zlib.crc32(text.site.encode()) % FOLDS


def is_used(text):
    return text.name in MEASURED or zlib.crc32(f"{text.id} {text.name}".encode()) % 100 < SHARE_OF_OTHERS * 100


def weight_of(text):
    return (1.0 if text.name in MEASURED else 0.6) * (0.5 if text.id.startswith("trafilatura") else 1.0)


class Data:
    def __init__(self, tool, texts, rows):
        self.tool, self.texts = tool, texts
        self.spans, self.kept, self.values = zip(*rows)
        self.labels = [labels_of(text, spans) for text, spans in zip(texts, self.spans)]
        self.names = columns_of(tool)
        self.context_names = subprocess.run([tool, "--context-columns"], stdout=subprocess.PIPE, text=True, check=True).stdout.split()

    def train(self, settings, trees, members, values, names, labels):
        labels = numpy.concatenate([labels[i] for i in members])
        weights = numpy.concatenate([numpy.full(len(self.labels[i]), weight_of(self.texts[i])) for i in members])
        kinds = numpy.concatenate([self.values[i][:, self.names.index("kind")] for i in members])
        easy = kinds == CLUTTER
        told = (labels >= 0) & (~easy | (numpy.random.RandomState(1).rand(len(labels)) < SHARE_OF_CLUTTER))
        weights[easy] /= SHARE_OF_CLUTTER
        table = numpy.concatenate([values[i] for i in members])[told]
        data = lightgbm.Dataset(table, labels[told], weight=weights[told], feature_name=names)
        return lightgbm.train(settings, data, num_boost_round=trees)

    def score(self, model, members, values, scores):
        found = model.predict(numpy.concatenate([values[i] for i in members]), raw_score=True, num_threads=2)
        at = 0
        for i in members:
            scores[i] = found[at:at + len(self.labels[i])]
            at += len(self.labels[i])

    def cross(self, settings, trees, values, names, labels=None):
        """Scores of all texts, of the train part by models that have not seen the site; and the model of the whole train part."""
        labels = self.labels if labels is None else labels
        scores = [None] * len(self.texts)
        train = [i for i, text in enumerate(self.texts) if text.part == "train"]
        for fold in range(FOLDS):
            seen = [i for i in train if fold_of(self.texts[i]) != fold and is_used(self.texts[i])]
            model = self.train(settings, trees, seen, values, names, labels)
            self.score(model, [i for i in train if fold_of(self.texts[i]) == fold], values, scores)
        whole = self.train(settings, trees, [i for i in train if is_used(self.texts[i])], values, names, labels)
        self.score(whole, [i for i, text in enumerate(self.texts) if text.part == "test"], values, scores)
        return scores, whole

    def with_context(self, scores):
        """The rows of the second model."""
        given = b"".join(numpy.uint32(len(s)).tobytes() + s.astype(numpy.float64).tobytes() for s in scores)
        done = subprocess.run([self.tool, "--context"], input=given, stdout=subprocess.PIPE, check=True)
        context = numpy.frombuffer(done.stdout, dtype=numpy.float32).reshape(-1, len(self.context_names))
        at, values = 0, []
        for own in self.values:
            values.append(numpy.hstack([own, context[at:at + len(own)]]))
            at += len(own)
        return values

    def title_labels(self):
        """1 for lines that are the title's words and no others; -1 for lines that LineModel does not ask about."""
        count = self.names.index("words")
        found = []
        for text, spans, values in zip(self.texts, self.spans, self.values):
            data = text.text.encode("utf-8", "replace")
            title = words_of(text.title)
            labels = numpy.zeros(len(spans), dtype=numpy.int8)
            asked = (numpy.arange(len(spans)) < TITLE_WITHIN) & (values[:, count] > 0) & (values[:, count] <= numpy.log2(1 + LONGEST_TITLE))
            labels[~asked] = -1
            if text.id.startswith("trafilatura"):   # whose titles are often those of <title>, or not given
                labels[:] = -1
                asked[:] = False
            for i in numpy.flatnonzero(asked):
                begin, end = spans[i]
                labels[i] = end - begin < 800 and bool(title) and words_of(data[begin:end].decode("utf-8", "replace")) == title
            found.append(labels)
        return found

    def print_titles(self, scores, labels):
        """Of the texts in which the title stands: how often the best line is it, and with a score above 0; and the same of the rules'."""
        by = defaultdict(list)
        place = self.names.index("from_title"), self.names.index("title_known")
        for text, values, score, label in zip(self.texts, self.values, scores, labels):
            if not (label == 1).any():
                continue
            best = numpy.where(label >= 0, score, -100).argmax()
            ruled = (values[:, place[0]] == 0) & (values[:, place[1]] == 1)
            by[text.name, text.part].append((label[best] == 1, label[best] == 1 and score[best] > 0, score[best] > 0,
                                             (label[ruled] == 1).any()))
        print("titles: best is right, and above 0, any above 0, rules right")
        for key, rows in by.items():
            print(f"  {key[0]:16}{key[1]:6} n {len(rows):4} " + " ".join(f"{numpy.mean(column):.3f}" for column in zip(*rows)), flush=True)

    def print_figures(self, name, keeps):
        by = defaultdict(list)
        for text, spans, keep in zip(self.texts, self.spans, keeps):
            if text.id.startswith("trafilatura"):
                continue
            found = counts(text.labels, kept_lines(text, spans, keep))
            by[text.name, text.part].append(found)
            if text.name == "rendered":
                by["rendered " + text.id.split("/")[0], text.part].append(found)
        print(name)
        for shape in dict.fromkeys(shape for shape, _ in by):
            print(f"  {shape:16}" + "  ".join(f"{part} n {len(by[shape, part]):4} lines {micro_f1(by[shape, part]):.4f} "
                                              f"pages {page_f1(by[shape, part]):.4f}" for part in ("train", "test")), flush=True)


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--gold", type=Path, required=True)
    options.add_argument("--tool", required=True)
    options.add_argument("--out", type=Path)
    options.add_argument("--command", required=True, help="the built hearsay, which reads the pages of which only segments are known")
    given = options.parse_args()
    texts = make_texts(given.gold, given.command)
    with tempfile.TemporaryDirectory() as folder:
        data = Data(given.tool, texts, rows_of(given.tool, texts, folder))
    data.print_figures("rules", [kept & 1 > 0 for kept in data.kept])
    first, model = data.cross(FIRST, FIRST_TREES, data.values, data.names)
    data.print_figures("first model", [s > 0 for s in first])
    values, names = data.with_context(first), data.names + data.context_names
    second, context = data.cross(SECOND, SECOND_TREES, values, names)
    data.print_figures("both models", [s > 0 for s in second])
    labels = data.title_labels()
    titles, title = data.cross(TITLE, TITLE_TREES, values, names, labels)
    data.print_titles(titles, labels)
    if given.out:
        write_trees(model, data.names, given.out / "text_lines.trees", "Is a line of plain text body?")
        write_trees(context, names, given.out / "text_lines_context.trees", "The same, given the first scores of the page's lines.")
        write_trees(title, names, given.out / "text_title.trees", "Is a line of plain text the title?")


if __name__ == "__main__":
    main()
