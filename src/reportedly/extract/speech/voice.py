"""A source of words: its name, the words that describe it, and the words that stand for one told of before."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.extract.speech.descriptions import MEN, WOMEN
from reportedly.model.mention import NameKind
from reportedly.model.span import Span
from reportedly.vocabulary import table

THINGS, MANY = "thing", "many"
PRONOUNS = {
    "he": MEN, "his": MEN, "him": MEN, "himself": MEN, "she": WOMEN, "her": WOMEN, "herself": WOMEN,
    "it": THINGS, "its": THINGS, "they": MANY, "their": MANY, "them": MANY,
}  # fmt: skip
OWN = frozenset(table("speech")["own"]["words"])
REACH = 3  # paragraphs back that a pronoun may point


@dataclass(frozen=True, slots=True)
class Voice:
    """A source: its name (None when not resolved), the words that describe it, whether it is kept anonymous."""

    name: str | None
    span: Span | None
    described: str | None = None
    anonymous: bool = False
    kind: NameKind | None = None
