"""How much speaks for two claims answering one question. The weights are data, learned from the corpus."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from reportedly.model.point import PointKind, StanceValue, Value
from reportedly.model.quantity import Quantity
from reportedly.relate.claims import Claim
from reportedly.relate.context import Weighed
from reportedly.relate.dimension import wider
from reportedly.relate.echoes import Echoes
from reportedly.relate.value_signs import ends, value_signs
from reportedly.vocabulary import table

BESIDE = 250  # code points between two claims that stand beside one another
CROWD = 400  # claims: a word near more of them than these tells nothing


@dataclass(frozen=True, slots=True)
class Shared:
    """How alike the words around two claims are (0..1): the rarer the more, and by the families they belong to."""

    words: float
    families: float


class Evidence:
    """Compares the claims of one kind in one story."""

    def __init__(self, claims: Iterable[Claim], kind: PointKind, echoes: Echoes) -> None:
        kept = tuple(claims)
        rarity = _rarity(kept)
        self._claims = kept
        self._kind = kind
        self._echoes = echoes
        self._words = {claim.id: _normed(_plain(claim), rarity) for claim in kept}
        self._families = {claim.id: _normed(_families(claim), {}) for claim in kept}
        self._sizes = _sizes(kept)
        self._weights: dict[str, float] = table("same_question")[kind]["weight"]

    def candidates(self) -> Iterator[tuple[int, int, Shared]]:
        """Pairs of claims, by number, that have telling words, a value or a passage in common; and their likeness."""
        settings = table("same_question")[self._kind]
        words, akin = self._common(self._words), self._common(self._families)
        alike = {pair for pair, amount in words.items() if amount >= settings["shared"]}
        kindred = {pair for pair, amount in akin.items() if amount >= settings["akin"]}
        for i, j in sorted(alike.union(kindred, self._same_value(), self._same_passage(), self._beside())):
            yield i, j, Shared(words.get((i, j), 0.0), akin.get((i, j), 0.0))

    def _common(self, weighed: dict[str, dict[str, float]]) -> dict[tuple[int, int], float]:
        """Likeness of every two claims that share a term; terms of too many claims tell nothing."""
        postings: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
        for number, claim in enumerate(self._claims):
            for term, weight in weighed[claim.id].items():
                postings[term].append((number, weight))
        shared: defaultdict[tuple[int, int], float] = defaultdict(float)
        for posting in postings.values():
            if len(posting) <= CROWD:
                for (i, mine), (j, theirs) in combinations(posting, 2):
                    shared[i, j] += mine * theirs
        return shared

    def _same_value(self) -> Iterator[tuple[int, int]]:
        values: defaultdict[object, list[int]] = defaultdict(list)
        for number, claim in enumerate(self._claims):
            for value in _handles(claim.value):
                values[value].append(number)
        return (pair for numbers in values.values() if len(numbers) <= CROWD for pair in combinations(numbers, 2))

    def _beside(self) -> Iterator[tuple[int, int]]:
        """Claims with the next two of the same article, if those stand beside them."""
        order = sorted(range(len(self._claims)), key=lambda n: (self._claims[n].article, self._claims[n].span))
        for step in (1, 2):
            for number, there in zip(order, order[step:], strict=False):
                one, other = self._claims[number], self._claims[there]
                if one.article == other.article and other.span.start - one.span.end <= BESIDE:
                    yield min(number, there), max(number, there)

    def _same_passage(self) -> Iterator[tuple[int, int]]:
        places: defaultdict[str, list[tuple[int, Claim]]] = defaultdict(list)
        for number, claim in enumerate(self._claims):
            places[claim.article].append((number, claim))
        for number, claim in enumerate(self._claims):
            for partner in self._echoes.partners(claim.article):
                facing = self._echoes.facing(claim.article, claim.span, partner)
                for there, other in places[partner] if facing is not None else ():
                    if number < there and facing is not None and facing.overlaps(other.span):
                        yield number, there

    def score(self, one: Claim, other: Claim, shared: Shared) -> float:
        """What speaks for one question less what speaks against it (log-odds), given how alike the words are."""
        weights = self._weights
        signs = self.signs(one, other, shared)
        return weights["bias"] + math.fsum(weights.get(name, 0.0) * amount for name, amount in signs.items())

    def signs(self, one: Claim, other: Claim, shared: Shared) -> dict[str, float]:
        """Every sign that is present, with its amount (0..1)."""
        found = {**value_signs(one.value, other.value), **_set_signs(one, other)}
        if one.article == other.article:
            found["one article"] = 1.0
            found.update(_neighbours(one, other))
        elif self._echoes.same_passage(one.article, one.span, other.article, other.span):
            found["copied passage"] = 1.0
        found["shared words"], found["shared families"] = shared.words, shared.families
        if one.kind == "figure" and one.dimension == other.dimension:
            found["rare size"] = self._sizes[one.dimension]
        return {name: amount for name, amount in found.items() if amount}


def _handles(value: Value) -> set[object]:
    """By what a claim is found by others of its value: itself, and the ends of a figure (40 to 65 beside 65)."""
    if isinstance(value, StanceValue):
        return set()
    return {value, *ends(value)} if isinstance(value, Quantity) else {value}


def _plain(claim: Claim) -> Weighed:
    return tuple((term, weight) for term, weight in claim.near if not term.startswith("="))


def _families(claim: Claim) -> Weighed:
    return tuple((term, weight) for term, weight in claim.near if term.startswith("="))


def _sizes(claims: tuple[Claim, ...]) -> dict[str, float]:
    """How rare each kind of size is among the claims (0..1): the only two areas are likely one."""
    seen = Counter(claim.dimension for claim in claims)
    return {size: 1 - math.log(count) / math.log(len(claims) + 1) for size, count in seen.items()}


def _rarity(claims: tuple[Claim, ...]) -> dict[str, float]:
    """How telling a word is among the claims of a story: rare words tell more."""
    seen = Counter(term for claim in claims for term, _ in claim.near)
    return {term: math.log((len(claims) + 1) / (count + 0.5)) for term, count in seen.items()}


def _normed(near: Weighed, rarity: dict[str, float]) -> dict[str, float]:
    weighed = {term: weight * rarity.get(term, 1.0) for term, weight in near}
    length = math.sqrt(math.fsum(w * w for w in weighed.values())) or 1.0
    return {term: weight / length for term, weight in weighed.items()}


def _set_signs(one: Claim, other: Claim) -> dict[str, float]:
    signs: dict[str, float] = {}
    if one.head and other.head and not wider(one.family, other.family):
        signs[_nouns(one, other)] = 1.0
    if one.predicate and other.predicate:
        signs[_predicates(one.predicate, other.predicate)] = 1.0
    if one.holder and other.holder:
        signs["same holder" if one.holder == other.holder else "other holder"] = 1.0
    if one.modifiers and other.modifiers:
        signs["shared modifiers" if one.modifiers & other.modifiers else "other modifiers"] = 1.0
    if one.kind == "figure" and one.dimension == other.dimension != "count":
        signs["same unit"] = 1.0
    return signs


def _neighbours(one: Claim, other: Claim) -> dict[str, float]:
    """What nearness in one article tells: a bare figure mostly takes up the question of the one before it."""
    gap = max(one.span.start, other.span.start) - min(one.span.end, other.span.end)
    if (one.toward is not None and one.toward == other.statement) or (
        other.toward is not None and other.toward == one.statement
    ):
        return {"speaks of it": 1.0}
    if gap > BESIDE:
        return {}
    return {"beside, bare": 1.0} if one.bare or other.bare else {"beside": 1.0}


def _predicates(one: str, other: str) -> str:
    return "same predicate" if one == other else "other predicate"


def _nouns(one: Claim, other: Claim) -> str:
    if one.head == other.head:
        return "same noun"
    return "same family" if one.family == other.family else "other noun"
