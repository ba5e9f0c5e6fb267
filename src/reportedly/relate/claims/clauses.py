"""What a clause tells of the happening that it is about."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.model.happening import Happening
from reportedly.model.point import PointKind, Value
from reportedly.model.reading import Reading
from reportedly.model.span import Span, Words
from reportedly.relate.claims.claim import Claim
from reportedly.relate.claims.context import Weighed, near, raise_to, sentence_at, terms
from reportedly.relate.claims.then import told_then
from reportedly.relate.terms import content_stems, stem


def clause_of(mention: str, happenings: Sequence[Happening]) -> Happening | None:
    """The happening that a moment or place is bound to: of several, the one of a known family, then the shortest."""
    bound = [h for h in happenings if mention in h.moments or mention in h.places]
    return min(bound, key=lambda h: (h.family is None, len(h.span), h.span), default=None)


def main_clause(piece: Span, reading: Reading) -> Happening | None:
    """The clause that holds most of a sentence, of those whose verbs stand in it."""
    return max(clauses_in(piece, reading), key=lambda h: (piece.shared(h.span), -h.span.start), default=None)


def clauses_in(piece: Span, reading: Reading) -> list[Happening]:
    """The clauses whose verbs stand in a sentence."""
    first = bisect_left(reading.happenings, piece.start, key=_begins)  # they are in the order of their verbs
    last = bisect_right(reading.happenings, piece.end, first, key=_begins)
    return [h for h in reading.happenings[first:last] if h.verb.span.end <= piece.end]


def _begins(happening: Happening) -> int:
    return happening.verb.span.start


def parties(happening: Happening) -> frozenset[str]:
    """The head words of who did it and to whom."""
    found: set[str] = set()
    for party in (happening.subject, happening.object):
        words = content_stems(party.text) if party is not None else ()
        found.update(words[-1:])
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class About:
    """What a clause is about: the base form and the family of its verb, the heads of its parties, its words."""

    head: str | None
    family: str | None
    predicate: str | None
    parties: frozenset[str]
    near: Weighed


def about(happening: Happening | None, reading: Reading, span: Span, sentence: Span) -> About:
    """What a value in a clause is the value of; in no clause, only the words around the value tell.

    The words of the clause weigh full, others of the sentence by how near they stand to the value.
    """
    text = reading.capture.text
    if happening is None:
        return About(None, None, None, frozenset(), near(text, span, sentence))
    weights = dict(near(text, span, sentence))
    for word in (*content_stems(happening.span.of(text)), stem(happening.lemma)):
        raise_to(weights, terms(word), 1.0)
    family = happening.family
    return About(happening.lemma, family or happening.lemma, family, parties(happening), tuple(sorted(weights.items())))


def of_clause(
    kind: PointKind,
    role: str,
    id_: str,
    words: Words,
    value: Value,
    clause: Happening,
    reading: Reading,
    *,
    beside: frozenset[str] | None = None,
    mention: str | None = None,
    said_in: str | None = None,
) -> Claim:
    """What words in a clause answer, of the dimension `role`, with what the clause tells of the question.

    `beside` are the head words that stand with them; those of the clause's parties where none are given. `said_in` is
    the statement that holds the words themselves, where that is another than the one that holds the clause's verb.
    """
    sentence = sentence_at(reading.capture.text, words.span)
    told = about(clause, reading, words.span, sentence)
    return Claim(
        id=id_,
        kind=kind,
        article=clause.article,
        statement=said_in or clause.statement,
        span=words.span,
        text=words.text,
        value=value,
        sentence=sentence,
        dimension=role,
        head=told.head,
        family=told.family,
        modifiers=told.parties if beside is None else beside,
        predicate=told.predicate,
        near=told.near,
        mention=mention,
        then=told_then(clause, reading.moments),
    )
