"""Which blocks of a page belong to its article, by the gold.

WCXB and fundus give the whole text: blocks are aligned with it by runs of four words, in order, so that a teaser that repeats a
paragraph elsewhere on the page is not taken for it. trafilatura gives segments that must or must not be found: only the blocks
that hold them get a label.
"""
import re
from bisect import bisect_left
from collections import defaultdict

WORD = re.compile(r"\w+")
RUN = 4
MOST_PLACES = 6          # at which a run of words is looked for in the gold
LONGEST_CHAIN_INPUT = 3000


def words_of(text):
    return WORD.findall(text.lower())


def label_page(page, texts):
    """[(label, weight) or None] for each block; None where the page says nothing of use."""
    if page.text:
        return by_text(page.text, texts)
    return by_segments(page, texts)


def by_text(gold_text, texts):
    gold = words_of(gold_text)
    lines = {tuple(words_of(line)) for line in gold_text.splitlines()}
    places = defaultdict(list)
    for at in range(len(gold) - RUN + 1):
        places[tuple(gold[at:at + RUN])].append(at)
    blocks = [words_of(text) for text in texts]
    shares, found = [], []
    for block in blocks:
        share, at = matched(block, gold, places, lines)
        shares.append(share)
        found.append(at)
    chain = longest_chain(blocks, shares, found)
    covered = [False] * len(gold)
    for b, at in chain.items():
        for i in range(at, min(at + len(blocks[b]), len(gold))):
            covered[i] = True
    if sum(covered) < 0.5 * len(gold):
        return None                     # the gold is not of what the page shows
    labels = []
    for b, block in enumerate(blocks):
        share = shares[b]
        if share >= 0.3 and b not in chain and found[b]:
            # A repetition of what the chain has already.
            span = covered[found[b][0]:found[b][0] + len(block)]
            if span and sum(span) >= 0.7 * len(span):
                share = 0.0
        if not block:
            labels.append((0, 0.0))
        elif share >= 0.6:
            labels.append((1, 1.0))
        elif share <= 0.3:
            labels.append((0, 1.0))
        else:
            labels.append((int(share > 0.45), 0.3))
    short_ones(blocks, labels, gold, chain)
    return labels


def matched(block, gold, places, lines):
    """Share of the block's words that stand in runs of the gold, and where it may begin there."""
    if len(block) < RUN:
        if tuple(block) not in lines:
            return 0.0, []
        return 1.0, [at for at in occurrences(block, gold)][:MOST_PLACES]
    hit = [False] * len(block)
    starts = []
    for i in range(len(block) - RUN + 1):
        at = places.get(tuple(block[i:i + RUN]))
        if at:
            hit[i:i + RUN] = [True] * RUN
            if not starts:
                starts = [max(0, place - i) for place in at[:MOST_PLACES]]
    return sum(hit) / len(hit), starts


def occurrences(block, gold):
    n = len(block)
    return [at for at in range(len(gold) - n + 1) if gold[at:at + n] == block] if n else []


def longest_chain(blocks, shares, found):
    """{block: place in the gold}: of the blocks that the gold has, those that stand in its order, heaviest in words."""
    items = [(b, at) for b in range(len(blocks)) if shares[b] >= 0.6 for at in sorted(found[b], reverse=True)]
    items = items[:LONGEST_CHAIN_INPUT]
    best, back = [], []
    for i, (b, at) in enumerate(items):
        weight, before = float(len(blocks[b])), -1
        for j in range(i):
            other, place = items[j]
            if other < b and place < at and best[j] + len(blocks[b]) > weight:
                weight, before = best[j] + len(blocks[b]), j
        best.append(weight)
        back.append(before)
    chain = {}
    at = max(range(len(items)), key=best.__getitem__) if items else -1
    while at >= 0:
        chain[items[at][0]] = items[at][1]
        at = back[at]
    return chain


def short_ones(blocks, labels, gold, chain):
    """A short block is the article's where the gold has it right before or behind a neighbour that is."""
    after = {}
    for at in range(len(gold)):
        after.setdefault(tuple(gold[at:at + 2]), []).append(at)
    order = sorted(chain)
    for b, block in enumerate(blocks):
        if not 0 < len(block) < RUN or labels[b][0]:
            continue
        k = bisect_left(order, b)
        near = []
        if k > 0:
            left = order[k - 1]
            near.append(chain[left] + len(blocks[left]))
        if k < len(order):
            near.append(chain[order[k]] - len(block))
        if any(gold[max(0, at + d):max(0, at + d) + len(block)] == block for at in near for d in (-2, -1, 0, 1, 2)):
            labels[b] = (1, 0.5)


def by_segments(page, texts):
    flat = [" ".join(text.split()) for text in texts]
    labels = [(0, 0.0)] * len(flat)
    for segments, label in ((page.without_segments, 0), (page.with_segments, 1)):
        for segment in segments:
            segment = " ".join(segment.split())
            if not segment:
                continue
            holders = [b for b, text in enumerate(flat) if segment in text]
            if not holders:
                holders = [b for b, text in enumerate(flat) if len(text) >= 15 and text in segment]
            for b in holders:
                labels[b] = (label, 1.0 / len(holders) ** 0.5)
    return labels if any(weight for _, weight in labels) else None
