"""What a sentence does to the proposition in it: affirms, denies or doubts it."""

from __future__ import annotations

import re
from functools import cache

from reportedly.model.happening import Happening
from reportedly.model.point import Affirmation
from reportedly.model.span import Span
from reportedly.model.statement import Statement
from reportedly.vocabulary import table

AGAINST = ("denies", "retracts")


def stance_of(piece: Span, happening: Happening | None, statement: Statement, text: str) -> Affirmation:
    """What whoever speaks does to the proposition of a sentence, whose main clause is `happening`, if it has one.

    A clause under a verb of denial counts as negated already, so that a denial is never turned round by it. To say that
    it is open whether something is so doubts it, "not" or no "not"; so does who could not check it, in any clause.
    `text` is the article's.
    """
    spoken = spoken_stance(statement)
    if spoken != "affirms" or happening is None:
        return spoken
    granted = _conceded().match(piece.of(text))
    start = piece.start + (granted.end() if granted is not None else 0)
    whole = text[start : piece.end].lower()
    told = text[start : min(piece.end, happening.span.end) if happening.span.end > start else piece.end]
    saying = statement.cue.of(text) if statement.cue is not None else ""
    told, saying = told.lower(), saying.lower()
    if _condition().match(whole):  # begins as an indirect question does, and leaves nothing open
        told = told.partition("if")[2]
    if _says("unchecked", whole) or _doubted(told, saying):
        return "doubts"
    return "denies" if happening.negated or _says("denial", told) else "affirms"


def spoken_stance(statement: Statement) -> Affirmation:
    """What the words of saying alone do to what is said, whatever that is."""
    mode = statement.origin.mode if statement.origin is not None else "says"
    if mode == "doubts":
        return "doubts"
    return "denies" if mode in AGAINST or statement.certainty == "denied" else "affirms"


def _doubted(told: str, saying: str) -> bool:
    """Whether what is told is open: by its first words, or by any behind those of saying ("unclear")."""
    doubts = _patterns("doubt")
    return doubts.match(told) is not None or doubts.search(f"{saying} {told}") is not None


def _says(side: str, told: str) -> bool:
    return _patterns(side).search(told) is not None


@cache
def _conceded() -> re.Pattern[str]:
    return re.compile(table("whether")["conceded"]["pattern"], re.IGNORECASE)


@cache
def _condition() -> re.Pattern[str]:
    return re.compile(table("whether")["condition"]["pattern"])


@cache
def _patterns(side: str) -> re.Pattern[str]:
    """Finds what the side says in small letters, at the starts of words alone: it takes half as long so."""
    return re.compile(rf"(?:^|\b)(?:{'|'.join(entry['pattern'] for entry in table('whether')[side].values())})")
