"""The weights of features, so laid out that those of all lines of some pages are found and summed at once."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, chain, product

import numpy as np
import numpy.typing as npt

from reportedly.clean.best_path import Scores
from reportedly.clean.line_features import (
    BESIDE,
    BESIDES,
    CUED,
    FEATURES,
    FIELDS,
    FLAGGED,
    SPELLED,
    PageSight,
    Patterns,
    fields_of,
    named,
)

MOST = 2_048  # sets of cues and of flags that are remembered before all are forgotten
PORTION = 4_096  # lines that are summed at a time


class Block:
    """Patterns weighed together: a row for every spelling of all their fields."""

    def __init__(self, patterns: Sequence[str], names: dict[str, int], weights: Scores) -> None:
        fields = {field for pattern in patterns for field in fields_of(pattern)}
        self._patterns = patterns
        self._fields = [field for field in FIELDS if field in fields]
        self._names = names
        self._weights = weights
        self.width = weights.shape[1]
        sizes = [len(SPELLED[field]) for field in self._fields]
        self.size = int(np.prod(sizes))
        self.steps = {field: int(np.prod(sizes[n + 1 :])) for n, field in enumerate(self._fields)}

    def rows(self, member: str = "") -> Scores:
        """The weights of all that the patterns make of their fields and of a flag or a cue; 0 for what is unknown."""
        rows = np.zeros((self.size, self.width), np.float32)
        whole = rows.reshape(*(len(SPELLED[field]) for field in self._fields), -1)
        for pattern in self._patterns:
            own = [field for field in self._fields if field in fields_of(pattern)]
            spelled = [dict(zip(own, words, strict=True)) for words in product(*(SPELLED[field] for field in own))]
            found = [self._names.get(named(pattern, {**words, "flag": member, "cue": member}), -1) for words in spelled]
            shape = [len(SPELLED[field]) if field in own else 1 for field in self._fields]
            whole += self._weights.take(found, 0).reshape(*shape, -1)
        return rows


class FeatureRows:
    """Finds and sums the weights of the features of lines.

    The row of a block is found by a sum over a line's fields, each number times how many rows one step is. The rows of
    a set of flags or of cues are added when it is first met.
    """

    def __init__(self, names: dict[str, int], weights: Scores) -> None:
        known = np.concatenate((weights, np.zeros((1, weights.shape[1]), np.float32)))

        def blocks(patterns: Patterns) -> list[Block]:
            return [Block(together, names, known) for together in patterns]

        kinds = fixed, flagged, cued = blocks(FEATURES), blocks(FLAGGED), blocks((*CUED, *BESIDES))
        self._rows = np.concatenate([block.rows() for block in fixed])
        self._used = self._fixed = len(self._rows)
        self._flags, self._cues = _Sets(self, flagged), _Sets(self, cued)
        steps = [block.steps for block in (*fixed, *flagged, *cued)]
        self._steps = np.array([[step.get(field, 0) for step in steps] for field in FIELDS], np.float64)
        firsts = [[0, *accumulate(block.size for block in kind[:-1])] for kind in kinds]
        self._starts = np.array([*chain(*firsts)], np.float64)

    def __call__(self, pages: Sequence[PageSight]) -> Scores:
        """The summed weights of every kind (columns) for every line (rows) of some pages, one after the other."""
        if len(self._flags) + len(self._cues) > MOST:
            self._flags.clear()
            self._cues.clear()
            self._used = self._fixed
        beyond = [self._cues[()]] * (len(BESIDE) // 2)
        sets, places = [*beyond], list[int]()
        for page in pages:
            places += range(len(sets), len(sets) + len(page.cues))
            sets += [*map(self._cues.__getitem__, page.cues), *beyond]
        cues, here = np.array(sets), np.array(places, np.intp)
        at = self._numbers(pages).dot(self._steps)
        at += self._starts
        first, last = len(FEATURES), -len(BESIDE)
        at[:, first] += [self._flags[flags] for page in pages for flags in page.flags]
        at[:, first + 1 : last] += cues.take(here)[:, None]
        at[:, last:] += cues.take(here[:, None] + BESIDE)
        return self._summed(at.astype(np.intp))

    def _numbers(self, pages: Sequence[PageSight]) -> npt.NDArray[np.float64]:
        """The numbers of every line's fields, none of which is higher than a byte."""
        fields = bytes(chain.from_iterable(numbers for page in pages for numbers in page.fields))
        return np.frombuffer(fields, np.uint8).reshape(-1, len(FIELDS)).astype(np.float64)

    def _summed(self, rows: npt.NDArray[np.intp]) -> Scores:
        parts = [self._rows.take(rows[n : n + PORTION], 0).sum(axis=1) for n in range(0, len(rows), PORTION)]
        return parts[0] if len(parts) == 1 else np.concatenate(parts)

    def add(self, rows: Scores) -> int:
        """The first of these further rows."""
        first, self._used = self._used, self._used + len(rows)
        if self._used > len(self._rows):
            self._rows = np.concatenate((self._rows, np.zeros((self._used, rows.shape[1]), np.float32)))
        self._rows[first : self._used] = rows
        return first


class _Sets(dict[tuple[str, ...], int]):
    """Where the rows of each set of flags, or of cues, begin."""

    def __init__(self, held: FeatureRows, blocks: Sequence[Block]) -> None:
        super().__init__()
        self._held = held
        self._blocks = blocks
        self._single: dict[str, Scores] = {}  # the rows of each flag or cue

    def __missing__(self, members: tuple[str, ...]) -> int:
        whole = np.zeros((sum(block.size for block in self._blocks), self._blocks[0].width), np.float32)
        for member in members:
            if member not in self._single:
                self._single[member] = np.concatenate([block.rows(member) for block in self._blocks])
            whole += self._single[member]
        self[members] = self._held.add(whole)
        return self[members]
