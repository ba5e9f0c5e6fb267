"""CSV: UTF-8, a header, formulas defused."""

from __future__ import annotations

import csv
import datetime as dt
import io
from typing import BinaryIO

from reportedly.export.request import Request
from reportedly.export.table import Cell
from reportedly.export.tables import TABLES
from reportedly.model.errors import ReportedlyError

LEADS = frozenset("=+-@\t\r\n＝＋－＠")  # what a spreadsheet takes for the beginning of a formula, or skips before one


def defused(text: str) -> str:
    """Text that no spreadsheet will run: an apostrophe goes before what it would take for a formula."""
    return f"'{text}" if text.lstrip(" ")[:1] in LEADS and text else text


def cell_text(cell: Cell) -> str:
    """A cell as CSV has it: nothing for unknown, `true` and `false`, ISO days."""
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case str():
            return defused(cell)
        case dt.date():
            return cell.isoformat()
        case _:
            return str(cell)


def write_csv(request: Request, out: BinaryIO) -> None:
    """One table as CSV."""
    if len(request.tables) != 1:
        raise ReportedlyError("CSV holds one table; name it with --table, or take xlsx for several")
    table = TABLES[request.tables[0]]
    text = io.TextIOWrapper(out, encoding="utf8", newline="", errors="surrogatepass")
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow([column.name for column in table.columns])
    for row in table.rows(request):
        rows.writerow([cell_text(cell) for cell in row])
    text.detach()
