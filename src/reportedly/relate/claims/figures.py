"""Claims of how many or how much: what a figure counts or measures, as far as its words tell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.grammar.conversion import is_fraction
from reportedly.model.ids import content_id
from reportedly.model.mention import Figure
from reportedly.model.quantity import Quantity
from reportedly.model.reading import Reading
from reportedly.model.span import Span
from reportedly.relate.claims.claim import Claim
from reportedly.relate.claims.context import near, sentence_at
from reportedly.relate.claims.dimension import dimension, noun_family
from reportedly.relate.terms import content_stems, plain
from reportedly.vocabulary import table
from reportedly.vocabulary.predicates import family_of_adjective, family_of_noun, family_of_participle

PART_BEHIND = re.compile(rf"\s+of\s+(?:{'|'.join(table('sets')['part']['behind'])})\b", re.IGNORECASE)
PART_AHEAD = re.compile(rf"\b(?:{'|'.join(table('sets')['part']['ahead'])})[\s,:(]*$", re.IGNORECASE)
NUMBERING = re.compile(table("sets")["numbering"]["behind"], re.IGNORECASE)


def figure_claims(reading: Reading) -> Iterator[Claim]:
    """One claim for every figure of a reading that counts or measures something."""
    return (_claim(figure, reading) for figure in reading.figures if not _numbers(figure, reading.capture.text))


def _numbers(figure: Figure, text: str) -> bool:
    """Whether it is the number of a house or a weapon, or an age in words that look like a count."""
    return figure.quantity.unit is None and NUMBERING.match(text, figure.span.end) is not None


def _claim(figure: Figure, reading: Reading) -> Claim:
    sentence = sentence_at(reading.capture.text, figure.span)
    counted = content_stems(figure.counted) if figure.counted else ()
    head = counted[-1] if counted else None
    return Claim(
        id=_id(figure.id),
        kind="figure",
        article=figure.article,
        statement=figure.statement,
        span=figure.span,
        text=figure.text,
        value=figure.quantity,
        sentence=sentence,
        dimension=_dimension(figure.quantity),
        head=head,
        family=noun_family(head),
        modifiers=frozenset(counted[:-1]),
        predicate=figure.predicate or _implied(figure.counted),
        near=near(reading.capture.text, figure.span, sentence),
        holder=plain(figure.holder) if figure.holder else None,
        counted=figure.counted,
        count=figure.count,
        part_of=_id(figure.subset_of) if figure.subset_of is not None else None,
        partial=_partial(reading.capture.text, figure.span),
        mention=figure.id,
        as_of=figure.as_of,
        measured=figure.measured,
        asked=figure.asked,
    )


def _dimension(quantity: Quantity) -> str:
    """The kind of size; a fraction is a share as a percentage is: "a third of the homes" beside "33 per cent"."""
    return "share" if is_fraction(quantity) else dimension(quantity.unit)


def _partial(text: str, span: Span) -> bool:
    """Whether the words say that it counts a part of another set: "six of the dead", "among them nine"."""
    return bool(PART_BEHIND.match(text, span.end) or PART_AHEAD.search(text[max(0, span.start - 30) : span.start]))


def _id(figure: str) -> str:
    return content_id("answer", figure)


def _implied(counted: str | None) -> str | None:
    """What is said to have happened by the counted noun alone: "the dead" were killed."""
    for word in reversed((counted or "").split()):
        found = family_of_noun(word) or family_of_adjective(word) or family_of_participle(word)
        if found is not None:
            return found
    return None
