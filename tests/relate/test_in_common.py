"""What claims have in common is the same to the bit whether all their pairs are counted or those that occur sorted."""

from __future__ import annotations

import random

import pytest

from reportedly.relate.grouping import shared
from reportedly.relate.grouping.shared import in_common, weighed


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
