"""The command as a process of its own: its speed, its pipes, its silence on the network."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import reportedly
from reportedly.export import record_json
from reportedly.model.record import Record

FERRY = Path(__file__).parents[2] / "examples" / "ferry" / "captures"
COMMAND = Path(sys.executable).parent / "reportedly"
HEAVY = ("spacy", "numpy", "sqlalchemy", "jinja2", "lxml", "trafilatura", "rich", "msgspec")


@pytest.mark.parametrize("command", ["", "build", "show", "report", "changes", "export"])
def test_help_loads_nothing_heavy(command: str) -> None:
    code = (
        "import sys; from reportedly.cli import main\n"
        f"try: main({[command, '--help'] if command else ['--help']})\n"
        f"except SystemExit: print([name for name in {HEAVY} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("Usage: ")
    assert done.stderr == "[]\n"


def test_help_answers_in_half_a_second() -> None:
    before = children_seconds()
    subprocess.run([COMMAND, "--help"], capture_output=True, check=True)
    assert children_seconds() - before < 0.5


def test_the_package_is_a_command_too() -> None:
    """Where the script is not on the path, `python -m reportedly` is the same command."""
    asked = ["--version"]
    module = subprocess.run([sys.executable, "-m", "reportedly", *asked], capture_output=True, text=True, check=True)
    script = subprocess.run([COMMAND, *asked], capture_output=True, text=True, check=True)
    assert module.stdout == script.stdout != ""


def children_seconds() -> float:
    """What processes that have ended cost: the machine may be busy with other things."""
    times = os.times()
    return times.children_user + times.children_system


def test_a_reader_that_has_seen_enough_is_no_error(ferry_file: Path) -> None:
    export = subprocess.Popen(
        [COMMAND, "export", ferry_file], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert export.stdout
    assert export.stderr
    export.stdout.read(10)
    export.stdout.close()
    assert export.stderr.read() == ""
    export.stderr.close()
    assert export.wait() == 0


OFFLINE = """
import socket, sys
def refuse(*_, **__):
    raise AssertionError("the build wanted the network")
socket.socket.connect = socket.socket.connect_ex = socket.getaddrinfo = socket.create_connection = refuse
from reportedly.cli import main
main(sys.argv[1:])
"""


def test_a_build_needs_no_network(tmp_path: Path) -> None:
    command = [sys.executable, "-c", OFFLINE, "build", FERRY, "-o", tmp_path / "ferry.db"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_two_builds_at_once_lose_nothing(ferry: Record, tmp_path: Path) -> None:
    files = sorted(FERRY.iterdir())
    halves = [
        subprocess.Popen([COMMAND, "build", *half, "-o", tmp_path / "r.db"], stdout=subprocess.PIPE, text=True)
        for half in (files[:4], files[4:])
    ]
    for half in halves:
        half.communicate()
        assert half.returncode == 0
    assert "".join(record_json(reportedly.open(tmp_path / "r.db"))) == "".join(record_json(ferry))


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_progress_is_told_on_a_terminal_only(tmp_path: Path) -> None:
    import pty  # noqa: PLC0415 - Windows has none

    (tmp_path / "a.txt").write_text("Nine people were rescued, the coastguard said on Monday.\n")
    ours, theirs = pty.openpty()
    command = [COMMAND, "build", tmp_path / "a.txt", "-o", tmp_path / "r.db"]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=theirs, check=True, text=True)
    os.close(theirs)
    told = b""
    while chunk := _read(ours):
        told += chunk
    os.close(ours)
    assert b"1 read" in told
    assert "1 capture, 1 of them new" in done.stdout
    assert "\x1b" not in done.stdout


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # Linux's way to say that nobody is left who writes
        return b""
