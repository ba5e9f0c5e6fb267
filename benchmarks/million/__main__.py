"""Reads the million in slices: `python -m benchmarks.million [--seconds N] [--write]`, until it says that all are read.

Seeds 0 up to a million make the strings, so that each can be made again; one in `STAGED` goes through the parse and the
stages of times and figures too. What was read stands in `build/million.json`, of one state of the grammars: when they
change, it begins anew. Faults are printed and kept there; the seed of one that was mended belongs into
`tests/grammar/test_million.py`. With --write what is read so far is put into RESULTS.md.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from hashlib import sha256
from pathlib import Path
from typing import Any

import reportedly
from benchmarks.million.checks import PER_1000, SHORTEST, STAGED_PER_1000, Outcome, Stages, grammars
from benchmarks.results import write_section

COMMAND = "python -m benchmarks.million --write"
ALL = 1_000_000
PART = 2_500  # strings of one part, after which the state is written
STAGED = 50  # one string in so many goes through the stages too
STATE = Path(__file__).parents[2] / "build" / "million.json"
SOURCES = ("grammar/**/*.py", "vocabulary/dates.toml", "vocabulary/numbers.toml", "vocabulary/units.toml")


def main() -> int:
    """Goes on where the last slice ended; ends with 1 where any string has a fault."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("--seconds", type=float, default=float("inf"), help="seconds that this slice may take")
    options.add_argument("--write", action="store_true", help="put what is read so far into RESULTS.md")
    asked = options.parse_args()
    state = _state()
    _slice(state, time.monotonic() + asked.seconds)
    print(_told(state))
    print("\n".join(state["faults"]))
    if asked.write:
        write_section("million", "A million strings", _told(state), COMMAND)
    return 1 if state["faults"] else 0


def _state() -> dict[str, Any]:
    """What earlier slices read, if with these grammars."""
    source = _source()
    if STATE.exists():
        kept: dict[str, Any] = json.loads(STATE.read_text(encoding="utf8"))
        if kept["source"] == source:
            return kept
        print(f"the grammars have changed since {kept['read']:,} strings were read: beginning anew", file=sys.stderr)
    zero = {"read": 0, "seconds": 0.0, "characters": 0, "slowest": 0.0, "seed": 0}
    return {"source": source, "faults": [], **zero, "staged": dict(zero)}


def _source() -> str:
    root = Path(reportedly.__file__).parent
    files = sorted(path for pattern in SOURCES for path in root.glob(pattern))
    return sha256(b"\0".join(path.read_bytes() for path in files)).hexdigest()[:16]


def _slice(state: dict[str, Any], until: float) -> None:
    stages = Stages()
    state["faults"] = [fault for fault in state["faults"] if _again(fault, stages)]
    while state["read"] < ALL and time.monotonic() < until:
        for seed in range(state["read"], state["read"] + PART):
            _count(state, seed, grammars(seed), state["faults"])
            if seed % STAGED == 0:
                _count(state["staged"], seed, stages(seed), state["faults"])
        STATE.parent.mkdir(exist_ok=True)
        STATE.write_text(json.dumps(state), encoding="utf8")


def _again(fault: str, stages: Stages) -> str | None:
    """What took too long is timed once more, some time later: what holds each time is no busy machine's doing."""
    seed = int(fault.partition(":")[0])
    if not fault.endswith(" s"):
        return fault
    return grammars(seed).fault or (stages(seed).fault if seed % STAGED == 0 else None)


def _count(sums: dict[str, Any], seed: int, outcome: Outcome, faults: list[str]) -> None:
    sums["read"] += 1
    sums["seconds"] += outcome.seconds
    sums["characters"] += outcome.length
    per_1000 = outcome.seconds * 1000 / max(SHORTEST, outcome.length)
    if per_1000 > sums["slowest"]:
        sums["slowest"], sums["seed"] = per_1000, seed
    if outcome.fault:
        faults.append(outcome.fault)


def _told(state: dict[str, Any]) -> str:
    rows = [
        f"{state['read']:,} of {ALL:,} strings: characters of all planes, words of the tables in any "
        "order, one of them over and over, broken words, openings without ends. Held to: no exception, every value "
        "inside the text and after the one "
        f"before, at most {1000 * PER_1000:.0f} ms of CPU per 1,000 characters (what is shorter than {SHORTEST} is "
        f"reckoned as that), {1000 * STAGED_PER_1000:.0f} ms with the stages, whose parse is not counted; what took "
        "longer on a busy machine, which the last column shows, is timed once more in the next slice.\n",
        "| through | strings | characters | faults | CPU-seconds | ms per 1,000 characters, mean | slowest (seed) |",
        "|---|---|---|---|---|---|---|",
    ]
    for name, sums in (("both grammars", state), ("the stages of times and figures", state["staged"])):
        mean = 1e6 * sums["seconds"] / max(1, sums["characters"])
        faults = str(len(state["faults"])) if sums is state else "counted above"
        rows.append(
            f"| {name} | {sums['read']:,} | {sums['characters']:,} | {faults} | {sums['seconds']:.0f} | {mean:.1f} | "
            f"{1000 * sums['slowest']:.1f} ({sums['seed']}) |"
        )
    return "\n".join(rows)


if __name__ == "__main__":
    sys.exit(main())
