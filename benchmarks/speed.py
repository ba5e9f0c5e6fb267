"""`python -m benchmarks.speed`: how many articles a second of computing gives a whole record for, and where it goes.

Every figure is CPU time of this one process, the least of `--rounds` runs: what other programs do to the machine's
clock and caches then shows least. With `--write` the tables go into RESULTS.md.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import spacy

from benchmarks.beside.environment import textacy
from benchmarks.events import Event, events
from benchmarks.results import write_section
from reportedly.clean import Cleaner
from reportedly.extract import Stage, default_stages
from reportedly.extract.attributions import Attributions
from reportedly.extract.binding import Binding
from reportedly.extract.doubts import Doubts
from reportedly.extract.draft import Draft
from reportedly.extract.exhibits import Exhibits
from reportedly.extract.naming.names import Names
from reportedly.extract.narration import Narration
from reportedly.extract.parse import MODEL, Parser
from reportedly.extract.said import Said
from reportedly.extract.stances import Stances
from reportedly.model.article import STORY
from reportedly.model.capture import Capture
from reportedly.read import captures
from reportedly.run.build import build
from reportedly.run.collecting import seldom
from reportedly.run.reading import reader

# the stages of "on whose word"
WHOSE_WORD = (
    Names,
    Attributions,
    Narration,
    Doubts,
    Stances,
    Said,
    Binding,
    Exhibits,
)


@dataclass(frozen=True, slots=True)
class Measured:
    """The rows of one kind of events in each table."""

    rates: str
    shares: str
    beside: str
    stages: list[str]


def seconds(work: Callable[[], object]) -> float:
    """The CPU time that some work took."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def build_all(chosen: Sequence[Event]) -> None:
    """A record in a file for each event, as the command makes it."""
    with tempfile.TemporaryDirectory() as folder:
        for event in chosen:
            build([event.captures], record=Path(folder) / f"{event.name}.db", workers=1)


def read_from(chosen: Sequence[Event]) -> list[Capture]:
    """Every capture of the events."""
    return [item for event in chosen for item in captures([event.captures]) if isinstance(item, Capture)]


def story(read: Sequence[Capture]) -> list[str]:
    """The blocks that are parsed."""
    clean = Cleaner()
    return [b.span.of(c.text) for c in read for b in clean(c).blocks if b.kind in STORY and len(b.span)]


def parse_alone(blocks: Sequence[str]) -> Callable[[], object]:
    """spaCy's pipeline as it comes, but for name recognition, over the same blocks, with nothing else done."""
    model = spacy.load(MODEL, exclude=["ner"])
    return lambda: list(model.pipe(blocks))


def by_stage(read: Sequence[Capture], clean: Cleaner, stages: Sequence[Stage]) -> dict[str, float]:
    """CPU time of each stage that works on one article; what stages remember from round to round they keep."""
    taken: dict[str, float] = defaultdict(float)
    for capture in read:
        begun = time.process_time()
        article = clean(capture)
        taken[clean.name] += time.process_time() - begun
        draft = Draft(capture, article)
        for stage in stages if article.read else ():
            begun = time.process_time()
            draft = stage(draft)
            taken[stage.name] += time.process_time() - begun
    return taken


def measure(kind: str, chosen: Sequence[Event], rounds: int) -> Measured:
    """The rows of each table for the events of one kind."""
    read = read_from(chosen)
    blocks = story(read)
    parse = parse_alone(blocks)
    clean, staged = Cleaner(), default_stages()
    whole, reading, parsing, stages = float("inf"), float("inf"), float("inf"), dict[str, float]()
    for _ in range(rounds):  # each in turn, so that a slow minute of the machine is nobody's alone
        parsing = min(parsing, seconds(parse))
        with seldom():  # as in a build
            reading = min(reading, seconds(lambda: [reader()(capture) for capture in read]))
            stages = {
                name: min(taken, stages.get(name, taken)) for name, taken in by_stage(read, clean, staged).items()
            }
        whole = min(whole, seconds(lambda: build_all(chosen)))
    size = sum(len(capture.text) for capture in read) / len(read)
    rates = (f"**{len(read) / whole:.1f}**", f"{len(read) / reading:.1f}", f"{len(read) / parsing:.1f}")
    cells = (kind, str(len(chosen)), str(len(read)), f"{size:,.0f}", *rates, f"{parsing / whole:.2f}")
    told = sum(stages[stage.name] for stage in WHOSE_WORD)
    extraction = sum(stages.values()) - stages[Cleaner.name] - stages[Parser.name]
    shares = (told / parsing, extraction / parsing, stages[Parser.name] / parsing)
    stages["relate and store"] = whole - reading
    spent = sum(stages.values())
    return Measured(
        f"| {' | '.join(cells)} |",
        f"| {kind} | {' | '.join(f'{share:.2f}' for share in shares)} |",
        f"| {kind} | {textacy(blocks, rounds).cells(len(read))} |",
        [
            f"| {kind} | {name} | {1000 * taken / len(read):.1f} | {taken / spent:.0%} |"
            for name, taken in sorted(stages.items(), key=lambda s: -s[1])
        ],
    )


def main() -> None:
    """Measure, print, and write where that is wanted."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--events", nargs="*", default=[], help="beginnings of names (default: all)")
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--write", action="store_true", help="put the tables into RESULTS.md")
    given = arguments.parse_args()
    chosen = events(tuple(given.events))
    reader()  # the model is loaded once, and not counted
    build_all(chosen)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024  # before spaCy's own pipeline stands beside ours
    kinds = [kind for kind in ("real", "corpus", "example") if any(event.kind == kind for event in chosen)]
    measured = [measure(kind, [event for event in chosen if event.kind == kind], given.rounds) for kind in kinds]
    body = "\n".join(
        [
            "Articles for a second of CPU time: whole records (one an event, in files), readings alone, spaCy alone.",
            "",
            "| events | records | articles | characters each | whole record | reading | spaCy alone | spaCy's share |",
            "|---|---|---|---|---|---|---|---|",
            *(one.rates for one in measured),
            "",
            "Extraction as a share of spaCy alone (asked: what attribution takes at most .80):",
            "",
            "| events | attribution: names, statements and what is made of them | all behind the parse | our parse |",
            "|---|---|---|---|",
            *(one.shares for one in measured),
            "",
            "Articles of the same blocks for a second of textacy, which finds direct quotations and nothing else:",
            "",
            "| events | articles | quotations found | blocks refused |",
            "|---|---|---|---|",
            *(one.beside for one in measured),
            "",
            f"Most memory that one process held while it built all these records: {peak:.0f} MB. Where the time goes:",
            "",
            "| events | stage | ms an article | share |",
            "|---|---|---|---|",
            *(row for one in measured for row in one.stages),
        ]
    )
    print(body)
    if given.write:
        command = f"python -m benchmarks.speed --events {' '.join(given.events)} --rounds {given.rounds} --write"
        write_section("speed", "Speed", body, command)


if __name__ == "__main__":
    main()
