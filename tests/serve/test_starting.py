"""How soon `reportedly serve` is there: what it loads before it listens, and the CPU time that this takes."""

import os
import re
import resource
import subprocess
import sys
from pathlib import Path

HEAVY = ("spacy", "numpy", "trafilatura", "httpx", "openpyxl", "pyarrow", "multiprocessing.pool", "rich.console")
OTHER_STORE = ("psycopg", "sqlalchemy.dialects.postgresql")
ASKED = "import sys, reportedly.serve.run; print(*sorted(set(sys.argv[1:]) & sys.modules.keys()))"
LIBRARIES = "import starlette.applications, starlette.routing, jinja2, sqlalchemy, uvicorn"
RUN = "import reportedly.cli; reportedly.cli.main()"


def test_nothing_that_no_page_needs_is_loaded() -> None:
    told = subprocess.run(
        [sys.executable, "-c", ASKED, *HEAVY, *OTHER_STORE], check=True, capture_output=True, text=True
    )
    assert told.stdout.split() == []


def test_it_listens_within_a_second_of_cpu(ferry_file: Path, tmp_path: Path) -> None:
    """On a core of its own; where others share it and its caches, within what its libraries take then, and a half."""
    compiled = tmp_path / "compiled"
    least = min(_seconds(ferry_file, compiled) for _ in range(4))
    assert least < max(1.0, 1.5 * min(_of_libraries(compiled) for _ in range(2)))


def _of_libraries(compiled: Path) -> float:
    """CPU seconds of loading what any server of pages from a database loads."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", LIBRARIES], check=True, env=_compiling(compiled))
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _compiling(compiled: Path) -> dict[str, str]:
    env = {**os.environ, "PYTHONPYCACHEPREFIX": str(compiled)}
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    return env


def _seconds(record: Path, compiled: Path) -> float:
    """CPU seconds of the server until it says where it listens; `compiled` holds its modules as an install does."""
    command = [sys.executable, "-c", RUN, "serve", str(record), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=_compiling(compiled)) as process:
        assert process.stderr is not None
        try:
            assert re.search(r"http://127\.0\.0\.1:\d+/", process.stderr.readline())
            times = list(Path(f"/proc/{process.pid}/task").glob("*/schedstat"))
            assert times
            return sum(int(time.read_text().split()[0]) for time in times) / 1e9
        finally:
            process.terminate()
