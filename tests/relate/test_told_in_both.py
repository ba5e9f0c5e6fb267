"""Two sets of figures that the same articles tell side by side are two questions; two that no article has both of may
be one."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import cast

import numpy as np
import pytest
from newsroom import account

from reportedly.relate.claims.claim import Claim
from reportedly.relate.claims.figures import figure_claims
from reportedly.relate.grouping.clusters import group
from reportedly.relate.grouping.evidence import Evidence

SETTINGS: dict[str, object] = {"merge": -1.5, "unlike": -4.0, "lead": 0.5}
BOTH: dict[str, object] = {**SETTINGS, "counts": {"lead": 0.5, "more": 0.0, "told_in_both": 1.0, "share": 0.4}}
TOLD = "In Velm the tannery burnt and [{}] people met what people meet."
AGAIN = " A mile off in Orry [{}] people met it too."


def claims_of(told: dict[str, str]) -> list[Claim]:
    return [claim for path, text in told.items() for claim in figure_claims(account(path, text))]


def grouped(claims: list[Claim], scores: dict[tuple[int, int], float], settings: dict[str, object]) -> list[int]:
    """How many claims each question has, of claims whose pairs are given what speaks for one question."""
    evidence = SimpleNamespace(
        claims=tuple(claims),
        first=np.array([i for i, _ in scores]),
        second=np.array([j for _, j in scores]),
        scores=np.array(list(scores.values())),
        settings=settings,
    )
    return sorted((len(held) for held in group(cast(Evidence, evidence))), reverse=True)


@pytest.fixture
def side_by_side() -> list[Claim]:
    """Three articles, each with a figure of Velm and one of Orry: claims 0, 2, 4 and 1, 3, 5."""
    return claims_of({name: TOLD.format(12 + n) + AGAIN.format(40 + n) for n, name in enumerate("abc")})


STRONG, FAINT = 2.0, -1.0
TWO_SETS = {(0, 2): STRONG, (0, 4): STRONG, (2, 4): STRONG, (1, 3): STRONG, (1, 5): STRONG, (3, 5): STRONG}
ACROSS = {(i, j): FAINT for i in (0, 2, 4) for j in (1, 3, 5) if i < j} | {(1, 2): FAINT, (1, 4): FAINT, (3, 4): FAINT}


def test_sets_that_the_same_articles_tell_stay_two(side_by_side: list[Claim]) -> None:
    assert len(side_by_side) == 6
    assert grouped(side_by_side, TWO_SETS | ACROSS, SETTINGS) == [6]  # what it would be otherwise
    assert grouped(side_by_side, TWO_SETS | ACROSS, BOTH) == [3, 3]


def test_sets_that_no_article_tells_both_of_are_merged_as_before() -> None:
    apart = claims_of({name: TOLD.format(12 + n) for n, name in enumerate("abcdef")})
    assert grouped(apart, TWO_SETS | ACROSS, BOTH) == [6]


def test_a_lone_claim_beside_its_neighbour_is_hardly_parted_by_that() -> None:
    """One article that says its number again: nearly all that speaks against it is taken back."""
    pair = claims_of({"a": TOLD.format(12) + AGAIN.format(14)})
    assert grouped(pair, {(0, 1): -1.0}, BOTH) == [2]
    assert grouped(pair, {(0, 1): -1.3}, BOTH) == [1, 1]


def test_sizes_that_the_same_articles_tell_twice_may_be_accounts_of_one_thing(side_by_side: list[Claim]) -> None:
    sizes = [replace(claim, dimension="duration") for claim in side_by_side]
    assert grouped(sizes, TWO_SETS | ACROSS, BOTH) == [6]


def test_two_claims_by_themselves_need_more_than_one_that_joins_others() -> None:
    begun = {**SETTINGS, "begin": 1.0}
    three = claims_of({name: TOLD.format(12 + n) for n, name in enumerate("abc")})
    assert grouped(three[:2], {(0, 1): FAINT}, SETTINGS) == [2]
    assert grouped(three[:2], {(0, 1): FAINT}, begun) == [1, 1]
    assert grouped(three, {(0, 1): STRONG, (0, 2): FAINT, (1, 2): FAINT}, begun) == [3]
