"""The table `timeline`: a row for each dated happening."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.export.request import Request
from reportedly.export.table import Column, Table, joined
from reportedly.export.whose_word import house_of
from reportedly.model.timeline import TimelineEntry
from reportedly.store import Account


@dataclass(frozen=True, slots=True)
class Happened:
    """An entry of the timeline and the articles that tell of it."""

    entry: TimelineEntry
    accounts: tuple[Account, ...]


def happened(request: Request) -> Iterator[Happened]:
    """The entries asked for, in order of time."""
    with request.store.accounts() as account_of:
        for entry in request.store.timeline(request.timeline):
            yield Happened(entry, tuple(account_of(seen.article) for seen in entry.evidence))


TIMELINE = Table(
    "timeline",
    "A row for each happening that somebody dates. That it is told does not mean that it happened.",
    (
        Column("date", "text", "EDTF, as exact as the words", lambda h: h.entry.when.edtf),
        Column("earliest", "day", "first possible day", lambda h: h.entry.when.earliest),
        Column("latest", "day", "last possible day", lambda h: h.entry.when.latest),
        Column("what", "text", "the clause that tells it", lambda h: h.entry.what),
        Column("outlets", "text", "who tells it", lambda h: joined(house_of(a) for a in h.accounts)),
        Column("articles", "text", "ids of the articles", lambda h: joined(s.article for s in h.entry.evidence)),
        Column("statements", "text", "ids of the statements", lambda h: joined(s.statement for s in h.entry.evidence)),
        Column(
            "spans", "text", "start-end in each article's text, code points",
            lambda h: joined(f"{s.span.start}-{s.span.end}" for s in h.entry.evidence),
        ),
    ),
    happened,
)  # fmt: skip
