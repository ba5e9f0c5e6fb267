"""In a story with many claims more are alike by chance: more has to speak for one question there."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest

from reportedly.relate.grouping.clusters import USUAL, least
from reportedly.relate.grouping.evidence import Evidence
from reportedly.vocabulary import table


def of(claims: int, **settings: float) -> Evidence:
    return cast(Evidence, SimpleNamespace(claims=(None,) * claims, settings={"merge": -1.5, **settings}))


def test_a_usual_story_and_a_small_one_ask_for_what_the_table_says() -> None:
    assert least(of(USUAL, crowded=0.5)) == least(of(3, crowded=0.5)) == -1.5


def test_a_story_with_twice_the_claims_asks_for_more() -> None:
    assert least(of(2 * USUAL, crowded=0.5)) == pytest.approx(-1.5 + 0.5 * 0.6931, abs=1e-3)


def test_a_kind_without_the_setting_asks_for_the_same_however_many_there_are() -> None:
    assert least(of(50 * USUAL)) == -1.5


@pytest.mark.parametrize("kind", ["figure", "date", "place", "who"])
def test_a_large_story_asks_for_more_of_whatever_kind(kind: str) -> None:
    settings = table("same_question")[kind]
    large, usual = of(8 * USUAL, **_numbers(settings)), of(USUAL, **_numbers(settings))
    assert least(large) > least(usual) + 1


def _numbers(settings: dict[str, object]) -> dict[str, float]:
    return {name: value for name, value in settings.items() if isinstance(value, float)}
