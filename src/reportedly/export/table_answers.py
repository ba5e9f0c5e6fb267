"""The table `answers`: a row for each value that somebody gives to a question."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.export.contract import number
from reportedly.export.request import Request
from reportedly.export.table import Column, Table, first_day, joined, last_day
from reportedly.export.table_points import value_text
from reportedly.export.whose_word import voice_of
from reportedly.model.point import Answer, DateValue, Point
from reportedly.model.quantity import Quantity
from reportedly.model.when import When
from reportedly.store import Account
from reportedly.store.sought import told


@dataclass(frozen=True, slots=True)
class Given:
    """An answer, the question, and the article that it stands in."""

    answer: Answer
    point: Point
    account: Account

    @property
    def quantity(self) -> Quantity | None:
        """The figure, where it is one."""
        return self.answer.value if isinstance(self.answer.value, Quantity) else None

    @property
    def published(self) -> When | None:
        """When the article was published."""
        return self.account.article.published.when if self.account.article.published else None


def given(request: Request) -> Iterator[Given]:
    """Every answer of the points asked for, point by point."""
    with request.store.accounts() as account_of:
        for point in request.store.points(request.points):
            for answer in point.answers:
                yield Given(answer, point, account_of(answer.article))


ANSWERS = Table(
    "answers",
    "A row for each value that somebody gives to a question. The words lie at `start` to `end` of the capture's text.",
    (
        Column("id", "text", "the answer's id", lambda g: g.answer.id),
        Column("point", "text", "id of its point", lambda g: g.point.id),
        Column("question", "text", "the point's question", lambda g: g.point.question),
        Column("kind", "text", "figure, date, place, who, whether", lambda g: g.point.kind),
        Column("standing", "text", "the point's facets, most telling first", lambda g: joined(g.point.standing)),
        Column("words", "text", "the exact words that state the value", lambda g: g.answer.text),
        Column("value", "text", "the value: 7, 30.., 260..280, EDTF, a name, a stance", lambda g: value_text(g.answer)),
        Column("low", "number", "of a figure; empty: open", lambda g: number(g.quantity.low) if g.quantity else None),
        Column("high", "number", "of a figure; empty: open", lambda g: number(g.quantity.high) if g.quantity else None),
        Column(
            "approximate", "flag", "of a figure: about, some, nearly",
            lambda g: g.quantity.approximate if g.quantity else None,
        ),
        Column("unit", "text", "of a figure, as the text has it", lambda g: g.quantity.unit if g.quantity else None),
        Column(
            "date", "text", "of a date, EDTF",
            lambda g: g.answer.value.edtf if isinstance(g.answer.value, DateValue) else None,
        ),
        Column(
            "origin", "text", "on whose word; the outlet for the article's own voice",
            lambda g: voice_of(g.answer, g.account),
        ),
        Column("own_voice", "flag", "whether it is the article's own voice", lambda g: g.answer.origin is None),
        Column("via", "text", "relays, the nearest to the article first", lambda g: joined(g.answer.via)),
        Column("origin_group", "text", "answers of one group rest on one origin", lambda g: g.answer.origin_group),
        Column("certainty", "text", "asserted, hedged, unverified, denied", lambda g: g.answer.certainty),
        Column("struck", "text", "denied, retracted or superseded: shown, never counted", lambda g: g.answer.struck),
        Column("as_of", "text", "EDTF: as of when it holds", lambda g: g.answer.as_of),
        Column("said", "text", "EDTF: when it was said", lambda g: g.answer.said),
        Column(
            "told_from", "day", "first possible day on which it was said, else published",
            lambda g: first_day(told(g.answer.said, g.account.article)),
        ),
        Column(
            "told_to", "day", "last possible day on which it was said, else published",
            lambda g: last_day(told(g.answer.said, g.account.article)),
        ),
        Column(
            "outlet", "text", "who published the article",
            lambda g: g.account.article.outlet.name if g.account.article.outlet else None,
        ),
        Column("published_from", "day", "first possible day of publication", lambda g: first_day(g.published)),
        Column("published_to", "day", "last possible day of publication", lambda g: last_day(g.published)),
        Column("url", "text", "where the capture was got", lambda g: g.account.capture.url),
        Column("path", "text", "the capture's file", lambda g: g.account.capture.path),
        Column("start", "integer", "where the words begin, in code points", lambda g: g.answer.span.start),
        Column("end", "integer", "where they end, exclusive", lambda g: g.answer.span.end),
        Column("text_sha256", "text", "of the text that is counted in", lambda g: g.account.capture.text_sha256),
        Column("statement", "text", "id of the statement it stands in", lambda g: g.answer.statement),
        Column("article", "text", "id of the article", lambda g: g.answer.article),
    ),
    given,
)  # fmt: skip
