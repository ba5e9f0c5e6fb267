"""What a page of a large record costs: `python -m benchmarks.serving [--write]`.

The record is the corpus built once (`--events`), then written again and again under ids of its own until it holds
`--statements`. The server runs as people run it; its CPU time is read off the system for each answer, all its threads
together. Then `--readers` ask at once; the most memory it ever held is read at the end.
"""

from __future__ import annotations

import argparse
import random
import re
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from benchmarks.events import events
from benchmarks.results import write_section
from reportedly.run.build import build

ID = re.compile(r"(?<![\w-])([a-z]+\d*):([0-9a-f]{4})([0-9a-f]{60}|[0-9a-f]{20})(?![0-9a-f])")  # a capture's is longer
REFERS = {"answer": ("point",), "facet": ("point",)}  # columns that hold positions
WORDS = ("ferry", "killed", "minister", "denied", "bridge", "water", "two hundred", "spokesman said", "ministry")
EACH = 40  # answers measured of each kind of page
RUN = "import reportedly.cli; reportedly.cli.main()"


@dataclass(frozen=True, slots=True)
class Server:
    """A server that answers: its address and its process."""

    address: str
    process: int

    def cpu(self) -> float:
        """CPU seconds of all its threads until now."""
        stats = Path(f"/proc/{self.process}/task").glob("*/schedstat")
        return sum(int(stat.read_text(encoding="ascii").split()[0]) for stat in stats) / 1e9

    def most_megabytes(self) -> float:
        """The most memory it has held."""
        status = Path(f"/proc/{self.process}/status").read_text(encoding="ascii")
        return int(re.findall(r"VmHWM:\s+(\d+) kB", status)[0]) / 1024


def multiply(path: Path, statements: int) -> int:
    """Write the rows of a record again under other ids until it holds so many statements; how many there then are."""
    with sqlite3.connect(path) as connection:
        tables = [
            name
            for (name,) in connection.execute("select name from sqlite_master where type = 'table'")
            if "position" in [column[1] for column in connection.execute(f"pragma table_info({name})")]
        ]
        had = connection.execute("select count(*) from statement").fetchone()[0]
        rows = {name: connection.execute(f"select * from {name}").fetchall() for name in tables}  # noqa: S608
        names = {name: [c[1] for c in connection.execute(f"pragma table_info({name})")] for name in tables}
        times = max(1, -(-statements // had))
        for number in range(1, times):
            for name in tables:
                again = [_again(row, names[name], name, number) for row in rows[name]]
                marks = ", ".join("?" * len(names[name]))
                connection.executemany(f"insert into {name} values ({marks})", again)  # noqa: S608
        for table in ("statement", "capture", "point"):
            connection.execute(f"insert into {table}_words({table}_words) values ('rebuild')")  # noqa: S608
        connection.execute("analyze")
    return int(times * had)


def _again(row: tuple[object, ...], names: list[str], table: str, number: int) -> list[object]:
    """A row under other ids and at another position."""
    moved = {"position", *REFERS.get(table, ())}
    return [
        value + number * 1_000_000
        if name in moved and isinstance(value, int)
        else ID.sub(lambda id_: f"{id_[1]}:{number:04x}{id_[3]}", value)
        if isinstance(value, str)
        else value
        for name, value in zip(names, row, strict=True)
    ]


@contextmanager
def serving(record: Path) -> Iterator[Server]:
    """A server of the record, until the end of the block."""
    command = [sys.executable, "-c", RUN, "serve", str(record), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None  # noqa: S101 - it was asked for
        try:
            told = re.search(r"http://\S+?/", process.stderr.readline())
            if told is None:
                raise RuntimeError("the server did not say where it listens")
            yield Server(told[0].rstrip("/"), process.pid)
        finally:
            process.terminate()


def addresses(record: Path, chance: random.Random) -> dict[str, list[str]]:
    """Addresses of each kind of page."""
    with sqlite3.connect(record) as connection:
        points = [id_ for (id_,) in connection.execute("select id from point")]
        articles = [id_ for (id_,) in connection.execute("select id from article")]
    pages = [f"/points?page={page}" for page in range(1, EACH // 2)]
    facets = ("contested", "differs", "growing", "not-verified")
    found = {
        "overview": ["/"] * 10,
        "questions": pages + [f"/points?standing={facet}&order=newest" for facet in facets],
        "question": [f"/points/{id_}" for id_ in chance.sample(points, EACH)],
        "article": [f"/articles/{id_}" for id_ in chance.sample(articles, EACH)],
        "articles": [f"/articles?page={page}" for page in range(1, 10)],
        "search": [f"/points?words={word}" for word in WORDS],
    }
    found |= {name: [f"/{name}"] * 5 for name in ("timeline", "origins", "places", "outlets", "names")}
    return found | {"statements": [f"/statements?words={word}" for word in WORDS] + ["/statements"]}


def measured(server: Server, asked: dict[str, list[str]]) -> dict[str, list[float]]:
    """CPU milliseconds of every answer, by kind of page; a kind that the app does not have is left out."""
    spent: dict[str, list[float]] = defaultdict(list)
    with httpx.Client(base_url=server.address, timeout=60) as client:
        for kind, paths in asked.items():
            if client.get(paths[0]).status_code == httpx.codes.NOT_FOUND:  # this also warms what is kept
                continue
            for path in paths:
                before = server.cpu()
                client.get(path).raise_for_status()
                spent[kind].append(1000 * (server.cpu() - before))
    return spent


def at_once(server: Server, asked: dict[str, list[str]], readers: int, rounds: int) -> tuple[int, int]:
    """Several readers, each asking for pages of all kinds; how many answers came, and how many were errors."""
    paths = [path for several in asked.values() for path in several]

    def read(seed: int) -> list[int]:
        chance = random.Random(seed)  # noqa: S311 - a reader's taste
        with httpx.Client(base_url=server.address, timeout=120) as client:
            return [client.get(path).status_code for path in chance.choices(paths, k=rounds)]

    with ThreadPoolExecutor(readers) as pool:
        codes = [code for got in pool.map(read, range(readers)) for code in got]
    return len(codes), sum(code != httpx.codes.OK for code in codes)


def main() -> None:
    """Measure, print, and with --write put the section into RESULTS.md."""
    wish = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    wish.add_argument("--statements", type=int, default=100_000)
    wish.add_argument("--events", type=int, default=8, help="events of the corpus to begin with")
    wish.add_argument("--readers", type=int, default=8)
    wish.add_argument("--record", type=Path, help="a record to serve as it is")
    wish.add_argument("--write", action="store_true")
    given = wish.parse_args()
    chance = random.Random(7)  # noqa: S311 - the same pages every time
    with tempfile.TemporaryDirectory() as folder:
        record = given.record or Path(folder) / "large.db"
        if given.record is None:
            chosen = [event for event in events() if event.kind == "corpus"][: given.events]
            build([event.captures for event in chosen], record=record)
            print(f"{multiply(record, given.statements):,} statements", file=sys.stderr)
        begun = time.monotonic()
        with serving(record) as server:
            start = time.monotonic() - begun
            asked = addresses(record, chance)
            spent = measured(server, asked)
            answers, errors = at_once(server, {kind: asked[kind] for kind in spent}, given.readers, 25)
            most = server.most_megabytes()
    rows = [
        f"| {kind} | {len(times)} | {statistics.median(times):.0f} ms | {_late(times):.0f} ms |"
        for kind, times in spent.items()
    ]
    every = [each for times in spent.values() for each in times]
    rows.append(f"| all | {len(every)} | {statistics.median(every):.0f} ms | {_late(every):.0f} ms |")
    table = "\n".join(["| page | asked | CPU, median | CPU, 95th percentile |", "|---|---:|---:|---:|", *rows])
    table += (
        f"\n\n{given.readers} readers at once: {answers} answers, {errors} errors. Most memory: {most:.0f} MB. "
        f"Ready after {start:.1f} s on a shared machine."
    )
    print(table)
    if given.write:
        title = f"Pages of a record of {given.statements:,} statements"
        write_section("serving", title, table, "python -m benchmarks.serving --write")


def _late(times: list[float]) -> float:
    return sorted(times)[int(0.95 * (len(times) - 1))]


if __name__ == "__main__":
    main()
