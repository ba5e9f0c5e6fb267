"""XLSX: a sheet for each table, cells that no spreadsheet runs. Needs the extra `xlsx`."""

from __future__ import annotations

import re
from typing import Any, BinaryIO

from reportedly.export.csv_rows import defused
from reportedly.export.extras import needed
from reportedly.export.request import Request
from reportedly.export.table import Cell, Table
from reportedly.export.tables import TABLES
from reportedly.model.errors import ReportedlyError

LONGEST = 32_767  # signs that a cell holds
ROWS = 1_048_576  # that a sheet holds
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # no XML holds them
WIDEST, WIDTH = 60, {"text": 24, "integer": 10, "number": 12, "flag": 10, "day": 12}


def write_xlsx(request: Request, out: BinaryIO) -> None:
    """The tables as sheets of one workbook. Raises `ReportedlyError` for more rows than a sheet holds."""
    openpyxl = needed("openpyxl", "xlsx", "XLSX")
    book = openpyxl.Workbook(write_only=True)
    for name in request.tables:
        _fill(openpyxl, book.create_sheet(name), TABLES[name], request)
    book.save(out)


def _fill(openpyxl: Any, sheet: Any, table: Table, request: Request) -> None:
    letter = openpyxl.utils.get_column_letter
    for place, column in enumerate(table.columns, start=1):
        words = column.name in ("words", "question", "what")
        sheet.column_dimensions[letter(place)].width = WIDEST if words else WIDTH[column.kind]
    sheet.freeze_panes = "A2"
    sheet.append([_cell(openpyxl, sheet, column.name) for column in table.columns])
    for number, row in enumerate(table.rows(request), start=2):
        if number > ROWS:
            raise ReportedlyError(f"{table.name}: more than {ROWS} rows; a sheet holds no more, take csv or parquet")
        sheet.append([_cell(openpyxl, sheet, cell) for cell in row])


def _cell(openpyxl: Any, sheet: Any, value: Cell) -> Any:
    if not isinstance(value, str):
        return value
    text = defused(FORBIDDEN.sub("\ufffd", value))
    text = text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
    cell = openpyxl.cell.WriteOnlyCell(sheet, text)
    cell.data_type = "s"  # a text, whatever it begins with
    return cell
