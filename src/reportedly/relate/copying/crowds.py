"""Crowds: passages that so many articles of a story print that not every pair of them is sought, and the word of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.model.problem import Problem
from reportedly.model.reading import Reading
from reportedly.relate.aside import STAGE
from reportedly.relate.copying.copies import COMMON, CROWD, PRINTED, buckets, sketched
from reportedly.relate.copying.shingles import WORDS


def with_crowds(readings: Sequence[Reading]) -> Sequence[Reading]:
    """A story's readings, the first with a problem where copies among them were sought less closely.

    Fewer shingles than make a pair have hidden none.
    """
    if len(readings) <= CROWD:
        return readings
    crowds = [len(held) for held in buckets(map(sketched, readings)).values() if len(held) > CROWD]
    if len(crowds) < COMMON:
        return readings
    first, *others = readings
    told = replace(first, problems=(*first.problems, _problem(first, len(readings), len(crowds), max(crowds))))
    return (told, *others)


def _problem(first: Reading, articles: int, crowds: int, most: int) -> Problem:
    detail = (
        f"{crowds} stretches of {WORDS} words stand in more than {CROWD} of the {articles} articles of its story "
        f"({most} at most); articles with them were held against one of these alone, and are copies by them only "
        f"where they share {PRINTED}; if that is a template's text or a list of headlines, capture pages without it"
    )
    return Problem(first.capture.path, STAGE, "crowded passages", detail)
