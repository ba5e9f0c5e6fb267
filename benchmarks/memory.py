"""Memory of a build over time: `python -m benchmarks.memory --articles 4000 [--folder F] [--seconds S] [--write]`.

The articles are the corpus, renamed, in other words, shifted in time and mixed (`benchmarks/variants.py`); they are
written as rows and built into a record by `reportedly build`, a program of its own. Once a second all memory of its
processes is noted (what they hold alone, and their part of what they share). Each build goes on where the one before it
was stopped, so that `--seconds` may cut a long one into pieces, `--folder` keeping what was made.
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
from pathlib import Path

from benchmarks.results import write_section
from benchmarks.scaling import read_corpus
from benchmarks.variants import Variants

EVERY = 1.0  # seconds between two looks
STEPS = 10  # rows of the table for each part of the work
Look = tuple[float, int, int, bool]  # seconds since the first build began, captures read, MB, whether reading is done


def write_rows(place: Path, articles: int) -> None:
    """So many articles as rows of JSON, each event's accounts in a place of their own, the events mixed."""
    told = Variants(read_corpus()[0]).readings(articles)
    with place.open("w", encoding="utf8") as out:
        for number, reading in enumerate(told):
            published = reading.article.published
            row = {"id": str(number), "text": reading.capture.text}
            if published is not None and published.when.latest is not None:
                row["published"] = published.when.latest.isoformat()
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


def build(rows: Path, record: Path, articles: int, before: float, most: float) -> tuple[list[Look], bool]:
    """Build, looking on; what was seen, and whether the build came to its end."""
    command = [sys.executable, "-m", "reportedly", "build", str(rows), "-o", str(record), "-j", "1"]
    begun, seen = time.monotonic(), list[Look]()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        while process.poll() is None:
            time.sleep(EVERY)
            read, spent = read_so_far(record), time.monotonic() - begun
            seen.append((before + spent, read, megabytes(process.pid), read >= articles))
            if spent > most:
                process.kill()
                return seen, False
    return seen, process.returncode in (0, 3)


def table(seen: Sequence[Look]) -> list[str]:
    """Reading by captures, relating by time: some rows of each, with the most that was held in between."""
    lines = ["| work | after, s | captures read | most memory, MB |", "|---|---|---|---|"]
    for name, part in (
        ("reading", [look for look in seen if not look[3]]),
        ("relating", [look for look in seen if look[3]]),
    ):
        step = max(1, len(part) // STEPS)
        for start in range(0, len(part), step):
            held = part[start : start + step]
            lines.append(f"| {name} | {held[-1][0]:,.0f} | {held[-1][1]:,} | {max(look[2] for look in held)} |")
    return lines


def main() -> None:
    """Build, print, and write where that is wanted."""
    arguments = argparse.ArgumentParser(prog="python -m benchmarks.memory", description=__doc__)
    arguments.add_argument("--articles", type=int, default=20_000)
    arguments.add_argument("--folder", type=Path)
    arguments.add_argument("--seconds", type=float, default=float("inf"), help="stop after so long; begin again later")
    arguments.add_argument("--write", action="store_true", help="put the table into RESULTS.md")
    given = arguments.parse_args()
    folder: Path = given.folder or Path(tempfile.mkdtemp())
    folder.mkdir(parents=True, exist_ok=True)
    rows, record, log = (folder / f"{given.articles}.{ending}" for ending in ("jsonl", "db", "csv"))
    if not rows.exists():
        part = rows.with_suffix(".part")
        write_rows(part, given.articles)
        part.rename(rows)
    seen = [(float(a), int(b), int(c), d == "True") for a, b, c, d in csv.reader(log.open())] if log.exists() else []
    more, done = build(rows, record, given.articles, seen[-1][0] if seen else 0.0, given.seconds)
    seen += more
    with log.open("w", newline="") as out:
        csv.writer(out).writerows(seen)
    body = "\n".join(
        [
            f"{given.articles:,} articles of the corpus, renamed, shifted and mixed, by one worker; memory of all "
            "processes of the build" + ("." if done else f", **stopped** after {seen[-1][1]:,} captures."),
            "",
            *table(seen),
        ]
    )
    print(body)
    if given.write and done:
        write_section("memory", "Memory of a build", body, f"python -m benchmarks.memory --articles {given.articles}")
    sys.exit(not done)


if __name__ == "__main__":
    main()
