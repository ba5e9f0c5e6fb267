"""Articles in order of days, with an index of their words: which others may tell the story of one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from reportedly.relate.gathering.gists import Gist, Ints
from reportedly.relate.gathering.same_story import FAINT, FORGOTTEN, NEVER, Shared, days_of, likelihoods

Pair = tuple[int, int, float]


def likenesses(gists: Sequence[Gist], least: float, asked: Iterable[int] | None = None) -> Iterator[Pair]:
    """Pairs of articles (numbers) that so likely (0..1) tell one story, each once; of `asked` alone, if given."""
    shelf = Shelf(gists)
    wanted = set(range(len(gists)) if asked is None else asked)
    for number in sorted(wanted):
        for other, alike in shelf.near(number, least, onwards=asked is None):
            if asked is None or other not in wanted or other > number:
                yield min(number, other), max(number, other), alike


class Shelf:
    """Gists in order of days, undated ones last; the places of each word stand together, in that order."""

    def __init__(self, gists: Sequence[Gist]) -> None:
        self._order = sorted(range(len(gists)), key=lambda n: (gists[n].day is None, gists[n].day or 0, n))
        self._place = {number: place for place, number in enumerate(self._order)}
        held = [gists[number] for number in self._order]
        self._days, self._happened = days_of(held)
        self._dated = int(np.count_nonzero(self._days != NEVER))
        nothing = np.zeros(0, dtype=np.int64)
        codes = np.unique(np.concatenate([nothing, *(each.words for each in held)]), return_inverse=True)[1]
        self._starts: Ints = np.cumsum([0, *(len(each.words) for each in held)])
        owners = np.repeat(np.arange(len(held)), np.diff(self._starts))
        self._codes: Ints = codes.astype(np.int64) * (len(held) + 1)
        index = np.argsort(self._codes + owners)
        self._where: Ints = (self._codes + owners)[index]
        self._owners: Ints = owners[index]
        columns = ([getattr(each, name) for each in held] for name in ("weights", "plain", "title"))
        self._weights, self._plain, self._title = (np.concatenate([nothing, *column]) for column in columns)
        self._index = index

    def near(self, number: int, least: float, *, onwards: bool = False) -> Iterator[tuple[int, float]]:
        """Articles that so likely tell one story with this one; `onwards`: only those that stand behind it."""
        for others, shared in self.compared(number, onwards=onwards):
            alike = likelihoods(*self.days(number), shared)
            yield from ((others[at], float(alike[at])) for at in np.flatnonzero(alike >= least))

    def days(self, number: int) -> tuple[int, int]:
        """The day of an article and that of which it tells (`NEVER`: not known)."""
        place = self._place[number]
        return int(self._days[place]), int(self._happened[place])

    def compared(self, number: int, *, onwards: bool = False) -> Iterator[tuple[list[int], Shared]]:
        """Articles that have words enough in common with this one, and what they share."""
        place = self._place[number]
        for first, last in self._reach(place, onwards=onwards):
            others, shared = self._shared(place, first, last)
            yield [self._order[other] for other in others], shared

    def _reach(self, place: int, *, onwards: bool) -> tuple[tuple[int, int], ...]:
        """The places of articles that are not too far in time: dated ones, then the undated."""
        every = len(self._order)
        start = place + 1 if onwards else 0
        if place >= self._dated:
            return ((start, every),)
        near = self._days[place] - FORGOTTEN + 1, self._days[place] + FORGOTTEN
        first, last = np.searchsorted(self._days[: self._dated], near)
        return (max(int(first), start), int(last)), (self._dated, every)

    def _shared(self, place: int, first: int, last: int) -> tuple[Ints, Shared]:
        """The places from `first` to `last` with words enough in common, and what they share with the article."""
        mine = slice(int(self._starts[place]), int(self._starts[place + 1]))
        codes, many = self._codes[mine], last - first
        begin, end = np.searchsorted(self._where, codes + first), np.searchsorted(self._where, codes + last)
        lengths = end - begin
        word = np.repeat(np.arange(len(codes)), lengths)
        at = np.arange(len(word)) + np.repeat(begin - (np.cumsum(lengths) - lengths), lengths)
        owners, theirs = self._owners[at] - first, self._index[at]
        weights = _sums(owners, self._weights[mine][word] * self._weights[theirs], many)
        alike = weights >= FAINT
        if first <= place < last:
            alike[place - first] = False
        others, kept = np.flatnonzero(alike), alike[owners]
        owners, theirs, word = owners[kept], theirs[kept], word[kept]
        plain = _sums(owners, self._plain[mine][word] * self._plain[theirs], many)
        title = _sums(owners, self._title[mine][word] + self._title[theirs], many)
        found = others + first
        days, happened = self._days[found], self._happened[found]
        return found, Shared(weights[others], plain[others], title[others], days, happened)


def _sums(owners: Ints, amounts: Ints, many: int) -> Ints:
    return np.bincount(owners, weights=amounts, minlength=many).astype(np.int64)
