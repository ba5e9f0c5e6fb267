"""Kill work on records at random moments, and look at what it left: `python kills.py CAPTURES FOLDER ROUNDS SEED`.

Each round does one thing to a record, in a file or in PostgreSQL, in a process of its own that `kill -9` ends somewhere
on the way: build (captures added), judge (a person's decisions, each told when it stands), copy, watch (three cycles,
each piece of news told when it stands). Some rounds run with the clock set back, some on a disk that is full. After
each the store must be sound and hold all that was told; done again, it must end as if nothing had happened.
"""

from __future__ import annotations

import random
import shutil
import sys
from collections import Counter
from contextlib import ExitStack
from pathlib import Path

from kill_kinds import Builds, Copies, Judges, Kind, Watches
from kill_scene import Round, fill, killed, small_disk, sound

from reportedly.run.build import build
from reportedly.run.reading import reader

sys.path += [str(Path(__file__).parents[1] / room) for room in ("store", "watch")]
from newsstand import newsstand
from private_server import PrivateServer, missing

ROOM = (20_000, 2_000_000)  # bytes that a disk has left, at least and at most, when work on it begins


def one(kind: Kind, this: Round, folder: Path, chance: random.Random) -> tuple[bool, str]:
    """One round; whether the kill came in time, and what was left."""
    this.home.mkdir()
    record = kind.begin(this)
    ballast = fill(this.home.parent, chance.randint(*ROOM)) if this.full else None
    moment = chance.uniform(0, kind.seconds)
    in_time, told = killed(lambda tell: kind.work(this, record, tell), moment, back=this.back)
    if ballast:  # room again
        ballast.unlink()
        this = Round(this.number, Path(shutil.move(this.home, folder)), back=this.back)
        record = this.home / "r.db"
    sound(record)
    return in_time, kind.check(this, record, told)


def main(captures: Path, folder: Path, rounds: int, seed: int) -> None:
    reader()
    chance = random.Random(seed)  # noqa: S311 - moments, not secrets
    first = folder / "first.db"
    build(sorted(captures.iterdir())[:3], record=first, workers=1)
    outcomes: Counter[str] = Counter()
    with ExitStack() as stack:
        server = None if missing() else stack.enter_context(PrivateServer())
        disk = small_disk(folder, stack)
        kinds: dict[str, Kind] = {
            "build": Builds(first, captures, folder),
            "judge": Judges(first, folder),
            "copy": Copies(first, folder),
            "watch": Watches(first, stack.enter_context(newsstand()), folder),
        }
        for number in range(rounds):
            kind = [*kinds][number % len(kinds)]
            held = server if number % 3 == 1 else None
            full = disk is not None and held is None and number % 5 in (2, 4)
            home = (disk if full and disk else folder) / f"round{number}"
            this = Round(number, home, held, full, back=number % 7 in (3, 5))
            try:
                in_time, what = one(kinds[kind], this, folder, chance)
            except Exception as fault:
                raise AssertionError(f"{kind}, {this}: {fault}") from fault
            outcomes.update([kind, f"{kind}: {what}", "server" if held else "file", *(["at work"] if in_time else [])])
            outcomes.update({"full": int(full), "clock set back": int(this.back)})
            shutil.rmtree(folder / home.name)
    if disk is None:
        sys.stdout.write("no disk was full: this account may not mount one. ")
    if server is None:
        sys.stdout.write(f"no server: {missing()}. ")
    sys.stdout.write(", ".join(f"{what}={count}" for what, count in sorted(outcomes.items())) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
