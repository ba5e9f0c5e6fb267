"""A clause in the words in which it can be asked about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

PieceKind = Literal["object", "place", "time", "rest"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A phrase behind the verb: its words, and what it is to the clause, which says nothing without a `needed` one."""

    kind: PieceKind
    words: str
    needed: bool = False


@dataclass(frozen=True, slots=True)
class Plain:
    """One clause, ready to be asked: "did the mayor", "close", then "the bridge" and "on Monday".

    `opening` is the helping verb with the subject behind it, `verb` what follows the subject (empty where "was" alone
    is the verb), `finite` the verb as it follows "who" ("closed"), `tail` all that stands behind it, in order. The
    words are the text's own but for the order, the helping verb and the case of the first letter.
    """

    opening: str
    verb: str
    finite: str
    tail: tuple[Piece, ...] = ()
