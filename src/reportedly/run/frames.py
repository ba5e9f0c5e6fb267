"""Tables on a cluster: Daft's frames, run by Ray, whose results stay as Parquet with a manifest."""

from __future__ import annotations

import os
import time
import uuid
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import PurePosixPath
from threading import Thread
from types import ModuleType
from typing import Any

from reportedly.model.errors import ReportedlyError
from reportedly.run.crew import ROUND, STALLED, TRIES
from reportedly.run.shards import Shard, Stage

Frame = Any
QUIET = {"DAFT_ANALYTICS_ENABLED": "0", "DO_NOT_TRACK": "1", "SCARF_NO_ANALYTICS": "true"}  # here and in all workers

ENDPOINTS = ("AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL")  # an object store of another house that speaks S3


class ClusterError(ReportedlyError):
    """A cluster that does not do its work."""


def daft() -> ModuleType:
    """Daft on the cluster that this process has joined. It tells nobody of its use."""
    os.environ.update(QUIET)
    module = import_module("daft")
    module.set_runner_ray(noop_if_initialized=True)
    endpoint = next((os.environ[name] for name in ENDPOINTS if name in os.environ), None)
    if endpoint:  # fsspec looks there by itself, Daft does not
        store = module.io.S3Config.from_env().replace(endpoint_url=endpoint)
        module.set_planning_config(default_io_config=module.io.IOConfig(s3=store))
    return module


def stage(maker: Callable[[], Callable[..., Any]], returns: Any) -> Any:
    """A class of the house as a class of Daft's: made once in each worker, called for each row.

    `returns` is the kind of column that it gives, or the kinds of several by their names.
    """
    engine = daft()
    several = isinstance(returns, Mapping)
    kind = engine.DataType.struct(dict(returns)) if several else returns

    @engine.cls  # type: ignore[untyped-decorator, unused-ignore]
    class Held:
        def __init__(self) -> None:
            self._stage = maker()

        @engine.method(return_dtype=kind, unnest=several)  # type: ignore[untyped-decorator, unused-ignore]
        def do(self, *cells: Any) -> Any:
            return self._stage(*cells)

    return Held().do


def kept(stage: Stage, key: str, frame: Callable[[], Frame], stalled: float = STALLED) -> Frame:
    """What a frame gives, read from where it is kept: made now, if it was not finished with this `key` before.

    It is tried `TRIES` times. Raises `ClusterError` when it fails each time, or when nothing is written for `stalled`
    seconds; what was finished before is not done again by the next run.
    """
    shards = stage.finished(key)
    if shards is None:
        shards = stage.finish(key, _made(stage, frame, stalled))
    places = [f"{stage.folder}/{shard.name}" for shard in shards if shard.rows]
    return daft().read_parquet(places) if places else None


def _made(stage: Stage, frame: Callable[[], Frame], stalled: float) -> list[Shard]:
    faults: list[str] = []
    for _ in range(TRIES):
        attempt = uuid.uuid4().hex[:12]
        try:
            return [stage.shard(name) for name in _written(frame(), stage, attempt, stalled)]
        except ClusterError:
            raise
        except Exception as fault:  # whatever the engine raises when a node is lost
            faults.append(f"{type(fault).__name__}: {str(fault).strip().rpartition(chr(10))[2]}")
    raise ClusterError(f"{stage.folder}: could not be made in {TRIES} tries ({faults[-1]}); run the same command again")


def _written(frame: Frame, stage: Stage, attempt: str, stalled: float) -> list[str]:
    """Names of the files that a frame was written to, while somebody watches that there is progress."""
    done: list[Frame] = []
    faults: list[BaseException] = []

    def write() -> None:
        try:
            done.append(frame.write_parquet(f"{stage.folder}/{attempt}", compression="zstd").to_pydict())
        except BaseException as fault:
            faults.append(fault)

    writer = Thread(target=write, daemon=True)
    writer.start()
    seen, since = -1, time.monotonic()
    while writer.is_alive():
        writer.join(ROUND)
        if (size := stage.size(attempt)) != seen:
            seen, since = size, time.monotonic()
        elif writer.is_alive() and time.monotonic() - since > stalled:
            told = f"{stage.folder}: nothing was written for {stalled:.0f} s"
            raise ClusterError(f"{told}; look at the cluster, then run the same command again")
    if faults:
        raise faults[0]
    return [f"{attempt}/{PurePosixPath(path).name}" for path in done[0]["path"]]
