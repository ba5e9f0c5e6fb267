"""Claims of who did it: who is blamed or accused by somebody, and who claims it for themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from reportedly.extract.binding import Holders
from reportedly.model.happening import Happening
from reportedly.model.ids import content_id
from reportedly.model.point import NameValue
from reportedly.model.reading import Reading
from reportedly.model.span import Span, Words
from reportedly.relate.claims.claim import Claim
from reportedly.relate.claims.clauses import of_clause
from reportedly.vocabulary import listed, table
from reportedly.vocabulary.predicates import family_of_event

CLAIM = "claim"
BLAME = "blame"  # the dimension of such claims: who did it, as somebody says


def blame_claims(reading: Reading) -> Iterator[Claim]:
    """One claim for everybody named who is blamed for something, or who claims it.

    Who "denies responsibility" answers nothing by that: the value is somebody else's.
    """
    holders = Holders(reading.statements)
    for happening in reading.happenings:
        if happening.negated:
            continue
        if happening.lemma in listed("blame", "blaming") and happening.object is not None:
            party = happening.object
        elif happening.lemma in listed("blame", "claiming") and _of_the_deed(happening) and happening.subject:
            party = happening.subject
        else:
            continue
        named = _named(party, reading)
        if named is not None:
            yield _claim(named, happening, reading, holders.of(named.span))


def _of_the_deed(happening: Happening) -> bool:
    """Whether it is for the deed that somebody takes the blame: "claimed responsibility", "claimed the attack"."""
    if happening.object is None:
        return False
    deed = happening.lemma == CLAIM and family_of_event(happening.object.text.split()[-1]) is not None
    return deed or _deed().search(happening.object.text) is not None


@cache
def _leading() -> re.Pattern[str]:
    return re.compile(rf"^(?:{'|'.join(sorted(listed('blame', 'leading')))})\s+", re.IGNORECASE)


@cache
def _called() -> re.Pattern[str]:
    return re.compile(rf",? (?:{'|'.join(sorted(listed('blame', 'called')))}) (?:the )?")


@cache
def _deed() -> re.Pattern[str]:
    return re.compile(table("blame")["deed"]["pattern"], re.IGNORECASE)


def _named(party: Words, reading: Reading) -> Words | None:
    """The first name of a phrase, with what stands before it: "the Harbour Guard and nobody else" names the Guard.

    In "a group calling itself the Harbour Guard" it is what the group is called.
    """
    called = _called().match(reading.capture.text, party.span.end)
    if called is not None:
        return next((Words(n.text, n.span) for n in reading.names if n.span.start == called.end()), None)
    spans = sorted(
        [n.span for n in reading.names if party.span.contains(n.span)]
        + [p.span for p in reading.places if party.span.contains(p.span)]
    )
    if not spans:
        return None
    end = max(span.end for span in spans if span.start == spans[0].start)
    span = Span(party.span.start, end)
    return Words(span.of(reading.capture.text), span)


def _claim(named: Words, happening: Happening, reading: Reading, said_in: str | None) -> Claim:
    id_ = content_id("answer", happening.id, BLAME, named.span.start)
    value = NameValue(_leading().sub("", named.text, count=1))
    claim = of_clause("who", BLAME, id_, named, value, happening, reading, said_in=said_in)
    return replace(claim, head=BLAME, family=BLAME, modifiers=frozenset(), predicate=None)
