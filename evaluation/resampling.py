"""Intervals by resampling documents (Efron's bootstrap, percentile method)."""
import random

RESAMPLES = 1000


def interval(items, measure, seed=1):
    """The 2.5th and 97.5th percentile of `measure` over lists drawn from `items` with replacement."""
    if not items:
        return 0.0, 0.0
    draw = random.Random(seed)
    values = sorted(measure(draw.choices(items, k=len(items))) for _ in range(RESAMPLES))
    return values[int(RESAMPLES * 0.025)], values[int(RESAMPLES * 0.975) - 1]
