"""Papers told of twice: "the ministry said in a statement …; the statement added …" is the ministry's word again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from reportedly.model.reading import Reading
from reportedly.model.statement import Link, Statement
from reportedly.model.why import Why
from reportedly.vocabulary import listed

RULE = "a paper told of before"
LONG_AGO = 800  # code points back that "the statement" may point
BEHIND = 60  # code points behind a cue in which the paper is told


def with_papers_again(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The readings, "the statement", "the same message" or "the text" as whoever spoke in it just before."""
    return tuple(_again(reading) for reading in readings)


def _again(reading: Reading) -> Reading:
    if not any(_paper(s) for s in reading.statements):
        return reading
    told: list[Statement] = []
    for statement in reading.statements:
        noun = _paper(statement)
        before = _said_in(reading, noun, statement, told) if noun is not None else None
        told.append(_as(statement, before) if before is not None else statement)
    return replace(reading, statements=tuple(told))


def _paper(statement: Statement) -> str | None:
    """The noun of a paper that is a statement's origin; None where it tells anything more."""
    origin = statement.origin
    noun = (origin.name or "").lower().removeprefix("same ") if origin is not None and not origin.anonymous else ""
    return noun if noun in listed("sources", "spoken_in") else None


def _said_in(reading: Reading, noun: str, statement: Statement, told: Sequence[Statement]) -> Statement | None:
    """The last statement before whose speaker said it in such a paper."""
    for earlier in reversed(told):
        spans = [link.span for link in earlier.attribution if link.span is not None and link.role == "origin"]
        if earlier.cue is None or earlier.origin is None or earlier.origin.name is None or not spans:
            continue
        start, end = min(earlier.cue.start, spans[0].start), max(earlier.cue.end, spans[0].end) + BEHIND
        if statement.extent.start - end > LONG_AGO:
            return None
        if _paper(earlier) is None and _in_a_paper(noun).search(reading.capture.text, start, end):
            return earlier
    return None


@cache
def _in_a_paper(noun: str) -> re.Pattern[str]:
    nouns = listed("sources", "spoken_in") if noun == "text" else {noun}
    own = "|".join(sorted(listed("clauses", "articles") | {"his", "her", "its", "their"}))
    return re.compile(rf"\bin\s+(?:{own})\s+(?:[\w’'-]+\s+){{0,3}}?(?:{'|'.join(sorted(nouns))})\b")


def _as(statement: Statement, before: Statement) -> Statement:
    paper = statement.attribution[0]
    whose = before.attribution[0]
    speaks = replace(paper, name=whose.name, anonymous=whose.anonymous, described=paper.described or paper.name)
    relays: list[Link] = [replace(link, span=None) for link in before.attribution[1:]]
    known = {link.name for link in statement.attribution[1:]} | {speaks.name}
    chain = (speaks, *(r for r in relays if r.name not in known), *statement.attribution[1:])
    return replace(statement, attribution=chain, why=(*statement.why, Why(RULE, f"{paper.name}: {whose.name}")))
