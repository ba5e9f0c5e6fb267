"""kill -9 of build, judge, copy and watch, on a full disk too and with the clock set back: nothing told is lost."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

FERRY = Path(__file__).parents[2] / "examples" / "ferry" / "captures"
SCRIPT = Path(__file__).with_name("kills.py")


KILLS = int(os.environ.get("KILLS", "20"))
SEED = int(os.environ.get("SEED", "1"))


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork to kill a build that is loaded already")
def test_killed_work(tmp_path: Path) -> None:
    """`KILLS=200 make stress` kills more often; `SEED=2` at other moments."""
    command = [sys.executable, SCRIPT, FERRY, tmp_path, str(KILLS), str(SEED)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"seed {SEED}: {done.stderr[-3000:]}"
    at_work = re.search(r"at work=(\d+)", done.stdout)
    assert at_work, done.stdout
    assert int(at_work[1]) > KILLS // 3, f"the kills came too late to mean anything: {done.stdout}"
