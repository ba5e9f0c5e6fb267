"""What pages tell, in rows for CSV: one line for each answer, statement, article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportedly.model.point import Point
from reportedly.relate.standing.telling import weight
from reportedly.serve.room import Shared
from reportedly.serve.view import Json
from reportedly.show.values import brief
from reportedly.store.streams import Told

ANSWERS = (
    "point", "question", "kind", "standing", "independent_origins", "value", "low", "high", "unit", "words", "origin",
    "via", "certainty", "struck", "as_of", "said", "article", "outlet", "published", "start", "end", "answer",
)  # fmt: skip
POINTS = (
    "point", "question", "kind", "standing", "independent_origins", "independent_origins_at_least", "answers",
    "articles", "newest", "telling", "story",
)  # fmt: skip
STATEMENTS = (
    "statement", "words", "origin", "via", "manner", "certainty", "said", "article", "outlet", "published", "start",
    "end",
)  # fmt: skip


def of_answers(points: Iterable[Point], shared: Shared) -> Iterator[Json]:
    """One row an answer; `start` and `end` count code points of the article's capture."""
    for point in points:
        asked = {
            "point": point.id,
            "question": point.question,
            "kind": point.kind,
            "standing": " ".join(point.standing),
            "independent_origins": point.independent_origins,
        }
        for answer in point.answers:
            held = shared.shelved.get(answer.article)
            yield asked | {
                "value": brief(answer.value, year=True),
                "low": getattr(answer.value, "low", None),
                "high": getattr(answer.value, "high", None),
                "unit": getattr(answer.value, "unit", None),
                "words": answer.text,
                "origin": answer.origin.name if answer.origin else None,
                "via": ", ".join(answer.via),
                "certainty": answer.certainty,
                "struck": answer.struck,
                "as_of": answer.as_of,
                "said": answer.said,
                "article": answer.article,
                "outlet": held.outlet if held else None,
                "published": held.earliest if held else None,
                "start": answer.span.start,
                "end": answer.span.end,
                "answer": answer.id,
            }


def of_points(points: Iterable[Point]) -> Iterator[Json]:
    """One row a question."""
    for point in points:
        newest = next((a for a in point.answers if a.id == point.current), None)
        yield {
            "point": point.id,
            "question": point.question,
            "kind": point.kind,
            "standing": " ".join(point.standing),
            "independent_origins": point.independent_origins,
            "independent_origins_at_least": point.independent_origins_at_least,
            "answers": len(point.answers),
            "articles": len({answer.article for answer in point.answers}),
            "newest": newest.text if newest else None,
            "telling": round(weight(point), 1),
            "story": point.story,
        }


def of_statements(told: Iterable[Told], shared: Shared) -> Iterator[Json]:
    """One row a statement."""
    for each in told:
        statement, text = each.statement, each.account.capture.text
        held = shared.shelved[statement.article]
        yield {
            "statement": statement.id,
            "words": " … ".join(span.of(text) for span in statement.content),
            "origin": statement.origin.name if statement.origin else None,
            "via": ", ".join(link.name for link in reversed(statement.attribution[1:]) if link.name),
            "manner": statement.manner,
            "certainty": statement.certainty,
            "said": statement.said,
            "article": statement.article,
            "outlet": held.outlet,
            "published": held.earliest,
            "start": statement.extent.start,
            "end": statement.extent.end,
        }
