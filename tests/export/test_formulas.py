"""Text of captures is never run by a spreadsheet, and a wrong wish is told in a sentence."""

import csv
import io
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.export.csv_rows import LEADS, defused, write_csv
from reportedly.export.extras import MissingExtraError, needed
from reportedly.export.formats import FORMATS
from reportedly.export.requests import ExportError, request_of
from reportedly.export.xlsx_rows import write_xlsx
from reportedly.model.errors import ReportedlyError
from reportedly.run.build import build
from reportedly.store import open_record

CAPTURE = """=HYPERLINK("http://127.0.0.1/x","Ferry sinks")

17 November 2013

+44 people drowned when the ferry sank on 16 November 2013, the port office said.
"@SUM(A1:A9) is what the list says," the union said.
-7 people are missing, the port office said.
"""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "=cmd|' calc'!A0.txt").write_text(CAPTURE)
    (folder / "other.txt").write_text("The ferry sank.\n\nSome 44 people drowned, the union said.\n")
    build([folder], record=folder / "record.db")
    return folder / "record.db"


@given(st.text(max_size=12))
def test_no_text_begins_as_a_formula_does(text: str) -> None:
    safe = defused(text)
    assert safe.lstrip(" ")[:1] not in LEADS or not safe
    assert safe in (text, f"'{text}")


@pytest.mark.parametrize("table", ["points", "answers", "statements", "timeline"])
def test_no_cell_of_csv_is_a_formula(hostile: Path, table: str) -> None:
    out = io.BytesIO()
    with open_record(hostile) as store:
        write_csv(request_of(store, FORMATS["csv"], (table,), []), out)
    header, *rows = csv.reader(io.StringIO(out.getvalue().decode()))
    assert rows
    numbers = {"low", "high"}
    for row in rows:
        for name, cell in zip(header, row, strict=True):
            assert name in numbers or cell.lstrip(" ")[:1] not in LEADS or not cell


def test_no_cell_of_a_workbook_is_a_formula(hostile: Path) -> None:
    out = io.BytesIO()
    with open_record(hostile) as store:
        write_xlsx(request_of(store, FORMATS["xlsx"], (), []), out)
    book = openpyxl.load_workbook(io.BytesIO(out.getvalue()))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert any(str(cell.value).startswith("'@SUM(A1:A9)") for cell in cells)
    assert not [cell for cell in cells if cell.data_type == "f"]


@pytest.mark.parametrize(
    ("form", "tables", "asked", "says"),
    [
        ("json", (), [("kind", "figure")], "json is the whole record"),
        ("gexf", ("points",), [], "gexf has no tables"),
        ("csv", ("statements",), [("standing", "contested")], "--standing: cannot be asked of statements"),
        ("ucdp", (), [("manner", "direct")], "--manner: cannot be asked of points"),
        ("csv", (), [("since", "soon")], "'soon' is not a day"),
    ],
)
def test_a_wish_that_cannot_be_had(
    hostile: Path, form: str, tables: tuple[str, ...], asked: list[tuple[str, str]], says: str
) -> None:
    with open_record(hostile) as store, pytest.raises(ReportedlyError, match=says):
        request_of(store, FORMATS[form], tables, asked)


def test_csv_holds_one_table(hostile: Path) -> None:
    with open_record(hostile) as store, pytest.raises(ReportedlyError, match="CSV holds one table"):
        write_csv(request_of(store, FORMATS["csv"], ("points", "answers"), []), io.BytesIO())
    with open_record(hostile) as store, pytest.raises(ExportError, match="--no-text is for json"):
        request_of(store, FORMATS["csv"], (), [], text=False)


def test_a_package_that_is_not_there_is_named_with_its_extra() -> None:
    with pytest.raises(MissingExtraError, match=r"Parquet needs nosuchpackage: pip install 'reportedly\[parquet\]'"):
        needed("nosuchpackage", "parquet", "Parquet")


def test_the_command_writes_files_and_streams(hostile: Path, tmp_path: Path) -> None:
    program = [sys.executable, "-c", "from reportedly.cli import main; main()", "export", str(hostile)]
    whole = subprocess.run([*program, "-f", "xlsx", "-o", tmp_path / "a.xlsx"], capture_output=True, check=True)
    assert not whole.stdout
    streamed = subprocess.run([*program, "-f", "parquet", "--kind", "figure"], capture_output=True, check=True)
    assert streamed.stdout.startswith(b"PAR1")
    assert openpyxl.load_workbook(tmp_path / "a.xlsx").sheetnames == ["points", "answers", "statements", "timeline"]
    refused = subprocess.run(
        [*program, "-f", "json", "--kind", "figure", "-o", tmp_path / "b.json"], capture_output=True, check=False
    )
    assert refused.returncode == 3
    assert b"json is the whole record" in refused.stderr
    assert not (tmp_path / "b.json").exists()
