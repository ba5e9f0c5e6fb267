"""`python -m benchmarks.ablation`: what each sign of one question, and each rule, is worth.

Reads a few events once, then relates them again and again with one sign at weight nought or one rule switched off, and
prints how the mean scores move. Weights are changed in this process only.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from benchmarks.events import events
from benchmarks.held import SHOWN, held, means
from reportedly.vocabulary import table

CHOSEN = 8  # events of the corpus beside the real ones: enough to see a rule, few enough to wait for
RULES: dict[str, tuple[str, object]] = {
    "nothing is forbidden": ("reportedly.relate.grouping.clusters.forbidden", lambda one, other: None),
    "no copied passages": ("reportedly.relate.copying.echoes.Echoes.same_passage", lambda *_: False),
    "no year from the story": ("reportedly.relate.record.anchored", tuple),
    "no words of dispute": ("reportedly.relate.standing.disputes._called_wrong", lambda answers, clippings: ()),
    "no growth": ("reportedly.relate.standing.revisions._grew", lambda earlier, later: False),
}


@contextmanager
def without(kind: str, sign: str) -> Iterator[None]:
    """One sign of one kind of question at weight nought."""
    weights = table("same_question")[kind]["weight"]
    kept = weights[sign]
    weights[sign] = 0.0
    try:
        yield
    finally:
        weights[sign] = kept


def report(label: str, base: dict[str, float], now: dict[str, float]) -> None:
    """One row: how far each score moved."""
    moved = "  ".join(f"{now[name] - base[name]:+.3f}" for name in SHOWN)
    print(f"{label:<40} {moved}", flush=True)


def main() -> None:
    """The table, to standard output."""
    chosen = [e for e in events() if e.kind == "real"] + [e for e in events() if e.kind == "corpus"][:CHOSEN]
    read = held(chosen)
    base = means(read)
    print(f"{'all':<40} " + "  ".join(f"{name} {base[name]:.3f}" for name in SHOWN))
    for label, (target, instead) in RULES.items():
        with patch(target, instead):
            report(label, base, means(read))
    for sign in [name for name in table("same_question")["figure"]["weight"] if name != "bias"]:
        with without("figure", sign):
            report(f"figure: {sign}", base, means(read))


if __name__ == "__main__":
    main()
