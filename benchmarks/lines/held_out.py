"""How well lines of events that were not learnt from are labelled: `python -m benchmarks.lines.held_out`.

The events of the corpus are cut into `FOLDS` parts; each is labelled by a model that learnt from the others alone.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence

from benchmarks.cleaning.furniture import CORPUS, marked, places
from benchmarks.corpus.gold import read_event
from benchmarks.lines.pages import Example, examples
from benchmarks.lines.train import learnt, model_of
from benchmarks.results import write_section
from reportedly.clean.line_look import Looks
from reportedly.clean.line_model import LineModel
from reportedly.clean.plain import PlainBlocks

FOLDS = 5
SEED = 7


def fold_counts(model: LineModel, events: Sequence[str]) -> Counter[str]:
    """Over the accounts of some events: characters of furniture that are `wanted`, `said`, and `both`."""
    label, counts = PlainBlocks(model), Counter[str]()
    for event in events:
        texts, gold, _ = read_event(CORPUS / event)
        for document, text in texts.items():
            wanted, said = marked(gold, document), places(label(text))
            counts += Counter(wanted=len(wanted), said=len(said), both=len(wanted & said))
    return counts


def f1(counts: Counter[str]) -> float:
    """F1 over characters."""
    return 2 * counts["both"] / max(1, counts["wanted"] + counts["said"])


def held_out(known: Sequence[Example]) -> list[Counter[str]]:
    """The counts of every fold."""
    events = sorted({example.event for example in known})
    found = []
    for fold in range(FOLDS):
        aside = events[fold::FOLDS]
        model = model_of(learnt([example for example in known if example.event not in aside], SEED))
        found.append(fold_counts(model, aside))
        print(f"fold {fold + 1}: {f1(found[-1]):.3f}", file=sys.stderr)
    return found


def main() -> None:
    """Measure, print and write the section."""
    folds = held_out(list(examples(Looks(), SEED)))
    whole = sum(folds, Counter[str]())
    precision, recall = whole["both"] / whole["said"], whole["both"] / whole["wanted"]
    rows = [
        ("furniture of events that were not learnt from, F1 over characters", f"{f1(whole):.3f}"),
        ("precision", f"{precision:.3f}"),
        ("recall", f"{recall:.3f}"),
        (f"lowest and highest of {FOLDS} folds", f"{min(map(f1, folds)):.3f}, {max(map(f1, folds)):.3f}"),
    ]
    table = "\n".join(["| measure | value |", "|---|---|", *(f"| {name} | {value} |" for name, value in rows)])
    print(table)
    write_section("blocks-held-out", "Blocks of events not learnt from", table, "python -m benchmarks.lines.held_out")


if __name__ == "__main__":
    main()
