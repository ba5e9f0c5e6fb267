"""The points of a record as a table for a terminal."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterable
from itertools import islice

from rich.console import Console
from rich.table import Table
from rich.text import Text

from reportedly.model.point import Answer, Point
from reportedly.relate.standing.telling import once
from reportedly.show.stands import origins, standing
from reportedly.show.values import brief
from reportedly.show.visible import cut, visible

NARROWEST = 60
SHOWN_VALUES = 6


def points_table(points: Iterable[Point], many: int, limit: int | None = None, width: int | None = None) -> str:
    """Questions with standing, values and origins, `limit` at most; what is left of the `many` is counted below.

    Questions that one article alone answers, and nobody disputes, are counted only. `width` is in columns (default:
    the terminal's). Origins read `3` or `2–3`: with possible joins, and without.
    """
    out = io.StringIO()
    columns = max(width or shutil.get_terminal_size((100, 40)).columns, NARROWEST)
    console = Console(file=out, width=columns, color_system=None, legacy_windows=False)
    told = list(islice((point for point in points if not once(point)), limit))
    grid = Table("Question", "Standing", "Answers", box=None, pad_edge=False, header_style="")
    grid.add_column("Origins", justify="right")
    for point in told:
        grid.add_row(Text(visible(point.question)), standing(point), Text(_values(point)), origins(point))
    if told:
        console.print(grid)
    if many > len(told):
        console.print(_left(many - len(told), whole=limit is None or len(told) < limit))
    if not many:
        console.print("No question is answered in these captures.")
    return out.getvalue().rstrip("\n")


def _left(many: int, *, whole: bool) -> str:
    more = f"{many:,} more question{'s' * (many > 1)}"
    return f"{more}, each answered by one article alone." if whole else f"{more}: ask for more, or choose by a filter."


def _values(point: Point) -> str:
    values = list(dict.fromkeys(visible(cut(_value(answer), 40)) for answer in point.answers))
    more = len(values) - SHOWN_VALUES
    return ", ".join(values[:SHOWN_VALUES]) + (f" and {more} more" if more > 0 else "")


def _value(answer: Answer) -> str:
    return brief(answer.value, year=True) + (" (struck)" if answer.struck else "")
