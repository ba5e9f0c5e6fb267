"""The points of a record as a table for a terminal."""

from __future__ import annotations

import io
import shutil

from rich.console import Console
from rich.table import Table
from rich.text import Text

from reportedly.model.point import Answer, Point
from reportedly.model.record import Record
from reportedly.relate.standing.telling import once, telling
from reportedly.show.stands import origins, standing
from reportedly.show.values import brief
from reportedly.show.visible import cut, visible

NARROWEST = 60
SHOWN_VALUES = 6


def points_table(record: Record, width: int | None = None) -> str:
    """Questions with standing, values and origins, most telling first; single answers are counted below.

    `width` is in columns (default: the terminal's). Origins read `3` or `2–3`: with possible joins, and without.
    """
    out = io.StringIO()
    columns = max(width or shutil.get_terminal_size((100, 40)).columns, NARROWEST)
    console = Console(file=out, width=columns, color_system=None, legacy_windows=False)
    told = sorted((point for point in record.points if not once(point)), key=telling)
    grid = Table("Question", "Standing", "Answers", box=None, pad_edge=False, header_style="")
    grid.add_column("Origins", justify="right")
    for point in told:
        grid.add_row(Text(visible(point.question)), standing(point), Text(_values(point)), origins(point))
    if told:
        console.print(grid)
    single = len(record.points) - len(told)
    if single:
        console.print(f"{single} more question{'s' * (single > 1)}, each answered by one article alone.")
    if not record.points:
        console.print("No question is answered in these captures.")
    return out.getvalue().rstrip("\n")


def _values(point: Point) -> str:
    values = list(dict.fromkeys(visible(cut(_value(answer), 40)) for answer in point.answers))
    more = len(values) - SHOWN_VALUES
    return ", ".join(values[:SHOWN_VALUES]) + (f" and {more} more" if more > 0 else "")


def _value(answer: Answer) -> str:
    return brief(answer.value, year=True) + (" (struck)" if answer.struck else "")
