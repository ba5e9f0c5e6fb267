"""What a clause tells of the happening that it is about."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.model.happening import Happening
from reportedly.model.reading import Reading
from reportedly.model.span import Span
from reportedly.relate.context import Weighed, near, raise_to, terms
from reportedly.relate.terms import content_stems, stem


def clause_of(mention: str, happenings: Sequence[Happening]) -> Happening | None:
    """The happening that a moment or place is bound to: of several, the one of a known family, then the shortest."""
    bound = [h for h in happenings if mention in h.moments or mention in h.places]
    return min(bound, key=lambda h: (h.family is None, len(h.span), h.span), default=None)


def parties(happening: Happening) -> frozenset[str]:
    """The head words of who did it and to whom."""
    found = set()
    for party in (happening.subject, happening.object):
        words = content_stems(party.text) if party is not None else []
        found.update(words[-1:])
    return frozenset(found)


def clause_words(happening: Happening, reading: Reading, span: Span, sentence: Span) -> Weighed:
    """The words of the clause at full weight, others of the sentence by how near they stand to the value."""
    weights = dict(near(reading.capture.text, span, sentence))
    for word in content_stems(happening.span.of(reading.capture.text)):
        raise_to(weights, terms(word), 1.0)
    raise_to(weights, terms(stem(happening.lemma)), 1.0)
    return tuple(sorted(weights.items()))
