"""`python -m benchmarks.record`: build every event's record through the public API, and score it.

Without `--events` or `--quick` the whole table goes into RESULTS.md. Each record is kept as JSON in build/records/.
"""

from __future__ import annotations

import argparse
import json
import sys
import time

import reportedly
from benchmarks.constants import means_of
from benchmarks.events import HOUSE, QUICK, Event, events
from benchmarks.floors import broken, raise_floors, read_floors, write_floors
from benchmarks.results import write_section
from benchmarks.scoring import Scores, score
from benchmarks.scoring.case import Error, case_of
from benchmarks.table import ARTICLES, POINTS, cell, mean, table
from reportedly.export.record_json import record_json

RECORDS = HOUSE / "build" / "records"
REAL, INVENTED = "mean of real events", "mean of the corpus"


def built(event: Event) -> str:
    """The event's record as JSON, written to build/records/ too."""
    text = "".join(record_json(reportedly.build([event.captures])))
    RECORDS.mkdir(parents=True, exist_ok=True)
    (RECORDS / f"{event.name}.json").write_text(text, encoding="utf8")
    return text


def scored(event: Event) -> tuple[Scores, list[Error]]:
    """An event's scores, with the seconds that its record took, and what was wrong."""
    begun = time.perf_counter()
    text = built(event)
    seconds = time.perf_counter() - begun
    record = json.loads(text)
    for problem in record["problems"]:
        print(f"{event.name}: {problem['path']}: {problem['what']}: {problem['detail']}", file=sys.stderr)
    case = case_of(event.gold, record)
    return {**score(case), "seconds": seconds}, case.errors


def with_means(scores: dict[str, Scores], chosen: list[Event]) -> dict[str, Scores]:
    """The scores with a row for the mean of the real events and one for that of the corpus."""
    means = {}
    for name, kind in ((REAL, "real"), (INVENTED, "corpus")):
        rows = [scores[event.name] for event in chosen if event.kind == kind]
        if rows:
            means[name] = mean(rows)
    return scores | means


def options() -> argparse.Namespace:
    """What the command line asks for."""
    arguments = argparse.ArgumentParser(prog="python -m benchmarks.record", description=__doc__)
    arguments.add_argument("--events", default="", help="names or their beginnings, parted by commas")
    arguments.add_argument("--quick", action="store_true", help=f"only {', '.join(QUICK)}")
    arguments.add_argument("--errors", action="store_true", help="every error on a line of its own")
    arguments.add_argument("--floors", action="store_true", help="fail where a floor of floors.json is broken")
    arguments.add_argument("--raise-floors", action="store_true", help="lift floors.json to what is reached")
    return arguments.parse_args()


def constants(chosen: list[Event]) -> str:
    """What constant answers would score, beside which revised, contested, values and origins are to be read."""
    rows = {name: row for name, kind in ((REAL, "real"), (INVENTED, "corpus")) if (row := means_of(chosen, kind))}
    columns = list(next(iter(rows.values()), {}))
    return "\n".join(
        (
            f"| always the same answer | {' | '.join(rows)} |",
            f"|---{'|---:' * len(rows)}|",
            *(f"| {name} | {' | '.join(cell(name, row.get(name)) for row in rows.values())} |" for name in columns),
        )
    )


def body(scores: dict[str, Scores], chosen: list[Event]) -> str:
    """The tables, and how to read them."""
    return "\n\n".join(
        (
            "F1 where there is precision and recall (in brackets); `benchmarks/scoring/` defines each measure.",
            "What weighs lines of text and pairs of answers was learnt from the corpus: its rows say how well that was "
            "learnt, the real events, which nothing was learnt from, how well it carries over.",
            "### What its points say",
            table(scores, POINTS),
            "### What constant answers would score",
            constants(chosen),
            "### What its articles say",
            table(scores, (*ARTICLES, "seconds")),
        )
    )


def main() -> int:
    """0, or 1 when a floor is broken."""
    asked = options()
    wanted = QUICK if asked.quick else tuple(name for name in asked.events.split(",") if name)
    chosen = events(wanted)
    scores: dict[str, Scores] = {}
    for event in chosen:
        scores[event.name], errors = scored(event)
        print(f"{event.name}: {scores[event.name]['seconds']:.1f} s", file=sys.stderr)
        if asked.errors:
            for error in errors:
                print(event.name, *error, sep=" | ")
    rows = with_means(scores, chosen)
    print(body(rows, chosen))
    held = {event.name: scores[event.name] for event in chosen if event.kind != "corpus"}
    if not wanted:
        write_section("record", "Records against gold", body(rows, chosen), "python -m benchmarks.record")
        held |= {name: rows[name] for name in (REAL, INVENTED) if name in rows}
    if asked.raise_floors:
        write_floors(raise_floors(held, read_floors()))
    faults = broken(scores | held, read_floors()) if asked.floors else []
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
