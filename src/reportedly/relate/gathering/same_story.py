"""How likely two articles tell of one event: a weighed sum of signs, each with its weight in `same_story.toml`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from reportedly.relate.gathering.gists import ONE, Ints
from reportedly.vocabulary import table

FORGOTTEN = 180  # days after which nothing is one story
FAINT = round(0.08 * ONE * ONE)  # sum of products of all telling words below which two have nothing in common
STEPS = 1024  # of a likelihood: sums of such fractions are the same in whatever order they are added up
NEVER = np.iinfo(np.int64).min // 4  # the day of an article or of an event that is not known

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Shared:
    """What an article shares with some others: sums of products of the weights of words that both have, over `ONE`
    squared; shares of titles over twice `ONE`; and the others' days (`NEVER`: not known)."""

    weights: Ints
    plain: Ints
    title: Ints
    days: Ints
    happened: Ints


def signs(day: Ints | int, happened: Ints | int, shared: Shared) -> dict[str, Floats]:
    """The amounts of the signs, of an article (or one each) of this day that tells of that day."""
    undated = (shared.days == NEVER) | (day == NEVER)
    gap = np.where(undated, 0, np.minimum(np.abs(shared.days - day), FORGOTTEN))
    told = (shared.happened != NEVER) & (happened != NEVER)
    return {
        "telling words": shared.weights / (ONE * ONE),
        "plain words": shared.plain / (ONE * ONE),
        "title": shared.title / (2 * ONE),
        "days between": _LOGS[gap],
        "undated": undated.astype(np.float64),
        "another day": (told & (np.abs(shared.happened - happened) > 1)).astype(np.float64),
    }


_LOGS = np.log1p(np.arange(FORGOTTEN + 1))


def likelihoods(day: Ints | int, happened: Ints | int, shared: Shared) -> Floats:
    """How likely (0..1) each of some others tells the story of such an article."""
    weights: dict[str, float] = table("same_story")["weight"]
    total = np.full(len(shared.days), weights["bias"])
    for name, amount in signs(day, happened, shared).items():
        total += weights[name] * amount
    found: Floats = np.round(STEPS / (1.0 + np.exp(-total))) / STEPS
    return found


class Dated(Protocol):
    """What has a day, and tells of one (ordinals; None: unknown)."""

    @property
    def day(self) -> int | None:
        """Of publication."""

    @property
    def happened(self) -> int | None:
        """Of what it tells."""


def days_of(articles: Sequence[Dated]) -> tuple[Ints, Ints]:
    """The days of articles, and those of which they tell."""
    rows = [(each.day, each.happened) for each in articles]
    found = np.array([[NEVER if day is None else day for day in row] for row in rows], dtype=np.int64).reshape(-1, 2)
    return found[:, 0], found[:, 1]
