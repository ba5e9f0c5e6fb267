"""What once broke us does not any more, and what comes next is looked for."""

import os
import re
import resource
import subprocess
import sys
from pathlib import Path

import pytest
from fuzzing import FORMATS, GROWTH, KEPT, TARGETS, fault

from reportedly.read.source import Source

SCRIPT = Path(__file__).with_name("fuzzing.py")
SECONDS = os.environ.get("FUZZ", "60")
SEED = os.environ.get("SEED", "1")
held: list[bytes] = []


@pytest.mark.parametrize("path", sorted(KEPT.glob("*.bin")), ids=lambda path: path.stem)
def test_what_once_broke_us(path: Path) -> None:
    assert fault(TARGETS[path.stem.partition("-")[0]], path.read_bytes()) is None


def test_there_is_a_seed_of_every_format() -> None:
    first = {
        next(form.name for form in FORMATS if form.recognises(Source.file(path, path.name)))
        for path in KEPT.glob("start/*")
    }
    assert first >= {form.name for form in FORMATS}


def test_an_input_that_takes_too_much_memory_is_a_fault() -> None:
    """Only what is more than the most that was ever held is seen: what the tests before gave back is taken first."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    given_back = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 - pages * resource.getpagesize()
    assert "memory" in (fault(lambda _: held.append(b"\1" * (given_back + GROWTH + 2**22)), b"") or "")
    held.clear()


@pytest.mark.slow
def test_bytes_made_to_break_us() -> None:
    """`FUZZ=1800 SEED=2 make stress` looks longer, and elsewhere."""
    done = subprocess.run([sys.executable, SCRIPT, SECONDS, SEED], capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{done.stdout}{done.stderr[-2000:]}"
    turns = [
        int(count) for count in re.findall(r"(?:reader|cleaner|importers|numbers|dates|days|marks)=(\d+)", done.stdout)
    ]
    assert len(turns) == 7
    assert min(turns) > 20
