"""Learn the weights of the line model: `python -m benchmarks.lines.train [--held-out] [--out FILE]`.

A linear-chain conditional random field, trained by AdaGrad on its log-likelihood with numpy alone. `--held-out` learns
from five sixths of the events and prints how well it labels the rest; nothing is written then.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from benchmarks.lines.pages import Example, examples
from reportedly.clean.line_features import features
from reportedly.clean.line_look import Looks
from reportedly.clean.line_model import LineModel
from reportedly.model.article import BLOCK_KINDS, BlockKind

KINDS: tuple[BlockKind, ...] = BLOCK_KINDS
ROUNDS = 6
RATE = 0.1
DECAY = 5e-3  # pull of every touched weight towards zero
RAREST = 6  # a feature of fewer lines is left out
UNIT = 100  # weights are stored as whole hundredths
STORED = Path(__file__).parents[2] / "src/reportedly/vocabulary/line_weights.toml"
Grid = npt.NDArray[np.float64]


class Learner:
    """Weights being learnt."""

    def __init__(self, names: Sequence[str]) -> None:
        self.names = {name: number for number, name in enumerate(names)}
        self.weights = np.zeros((len(names), len(KINDS)))
        self.steps = np.zeros((len(KINDS), len(KINDS)))
        self._seen_weights = np.full_like(self.weights, 1e-2)
        self._seen_steps = np.full_like(self.steps, 1e-2)

    def learn(self, places: Sequence[npt.NDArray[np.int32]], kinds: npt.NDArray[np.int64]) -> None:
        """One step on one page: `places` are the numbers of each line's features."""
        scores = np.array([self.weights[row].sum(axis=0) for row in places])
        chances, moves = expectations(scores, self.steps)
        chances[np.arange(len(kinds)), kinds] -= 1
        np.add.at(moves, (kinds[:-1], kinds[1:]), -1)
        self._seen_steps += moves**2
        self.steps -= RATE * moves / np.sqrt(self._seen_steps)
        flat = np.concatenate(places)
        pull = np.repeat(chances, [len(row) for row in places], axis=0)
        numbers, where = np.unique(flat, return_inverse=True)
        slope = np.zeros((len(numbers), len(KINDS)))
        np.add.at(slope, where, pull)
        slope += DECAY * self.weights[numbers]
        self._seen_weights[numbers] += slope**2
        self.weights[numbers] -= RATE * slope / np.sqrt(self._seen_weights[numbers])


def expectations(scores: Grid, steps: Grid) -> tuple[Grid, Grid]:
    """How likely each kind is for each line, and how often each step is expected, under the model."""
    size = len(scores)
    ahead = np.zeros_like(scores)
    ahead[0] = scores[0]
    for n in range(1, size):
        ahead[n] = scores[n] + _sum_logs(ahead[n - 1][:, None] + steps, 0)
    behind = np.zeros_like(scores)
    for n in range(size - 2, -1, -1):
        behind[n] = _sum_logs(steps + (scores[n + 1] + behind[n + 1])[None, :], 1)
    whole = _sum_logs(ahead[-1], 0)
    moves = np.zeros_like(steps)
    for n in range(size - 1):
        moves += np.exp(ahead[n][:, None] + steps + (scores[n + 1] + behind[n + 1])[None, :] - whole)
    return np.exp(ahead + behind - whole), moves


def _sum_logs(grid: Grid, axis: int) -> Grid:
    peak = grid.max(axis=axis, keepdims=True)
    return np.asarray(np.log(np.exp(grid - peak).sum(axis=axis)) + peak.squeeze(axis))


def learnt(known: Sequence[Example], seed: int) -> Learner:
    """A learner that has seen the examples `ROUNDS` times."""
    named = [features(example.seen) for example in known]
    counts = Counter(name for page in named for line in page for name in line)
    learner = Learner([name for name, count in sorted(counts.items()) if count >= RAREST])
    pages = []
    for example, page in zip(known, named, strict=True):
        rows = [np.array([learner.names[n] for n in line if n in learner.names], np.int32) for line in page]
        pages.append((rows, np.array([KINDS.index(kind) for kind in example.kinds])))
    chance = random.Random(seed)  # noqa: S311 - chance that can be repeated is what we want
    weights, steps, late = np.zeros_like(learner.weights), np.zeros_like(learner.steps), 0
    for turn in range(ROUNDS):
        chance.shuffle(pages)
        for rows, kinds in pages:
            learner.learn(rows, kinds)
            if turn >= ROUNDS // 2:
                weights += learner.weights
                steps += learner.steps
                late += 1
        print(f"round {turn + 1}", file=sys.stderr)
    learner.weights, learner.steps = weights / late, steps / late  # their mean wavers less than the last
    return learner


def model_of(learner: Learner) -> LineModel:
    """The learner's weights as the package uses them."""
    whole = np.rint(learner.weights * UNIT).astype(np.float32)
    return LineModel(KINDS, learner.names, whole, np.rint(learner.steps * UNIT).astype(np.float32))


def write(learner: Learner, place: Path) -> None:
    """The weights as TOML, features without weight left out."""
    whole = np.rint(learner.weights * UNIT).astype(int)
    steps = np.rint(learner.steps * UNIT).astype(int)
    rows = [f'"{name}" = "{_row(whole[number])}"' for name, number in learner.names.items() if whole[number].any()]
    text = [
        "# Weights of the line model, in hundredths; columns are the kinds in their order.",
        "# Made by `python -m benchmarks.lines.train` from the corpus and clutter of our own; not for editing.",
        f"kinds = {list(KINDS)!r}".replace("'", '"'),
        "\n[step]  # from a line of this kind to one of each kind",
        *(f'{kind} = "{_row(steps[number])}"' for number, kind in enumerate(KINDS)),
        "\n[weight]",
        *rows,
    ]
    place.write_text("\n".join(text) + "\n", encoding="utf8")


def _row(weights: npt.NDArray[np.int64]) -> str:
    return " ".join(map(str, weights.tolist()))


def report(model: LineModel, unseen: Sequence[Example]) -> None:
    """How many lines of pages that were not learnt from are told right, kind by kind."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for example in unseen:
        for kind, said in zip(example.kinds, model([example.seen])[0], strict=True):
            total[kind] += 1
            right[kind] += kind == said
    for name, count in total.most_common():
        print(f"{name:11s} {right[name] / count:.3f} of {count}")
    print(f"all         {right.total() / total.total():.3f} of {total.total()}")


def main() -> None:
    """Learn, and write or report."""
    wish = argparse.ArgumentParser(description=__doc__)
    wish.add_argument("--held-out", action="store_true")
    wish.add_argument("--out", type=Path, default=STORED)
    wish.add_argument("--seed", type=int, default=7)
    asked = wish.parse_args()
    known = list(examples(Looks(), asked.seed))
    if asked.held_out:
        events = sorted({example.event for example in known})
        aside = set(events[::6])
        report(
            model_of(learnt([e for e in known if e.event not in aside], asked.seed)),
            [e for e in known if e.event in aside],
        )
    else:
        write(learnt(known, asked.seed), asked.out)


if __name__ == "__main__":
    main()
