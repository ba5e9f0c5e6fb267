"""The library itself takes the statements, in an environment of its own: `make ftm`, or FTM_PYTHON names another.

It is not among the packages of this house: it brings stubs of an earlier SQLAlchemy, which mypy takes for the types of
ours, and its newer releases stand on one that is built from source.
"""

import io
import os
import subprocess
from pathlib import Path

import pytest

from reportedly.export.ftm import write_ftm
from reportedly.export.request import Request
from reportedly.store import open_record

PYTHON = Path(os.environ.get("FTM_PYTHON", Path(__file__).parents[2] / "build" / "ftm" / "bin" / "python"))
READY = "FTM_PYTHON" in os.environ or PYTHON.parents[1].joinpath("ready").exists()


@pytest.mark.skipif(not READY, reason="followthemoney is not installed in an environment of its own: make ftm")
def test_the_library_takes_every_row(ferry_file: Path) -> None:
    out = io.BytesIO()
    with open_record(ferry_file) as store:
        write_ftm(Request(store), out)
    check = Path(__file__).with_name("followthemoney_check.py")
    told = subprocess.run(
        [str(PYTHON), str(check)],
        input=out.getvalue(),
        capture_output=True,
        check=False,
        env={"PATH": os.environ["PATH"]},
    )
    assert told.returncode == 0, told.stderr.decode()
    (line,) = told.stdout.decode().splitlines()
    many = out.getvalue().count(b"\n")
    assert line.startswith(f"{many} rows of ")
