"""Memory of a build over time: `python -m benchmarks.memory --articles 4000 [--first N] [--folder F] [--write]`.

The articles are the corpus, renamed, in other words, shifted in time and mixed (`benchmarks/variants.py`); they are
written as rows and built into a record by `reportedly build`, a program of its own. Every five seconds all memory of
its processes is noted (what they hold alone, and their part of what they share). Each build goes on where the one
before it was stopped, so that `--seconds` may cut a long one into pieces, `--folder` keeping what was made; `--first`
builds so many of them alone, to which a later one adds; `--look` tells how far it is while it runs, or of its end.
"""

from __future__ import annotations

import argparse
import csv
import json
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from random import Random

from benchmarks.results import write_section
from benchmarks.scaling import corpus_readings
from benchmarks.variants import Variants

EVERY = 5.0  # seconds between two looks
STEPS = 20  # rows of the table for each part of the work
Look = tuple[float, int, int, bool]  # seconds since the first build began, captures read, MB, whether reading is done


def write_rows(place: Path, articles: int) -> None:
    """So many articles as rows of JSON, each event's accounts told anew, all events mixed."""
    told = list(Variants(corpus_readings(place.parent)).texts(articles))
    Random(articles).shuffle(told)  # noqa: S311 - an order, not a secret
    with place.open("w", encoding="utf8") as out:
        for number, (text, day) in enumerate(told):
            row = {"id": str(number), "text": text} | ({"published": day} if day else {})
            out.write(json.dumps(row, ensure_ascii=False) + "\n")


def megabytes(process: int) -> int:
    """The memory of a process and all that it began: proportional, so that what two share counts once."""
    kilobytes, waiting = 0, [process]
    while waiting:
        number = waiting.pop()
        try:
            held = Path(f"/proc/{number}/smaps_rollup").read_text(encoding="ascii")
            kilobytes += next(int(line.split()[1]) for line in held.splitlines() if line.startswith("Pss:"))
            for task in Path(f"/proc/{number}/task").iterdir():
                waiting += [int(child) for child in (task / "children").read_text(encoding="ascii").split()]
        except (OSError, StopIteration):
            continue
    return kilobytes // 1024


def read_so_far(record: Path) -> int:
    """How many readings are kept."""
    try:
        with sqlite3.connect(f"file:{record}?mode=ro", uri=True) as connection:
            return int(connection.execute("SELECT count(*) FROM source").fetchone()[0])
    except sqlite3.Error:
        return 0


def cut(whole: Path, rows: Path, many: int) -> None:
    """The first so many rows, in a place that stays: their captures are the same when more are read."""
    with whole.open(encoding="utf8") as lines, rows.open("w", encoding="utf8") as out:
        out.writelines(islice(lines, many))


def built(record: Path) -> int:
    """How many captures the last finished build left in a record."""
    try:
        with sqlite3.connect(f"file:{record}?mode=ro", uri=True) as connection:
            found = connection.execute("SELECT captures FROM build ORDER BY number DESC LIMIT 1").fetchone()
            return int(found[0]) if found else 0
    except sqlite3.Error:
        return 0


def build(rows: Path, record: Path, log: Path, most: float) -> bool:
    """Build, looking on and noting what is seen; whether the build came to its end."""
    articles = sum(1 for _ in rows.open(encoding="utf8"))
    earlier = looks(log)
    before, begun = earlier[-1][0] if earlier else 0.0, time.monotonic()
    command = [sys.executable, "-m", "reportedly", "build", str(rows), "-o", str(record), "-j", "1"]
    with log.open("a", newline="") as out, subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        while process.poll() is None:
            time.sleep(EVERY)
            read, spent = read_so_far(record), time.monotonic() - begun
            csv.writer(out).writerow((before + spent, read, megabytes(process.pid), read >= articles))
            out.flush()
            if spent > most:
                process.kill()
                return False
    return process.returncode in (0, 3)


def looks(log: Path) -> list[Look]:
    """What was seen so far; the look at a process that was ending is left out."""
    if not log.exists():
        return []
    with log.open(encoding="ascii") as rows:
        return [(float(a), int(b), int(c), d == "True") for a, b, c, d in csv.reader(rows) if int(c)]


def table(seen: Sequence[Look], step: int) -> list[str]:
    """Reading by so many captures, relating by time: rows with the most that was held in between."""
    lines = ["| work | captures read | after, s | most memory, MB |", "|---|---|---|---|"]
    by_step: dict[int, list[Look]] = {}
    for look in seen:
        if not look[3]:
            by_step.setdefault(look[1] // step, []).append(look)
    relating = [look for look in seen if look[3]]
    size = max(1, -(-len(relating) // STEPS))
    parts = [("reading", held) for held in by_step.values()]
    parts += [("relating", relating[start : start + size]) for start in range(0, len(relating), size)]
    for name, held in parts:
        lines.append(f"| {name} | {held[-1][1]:,} | {held[-1][0]:,.0f} | {max(look[2] for look in held)} |")
    return lines


def main() -> None:
    """Build, print, and write where that is wanted."""
    arguments = argparse.ArgumentParser(prog="python -m benchmarks.memory", description=__doc__)
    arguments.add_argument("--articles", type=int, default=20_000)
    arguments.add_argument("--first", type=int, help="build the first so many of them alone")
    arguments.add_argument("--folder", type=Path)
    arguments.add_argument("--seconds", type=float, default=float("inf"), help="stop after so long; begin again later")
    arguments.add_argument("--look", action="store_true", help="build nothing: tell of the build that goes on there")
    arguments.add_argument("--write", action="store_true", help="put the table into RESULTS.md")
    given = arguments.parse_args()
    folder: Path = given.folder or Path(tempfile.mkdtemp())
    folder.mkdir(parents=True, exist_ok=True)
    whole, rows, record, log = (folder / f"{given.articles}.{ending}" for ending in ("all.jsonl", "jsonl", "db", "csv"))
    many = min(given.first or given.articles, given.articles)
    if not whole.exists():
        part = whole.with_suffix(".part")
        write_rows(part, given.articles)
        part.rename(whole)
    if not given.look:
        cut(whole, rows, many)
        build(rows, record, log, given.seconds)
    seen, done = looks(log), built(record) == many
    far = "" if done else f" It was looked at after {seen[-1][1]:,} captures, {seen[-1][0]:,.0f} s on a shared machine."
    name = f"{many:,}" if many == given.articles else f"The first {many:,} of {given.articles:,}"
    body = "\n".join(
        [
            f"{name} articles of the corpus, renamed, shifted and mixed, by one worker; memory of all "
            f"processes of the build.{far}",
            "",
            *table(seen, max(1, given.articles // STEPS)),
        ]
    )
    print(body)
    if given.write:
        command = f"python -m benchmarks.memory --articles {given.articles}"
        write_section("memory", "Memory of a build", body, command + (f" --first {many}" if given.first else ""))
    sys.exit(not (done or given.look))


if __name__ == "__main__":
    main()
