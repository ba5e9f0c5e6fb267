"""The table `statements`: a row for each statement."""

from __future__ import annotations

from reportedly.export.table import Column, Table, first_day, joined, last_day
from reportedly.export.whose_word import origin_of, relays_of
from reportedly.store import Told
from reportedly.store.sought import told


def words_of(each: Told) -> str:
    """The exact words of the content; ` … ` where the cue interrupts."""
    return " … ".join(span.of(each.account.capture.text) for span in each.statement.content)


def _cue(each: Told) -> str | None:
    cue = each.statement.cue
    return cue.of(each.account.capture.text) if cue else None


STATEMENTS = Table(
    "statements",
    "A row for each thing said. The words lie at `start` to `end` of the capture's text.",
    (
        Column("id", "text", "the statement's id", lambda t: t.statement.id),
        Column("words", "text", "the exact words; … where the cue interrupts", words_of),
        Column("origin", "text", "who said it first; empty: the article's own voice", lambda t: origin_of(t.statement)),
        Column(
            "origin_entity", "text", "id of the origin's entity",
            lambda t: t.statement.origin.entity if t.statement.origin else None,
        ),
        Column(
            "described", "text", "the words that tell who the origin is",
            lambda t: t.statement.origin.described if t.statement.origin else None,
        ),
        Column(
            "anonymous", "flag", "whether the origin wants no name, or has none",
            lambda t: t.statement.origin.anonymous if t.statement.origin else None,
        ),
        Column("via", "text", "relays, the nearest to the origin first", lambda t: joined(relays_of(t.statement))),
        Column("manner", "text", "direct, mixed, indirect, narrated", lambda t: t.statement.manner),
        Column("cue", "text", "the words that report it", _cue),
        Column(
            "certainty", "text", "asserted, hedged, unverified, denied (by the origin)",
            lambda t: t.statement.certainty,
        ),
        Column("hedges", "text", "the words that weaken it", lambda t: joined(h.text for h in t.statement.hedges)),
        Column(
            "stance", "text", "what it does to another: confirms, denies, doubts, declines",
            lambda t: t.statement.stance.kind if t.statement.stance else None,
        ),
        Column(
            "toward", "text", "id of that other statement, where it is in the capture",
            lambda t: t.statement.stance.toward if t.statement.stance else None,
        ),
        Column("said", "text", "EDTF: when it was said", lambda t: t.statement.said),
        Column(
            "told_from", "day", "first possible day on which it was said, else published",
            lambda t: first_day(told(t.statement.said, t.account.article)),
        ),
        Column(
            "told_to", "day", "last possible day on which it was said, else published",
            lambda t: last_day(told(t.statement.said, t.account.article)),
        ),
        Column(
            "outlet", "text", "who published the article",
            lambda t: t.account.article.outlet.name if t.account.article.outlet else None,
        ),
        Column(
            "title", "text", "the article's title",
            lambda t: t.account.article.title.text if t.account.article.title else None,
        ),
        Column("story", "text", "id of the article's story", lambda t: t.account.article.story),
        Column("url", "text", "where the capture was got", lambda t: t.account.capture.url),
        Column("path", "text", "the capture's file", lambda t: t.account.capture.path),
        Column("start", "integer", "where the words begin, in code points", lambda t: t.statement.extent.start),
        Column("end", "integer", "where they end, exclusive", lambda t: t.statement.extent.end),
        Column("text_sha256", "text", "of the text that is counted in", lambda t: t.account.capture.text_sha256),
        Column("article", "text", "id of the article", lambda t: t.statement.article),
    ),
    lambda request: request.store.statements(request.statements),
)  # fmt: skip
