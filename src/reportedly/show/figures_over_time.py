"""Figures over time: the signature picture, drawn for the points that are worth one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from reportedly.model.point import Point
from reportedly.relate.standing.telling import telling
from reportedly.show.figure_axes import values_axis
from reportedly.show.figure_dots import Dot, dots, voices
from reportedly.show.figure_narrow import narrow
from reportedly.show.figure_wide import wide
from reportedly.show.framed import framed
from reportedly.show.index import Index
from reportedly.show.visible import cut, visible

MOST_PICTURES = 6
FEWEST_DOTS = 3
MOST_DOTS = 90


@dataclass(frozen=True, slots=True)
class Picture:
    """One question's figure, wide and narrow, with what its reader must know."""

    anchor: str
    href: str
    question: str
    caption: str
    bare: int
    answers: int
    wide: Markup
    narrow: Markup

    def _repr_html_(self) -> str:
        """What a notebook shows: the wide picture, in the report's style."""
        return framed(self.wide, f"{self.question} {self.caption}")


@dataclass(frozen=True, slots=True)
class Pictures:
    """The pictures, and how many more questions would have made one."""

    pictures: tuple[Picture, ...]
    left_out: int


def figures_over_time(index: Index) -> Pictures:
    """Pictures of the most telling figures: several values, at several times, from more than one origin or revised."""
    asked = [point for point in sorted(index.points, key=telling) if point.kind == "figure"]
    worth = [(point, drawn) for point in asked if _worth(point, drawn := dots(index, point))]
    return Pictures(
        tuple(_picture(index, point, drawn) for point, drawn in worth[:MOST_PICTURES]),
        max(0, len(worth) - MOST_PICTURES),
    )


def picture(index: Index, point: Point) -> Picture | None:
    """The picture of one figure; None where there are not two values to draw."""
    drawn = dots(index, point)
    return _picture(index, point, drawn) if len(drawn) > 1 else None


def _worth(point: Point, drawn: Sequence[Dot]) -> bool:
    times = {dot.when.edtf for dot in drawn if dot.when is not None}
    several = len({(dot.low, dot.high) for dot in drawn}) > 1
    heard = point.independent_origins > 1 or point.revised
    return len(drawn) >= FEWEST_DOTS and several and len(times) > 1 and heard


def _picture(index: Index, point: Point, drawn: Sequence[Dot]) -> Picture:
    kept = drawn[:MOST_DOTS]
    axis = values_axis(kept)
    question = visible(cut(point.question, 140))
    picture, bare = wide(question, kept, axis)
    notes = [axis.caption, _joined(kept)]
    if len(drawn) > len(kept):
        notes.append(f"{len(drawn) - len(kept)} more are not drawn.")
    row = index.question(point)
    href = index.to_point(point)
    answers = len(index.cells[point.id])
    caption = " ".join(filter(None, notes))
    return Picture(f"f-{row}", href, question, caption, bare, answers, picture, narrow(question, kept, axis))


def _joined(drawn: Sequence[Dot]) -> str:
    names = list(dict.fromkeys(visible(cut(chain[0].cell.who, 50)) for chain in voices(drawn)))
    if not names:
        return ""
    more = f" and {len(names) - 4} more" if len(names) > 4 else ""
    return f"Joined, because they speak again: {'; '.join(names[:4])}{more}."
