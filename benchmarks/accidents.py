"""Kills and odd bytes, many of them: `python -m benchmarks.accidents --kills 200 --fuzz 1800 [--seed 1] [--write]`.

Runs `tests/run/kills.py` (so many rounds) and `tests/stress/fuzzing.py` (so many seconds of computing) in slices, each
a program of its own with its own seed, and adds up how they ended. What was done is noted in `--log` as each slice
ends: the same command goes on where it was stopped. A fault ends it with 1; what broke is kept in tests/stress/seeds.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from benchmarks.results import write_section

HOUSE = Path(__file__).parents[1]
FERRY = HOUSE / "examples" / "ferry" / "captures"
LOG = HOUSE / "build" / "accidents.jsonl"
KILLS, FUZZ = 20, 120.0  # of a slice: rounds; seconds of computing


class Slice(msgspec.Struct, frozen=True):
    """What one run did: of a `kind`, so `much` of it, with a seed; whether it `held`, what it said, and how long."""

    kind: str
    much: float
    seed: int
    held: bool
    said: str
    seconds: float


def ran(kind: str, much: float, seed: int) -> Slice:
    """A slice done now."""
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        if kind == "kills":
            command = ["tests/run/kills.py", str(FERRY), folder, str(round(much)), str(seed)]
        else:
            command = ["tests/stress/fuzzing.py", str(much), str(seed)]
        done = subprocess.run([sys.executable, *command], cwd=HOUSE, capture_output=True, text=True, check=False)
    told = (done.stdout if done.returncode == 0 else done.stdout + done.stderr).strip()
    said = told.rpartition("\n")[2] if done.returncode == 0 else told[-3000:]
    return Slice(kind, much, seed, done.returncode == 0, said, time.monotonic() - begun)


def slices(log: Path) -> list[Slice]:
    """What was done so far."""
    lines = log.read_bytes().splitlines() if log.exists() else []
    return [msgspec.json.decode(line, type=Slice) for line in lines]


def left(done: Sequence[Slice], wanted: dict[str, float], seed: int) -> Iterator[tuple[str, float, int]]:
    """The slices that are not done yet, of each kind in turn."""
    for kind, size in (("kills", float(KILLS)), ("fuzz", FUZZ)):
        used = {each.seed for each in done if each.kind == kind}
        much = wanted[kind] - sum(each.much for each in done if each.kind == kind)
        while much > 0:
            seed = next(number for number in range(seed, seed + len(used) + 1) if number not in used)
            used.add(seed)
            yield kind, min(size, much), seed
            much -= size


def counted(done: Sequence[Slice]) -> str:
    """What slices of one kind said, added up: each says how often what came about."""
    sums: Counter[str] = Counter()
    for each in done:
        for what, count in re.findall(r"([^,=]+?)=(\d+)", re.sub(r"(\w)=(\d+) (?=[a-z]+=)", r"\1=\2, ", each.said)):
            sums[what.strip()] += int(count)
    return ", ".join(f"{what} {count:,}" for what, count in sorted(sums.items()))


def rows(done: Sequence[Slice]) -> Iterator[str]:
    """The table."""
    yield "| what | how often | held | what came about | slices | seconds of the clock |"
    yield "|---|---|---|---|---|---|"
    for kind, name, unit in (("kills", "`kill -9` at random moments", ""), ("fuzz", "odd bytes", " s of computing")):
        held = [each for each in done if each.kind == kind]
        if held:
            much, faults = sum(each.much for each in held), sum(not each.held for each in held)
            cells = (
                name, f"{much:,.0f}{unit}", f"**no**: {faults} faults" if faults else "yes", counted(held),
                f"{len(held)}, seeds {min(e.seed for e in held)} to {max(e.seed for e in held)}",
                f"{sum(each.seconds for each in held):,.0f}",
            )  # fmt: skip
            yield f"| {' | '.join(cells)} |"


def main() -> None:
    """Run what is left, print, and write where that is wanted."""
    arguments = argparse.ArgumentParser(prog="python -m benchmarks.accidents", description=__doc__)
    arguments.add_argument("--kills", type=int, default=200)
    arguments.add_argument("--fuzz", type=float, default=1800, help="seconds of computing")
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--log", type=Path, default=LOG)
    arguments.add_argument("--write", action="store_true", help="put the outcome into RESULTS.md")
    given = arguments.parse_args()
    given.log.parent.mkdir(parents=True, exist_ok=True)
    for piece in left(slices(given.log), {"kills": given.kills, "fuzz": given.fuzz}, given.seed):
        done = ran(*piece)
        print(f"{done.kind} {done.much:g}, seed {done.seed}: {done.said} ({done.seconds:.0f} s)", flush=True)
        with given.log.open("ab") as out:
            out.write(msgspec.json.encode(done) + b"\n")
    found = slices(given.log)
    body = "\n".join(rows(found))
    print(body)
    if given.write:
        command = f"python -m benchmarks.accidents --kills {given.kills} --fuzz {given.fuzz:.0f} --seed {given.seed}"
        write_section("accidents", "Kills and odd bytes", body, f"{command} --write")
    sys.exit(not all(each.held for each in found))


if __name__ == "__main__":
    main()
