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
from pathlib import Path

from benchmarks.events import Event, events
from benchmarks.results import write_section
from reportedly.clean import Cleaner
from reportedly.extract import default_stages
from reportedly.extract.draft import Draft
from reportedly.extract.parse import language
from reportedly.model.article import STORY
from reportedly.model.capture import Capture
from reportedly.read import captures
from reportedly.run.build import build
from reportedly.run.reading import reader


def seconds(work: Callable[[], object], rounds: int) -> float:
    """The least CPU time that some work took."""
    taken = []
    for _ in range(rounds):
        begun = time.process_time()
        work()
        taken.append(time.process_time() - begun)
    return min(taken)


def build_all(chosen: Sequence[Event]) -> None:
    """A record in a file for each event, as the command makes it."""
    with tempfile.TemporaryDirectory() as folder:
        for event in chosen:
            build([event.captures], record=Path(folder) / f"{event.name}.db", workers=1)


def read_from(chosen: Sequence[Event]) -> list[Capture]:
    """Every capture of the events."""
    return [item for event in chosen for item in captures([event.captures]) if isinstance(item, Capture)]


def parse_alone(read: Sequence[Capture]) -> Callable[[], object]:
    """spaCy's pipeline over the same blocks, with nothing else done: what no build can be faster than."""
    clean = Cleaner()
    blocks = [b.span.of(c.text) for c in read for b in clean(c).blocks if b.kind in STORY and len(b.span)]
    return lambda: list(language().pipe(blocks))


def by_stage(read: Sequence[Capture]) -> dict[str, float]:
    """CPU time of each stage that works on one article."""
    clean, stages = Cleaner(), default_stages()
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


def measure(kind: str, chosen: Sequence[Event], rounds: int) -> tuple[str, list[str]]:
    """A row of the first table and the rows of the second, for the events of one kind."""
    read = read_from(chosen)
    whole = seconds(lambda: build_all(chosen), rounds)
    reading = seconds(lambda: [reader()(capture) for capture in read], rounds)
    parsing = seconds(parse_alone(read), rounds)
    size = sum(len(capture.text) for capture in read) / len(read)
    rates = (f"**{len(read) / whole:.1f}**", f"{len(read) / reading:.1f}", f"{len(read) / parsing:.1f}")
    cells = (kind, str(len(chosen)), str(len(read)), f"{size:,.0f}", *rates, f"{parsing / whole:.2f}")
    stages = by_stage(read)
    stages["relate and store"] = whole - reading
    spent = sum(stages.values())
    return f"| {' | '.join(cells)} |", [
        f"| {kind} | {name} | {1000 * taken / len(read):.1f} | {taken / spent:.0%} |"
        for name, taken in sorted(stages.items(), key=lambda s: -s[1])
    ]


def main() -> None:
    """Measure, print, and write where that is wanted."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--events", nargs="*", default=[], help="beginnings of names (default: all)")
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--write", action="store_true", help="put the tables into RESULTS.md")
    given = arguments.parse_args()
    chosen = events(tuple(given.events))
    reader()  # the model is loaded once, and not counted
    build_all(chosen[:1])
    kinds = [kind for kind in ("real", "corpus", "example") if any(event.kind == kind for event in chosen)]
    measured = [measure(kind, [event for event in chosen if event.kind == kind], given.rounds) for kind in kinds]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    body = "\n".join(
        [
            "Articles for a second of CPU time: whole records (one an event, in files), readings alone, spaCy alone.",
            "",
            "| events | records | articles | characters each | whole record | reading | spaCy alone | spaCy's share |",
            "|---|---|---|---|---|---|---|---|",
            *(row for row, _ in measured),
            "",
            f"Most memory that the process held: {peak:.0f} MB. Where the time goes:",
            "",
            "| events | stage | ms an article | share |",
            "|---|---|---|---|",
            *(row for _, rows in measured for row in rows),
        ]
    )
    print(body)
    if given.write:
        write_section("speed", "Speed", body, "python -m benchmarks.speed --write")


if __name__ == "__main__":
    main()
