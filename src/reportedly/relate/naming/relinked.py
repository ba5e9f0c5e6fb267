"""Links of chains that are told by other names, each with the reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from reportedly.model.reading import Reading
from reportedly.model.span import Span
from reportedly.model.statement import Link, Statement
from reportedly.model.why import Why

Renamed = Callable[[Link], tuple[str, str] | None]  # the name that a link should have and the rule that says so
LEAD = 2  # paragraphs that lead a story


def leads(reading: Reading, span: Span) -> bool:
    """Whether a span stands in the title or the lead, where sources are described who are named further on."""
    body = [block.span.end for block in reading.article.blocks if block.kind == "body"]
    return span.end <= (body[:LEAD] or [0])[-1]


def relinked(reading: Reading, renamed: Renamed) -> Reading:
    """The reading with other names at its links; what they were called before describes them."""
    statements = tuple(_told(statement, renamed) for statement in reading.statements)
    return replace(reading, statements=statements) if statements != reading.statements else reading


def _told(statement: Statement, renamed: Renamed) -> Statement:
    links, why = [], []
    for link in statement.attribution:
        found = renamed(link)
        if found is None or found[0] == link.name:
            links.append(link)
        else:
            links.append(replace(link, name=found[0], described=link.described or link.name))
            why.append(Why(found[1], f"{link.name}: {found[0]}"))
    return replace(statement, attribution=tuple(links), why=(*statement.why, *why)) if why else statement
