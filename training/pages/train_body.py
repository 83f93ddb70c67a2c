"""Trains the two models of a page's body and writes their tables.

    python3 training/pages/train_body.py --gold ../shared/gold --tool build/release/bin/training_page_features --out models

Only pages whose GoldPage.part is "train" are used. The first model's scores that the second is trained on, and all figures
that are printed, come from models that have not seen the page's site (five folds by site).
"""
import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import lightgbm
import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "evaluation"))
sys.path.insert(0, str(Path(__file__).resolve().parent))
from block_labels import label_page  # noqa: E402
from pages import mean, segment_f, segments, shingle_f1, shingle_rates, word_f1  # noqa: E402
from pages_gold import read_pages  # noqa: E402
from page_variants import variant_of  # noqa: E402
from tree_table import write_trees  # noqa: E402

FOLDS = 5
RULED_BODY = 1
MOST_WORDS = 120       # of a block, that count for its weight
FAR_NEGATIVES = 0.34   # of the blocks that neither gold nor rules take, the part that is trained on, with that much more weight
SET_WEIGHT = {"trafilatura": 1, "wcxb": 1, "fundus": 2}   # of a page; fundus has few, and all are news
VARIANT_WEIGHT = 0.3   # of a page laid out anew
COMMON = dict(objective="binary", max_bin=63, feature_fraction=0.3, bagging_fraction=0.7, bagging_freq=1, lambda_l2=1.0,
              min_data_in_leaf=60, min_sum_hessian_in_leaf=0.02, seed=7, deterministic=True, force_row_wise=True,
              num_threads=1, verbose=-1)
FIRST = dict(COMMON, learning_rate=0.1, num_leaves=31, max_depth=6)
FIRST_ROUNDS = 150
SECOND = dict(COMMON, learning_rate=0.1, num_leaves=24, max_depth=5)
SECOND_ROUNDS = 100


class Pages:
    """The gold's pages with their blocks, labels and weights."""

    def __init__(self, gold, tool, folder):
        self.pages = read_pages(gold)
        self.tool, self.folder = tool, folder
        contents = [page.html() for page in self.pages]
        self.originals = len(self.pages)
        for number, page in enumerate(self.pages[:]):
            variant = variant_of(number, contents[number]) if page.part == "train" else None
            if variant:
                self.pages.append(page)
                contents.append(variant)
        self.files = []
        for number, content in enumerate(contents):
            file = folder / f"{number:05d}.html"
            file.write_bytes(content)
            self.files.append(str(file))
        self.names, self.rows, found = self.run("first")
        self.texts = [[text for text, _ in blocks] for blocks in found]
        self.ruled = np.array([use for blocks in found for _, use in blocks])
        self.ends = np.cumsum([len(blocks) for blocks in found])
        self.starts = np.concatenate([[0], self.ends[:-1]])
        self.page_of = np.repeat(np.arange(len(found)), [len(blocks) for blocks in found])
        self.is_train = np.array([page.part == "train" for page in self.pages])
        fold = [int(hashlib.md5(page.site.encode()).hexdigest(), 16) % FOLDS for page in self.pages]
        self.fold = np.array(fold)[self.page_of]
        self.label_all()

    def run(self, name, scores=None):
        """Names of the values, the rows, and each page's blocks."""
        rows = self.folder / f"{name}.rows"
        command = [self.tool, str(rows)]
        if scores is not None:
            (self.folder / "scores").write_bytes(np.asarray(scores, dtype="f8").tobytes())
            command.append(str(self.folder / "scores"))
        done = subprocess.run(command, input="\n".join(self.files) + "\n", stdout=subprocess.PIPE, text=True, check=True)
        lines = [json.loads(line) for line in done.stdout.splitlines()]
        names = lines[0]["names"]
        return names, np.fromfile(rows, dtype="f4").reshape(-1, len(names)), [page["blocks"] for page in lines[1:]]

    def label_all(self):
        self.label = np.zeros(len(self.rows), dtype="i1")
        self.weight = np.zeros(len(self.rows))
        words = self.rows[:, self.names.index("words")]
        for number, page in enumerate(self.pages):
            labels = label_page(page, self.texts[number]) if self.is_train[number] else None
            if labels is None:
                continue
            span = slice(self.starts[number], self.ends[number])
            self.label[span] = [label for label, _ in labels]
            weight = np.array([weight for _, weight in labels])
            if page.text:
                weight = weight * (1 + np.minimum(words[span], MOST_WORDS) ** 0.7)
            if weight.sum() > 0:
                self.weight[span] = weight / weight.sum() * SET_WEIGHT[page.set]
                if number >= self.originals:
                    self.weight[span] *= VARIANT_WEIGHT

    def chosen(self):
        """Indices of the blocks to train on, and their weights."""
        near = (self.label == 1) | (self.ruled > 0)
        drawn = np.random.default_rng(1).random(len(self.label)) < FAR_NEGATIVES
        index = np.where((self.weight > 0) & (near | drawn))[0]
        weight = np.where(near, self.weight, self.weight / FAR_NEGATIVES)[index]
        return index, weight * len(index) / weight.sum()

    def figures(self, selected, part):
        """One line of figures of the blocks selected, joined as text."""
        rows = {"trafilatura": [], "wcxb": [], "fundus": []}
        for number, page in enumerate(self.pages[:self.originals]):
            if page.part != part:
                continue
            keep = selected[self.starts[number]:self.ends[number]]
            text = "\n".join(text for text, kept in zip(self.texts[number], keep) if kept)
            measure = {"trafilatura": segments, "wcxb": word_f1, "fundus": shingle_rates}[page.set]
            rows[page.set].append(measure(page, text))
        return (f'trafilatura F {segment_f(rows["trafilatura"]):.4f}  wcxb F1 {mean(rows["wcxb"]):.4f}  '
                f'fundus F1 {shingle_f1(rows["fundus"]):.4f}')


def fit(pages, rows, options, rounds):
    """The model of all training pages; and scores: each training page's by a model that has not seen its site, the others' by
    the model of all."""
    index, weight = pages.chosen()
    data = lightgbm.Dataset(rows[index], pages.label[index], weight=weight, params=options).construct()
    scores = np.zeros(len(rows))
    in_train = pages.is_train[pages.page_of]
    for fold in range(FOLDS):
        model = lightgbm.train(options, data.subset(np.where(pages.fold[index] != fold)[0]), rounds)
        held = np.where(in_train & (pages.fold == fold))[0]
        scores[held] = model.predict(rows[held], raw_score=True, num_threads=1)
    model = lightgbm.train(options, data, rounds)
    held = np.where(~in_train)[0]
    scores[held] = model.predict(rows[held], raw_score=True, num_threads=1)
    return model, scores


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--tool", required=True, help="training_page_features")
    parser.add_argument("--out", type=Path, required=True, help="folder for the tables")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        pages = Pages(options.gold, options.tool, Path(folder))
        print(f"{'rules':8} train  {pages.figures(pages.ruled == RULED_BODY, 'train')}", flush=True)
        first, scores = fit(pages, pages.rows, FIRST, FIRST_ROUNDS)
        print(f"{'first':8} train  {pages.figures(scores > 0, 'train')}", flush=True)
        names, rows, _ = pages.run("second", scores)
        second, scores = fit(pages, rows, SECOND, SECOND_ROUNDS)
        print(f"{'second':8} train  {pages.figures(scores > 0, 'train')}", flush=True)
        write_trees(first, pages.names, options.out / "page_body.trees", "A block of a page by itself: is it the article's?")
        write_trees(second, names, options.out / "page_body_context.trees", "A block of a page among the others: is it the article's?")


if __name__ == "__main__":
    main()
