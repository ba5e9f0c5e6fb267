"""Kills and odd bytes, many of them: `python -m benchmarks.accidents --kills 200 --fuzz 1800 [--seed 1] [--write]`.

Runs `tests/run/kills.py` (so many rounds) and `tests/stress/fuzzing.py` (so many seconds of computing), each as a
program of its own, and says how they ended and how long they took. A fault ends it with 1; what broke is kept in
tests/stress/seeds.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.results import write_section

HOUSE = Path(__file__).parents[1]
FERRY = HOUSE / "examples" / "ferry" / "captures"


def ran(script: str, *given: str) -> tuple[bool, str]:
    """Whether a script ended well, and its last line with the seconds that it took."""
    begun = time.monotonic()
    done = subprocess.run([sys.executable, HOUSE / script, *given], capture_output=True, text=True, check=False)
    lines = (done.stdout if done.returncode == 0 else done.stdout + done.stderr).strip().splitlines()
    return done.returncode == 0, f"{lines[-1] if lines else 'no word'} ({time.monotonic() - begun:,.0f} s)"


def main() -> None:
    """Run both, print, and write where that is wanted."""
    arguments = argparse.ArgumentParser(prog="python -m benchmarks.accidents", description=__doc__)
    arguments.add_argument("--kills", type=int, default=200)
    arguments.add_argument("--fuzz", type=float, default=1800, help="seconds of computing")
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--write", action="store_true", help="put the outcome into RESULTS.md")
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        killed = ran("tests/run/kills.py", str(FERRY), folder, str(given.kills), str(given.seed))
    broken = ran("tests/stress/fuzzing.py", str(given.fuzz), str(given.seed))
    body = "\n".join(
        [
            "| what | how often | held | outcome |",
            "|---|---|---|---|",
            f"| `kill -9` at random moments | {given.kills} | {'yes' if killed[0] else '**no**'} | {killed[1]} |",
            f"| odd bytes | {given.fuzz:,.0f} s | {'yes' if broken[0] else '**no**'} | {broken[1]} |",
        ]
    )
    print(body)
    if given.write:
        command = f"python -m benchmarks.accidents --kills {given.kills} --fuzz {given.fuzz:.0f} --seed {given.seed}"
        write_section("accidents", "Kills and odd bytes", body, f"{command} --write")
    sys.exit(not (killed[0] and broken[0]))


if __name__ == "__main__":
    main()
