"""Likeness and average: what the stories of a large set are made by, and that no order and no other article matters."""

from __future__ import annotations

from collections import Counter
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.relate.gathering.averaging import averaged
from reportedly.relate.gathering.gists import FORGOTTEN, Gist, gist, likenesses
from reportedly.relate.gathering.stories import FIELD, fields

WORDS = [f"word{number}" for number in range(30)]


def some(seed: int, many: int) -> list[Gist]:
    lot = Random(seed)  # noqa: S311  # a test's lot
    days = [lot.choice([None, *range(1, 150)]) for _ in range(many)]
    return [gist(Counter(lot.choices(WORDS, k=6)), day) for day in days]


def plainly(gists: list[Gist], least: float) -> set[tuple[int, int]]:
    """The pairs by one sum each."""
    found = set()
    for other in range(len(gists)):
        for one in range(other):
            mine = dict(zip(gists[one].words, gists[one].weights, strict=True))
            total = sum(mine.get(w, 0) * x for w, x in zip(gists[other].words, gists[other].weights, strict=True))
            first, second = gists[one].day, gists[other].day
            gap = abs(first - second) if first is not None and second is not None else 0
            worth = 0.0 if gap >= FORGOTTEN else 1.0 if gap <= 2 else 2.718281828459045 ** (-(gap**2) / 800)
            if total / 4096**2 * worth >= least:
                found.add((one, other))
    return found


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10**6), st.integers(0, 25))
def test_likeness_is_the_sum_over_shared_words_less_what_days_take_away(seed: int, many: int) -> None:
    gists = some(seed, many)
    found = list(likenesses(gists, 0.3))
    assert {(one, other) for one, other, _ in found} == plainly(gists, 0.3)
    assert len(found) == len({(one, other) for one, other, _ in found})


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10**6), st.integers(1, 25))
def test_pairs_of_one_article_are_those_that_all_pairs_hold(seed: int, many: int) -> None:
    gists = some(seed, many)
    every = list(likenesses(gists, FIELD))
    asked = seed % many
    assert sorted(likenesses(gists, FIELD, [asked])) == sorted(pair for pair in every if asked in pair[:2])


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10**6))
def test_a_field_is_the_same_whatever_else_there_is(seed: int) -> None:
    gists = some(seed, 20)
    for field in fields(gists):
        assert fields([gists[number] for number in field]) == [tuple(range(len(field)))]


def test_sets_become_one_while_their_mean_likeness_is_high_enough() -> None:
    chain = [(0, 1, 0.9), (1, 2, 0.5), (2, 3, 0.9)]
    assert averaged(5, chain, 0.2) == [[0, 1], [2, 3], [4]]  # 0.5 / 4 pairs is less than 0.2
    assert averaged(5, chain, 0.1) == [[0, 1, 2, 3], [4]]


def test_two_days_take_nothing_away_and_two_months_all() -> None:
    said = Counter({"ferry": 3, "harbour": 2})
    near, late = gist(said, 102), gist(said, 100 + FORGOTTEN)
    assert [pair[:2] for pair in likenesses([gist(said, 100), near, late, gist(said, None)], 0.9)] == [
        (0, 1), (0, 3), (1, 3), (2, 3),
    ]  # fmt: skip
