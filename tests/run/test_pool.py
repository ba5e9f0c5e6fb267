"""Several processes read as one does, and a dying one costs nothing but time."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import deadly
import pytest

from reportedly.export import record_json
from reportedly.model.capture import Capture
from reportedly.model.problem import Problem
from reportedly.model.record import Record
from reportedly.run.build import build
from reportedly.run.pool import Outcome, Pool

FERRY = Path(__file__).parents[2] / "examples" / "ferry" / "captures"


def outcomes(*texts: str, workers: int = 2) -> dict[str, Outcome]:
    captures = (Capture(f"sha256:{n}", f"{n}.txt", None, "text/plain", text) for n, text in enumerate(texts))
    return {capture.text: outcome for capture, outcome in Pool(deadly.work, workers).read(captures)}


def test_two_workers_make_the_same_record(ferry: Record) -> None:
    assert "".join(record_json(build([FERRY], workers=2).record)) == "".join(record_json(ferry))


def test_a_capture_that_kills_its_worker_is_put_aside_and_the_others_are_read() -> None:
    found = outcomes("a", "b", "poison", "c", "d", "e", "f")
    poison = found.pop("poison")
    assert isinstance(poison, Problem)
    assert (poison.path, poison.what) == ("2.txt", "fatal capture")
    assert found == {text: text.encode() for text in "abcdef"}


def test_a_worker_that_dies_by_chance_is_forgiven(tmp_path: Path) -> None:
    once = f"once {tmp_path / 'died'}"
    assert outcomes("a", once, "b") == {"a": b"a", once: once.encode(), "b": b"b"}


def test_two_deadly_captures_at_once() -> None:
    captures = (Capture(f"sha256:{n}", f"{n}.txt", None, "text/plain", "poison") for n in range(2))
    assert all(isinstance(outcome, Problem) for _, outcome in Pool(deadly.work, 2).read(captures))


ORPHANS = """
import sys
sys.path.insert(0, {folder!r})
import deadly
from reportedly.model.capture import Capture
from reportedly.run.pool import Pool
if __name__ == "__main__":
    list(Pool(deadly.work, 1).read(iter([Capture("sha256:1", "1.txt", None, "text/plain", "slow {marker}")])))
"""


@pytest.mark.skipif(not Path("/proc").exists(), reason="needs /proc to see the workers")
def test_workers_go_when_the_build_is_killed(tmp_path: Path) -> None:
    marker, script = tmp_path / "begun", tmp_path / "script.py"
    script.write_text(ORPHANS.format(folder=str(Path(__file__).parent), marker=marker))
    parent = subprocess.Popen([sys.executable, script])
    until(marker.exists)
    workers = children(parent.pid)
    assert workers
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    until(lambda: not any(alive(worker) for worker in workers))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no process groups to interrupt")
def test_ctrl_c_does_not_wait_for_the_workers(tmp_path: Path) -> None:
    marker, script = tmp_path / "begun", tmp_path / "script.py"
    script.write_text(ORPHANS.format(folder=str(Path(__file__).parent), marker=marker))
    parent = subprocess.Popen([sys.executable, script], start_new_session=True, stderr=subprocess.PIPE, text=True)
    until(marker.exists)
    os.killpg(parent.pid, signal.SIGINT)
    _, told = parent.communicate(timeout=30)  # the work would take a minute
    assert told.count("Traceback") == 1  # the script's own; workers go without a word


def until(happened: Callable[[], bool]) -> None:
    end = time.monotonic() + 30
    while not happened():
        assert time.monotonic() < end, "it did not happen in 30 seconds"
        time.sleep(0.05)


def children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return "Z" not in Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
