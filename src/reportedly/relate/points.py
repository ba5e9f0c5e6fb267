"""Figure questions of one story: answers grouped, origins traced, standing found."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.model.ids import content_id
from reportedly.model.mention import Figure
from reportedly.model.point import Answer, Point
from reportedly.model.reading import Reading
from reportedly.relate.clippings import Clippings
from reportedly.relate.described import Described, describe
from reportedly.relate.echoes import Echoes
from reportedly.relate.evidence import Evidence
from reportedly.relate.grouping import group
from reportedly.relate.questions import Question, make_point
from reportedly.relate.voices import certainty_of, origin_of, relays_of
from reportedly.relate.wording import commonest, how_many
from reportedly.vocabulary import table


def figure_points(story: str, clippings: Clippings, echoes: Echoes, principals: dict[str, str]) -> list[Point]:
    """A point for every described set that somebody gives a figure for."""
    described = [describe(f, reading) for reading in clippings.readings for f in reading.figures]
    sets = group(described, Evidence(described, echoes))
    return [_point(story, each, clippings, echoes, principals) for each in sets]


def _point(
    story: str, sets: Sequence[Described], clippings: Clippings, echoes: Echoes, principals: dict[str, str]
) -> Point:
    answers = [figure_answer(d.figure, clippings.reading(d.figure.article), clippings) for d in sets]
    predicate = commonest(d.predicate for d in sets)
    question = Question(
        kind="figure",
        words=how_many(sets),
        predicate=predicate,
        counted=commonest(d.family for d in sets),
        holder=commonest(d.figure.holder for d in sets),
        cumulative=_cumulative(sets, predicate),
    )
    return make_point(story, question, answers, clippings, echoes, principals)


def _cumulative(sets: Sequence[Described], predicate: str | None) -> bool:
    said = commonest(d.figure.count for d in sets)
    return (said or table("predicates")["family"].get(predicate, {}).get("count")) == "cumulative"


def figure_answer(figure: Figure, reading: Reading, clippings: Clippings) -> Answer:
    """What one figure answers, on whose word."""
    statement = clippings.statement(figure.statement)
    return Answer(
        id=content_id("answer", figure.article, figure.span.start, figure.span.end, "figure"),
        statement=figure.statement,
        article=figure.article,
        span=figure.span,
        text=figure.text,
        value=figure.quantity,
        origin=origin_of(statement),
        via=relays_of(statement),
        certainty=certainty_of(statement),
        mention=figure.id,
        as_of=figure.as_of,
        said=statement.said if statement is not None else None,
        struck="denied" if certainty_of(statement) == "denied" else None,
    )
