"""Claims of whether: sentences that affirm, deny or doubt a proposition, in somebody's words or the article's own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from reportedly.grammar.sentence_end import sentence_end
from reportedly.model.happening import Happening
from reportedly.model.ids import content_id
from reportedly.model.point import StanceValue
from reportedly.model.reading import Reading
from reportedly.model.span import Span
from reportedly.model.statement import Statement
from reportedly.relate.claims.claim import Claim
from reportedly.relate.claims.clauses import clauses_in, main_clause, parties
from reportedly.relate.claims.context import LINE_END, Weighed, raise_to, terms
from reportedly.relate.claims.stance import spoken_stance, stance_of
from reportedly.relate.claims.then import told_then
from reportedly.relate.terms import content_stems
from reportedly.vocabulary import table

CLOSING = "”’\"') "
MEANT = ("confirms", "denies", "doubts", "retracts")  # who does this to something says something of it, named or not


def whether_claims(reading: Reading) -> Iterator[Claim]:
    """One claim for every sentence of what is said, and for every sentence of the article's own voice.

    What asks says nothing that could be so or not, nor does what somebody declines to do ("to comment"); what has no
    verb only where somebody confirms, denies or doubts it ("the firm denied any such sale"). What nobody with a name
    says, and somebody denies in the same breath ("he denied reports that the pump had run"), is the denier's answer; so
    is what somebody passes on as denied ("his lawyer said that he denied it").
    """
    attributed = [piece for s in reading.statements if s.attribution for piece in s.content]
    denials = [s for s in reading.statements if spoken_stance(s) == "denies"]
    denied = [piece for s in denials for piece in s.content]
    cues = [s.cue for s in denials if s.cue is not None]
    for statement in reading.statements:
        if statement.stance is not None and statement.stance.kind == "declines":
            continue
        meant = statement.origin is not None and statement.origin.mode in MEANT
        for piece in _sentences(reading.capture.text, statement):
            own = not statement.attribution
            told_by_another = own and any(piece.overlaps(said) for said in attributed)
            happening = main_clause(piece, reading)
            words = content_stems(piece.of(reading.capture.text))
            says = meant or (happening is not None and bool(words))
            refuted = _nobodys(statement) and any(said.contains(piece) for said in denied)
            passed_on = not own and happening is not None and any(cue.overlaps(happening.verb.span) for cue in cues)
            if says and not (told_by_another or refuted or passed_on or _asks(piece, reading)):
                yield _claim(piece, words, happening, statement, reading)


def _nobodys(statement: Statement) -> bool:
    """Whether it rests on somebody whom nobody names: "reports that the pump had run", which the owner denied."""
    unnamed = statement.origin is not None and statement.origin.name is None
    return unnamed and spoken_stance(statement) != "denies"


def _sentences(text: str, statement: Statement) -> Iterator[Span]:
    """The sentences of a statement's content, without blanks around them."""
    for content in statement.content:
        start = content.start
        ends = sentence_end(LINE_END).finditer(text, content.start, content.end)
        for end in (*(end.end() for end in ends), content.end):
            ahead = text[start:end].rstrip()
            piece = ahead.lstrip()
            if piece:
                yield Span(start + len(ahead) - len(piece), start + len(ahead))
            start = end


def _asks(piece: Span, reading: Reading) -> bool:
    """Whether it is a question, or the content of one: "asked how long it would take"."""
    said = piece.of(reading.capture.text)
    return said.rstrip(CLOSING).endswith("?") or _indirect().match(said) is not None


@cache
def _indirect() -> re.Pattern[str]:
    return re.compile(table("whether")["indirect"]["pattern"])


def _claim(
    piece: Span, words: Sequence[str], happening: Happening | None, statement: Statement, reading: Reading
) -> Claim:
    family = happening.family if happening is not None else None
    head = happening.lemma if happening is not None else None
    stance = stance_of(piece, happening, statement, reading.capture.text)
    unspoken = stance != "affirms" and spoken_stance(statement) == "affirms"
    return Claim(
        id=content_id("answer", statement.id, "whether", piece.start),
        kind="whether",
        article=statement.article,
        statement=statement.id,
        span=piece,
        text=piece.of(reading.capture.text),
        value=StanceValue(stance),
        sentence=piece,
        dimension="whether",
        head=head,
        family=family or head,
        modifiers=parties(happening) if happening is not None else frozenset(words[-1:]),
        predicate=family,
        near=_weighed(words),
        then=told_then(happening, reading.moments),
        toward=statement.stance.toward if statement.stance is not None else None,
        unspoken=unspoken,
        unsaid=_unsaid(piece, happening, reading) if unspoken else frozenset(),
    )


def _unsaid(piece: Span, main: Happening | None, reading: Reading) -> frozenset[str]:
    """The stems of the clause of a sentence that says "not", without what hangs on it: of "No one was hurt in the fire,
    which police call suspicious" that nobody was hurt. Empty where no clause does."""
    if main is not None and main.negated:
        return _stems(piece, main, reading)
    negated = (clause for clause in clauses_in(piece, reading) if clause.negated)
    return frozenset(stem for clause in negated for stem in _stems(piece, clause, reading))


def _stems(piece: Span, clause: Happening, reading: Reading) -> frozenset[str]:
    start, end = max(piece.start, clause.span.start), min(piece.end, clause.span.end)
    return frozenset(content_stems(reading.capture.text[start:end]))


def _weighed(words: Sequence[str]) -> Weighed:
    weights: dict[str, float] = {}
    for word in words:
        raise_to(weights, terms(word), 1.0)
    return tuple(sorted(weights.items()))
