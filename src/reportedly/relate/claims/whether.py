"""Claims of whether: sentences that affirm, deny or doubt a proposition, in somebody's words or the article's own."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.model.happening import Happening
from reportedly.model.ids import content_id
from reportedly.model.point import Affirmation, StanceValue
from reportedly.model.reading import Reading
from reportedly.model.span import Span
from reportedly.model.statement import Statement
from reportedly.relate.claims.claim import Claim
from reportedly.relate.claims.clauses import main_clause, parties
from reportedly.relate.claims.context import SENTENCE_END, Weighed, raise_to, terms
from reportedly.relate.terms import content_stems

LEAST = 2  # content words that a proposition needs
AGAINST = ("denies", "retracts")
CLOSING = "”’\"') "


def whether_claims(reading: Reading) -> Iterator[Claim]:
    """One claim for every sentence of what is said, and for every sentence of the article's own voice.

    What has no verb, or asks, says nothing that could be so or not.
    """
    attributed = [piece for s in reading.statements if s.attribution for piece in s.content]
    for statement in reading.statements:
        for piece in _sentences(reading.capture.text, statement):
            words = content_stems(piece.of(reading.capture.text))
            own = not statement.attribution
            told_by_another = own and any(piece.overlaps(said) for said in attributed)
            happening = main_clause(piece, reading)
            if happening is not None and len(words) >= LEAST and not (told_by_another or _asks(piece, reading)):
                yield _claim(piece, words, happening, statement, reading)


def _sentences(text: str, statement: Statement) -> Iterator[Span]:
    """The sentences of a statement's content, without blanks around them."""
    for content in statement.content:
        start = content.start
        for end in (*(m.end() for m in SENTENCE_END.finditer(text, content.start, content.end)), content.end):
            piece = text[start:end]
            first = start + len(piece) - len(piece.lstrip())
            if piece.strip():
                yield Span(first, first + len(piece.strip()))
            start = end


def _asks(piece: Span, reading: Reading) -> bool:
    return piece.of(reading.capture.text).rstrip(CLOSING).endswith("?")


def _claim(piece: Span, words: list[str], happening: Happening, statement: Statement, reading: Reading) -> Claim:
    return Claim(
        id=content_id("answer", statement.id, "whether", piece.start),
        kind="whether",
        article=statement.article,
        statement=statement.id,
        span=piece,
        text=piece.of(reading.capture.text),
        value=StanceValue(stance_of(happening, statement)),
        sentence=piece,
        dimension="whether",
        head=happening.lemma,
        family=happening.family or happening.lemma,
        modifiers=parties(happening),
        predicate=happening.family,
        near=_weighed(words),
        toward=statement.stance.toward if statement.stance is not None else None,
    )


def _weighed(words: list[str]) -> Weighed:
    weights: dict[str, float] = {}
    for word in words:
        raise_to(weights, terms(word), 1.0)
    return tuple(sorted(weights.items()))


def stance_of(happening: Happening, statement: Statement) -> Affirmation:
    """What whoever speaks does to the proposition. A clause under a verb of denial counts as negated already, so that
    a denial is never turned round by it."""
    spoken = spoken_stance(statement)
    return "denies" if spoken == "affirms" and happening.negated else spoken


def spoken_stance(statement: Statement) -> Affirmation:
    """What the words of saying alone do to what is said, whatever that is."""
    mode = statement.origin.mode if statement.origin is not None else "says"
    if mode == "doubts":
        return "doubts"
    return "denies" if mode in AGAINST or statement.certainty == "denied" else "affirms"
