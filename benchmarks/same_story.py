"""`python -m benchmarks.same_story`: learn how much each sign says of two articles' telling of one event.

Logistic regression over pairs of articles that have telling words in common: the mixed set of the development data and
the accounts of the corpus, each pair alike where both tell of one event. Each half of the events is learnt from alone
and all articles are sorted with it, the pairs of a half by what the other half taught: so the figures shown are of
events that nothing was learnt from. `--write` learns from all and puts the weights into same_story.toml.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import time
from collections import defaultdict
from collections.abc import Sequence
from unittest.mock import patch

import numpy as np
import numpy.typing as npt

from benchmarks.events import HOUSE, events
from benchmarks.related import b_cubed, mixed
from benchmarks.results import write_section
from benchmarks.same_question import Pairs, learnt
from reportedly.clean import Cleaner
from reportedly.model.capture import Capture
from reportedly.model.reading import Reading
from reportedly.read import captures
from reportedly.relate.gathering import stories
from reportedly.relate.gathering.days import day_of, happened
from reportedly.relate.gathering.gists import Gist, gist
from reportedly.relate.gathering.profiles import Counted, counted
from reportedly.relate.gathering.same_story import likelihoods, signs
from reportedly.relate.gathering.shelf import Shelf
from reportedly.vocabulary import table

TABLE = HOUSE / "src" / "reportedly" / "vocabulary" / "same_story.toml"
PAIRS = 5000  # of one story: for so many each set counts, however large it is
TWIN = re.compile(r"(?:ecb)?(?:plus)?$")  # of two events that were chosen because they resemble each other
Days = tuple[int | None, int | None]
Ints = npt.NDArray[np.int64]


def half(story: str) -> int:
    """In which half an event is, by chance of its name; two that were paired are in one."""
    return hashlib.sha256(TWIN.sub("", story).encode()).digest()[0] % 2


def corpus() -> tuple[list[Counted], list[Days], list[str]]:
    """The accounts of the corpus, each event a story."""
    cleaner, counts, days, gold = Cleaner(), [], [], []
    for event in events():
        if event.kind == "corpus":
            for capture in captures([event.captures]):
                if isinstance(capture, Capture):
                    reading = Reading(capture, cleaner(capture))
                    counts.append(counted(reading))
                    days.append((day_of(reading), happened(reading)))
                    gold.append(event.name)
    return counts, days, gold


class Compared:
    """Pairs of articles (numbers) that have telling words in common, and the amounts of their signs."""

    def __init__(self, gists: Sequence[Gist], gold: Sequence[str]) -> None:
        shelf, found = Shelf(gists), defaultdict(list)
        self._days, self._shared = [], []
        for number in range(len(gists)):
            for others, shared in shelf.compared(number, onwards=True):
                day, told = shelf.days(number)
                for name, amount in signs(day, told, shared).items():
                    found[name].append(amount)
                self._days.append((number, others))
                self._shared.append((day, told, shared))
        self.signs = {name: np.concatenate(amounts) for name, amounts in found.items()}
        self.one: Ints = np.concatenate([np.full(len(others), n) for n, others in self._days]).astype(np.int64)
        self.other: Ints = np.concatenate([np.array(others, dtype=np.int64) for _, others in self._days])
        self.alike = np.array([gold[a] == gold[b] for a, b in zip(self.one, self.other, strict=True)], dtype=np.float64)

    def among(self, chosen: npt.NDArray[np.bool_]) -> Pairs:
        """The pairs of two chosen articles."""
        both = chosen[self.one] & chosen[self.other]
        amounts = {name: amount[both] for name, amount in self.signs.items()}
        return Pairs(amounts, self.alike[both], np.full(int(both.sum()), PAIRS / self.alike.sum()))

    def likely(self, weights: dict[str, float]) -> npt.NDArray[np.float64]:
        """How likely each pair tells one story, by these weights."""
        with patch.dict(table("same_story"), weight=weights):
            return np.concatenate([likelihoods(*each) for each in self._shared])


def held_out(compared: Compared, gold: Sequence[str]) -> list[list[int]]:
    """The stories where the pairs of each half are judged by what the other half taught."""
    halves = np.array([half(story) for story in gold])
    by = [compared.likely(learnt([compared.among(halves != each)])) for each in (0, 1)]
    mine, theirs = halves[compared.one], halves[compared.other]
    alike = np.where(mine != theirs, (by[0] + by[1]) / 2, np.where(mine == 0, by[0], by[1]))
    kept = np.flatnonzero(alike >= stories.SLIGHT)
    pairs = [(int(compared.one[n]), int(compared.other[n]), float(alike[n])) for n in kept]
    return [group for _, groups in stories.told_apart(len(gold), pairs) for group in groups]


def main() -> None:
    """The figures, and with --write the weights."""
    arguments = argparse.ArgumentParser(prog="python -m benchmarks.same_story", description=__doc__)
    arguments.add_argument("--write", action="store_true", help="put weights learnt from all into same_story.toml")
    given = arguments.parse_args()
    every = [mixed(), corpus()]
    compared, lines = [], ["| articles | sorted by | B-cubed |", "|---|---|---|"]
    for counts, days, gold in every:
        compared.append(Compared([gist(each, *both) for each, both in zip(counts, days, strict=True)], gold))
        lines.append(f"| {len(gold):,} | the other half's weights | {b_cubed(held_out(compared[-1], gold), gold)} |")
        begun = time.process_time()
        groups = stories.cluster(counts, days)
        speed = f"{len(gold) / (time.process_time() - begun):.0f} articles per CPU-second"
        lines.append(f"| {len(gold):,} | the weights in place, {speed} | {b_cubed(groups, gold)} |")
    print("\n".join(lines))
    weights = learnt(
        [each.among(np.ones(len(gold), dtype=bool)) for each, (_, _, gold) in zip(compared, every, strict=True)]
    )
    print(weights)
    if given.write:
        text = "The mixed set of the development data, then the corpus; asked are .92, at 500 a second after reading."
        write_section("stories", "Stories", "\n".join([text, "", *lines]), "python -m benchmarks.same_story --write")
        text = TABLE.read_text(encoding="utf8")
        for sign, weight in weights.items():
            text = re.sub(rf'^("?{sign}"? = )-?[\d.]+', rf"\g<1>{weight}", text, flags=re.MULTILINE)
        TABLE.write_text(text, encoding="utf8")


if __name__ == "__main__":
    main()
