"""A build on a Ray cluster: captures and readings in shards that stay, on any number of machines, to the same record.

Two stages, each a folder of Parquet shards under the work folder: `captures` (one manifest for each file that was read)
and `readings-FINGERPRINT` (one for the stage). What a stopped build finished is not done again. The readings are then
kept, and related by the stages of `relating`; a small record, and one that held captures before, as by a build on one
machine. All is done by the same code, so that the record is the same to the byte.
"""

from __future__ import annotations

import os
import time
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import msgspec
import pyarrow as pa

from reportedly.model.capture import Capture
from reportedly.model.ids import sha256_of
from reportedly.model.problem import Problem
from reportedly.read import NO_COLUMNS, formats, read
from reportedly.relate.gathering.stories import SMALL
from reportedly.run.build import BATCH, Built, NothingReadError, Round, finished, noted
from reportedly.run.crew import TRIES, Crew, engine
from reportedly.run.frames import QUIET
from reportedly.run.pipeline import BENEATH, fingerprint, pipeline
from reportedly.run.places import Place, places
from reportedly.run.reading import outcome
from reportedly.run.relating import Relating
from reportedly.run.shards import Row, Shard, Stage
from reportedly.store import Store, new_record

SHARD = 200  # captures: some twenty seconds of work, which a death may cost again
SCHEMA = pa.schema([("id", pa.string()), *((name, pa.binary()) for name in ("capture", "reading", "problem"))])
Watch = Callable[[Capture], None]


@dataclass(frozen=True, slots=True)
class Piece:
    """A shard of captures to be read, or one of its rows."""

    home: str
    name: str
    row: int | None = None


def build_on_ray(
    paths: Sequence[str | Path],
    *,
    record: str | Path | None,
    work: str,
    address: str | None = None,
    workers: int | None = None,
    columns: Mapping[str, str] = NO_COLUMNS,
    shard: int = SHARD,
) -> Built:
    """As `build`, by the workers of the cluster at `address` (None: one begun on this machine).

    `paths` may be URLs that fsspec knows (`s3://…`, with globs) and `@file`, a list of places. `work` is a folder or
    URL that all machines see; whatever is in it from an earlier run is used. Raises as `build` does.
    """
    begun = time.monotonic()
    _begin(address)
    this, captured, maker = Round(), _captured(paths, work, workers, columns, shard), fingerprint()
    this.problems += captured.problems
    this.paths |= captured.paths
    readings = _readings(captured.pieces, work, maker, workers)
    shards = [f"{work}/{_folder(maker)}/{_name(piece)}" for piece in captured.pieces]
    with new_record(record) as store:
        before = store.size()
        _keep(readings, store, maker, this)
        if not this.ids and not before:
            raise NothingReadError(this.problems)
        if record is not None and not before and len(this.ids) > SMALL and not store.judged():
            relating = Relating(shards, work, maker, sha256_of("\n".join([maker, *shards]).encode()))
            problems = store.put(relating, this.problems, pipeline())
            return noted(store, this, before, begun, record, problems)
        return finished(store, this, before, begun, record)


def _begin(address: str | None) -> None:
    """Join a cluster, or begin one that only this machine can reach."""
    if address is None:
        os.environ["RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER"] = "0"  # what Ray calls staying on the loopback address
    ray = engine()
    if not ray.is_initialized():
        here: dict[str, Any] = {"include_dashboard": False, "_node_ip_address": "127.0.0.1"} if address is None else {}
        here["runtime_env"] = {"env_vars": QUIET}
        ray.init(address=address or "local", log_to_driver=False, **here)  # without one it would look for any


@dataclass(frozen=True, slots=True)
class _Captured:
    pieces: tuple[Piece, ...]
    paths: frozenset[str]
    problems: tuple[Problem, ...]


def _crew(maker: Callable[[], Callable[[Any], Any]], workers: int | None) -> Crew:
    return Crew(maker, workers or max(1, int(engine().cluster_resources().get("CPU", 1))))


def _captured(
    paths: Sequence[str | Path], work: str, workers: int | None, columns: Mapping[str, str], shard: int
) -> _Captured:
    """Every file as shards of captures."""
    found = list(places(paths))
    problems = [place for place in found if isinstance(place, Problem)]
    wanted = [place for place in found if isinstance(place, Place)]
    homes = {place: f"{work}/captures/{_key(place, columns, shard)}" for place in wanted}
    shards = {place: Stage(home).finished(home) for place, home in homes.items()}
    todo = [(place, homes[place], dict(columns), shard) for place in wanted if shards[place] is None]
    for done in _crew(lambda: _capture, workers).do(todo):
        place = done.piece[0]
        if done.fault:
            detail = f"its reader died {TRIES} times ({done.fault}); it is tried again next time"
            problems.append(Problem(place.name, "run", "fatal file", detail))
        shards[place] = done.result or ()
    pieces = tuple(Piece(homes[place], held.name) for place in wanted for held in shards[place] or ())
    seen = frozenset({place.name for place in wanted} | {problem.path for problem in problems})
    return _Captured(pieces, seen, tuple(problems))


def _key(place: Place, columns: Mapping[str, str], shard: int) -> str:
    told = msgspec.json.encode(
        [place.name, place.url, place.stamp, sorted(columns.items()), shard, fingerprint(("read", *BENEATH))]
    )
    return sha256_of(told)[:24]


def _capture(piece: tuple[Place, str, dict[str, str], int]) -> tuple[Shard, ...]:
    """One file to shards of captures and problems."""
    place, home, columns, size = piece
    stage = Stage(home)
    shards: list[Shard] = []
    rows: list[Row] = []
    for item in read(place.source(), formats(columns)):
        rows.append(_row(item))
        if len(rows) == size:
            shards.append(stage.write(f"{len(shards):06d}.parquet", rows, SCHEMA))
            rows = []
    if rows:
        shards.append(stage.write(f"{len(shards):06d}.parquet", rows, SCHEMA))
    return stage.finish(home, shards)


def _row(item: Capture | Problem) -> Row:
    blob = zlib.compress(msgspec.json.encode(item))
    return {"id": item.id, "capture": blob} if isinstance(item, Capture) else {"problem": blob}


def _readings(pieces: Sequence[Piece], work: str, maker: str, workers: int | None) -> Iterator[list[Row]]:
    """The rows of every shard of readings, once all are there."""
    folder = f"{work}/{_folder(maker)}"
    key = sha256_of("".join(f"{piece.home} {piece.name}\n" for piece in pieces).encode())
    stage = Stage(folder)
    if stage.finished(key) is None:
        todo = [piece for piece in pieces if not stage.has(_name(piece))]
        crew = _crew(lambda: _Reads(folder), workers)
        fatal = [done.piece for done in crew.do(todo) if done.fault]
        for piece in fatal:
            _one_by_one(piece, stage, crew)
        stage.finish(key, (stage.shard(_name(piece)) for piece in pieces))
    return (stage.read(_name(piece)) for piece in pieces)


def _folder(maker: str) -> str:
    return f"readings-{maker}"


def _name(piece: Piece) -> str:
    return f"{piece.home.rpartition('/')[2]}-{piece.name}"


class _Reads:
    """Shards of captures to shards of readings; what the stages need is loaded once."""

    def __init__(self, folder: str) -> None:
        self._stage = Stage(folder)

    def __call__(self, piece: Piece) -> Row | None:
        rows = Stage(piece.home).read(piece.name)
        if piece.row is not None:
            return _read_row(rows[piece.row])
        self._stage.write(_name(piece), [_read_row(row) for row in rows], SCHEMA)
        return None


def _read_row(row: Row) -> Row:
    if row["capture"] is None:
        return row
    made = outcome(_capture_of(row))
    if isinstance(made, Problem):
        return {"problem": zlib.compress(msgspec.json.encode(made))}
    return row | {"reading": made}


def _one_by_one(piece: Piece, stage: Stage, crew: Crew) -> None:
    """A shard that took its workers with it: each capture by itself, and the deadly ones set aside."""
    rows = Stage(piece.home).read(piece.name)
    singles = [replace(piece, row=number) for number in range(len(rows))]
    made: dict[int, Row] = {}
    for done in crew.do(singles):
        made[done.piece.row] = _fatal(rows[done.piece.row]) if done.fault else done.result
    stage.write(_name(piece), [made[number] for number in sorted(made)], SCHEMA)


def _fatal(row: Row) -> Row:
    detail = f"the process that read it died {TRIES} times; the capture was put aside"
    problem = Problem(_capture_of(row).path, "run", "fatal capture", detail)
    return {"problem": zlib.compress(msgspec.json.encode(problem))}


def _capture_of(row: Row) -> Capture:
    return msgspec.json.decode(zlib.decompress(row["capture"]), type=Capture)


def _keep(shards: Iterable[list[Row]], store: Store, maker: str, this: Round) -> None:
    for rows in shards:
        for start in range(0, len(rows), BATCH):
            batch = []
            for row in rows[start : start + BATCH]:
                if row["problem"] is not None:
                    this.problems.append(msgspec.json.decode(zlib.decompress(row["problem"]), type=Problem))
                else:
                    capture = _capture_of(row)
                    this.ids.add(capture.id)
                    batch.append((capture, row["reading"]))
            store.keep(batch, maker)
