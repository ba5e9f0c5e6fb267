"""`python -m benchmarks.speech.train`: learn what statements look like that no rule finds.

A linear-chain conditional random field, learnt from the corpus by CRFsuite and written as plain numbers, a feature a
line, to `vocabulary/speech_weights.tsv.gz`. `--held-out` learns from every other event and reads the rest, both ways
round, with and without it; nothing but RESULTS.md is written then.
"""

from __future__ import annotations

import argparse
import gzip
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pycrfsuite

from benchmarks.events import Event, events
from benchmarks.results import write_section
from benchmarks.speech.held_out import table
from benchmarks.speech.sentences import Sentence, sentences
from reportedly.extract.speech.learnt import PARTS, STORED

SETTINGS = {"c1": 0.4, "c2": 0.05, "max_iterations": 70, "feature.minfreq": 3, "feature.possible_transitions": True}
LEAST = 0.02  # weights nearer to zero are left out
STAYS = Path(__file__).parents[2] / "src/reportedly/vocabulary" / STORED


def learnt(known: Sequence[Sentence]) -> dict[str, list[float]]:
    """The weight of each feature for each part, and of each step from part to part."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(SETTINGS)
    for sentence in known:
        trainer.append(sentence.features, sentence.parts)
    with tempfile.TemporaryDirectory() as folder:
        place = str(Path(folder) / "model")
        trainer.train(place)
        tagger = pycrfsuite.Tagger()
        tagger.open(place)
        told = tagger.info()
    rows: dict[str, list[float]] = {f"step {part}": [0.0] * len(PARTS) for part in PARTS}
    for (before, after), weight in told.transitions.items():
        rows[f"step {before}"][PARTS.index(after)] = round(weight, 2)
    for (name, part), weight in sorted(told.state_features.items()):
        if abs(weight) >= LEAST and "\t" not in name and "\n" not in name:
            rows.setdefault(name, [0.0] * len(PARTS))[PARTS.index(part)] = round(weight, 2)
    return rows


def write(rows: dict[str, list[float]], place: Path) -> None:
    """The weights as gzipped lines, the same bytes for the same weights."""
    head = [
        f"# Weights of the learnt reader; columns: {' '.join(PARTS)}.",
        "# Made by `python -m benchmarks.speech.train` from the corpus; not for editing.",
    ]
    lines = [f"{name}\t{' '.join(f'{value:g}' for value in values)}" for name, values in rows.items()]
    place.write_bytes(gzip.compress("\n".join([*head, *lines]).encode("utf8"), mtime=0))


def main() -> None:
    """Learn from the whole corpus and write; or learn from halves and tell how well it reads the others."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--held-out", action="store_true")
    given = arguments.parse_args()
    corpus = [event for event in events() if event.kind == "corpus"]
    known: dict[Event, list[Sentence]] = {event: list(sentences(event)) for event in corpus}
    if not given.held_out:
        write(learnt([s for rows in known.values() for s in rows]), STAYS)
        return
    halves = (corpus[0::2], corpus[1::2])
    models = [learnt([s for event in half for s in known[event]]) for half in halves]
    named = zip(("even", "odd"), halves, reversed(models), strict=True)
    body = table(list(named))
    print(body)
    command = "python -m benchmarks.speech.train --held-out"
    write_section("speech-held-out", "Statements in events that nothing was learnt from", body, command)


if __name__ == "__main__":
    main()
