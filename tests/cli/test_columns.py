"""A table whose columns bear other names is read by naming them."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from reportedly.cli import main
from reportedly.store import open_record


def test_a_column_is_named_on_the_command_line(tmp_path: Path) -> None:
    (tmp_path / "rows.csv").write_text("nr,body\n1,The ferry Marisol sank off Brel on Monday.\n", encoding="utf8")
    record = tmp_path / "brel.db"
    asked = ["build", str(tmp_path / "rows.csv"), "-o", str(record), "--column", "text=body", "--column", "id=nr"]
    done = CliRunner().invoke(main, asked)
    assert done.exit_code == 0, done.output
    with open_record(record) as store:
        assert [(c.row_id, c.text) for c in store.record().captures] == [
            ("1", "The ferry Marisol sank off Brel on Monday.")
        ]


def test_a_column_without_a_name_is_not_understood(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["build", str(tmp_path), "-o", str(tmp_path / "r.db"), "--column", "body"])
    assert done.exit_code == 2
    assert "FIELD=COLUMN" in done.output
