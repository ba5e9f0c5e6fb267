"""Kill work on records at random moments, and look at what it left: `python kills.py CAPTURES FOLDER ROUNDS SEED`.

Each round does one thing to a record, in a file or in PostgreSQL, in a process of its own that `kill -9` ends somewhere
on the way: build (captures added), judge (a person's decisions, each told when it stands), copy. Some rounds run with
the clock set back, some on a disk that is full. After each the store must be sound and hold the old record or the new
one, with every decision that was told; done again, it must end as if nothing had happened.
"""

from __future__ import annotations

import datetime as dt
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import reportedly
from reportedly.export import record_json
from reportedly.model.errors import ReportedlyError
from reportedly.model.judgement import Judgement
from reportedly.model.record import Record
from reportedly.run.build import build, related
from reportedly.run.reading import reader
from reportedly.store import new_record, open_record

sys.path.insert(0, str(Path(__file__).parents[1] / "store"))
from private_server import PrivateServer, missing

DAY = dt.timedelta(days=1)
SMALL = 2 * 2**20  # bytes of a disk that is full before the work is done
Name = str | Path
Work = Callable[[Name, int], None]


def json_of(record: Record) -> str:
    return "".join(record_json(record))


@dataclass
class Scene:
    """What every round begins with: a record of three captures, and the same in a copy of each kind of store."""

    captures: Path
    folder: Path
    first: Path
    server: PrivateServer | None

    def fresh(self, number: int, *, on_server: bool, disk: Path | None) -> Name:
        """A record to work on."""
        if on_server and self.server:
            name: Name = self.server.new(f"round{number}")
            with open_record(self.first) as source, new_record(name) as target:
                source.copy_to(target, "copy")
            return name
        return Path(shutil.copy(self.first, (disk or self.folder) / f"{number}.db"))

    def empty(self, number: int, *, on_server: bool, disk: Path | None) -> Name:
        """A record that is not there yet."""
        return (
            self.server.new(f"round{number}") if on_server and self.server else (disk or self.folder) / f"{number}.db"
        )


def add(scene: Scene) -> Work:
    return lambda record, _: void(build([scene.captures], record=record, workers=1))


def decide(record: Name, told: int) -> None:
    """Decisions without end, each told when it is kept; the record is related by each third."""
    for number in range(10_000):
        with new_record(record) as store:
            store.judge(decision(number), "2026-01-02T03:04:05+00:00")
        os.write(told, b".")
        if number % 3 == 2:
            with new_record(record) as store:
                store.integrate((), set(), (), related)


def decision(number: int) -> Judgement:
    return Judgement("one side", (f"name:{number}", "name:other"), "an editor")


def copy(scene: Scene) -> Work:
    def work(record: Name, _: int) -> None:
        with open_record(scene.first) as source, new_record(record) as target:
            source.copy_to(target, "copy")

    return work


def void(_: object) -> None:
    """Nothing is made of it."""


def killed(work: Work, record: Name, after: float, *, back: bool) -> tuple[bool, int]:
    """Work in a process of its own and kill it; whether it was still at work, and how many decisions were told."""
    told, tells = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(told)
        if back:
            set_back()
        sys.stderr = open(os.devnull, "w")  # noqa: SIM115, PTH123 - a full disk is no news here
        try:
            work(record, tells)
        except BaseException:
            os._exit(3)
        os._exit(0)
    os.close(tells)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    with os.fdopen(told, "rb") as pipe:
        return code != 0, len(pipe.read())


def set_back() -> None:
    """The clock of this process, from now on: more than a year ago."""

    class Past(dt.datetime):
        @classmethod
        def now(cls, tz: dt.tzinfo | None = None) -> dt.datetime:  # type: ignore[override]
            return super().now(tz) - 400 * DAY

    now = time.time
    dt.datetime = Past  # type: ignore[misc]
    time.time = lambda: now() - 400 * DAY.total_seconds()


def sound(record: Name) -> None:
    """The store says of itself that it is whole."""
    if isinstance(record, Path) and record.exists():
        connection = sqlite3.connect(record)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert not connection.execute("PRAGMA foreign_key_check").fetchall()
        connection.close()


def left(record: Name) -> Record | None:
    """What a reader finds; None where no build was finished."""
    try:
        return reportedly.open(record)
    except ReportedlyError:
        return None


def small_disk(folder: Path, stack: ExitStack) -> Path | None:
    """A disk of two megabytes, where this account may mount one."""
    disk = folder / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={SMALL}", "tmpfs", disk]
    if (
        os.getuid() != 0
        or not shutil.which("mount")
        or subprocess.run(command, capture_output=True, check=False).returncode
    ):
        return None
    stack.callback(subprocess.run, ["umount", disk], check=False)
    return disk


def round_of(scene: Scene, number: int, kind: str, options: dict[str, object], after: float) -> tuple[bool, str]:
    """One round; whether the kill came in time, and what was left."""
    on_server, disk = bool(options["server"]), options["disk"]
    assert disk is None or isinstance(disk, Path)
    place = scene.empty if kind == "copy" else scene.fresh
    record = place(number, on_server=on_server, disk=disk)
    work = {"build": add(scene), "judge": decide, "copy": copy(scene)}[kind]
    in_time, told = killed(work, record, after, back=bool(options["back"]))
    if disk:  # room again
        record = Path(shutil.move(record, scene.folder)) if Path(record).exists() else scene.folder / Path(record).name
        for log in disk.glob(f"{Path(record).name}-*"):
            shutil.move(log, scene.folder)
    sound(record)
    return in_time, {"build": after_build, "judge": after_judge, "copy": after_copy}[kind](scene, record, told)


WHOLE: dict[str, str] = {}


def after_build(scene: Scene, record: Name, _: int) -> str:
    found = left(record)
    assert found is not None, "the record is gone"
    what = json_of(found)
    assert what in (WHOLE["old"], WHOLE["new"]), "neither the old record nor the new one"
    assert json_of(build([scene.captures], record=record, workers=1).record) == WHOLE["new"], "not whole again"
    return "old" if what == WHOLE["old"] else "new"


def after_judge(scene: Scene, record: Name, told: int) -> str:
    with new_record(record) as store:
        kept = [judgement for judgement, _ in store.judged()]
        assert kept[:told] == [decision(number) for number in range(told)], "a decision that was told is lost"
        assert len(kept) <= told + 1, "decisions that nobody took"
        store.integrate((), set(), (), related)
    found = left(record)
    assert found is not None
    assert len(found.judgements) == len(kept)
    assert found.readings == left(scene.first).readings  # type: ignore[union-attr]
    return f"{min(told, 1)} told"


def after_copy(scene: Scene, record: Name, _: int) -> str:
    found = left(record)
    if found is None:
        copy(scene)(record, 0)
    again = left(record)
    assert again is not None
    assert json_of(again) == WHOLE["old"], "the copy differs"
    return "old" if found is None else "new"


def lengths(scene: Scene) -> dict[str, float]:
    """How long each kind of work takes undisturbed; what a build ends with is remembered."""
    took = {}
    record = Path(shutil.copy(scene.first, scene.folder / "whole.db"))
    begun = time.monotonic()
    WHOLE["new"] = json_of(build([scene.captures], record=record, workers=1).record)
    took["build"] = time.monotonic() - begun
    WHOLE["old"] = json_of(reportedly.open(scene.first))
    begun = time.monotonic()
    copy(scene)(scene.folder / "copied.db", 0)
    took["copy"] = 1.5 * (time.monotonic() - begun)
    took["judge"] = max(0.3, took["build"] / 4)
    return took


def main(captures: Path, folder: Path, rounds: int, seed: int) -> None:
    reader()
    chance = random.Random(seed)  # noqa: S311 - moments, not secrets
    first = folder / "first.db"
    build(sorted(captures.iterdir())[:3], record=first, workers=1)
    outcomes: Counter[str] = Counter()
    with ExitStack() as stack:
        server = None if missing() else stack.enter_context(PrivateServer())
        disk = small_disk(folder, stack)
        scene = Scene(captures, folder, first, server)
        took = lengths(scene)
        for number in range(rounds):
            kind = ("build", "judge", "copy", "build")[number % 4]
            on_server = server is not None and number % 3 == 1
            full = disk if number % 5 == 2 and not on_server else None
            options: dict[str, object] = {"server": on_server, "disk": full, "back": number % 7 == 3}
            try:
                in_time, what = round_of(scene, number, kind, options, chance.uniform(0, took[kind]))
            except Exception as fault:
                raise AssertionError(f"round {number} ({kind}, {options}): {fault}") from fault
            names = [kind, f"{kind}: {what}", "server" if on_server else "file", "full" if full else "", "at work"]
            outcomes.update(name for name in (names if in_time else names[:-1]) if name)
            outcomes["clock set back"] += bool(options["back"])
    sys.stdout.write(", ".join(f"{what}={count}" for what, count in sorted(outcomes.items())) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
