"""Stories as they grow: each by the telling words of its articles, found again by an index of words.

An article goes to the story that it is most like (cosine with the sum of its articles), less what the days since its
last news take away; to a new one where none is like it.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from reportedly.relate.profiles import Profile

JOINS = 0.16  # likeness to a story (cosine) from which an article is part of it
REPAIRS = 0.2  # likeness of two stories from which they are one
FRESH = 2  # days without news that change nothing
FADES = 20.0  # days: how slowly a story goes stale
FORGOTTEN = 200  # days without news after which nothing belongs to it
CROWD = 100  # stories: a word in more of them tells nothing
NOTHING = 1e-9  # weight below which a word is gone from a story

_WORTH = tuple(1.0 if gap <= FRESH else math.exp(-(gap**2) / (2 * FADES**2)) for gap in range(FORGOTTEN))


class Shelf:
    """Articles, by number, in stories, by number; `days` are ordinals, None where unknown."""

    def __init__(self, vectors: Sequence[Profile], days: Sequence[int | None]) -> None:
        self._vectors = vectors
        self._days = days
        self._weights: defaultdict[str, dict[int, float]] = defaultdict(dict)  # of each word, in each story
        self._members: list[list[int]] = []
        self._squares: list[float] = []  # of the length of each story's sum
        self._last: list[int | None] = []
        self._home: dict[int, int] = {}

    def groups(self) -> list[list[int]]:
        """The articles of each story, in order."""
        return sorted(sorted(members) for members in self._members if members)

    def take(self, number: int) -> None:
        """Put an article into the story that it is most like, or begin a new one."""
        at = self._nearest(self._vectors[number], self._days[number], JOINS)
        self._add(self._begun() if at is None else at, number)

    def repair(self) -> None:
        """Join stories that are alike as wholes; the younger goes into the older."""
        for at in range(len(self._members) - 1, 0, -1):
            members = list(self._members[at])
            if members:
                older = self._nearest(self._whole(at), self._last[at], REPAIRS, before=at)
                for number in members if older is not None else ():
                    self._take_out(number)
                    self._add(older or 0, number)

    def reconsider(self, number: int) -> None:
        """Take an article out and put it where it now belongs; it stays alone where it was so and belongs nowhere."""
        was = self._home[number]
        self._take_out(number)
        at = self._nearest(self._vectors[number], self._days[number], JOINS)
        if at is None:
            at = self._begun() if self._members[was] else was
        self._add(at, number)

    def _nearest(
        self, vector: Mapping[str, float], day: int | None, least: float, before: int | None = None
    ) -> int | None:
        """The story that is most like a vector of length 1, if its likeness is at least so much; the older of two."""
        scores: defaultdict[int, float] = defaultdict(float)
        for word, weight in vector.items():
            held = self._weights.get(word)
            if held is not None and len(held) <= CROWD:
                for at, total in held.items():
                    scores[at] += weight * total
        best: tuple[float, int] | None = None
        for at, score in scores.items():
            likeness = score / math.sqrt(self._squares[at])
            if likeness >= least and (before is None or at < before):
                likeness *= self._worth(at, day)
                if likeness >= least and (best is None or (likeness, -at) > best):
                    best = likeness, -at
        return -best[1] if best is not None else None

    def _worth(self, at: int, day: int | None) -> float:
        last = self._last[at]
        gap = abs(day - last) if day is not None and last is not None else 0
        return _WORTH[gap] if gap < FORGOTTEN else 0.0

    def _whole(self, at: int) -> dict[str, float]:
        total: Counter[str] = Counter()
        for number in self._members[at]:
            total.update(self._vectors[number])
        length = math.sqrt(self._squares[at])
        return {word: weight / length for word, weight in total.items()}

    def _begun(self) -> int:
        self._members.append([])
        self._squares.append(0.0)
        self._last.append(None)
        return len(self._members) - 1

    def _add(self, at: int, number: int) -> None:
        shared = 0.0
        for word, weight in self._vectors[number].items():
            held = self._weights[word]
            total = held.get(at, 0.0)
            shared += weight * total
            held[at] = total + weight
        self._squares[at] += 1.0 + 2 * shared
        self._members[at].append(number)
        self._home[number] = at
        days = [day for day in (self._last[at], self._days[number]) if day is not None]
        self._last[at] = max(days, default=None)

    def _take_out(self, number: int) -> None:
        at = self._home.pop(number)
        shared = 0.0
        for word, weight in self._vectors[number].items():
            held = self._weights[word]
            total = held[at] - weight
            if total < NOTHING:
                del held[at]
            else:
                held[at] = total
                shared += weight * total
        self._squares[at] -= 1.0 + 2 * shared
        self._members[at].remove(number)
        if self._days[number] == self._last[at]:
            known = (self._days[other] for other in self._members[at])
            self._last[at] = max((day for day in known if day is not None), default=None)
