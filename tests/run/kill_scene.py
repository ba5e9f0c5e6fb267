"""What the rounds of kills.py have in common: records to work on, a process to kill, a small disk, a clock set back."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import reportedly
from reportedly.export import record_json
from reportedly.model.errors import ReportedlyError
from reportedly.model.record import Record
from reportedly.store import new_record, open_record

sys.path.insert(0, str(Path(__file__).parents[1] / "store"))
from private_server import PrivateServer

DAY = dt.timedelta(days=1)
DISK = 8 * 2**20  # bytes
Name = str | Path
Tell = Callable[[str], None]


def json_of(record: Record) -> str:
    return "".join(record_json(record))


@dataclass(frozen=True)
class Round:
    """One kill: where it happens and under what. `home` is a folder of its own, on the small disk if that is full."""

    number: int
    home: Path
    server: PrivateServer | None = None
    full: bool = False
    back: bool = False

    def record(self) -> Name:
        """The record of this round; it is not there yet."""
        return self.server.new(f"round{self.number}") if self.server else self.home / "r.db"

    def __str__(self) -> str:
        signs = [
            "server" if self.server else "file",
            *("full" for _ in range(self.full)),
            *("back" for _ in range(self.back)),
        ]
        return f"round {self.number} ({', '.join(signs)})"


def copied(source: Path, target: Name) -> Name:
    """The record `source` in a place of its own."""
    if isinstance(target, Path):
        return Path(shutil.copy(source, target))
    with open_record(source) as one, new_record(target) as other:
        one.copy_to(other, "copy")
    return target


def killed(work: Callable[[Tell], None], after: float, *, back: bool) -> tuple[bool, list[str]]:
    """Work in a process of its own and kill it; whether it was still at work, and the lines that it had told."""
    told, tells = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(told)
        if back:
            set_back()
        sys.stderr = open(os.devnull, "w")  # noqa: SIM115, PTH123 - a full disk is no news here
        try:
            work(lambda line: void(os.write(tells, f"{line}\n".encode())))
        except BaseException:
            os._exit(3)
        os._exit(0)
    os.close(tells)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    with os.fdopen(told, "rb") as pipe:
        return code != 0, pipe.read().decode().splitlines()


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
    """A disk of eight megabytes, where this account may mount one."""
    disk = folder / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={DISK}", "tmpfs", disk]
    if (
        os.getuid() != 0
        or not shutil.which("mount")
        or subprocess.run(command, capture_output=True, check=False).returncode
    ):
        return None
    stack.callback(subprocess.run, ["umount", disk], check=False)
    return disk


def fill(disk: Path, room: int) -> Path:
    """Leave so many bytes of a disk free; what must go to have it all back."""
    ballast = disk / "ballast"
    ballast.write_bytes(bytes(max(0, shutil.disk_usage(disk).free - room)))
    return ballast


def void(_: object) -> None:
    """Nothing is made of it."""
