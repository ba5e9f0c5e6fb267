"""What a notebook shows: a record as its points, a point as its answers, a picture as itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from markupsafe import Markup, escape

from reportedly.export.extras import needed
from reportedly.export.table_points import POINTS
from reportedly.model.point import Answer, Point
from reportedly.model.record import Record
from reportedly.relate.standing.telling import once, telling
from reportedly.show.stands import origins, standing
from reportedly.show.values import brief
from reportedly.show.visible import cut, visible

MOST_ROWS, MOST_VALUES = 25, 6
CELL = Markup("<td style='text-align:left;vertical-align:top'>{}</td>")
NOBODY = "the article’s own words"


def record_html(record: Record) -> str:
    """How large it is, and its most telling points."""
    counts = {"captures": record.readings, "statements": record.statements, "points": record.points}
    told = ", ".join(f"{len(things):,} {name}" for name, things in counts.items())
    return str(Markup("<p><b>Record</b>: {}</p>").format(told) + _table_of_points(record.points))


def points_html(points: Sequence[Point]) -> str:
    """The most telling of them."""
    return str(_table_of_points(points))


def point_html(point: Point) -> str:
    """The question, how its answers stand to one another, and every answer in its words."""
    head = Markup("<p><b>{}</b><br><i>{}</i>; independent origins: {}</p>").format(
        _shown(point.question), str(standing(point)), origins(point)
    )
    rows = (_answer_row(answer) for answer in point.answers)
    return str(head + _table(("Value", "In the words", "On whose word", "How sure"), rows))


def frame(points: Iterable[Point]) -> Any:
    """A data frame of the points, in the columns of the export. Raises `MissingExtraError` without pandas."""
    pandas = needed("pandas", "pandas", "to_pandas()")
    rows = [tuple(column.of(point) for column in POINTS.columns) for point in points]
    return pandas.DataFrame(rows, columns=[column.name for column in POINTS.columns])


def _table_of_points(points: Sequence[Point]) -> Markup:
    chosen = sorted(points, key=lambda point: (once(point), telling(point)))[:MOST_ROWS]
    more = len(points) - len(chosen)
    rest = Markup("<p>and {} more</p>").format(f"{more:,}") if more else Markup()
    return _table(("Question", "Standing", "Answers", "Origins"), map(_point_row, chosen)) + rest


def _point_row(point: Point) -> tuple[str, ...]:
    values = list(dict.fromkeys(brief(answer.value, year=True) for answer in point.answers if answer.struck is None))
    more = f" and {len(values) - MOST_VALUES} more" if len(values) > MOST_VALUES else ""
    return point.question, str(standing(point)), ", ".join(values[:MOST_VALUES]) + more, origins(point)


def _answer_row(answer: Answer) -> tuple[str, ...]:
    who = (answer.origin.name or "somebody who is not named") if answer.origin else NOBODY
    via = f", via {', '.join(answer.via)}" if answer.via else ""
    sure = answer.certainty if answer.struck is None else f"{answer.certainty}, {answer.struck}"
    return brief(answer.value, year=True), f"“{answer.text}”", who + via, sure


def _table(heads: Iterable[str], rows: Iterable[tuple[str, ...]]) -> Markup:
    head = Markup().join(Markup("<th style='text-align:left'>{}</th>").format(name) for name in heads)
    lines = (Markup("<tr>{}</tr>").format(Markup().join(CELL.format(_shown(cell)) for cell in row)) for row in rows)
    return Markup("<table><thead><tr>{}</tr></thead><tbody>{}</tbody></table>").format(head, Markup().join(lines))


def _shown(text: str) -> Markup:
    return escape(visible(cut(text, 200)))
