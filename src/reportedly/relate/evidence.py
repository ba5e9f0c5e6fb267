"""Whether two figures answer one question: what speaks for it, what forbids it. Weights are data."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from reportedly.model.quantity import Quantity
from reportedly.relate.described import Described
from reportedly.relate.echoes import Echoes
from reportedly.relate.values import apart
from reportedly.vocabulary import table


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much speaks for one question (log-odds), and the rules that said so, weightiest first."""

    score: float
    rules: tuple[str, ...]


class Evidence:
    """Compares the described sets of one story."""

    def __init__(self, described: Iterable[Described], echoes: Echoes) -> None:
        self._echoes = echoes
        sets = tuple(described)
        self._rarity = _rarity(sets)
        self._common = Counter(_value_key(d.figure.quantity) for d in sets)
        self._weights: dict[str, float] = table("same_question")["weight"]
        self._norms = {d.figure.id: self._norm(d) for d in sets}

    def likeness(self, one: Described, other: Described) -> Likeness:
        """What speaks for and against one question behind two figures."""
        signs = self.signs(one, other)
        weighed = sorted(((self._weights[name] * amount, name) for name, amount in signs.items()), reverse=True)
        rules = tuple(name for weight, name in weighed if weight > 0)
        return Likeness(self._weights["bias"] + math.fsum(weight for weight, _ in weighed), rules)

    def signs(self, one: Described, other: Described) -> dict[str, float]:
        """Every sign that is present, with its amount (0..1)."""
        found: dict[str, float] = {}
        if self._echoes.same_passage(one.figure.article, one.figure.span, other.figure.article, other.figure.span):
            found["copied passage"] = 1.0
        found.update(_value_signs(one.figure.quantity, other.figure.quantity))
        found.update(_set_signs(one, other))
        found["shared words"] = self._shared(one, other)
        return {name: amount for name, amount in found.items() if amount}

    def _norm(self, described: Described) -> float:
        return math.sqrt(math.fsum((w * self._rarity.get(t, 1.0)) ** 2 for t, w in described.near)) or 1.0

    def _shared(self, one: Described, other: Described) -> float:
        there = dict(other.near)
        dot = math.fsum(w * there[t] * self._rarity.get(t, 1.0) ** 2 for t, w in one.near if t in there)
        return dot / (self._norms[one.figure.id] * self._norms[other.figure.id])


def _rarity(sets: tuple[Described, ...]) -> dict[str, float]:
    """How telling a word is among the figures of a story: rare words tell more."""
    seen = Counter(term for described in sets for term, _ in described.near)
    return {term: math.log((len(sets) + 1) / (count + 0.5)) for term, count in seen.items()}


def _value_key(quantity: Quantity) -> tuple[float | None, float | None]:
    return quantity.low, quantity.high


def _value_signs(one: Quantity, other: Quantity) -> dict[str, float]:
    if _value_key(one) == _value_key(other):
        return {"same value": 1.0, "telling value": _telling(one)}
    if not apart(one, other):
        return {"compatible value": 1.0}
    low, high = sorted((_middle(one), _middle(other)))
    return {"far value": min(1.0, math.log10(high / low) / 3) if low > 0 else 0.5}


def _middle(quantity: Quantity) -> float:
    ends = [end for end in (quantity.low, quantity.high) if end is not None]
    return sum(ends) / len(ends)


def _telling(quantity: Quantity) -> float:
    """How unlikely it is that two questions have this value by chance: by its significant digits."""
    digits = f"{_middle(quantity):.6g}".replace(".", "").lstrip("0").split("e")[0].rstrip("0")
    ranged = quantity.low is not None and quantity.high is not None and quantity.low != quantity.high
    return min(1.0, (len(digits) - 1 + ranged) / 3)


def _set_signs(one: Described, other: Described) -> dict[str, float]:
    signs: dict[str, float] = {}
    if one.head and other.head:
        signs[
            "same noun" if one.head == other.head else "same family" if one.family == other.family else "other noun"
        ] = 1.0
    if one.predicate and other.predicate:
        signs["same predicate" if one.predicate == other.predicate else "other predicate"] = 1.0
    if one.holder and other.holder:
        signs["same holder" if one.holder == other.holder else "other holder"] = 1.0
    if one.modifiers and other.modifiers:
        shared = len(one.modifiers & other.modifiers)
        signs["shared modifiers"] = shared / min(len(one.modifiers), len(other.modifiers))
    if one.modifiers - other.modifiers and other.modifiers - one.modifiers:
        signs["other modifiers"] = 1.0
    if one.dimension == other.dimension != "count":
        signs["same unit"] = 1.0
    if one.figure.article == other.figure.article:
        signs["one article"] = 1.0
    return signs


def forbidden(one: Described, other: Described) -> str | None:
    """The rule that forbids one question, if one does."""
    if one.dimension != other.dimension and not (one.bare or other.bare):
        return "another kind of size"
    if one.figure.subset_of == other.figure.id or other.figure.subset_of == one.figure.id:
        return "part of the other"
    if one.predicate and other.predicate and other.predicate in _opposites(one.predicate):
        return "the contrary"
    parted = _parted(one, other)
    if parted:
        return parted
    same_place = one.figure.article == other.figure.article and one.sentence == other.sentence
    if (
        same_place
        and one.figure.statement == other.figure.statement
        and apart(one.figure.quantity, other.figure.quantity)
    ):
        return "two figures of one sentence"
    return None


def _parted(one: Described, other: Described) -> str | None:
    for name, groups in table("sets")["parting"].items():
        sides = [frozenset(group.split()) for group in groups]
        first = {i for i, side in enumerate(sides) if _words(one) & side}
        second = {i for i, side in enumerate(sides) if _words(other) & side}
        if first and second and not first & second:
            return f"parted by {name}"
    return None


def _words(described: Described) -> frozenset[str]:
    return described.modifiers | ({described.head} if described.head else frozenset())


@cache
def _opposites(predicate: str) -> frozenset[str]:
    return frozenset(table("predicates")["family"].get(predicate, {}).get("opposite", ()))
