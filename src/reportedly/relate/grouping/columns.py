"""Claims as columns of numbers, so that all pairs of a story are compared at once."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

import numpy as np
import numpy.typing as npt

from reportedly.relate.claims.claim import Claim
from reportedly.relate.claims.dimension import holds
from reportedly.vocabulary import table

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]
UNKNOWN = -1


def codes(values: Iterable[Hashable]) -> Ints:
    """A number for each value, equal for equal ones; `UNKNOWN` for None."""
    seen: dict[Hashable, int] = {}
    return np.array([UNKNOWN if v is None else seen.setdefault(v, len(seen)) for v in values], dtype=np.int64)


def same(column: Ints, first: Ints, second: Ints) -> Bools:
    """Where both of a pair have one known value."""
    found: Bools = (column[first] == column[second]) & (column[first] != UNKNOWN)
    return found


def unlike(column: Ints, first: Ints, second: Ints) -> Bools:
    """Where both of a pair have a known value, and not the same."""
    known: Bools = (column[first] != UNKNOWN) & (column[second] != UNKNOWN)
    found: Bools = known & (column[first] != column[second])
    return found


@dataclass(frozen=True, slots=True)
class Columns:
    """What the claims of one kind in one story have, a column a property, in the order of the claims.

    `kin` is the outcome that predicates may put in several words, `rank` the claim's place among those of its article,
    `holds` the pairs of families (as `families * one + other`) of which one may count all that the other does.
    """

    article: Ints
    sentence: Ints
    statement: Ints
    toward: Ints
    start: Ints
    end: Ints
    rank: Ints
    head: Ints
    family: Ints
    predicate: Ints
    kin: Ints
    dimension: Ints
    count: Bools
    bare: Bools
    modified: Bools
    families: int
    holds: Ints

    def wider(self, first: Ints, second: Ints) -> Bools:
        """Where one family of a pair may count all that the other does: men may be soldiers."""
        one, other = self.family[first], self.family[second]
        found: Bools = np.isin(one * self.families + other, self.holds) & (one != UNKNOWN) & (other != UNKNOWN)
        return found


def columns(claims: Sequence[Claim]) -> Columns:
    """The columns of some claims of one kind."""
    statements = {name: number for number, name in enumerate(dict.fromkeys(c.statement for c in claims if c.statement))}
    known = list(dict.fromkeys(c.family for c in claims if c.family is not None))
    wider = [
        (i, j) for i, one in enumerate(known) for other in holds(one) if other in known for j in [known.index(other)]
    ]
    return Columns(
        article=codes(c.article for c in claims),
        sentence=codes((c.article, c.sentence.start) for c in claims),
        statement=np.array([statements.get(c.statement or "", UNKNOWN) for c in claims], dtype=np.int64),
        toward=np.array([statements.get(c.toward or "", UNKNOWN) for c in claims], dtype=np.int64),
        start=np.array([c.span.start for c in claims], dtype=np.int64),
        end=np.array([c.span.end for c in claims], dtype=np.int64),
        rank=_ranks(claims),
        head=codes(c.head for c in claims),
        family=codes(c.family for c in claims),
        predicate=codes(c.predicate for c in claims),
        kin=codes(kin().get(c.predicate or "") for c in claims),
        dimension=codes(c.dimension for c in claims),
        count=np.array([c.dimension == "count" for c in claims], dtype=np.bool_),
        bare=np.array([c.bare for c in claims], dtype=np.bool_),
        modified=np.array([bool(c.modifiers) for c in claims], dtype=np.bool_),
        families=len(known),
        holds=np.array([n for i, j in wider for n in (i * len(known) + j, j * len(known) + i)], dtype=np.int64),
    )


@cache
def kin() -> dict[str, str]:
    """The outcome that each predicate family tells, where other families tell it too: hospitalised of the hurt."""
    groups = {name: words for name, words in table("sets")["kin"].items() if not name.endswith("example")}
    return {family: name for name, words in groups.items() for family in words.split()}


def _ranks(claims: Sequence[Claim]) -> Ints:
    ranks = np.zeros(len(claims), dtype=np.int64)
    order = sorted(range(len(claims)), key=lambda n: (claims[n].article, claims[n].span))
    for _, numbers in groupby(order, key=lambda n: claims[n].article):
        for rank, number in enumerate(numbers):
            ranks[number] = rank
    return ranks
