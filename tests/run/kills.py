"""Kill builds at random moments and look at what they left: `python kills.py CAPTURES FOLDER ROUNDS SEED`.

Each round adds captures to a record in a process of its own, which `kill -9` ends somewhere on the way. After it the
file must be sound and hold the old record or the new one; built again, it must be the one that no kill disturbed.
"""

import os
import random
import shutil
import signal
import sqlite3
import sys
import time
from pathlib import Path

import reportedly
from reportedly.export import record_json
from reportedly.model.record import Record
from reportedly.run.build import build
from reportedly.run.reading import reader


def json_of(record: Record) -> str:
    return "".join(record_json(record))


def killed(captures: Path, path: Path, after: float) -> bool:
    """Build in a process of its own and kill it; whether it was still at work."""
    child = os.fork()
    if child == 0:
        build([captures], record=path, workers=1)
        os._exit(0)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0


def main(captures: Path, folder: Path, rounds: int, seed: int) -> None:
    reader()
    chance = random.Random(seed)  # noqa: S311 - moments, not secrets
    first = folder / "first.db"
    build(sorted(captures.iterdir())[:3], record=first, workers=1)
    begun = time.monotonic()
    whole = json_of(build([captures], record=Path(shutil.copy(first, folder / "whole.db")), workers=1).record)
    length = time.monotonic() - begun
    old = json_of(reportedly.open(first))
    outcomes = {"old": 0, "new": 0, "at work": 0}
    for number in range(rounds):
        path = Path(shutil.copy(first, folder / f"{number}.db"))
        outcomes["at work"] += killed(captures, path, chance.uniform(0, length))
        connection = sqlite3.connect(path)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",), number
        connection.close()
        left = json_of(reportedly.open(path))
        assert left in (old, whole), f"round {number}: neither the old record nor the new one"
        outcomes["old" if left == old else "new"] += 1
        assert json_of(build([captures], record=path, workers=1).record) == whole, f"round {number}: not whole again"
    sys.stdout.write(" ".join(f"{what}={count}" for what, count in outcomes.items()) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
