"""Of which statements a check speaks: the last thing said, all that its speaker said, or what its own words name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from reportedly.extract.draft import Draft, Parse
from reportedly.extract.reserves import Reserve
from reportedly.model.statement import Statement
from reportedly.vocabulary import listed

_listed = partial(listed, "speech")

WORD = re.compile(r"[^\W_]+")
LEAST = 4  # letters of a word by which a check names somebody
PAIR = 2


def checked(draft: Draft, parse: Parse, reserve: Reserve) -> list[Statement]:
    """The attributed statements before it that a check speaks of, in its own paragraph or in the last one that has any.

    "Neither account" is of the last two voices; "Lind's figures" are Lind's, whoever spoke since; "her account",
    "the claims" are all that the last speaker said there; any other check is of the last thing said.
    """
    earlier = [
        s
        for s in draft.statements
        if s.manner != "narrated" and s.extent.start < reserve.span.start and not s.extent.contains(reserve.span)
    ]
    near = [s for s in earlier if s.extent.start >= parse.base]
    if not near and earlier and _points_back(parse, reserve):
        last = max(s.extent.start for s in earlier)
        floor = max((each.base for each in draft.parses if each.base <= last), default=0)
        near = [s for s in earlier if s.extent.start >= floor]
    return _meant(near, _words(parse, reserve)) if near else []


def _meant(near: Sequence[Statement], words: frozenset[str]) -> list[Statement]:
    if words & _listed("of_a_claim"):
        near = [s for s in near if s.origin is None or s.origin.mode != "denies"] or near
    latest = max(near, key=lambda s: (s.extent.end, s.extent.start))
    if words & _listed("of_two"):
        voices = list(dict.fromkeys(_voice(s) for s in sorted(near, key=lambda s: s.extent.end, reverse=True)))
        return [s for s in near if _voice(s) in voices[:PAIR]]
    named = [s for s in near if words & _named(s)]
    if named:
        return named
    if words & _listed("of_all"):
        return [s for s in near if _voice(s) == _voice(latest)]
    return [latest]


def _words(parse: Parse, reserve: Reserve) -> frozenset[str]:
    """The words of a check's sentence up to its end, without whoever checks."""
    verb = parse.doc[reserve.at]
    checker = {t.i for child in verb.children if child.dep_ == "nsubj" for t in child.subtree}
    last = max(reserve.span.end - parse.base, verb.idx + len(verb.text))
    return frozenset(t.lower_ for t in verb.sent if t.i not in checker and t.idx < last)


def _points_back(parse: Parse, reserve: Reserve) -> bool:
    """Whether a check that begins a paragraph speaks of the one before: "the", "their" in its sentence."""
    first = next(iter(parse.doc.sents), None)
    return first is not None and reserve.at < first.end and bool(_words(parse, reserve) & _listed("points_back"))


def _voice(statement: Statement) -> str | None:
    return statement.origin.name if statement.origin is not None else None


def _named(statement: Statement) -> frozenset[str]:
    """The words that name or describe who speaks."""
    origin = statement.origin
    told = f"{origin.name or ''} {origin.described or ''}" if origin is not None else ""
    return frozenset(word for word in WORD.findall(told.lower()) if len(word) >= LEAST)
