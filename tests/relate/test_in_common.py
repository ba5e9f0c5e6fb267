"""What claims have in common: the products of what terms weigh in both, the same to the bit for few and for many."""

from __future__ import annotations

import random
from itertools import combinations

import pytest

from reportedly.relate.grouping import shared
from reportedly.relate.grouping.shared import in_common, pairs_by, weighed


@pytest.mark.parametrize("claims", [0, 1, 2, 7, 40])
def test_many_claims_are_alike_as_few_are(claims: int, monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(claims)  # noqa: S311  # dice, not secrets
    words = ["valve", "pump", "hatch", "crew", "fog", "quay"]
    held = [[(word, chance.random()) for word in chance.sample(words, 3)] for _ in range(claims)]
    terms, _ = weighed(held)
    few = in_common(terms, 30)
    monkeypatch.setattr(shared, "FEW", -1)
    many = in_common(terms, 30)
    assert few.pairs.tolist() == many.pairs.tolist()
    assert few.amounts.tolist() == many.amounts.tolist()
    assert claims < 2 or len(few.pairs)


@pytest.mark.parametrize("crowd", [2, 3, 9])
def test_a_term_tells_of_every_two_that_hold_it_but_of_no_crowd(crowd: int) -> None:
    held = [{"valve": 2.0, "fog": 1.0}, {"fog": 3.0}, {"quay": 1.0}, {"fog": 5.0, "valve": 7.0}]
    holders = {term: [n for n, terms in enumerate(held) if term in terms] for term in ("valve", "fog", "quay")}
    wanted: dict[int, float] = {}
    for term, numbers in holders.items():
        for one, other in combinations(numbers, 2) if len(numbers) <= crowd else ():
            pair = one * len(held) + other
            wanted[pair] = wanted.get(pair, 0.0) + held[one][term] * held[other][term]
    found = in_common(weighed([terms.items() for terms in held])[0], crowd)
    assert dict(zip(found.pairs.tolist(), found.amounts.tolist(), strict=True)) == wanted
    assert pairs_by(held, crowd).tolist() == sorted(wanted)


def test_nobody_has_anything_in_common_with_nobody() -> None:
    assert pairs_by([], 9).tolist() == pairs_by([{"fog"}, set()], 9).tolist() == []
