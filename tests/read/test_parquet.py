"""Parquet: rows as captures, columns by our names or yours, broken files as problems."""

import datetime as dt
from pathlib import Path

import pytest

from reportedly.model.capture import Capture
from reportedly.model.problem import Problem
from reportedly.read import captures

pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed: pip install 'reportedly[parquet]'")
pq = pytest.importorskip("pyarrow.parquet")


def test_rows_are_captures(tmp_path: Path) -> None:
    columns = {"id": ["1", "2", "3"], "body": ["Nine died.", None, b"Ten died.".decode()], "other": [1, 2, 3]}
    days = [dt.date(2026, 1, 2), None, dt.date(2026, 1, 3)]
    pq.write_table(pa.table({**columns, "published": days}), tmp_path / "rows.parquet", row_group_size=2)
    found = list(captures([tmp_path / "rows.parquet"], columns={"text": "body"}))
    read = [item for item in found if isinstance(item, Capture)]
    assert [(item.row_id, item.text, item.given.published) for item in read] == [
        ("1", "Nine died.", "2026-01-02"),
        ("3", "Ten died.", "2026-01-03"),
    ]
    assert [item.what for item in found if isinstance(item, Problem)] == ["empty row"]


def test_a_row_is_the_same_capture_as_in_other_tables(tmp_path: Path) -> None:
    pq.write_table(pa.table({"id": ["1"], "text": ["Nine died."]}), tmp_path / "rows")
    (of_parquet,) = captures([tmp_path / "rows"])
    (tmp_path / "rows").write_text('{"id": "1", "text": "Nine died."}\n')
    assert list(captures([tmp_path / "rows"])) == [of_parquet]


def test_broken_and_empty_files_are_problems(tmp_path: Path) -> None:
    pq.write_table(pa.table({"text": pa.array([], pa.string())}), tmp_path / "empty.parquet")
    whole = (tmp_path / "empty.parquet").read_bytes()
    (tmp_path / "cut.parquet").write_bytes(whole[:20])
    found = {Path(item.path).name: item.what for item in captures([tmp_path]) if isinstance(item, Problem)}
    assert found == {"empty.parquet": "empty file", "cut.parquet": "broken Parquet"}
