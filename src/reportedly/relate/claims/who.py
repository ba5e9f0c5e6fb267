"""Claims of who: named parties of a happening, those who did it and those to whom it was done."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reportedly.extract.binding import Holders
from reportedly.extract.naming.roles import is_role
from reportedly.model.happening import Happening
from reportedly.model.ids import content_id
from reportedly.model.mention import NameMention
from reportedly.model.point import NameValue
from reportedly.model.reading import Reading
from reportedly.model.span import Words
from reportedly.relate.claims.claim import Claim
from reportedly.relate.claims.clauses import of_clause
from reportedly.relate.terms import content_stems, stem
from reportedly.vocabulary import table

PREPOSITIONS = "|".join(table("words")["little"]["prepositions"].split())
INNER = re.compile(rf"([\w’'-]+) ({PREPOSITIONS})\b")
OWNED = re.compile(rf"[’']s?((?:\s(?!(?:{PREPOSITIONS})\b)[\w’-]+)+)")
ACTORS = frozenset({"person", "organisation", "unit", "group", "outlet"})


def who_claims(reading: Reading) -> Iterator[Claim]:
    """One claim for every named party of a clause, but not for who says something: that is told with its statement."""
    holders = Holders(reading.statements)
    names = [name for name in reading.names if name.kind in ACTORS]
    said = {place for each in reading.statements if each.cue for place in range(each.cue.start, each.cue.end)}
    for happening in reading.happenings:
        if happening.verb.span.start in said:
            continue
        for role, party, other in (
            ("who", happening.subject, happening.object),
            ("whom", happening.object, happening.subject),
        ):
            named = _named(party, names)
            if party is not None and named is not None:
                yield _claim(role, party, named, other, happening, reading, holders.of(party.span))


def _named(party: Words | None, names: list[NameMention]) -> NameMention | None:
    """The last name of a phrase that names the party itself: "the mayor, Ada Krall", but not "Krall's letter"."""
    if party is None:
        return None
    return next((n for n in reversed(names) if party.span.contains(n.span) and _is_party(n, party)), None)


def _is_party(named: NameMention, party: Words) -> bool:
    """Whether the phrase is about whom it names, and not about something of theirs, from them or with them."""
    owned = OWNED.match(party.text, named.span.end - party.span.start)
    if owned is not None and not _is_people(owned.group(1).split()[-1]):
        return False
    inner = INNER.search(party.text[: named.span.start - party.span.start].rpartition(",")[2])
    return inner is None or (inner.group(2) == "of" and _is_people(inner.group(1)))


def _is_people(noun: str) -> bool:
    """Whether a noun says people of some body: "soldiers of the guard", "the harbour's watchmen"."""
    return stem(noun) in _members() or is_role(noun)


@cache
def _members() -> frozenset[str]:
    return frozenset(stem(word) for word in table("roles")["members"]["words"].split())


def _claim(
    role: str,
    party: Words,
    named: NameMention,
    other: Words | None,
    happening: Happening,
    reading: Reading,
    said_in: str | None,
) -> Claim:
    id_ = content_id("answer", happening.id, role, party.span.start)
    beside = frozenset(content_stems(other.text)[-1:]) if other is not None else frozenset()
    return of_clause("who", role, id_, party, NameValue(named.name), happening, reading, beside=beside, said_in=said_in)
