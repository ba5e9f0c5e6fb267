"""A clause turned into a question: "The ferry had sunk off the cape" asks "Where had the ferry sunk?"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportedly.model.plain import Piece, PieceKind, Plain
from reportedly.vocabulary import table

LONGEST = 110  # code points: a question that is read in one glance


def whether(plain: Plain) -> str:
    """ "Did the mayor close the bridge on Monday?"."""
    return _asked(plain.opening, plain.verb, plain.tail)


def when(plain: Plain) -> str:
    """ "When did the mayor close the bridge?"."""
    return _asked(f"{_word('date')} {plain.opening}", plain.verb, _without(plain.tail, "time"))


def where(plain: Plain) -> str:
    """ "Where did the ferry sink?"."""
    return _asked(f"{_word('place')} {plain.opening}", plain.verb, _without(plain.tail, "place", "time"))


def who(plain: Plain, name: str) -> str | None:
    """ "Who closed the bridge?" of a subject, "Whom did the mayor dismiss?" of an object, "By whom was it closed?"."""
    name = name.lower()  # the first letter of a sentence is a capital, within one it is none
    if name in plain.opening.lower():
        return _asked(_word("who"), plain.finite, _without(plain.tail, "time"))
    for piece in plain.tail:
        if name in piece.words.lower():
            others = [other for other in plain.tail if other is not piece and other.kind != "time"]
            if piece.kind == "object":
                asked = _word("whom" if plain.verb else "who")  # "Who were the divers?"
                return _asked(f"{asked} {plain.opening}", plain.verb, others)
            if piece.words.startswith("by "):
                return _asked(f"{_word('by whom')} {plain.opening}", plain.verb, others)
    return None


def _asked(begun: str, verb: str, tail: Iterable[Piece]) -> str:
    """The words in order; what the clause can do without is left out where it would make the question too long."""
    pieces = list(tail)
    needed = sum(len(piece.words) + 1 for piece in pieces if piece.needed)
    room = LONGEST - len(begun) - len(verb) - needed
    said: list[str] = []
    for piece in pieces:
        if not piece.needed:
            room -= len(piece.words) + 1
        if piece.needed or room >= 0:
            said.append(piece.words)
    words = " ".join(word for word in (begun, verb, *said) if word)
    return f"{words.rstrip('.')}?"


def _without(tail: Iterable[Piece], *kinds: PieceKind) -> Iterator[Piece]:
    return (piece for piece in tail if piece.kind not in kinds)


def _word(kind: str) -> str:
    return str(table("wording")["asked"][kind])


def holding_none(asked: Iterable[str], answers: Iterable[str]) -> list[str]:
    """The questions in which none of the answers stands: "How far north is a base 19 miles north?" is none."""
    told = {answer.lower() for answer in answers}
    return [question for question in asked if not told & _runs(question.lower())]


def _runs(question: str) -> frozenset[str]:
    """All that stands in a question as up to three whole words."""
    words = question.rstrip("?").split()
    return frozenset(" ".join(words[i : i + n]) for n in (1, 2, 3) for i in range(len(words)))


def unclear(question: str) -> int:
    """How many of its words name somebody or something that it does not tell, or only tell how it was told."""
    words = _words(question)
    return sum(word in table("wording")["vague"]["words"] for word in words) + leaves_out(question)


def leaves_out(question: str) -> bool:
    """Whether it lacks what was said: a verb of saying at its end, as in "How fast does the minister say?"."""
    words = _words(question)
    asks = any(word in table("wording")["vague"]["asking"] for word in words)
    return asks and words[-1] in table("cues")["verb"]


def _words(question: str) -> list[str]:
    return [word.strip("?,.").lower() for word in question.split()]
