"""Likeness and average: what the stories of a large set are made by, and that no order and no other article matters."""

from __future__ import annotations

import math
from random import Random

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.relate.gathering.averaging import averaged
from reportedly.relate.gathering.gists import ONE, Gist, gist
from reportedly.relate.gathering.profiles import Counted
from reportedly.relate.gathering.same_story import FAINT, FORGOTTEN
from reportedly.relate.gathering.shelf import likenesses
from reportedly.relate.gathering.stories import FIELD, SLIGHT, fields, parted, sorted_out
from reportedly.vocabulary import table

WORDS = [f"{'Town' if number % 3 else 'word'}{number}" for number in range(30)]


def told(*words: str, title: str = "") -> Counted:
    counts = Counted()
    counts.add(title, title=True)
    counts.add(" ".join(f"of {word}" for word in words))
    return counts


def some(seed: int, many: int) -> list[Gist]:
    lot = Random(seed)  # noqa: S311  # a test's lot
    found = []
    for _ in range(many):
        day, title = lot.choice([None, *range(1, 400)]), " ".join(lot.choices(WORDS, k=2))
        happened = lot.choice([None, day, day - 3]) if day is not None else None
        found.append(gist(told(*lot.choices(WORDS, k=6), title=title), day, happened))
    return found


def likely(one: Gist, other: Gist) -> float:
    """How likely two articles tell one story, word by word."""
    kinds = ("weights", "plain", "title")
    mine, theirs = (
        {w: row for w, *row in zip(g.words, *(getattr(g, k) for k in kinds), strict=True)} for g in (one, other)
    )
    both = [(mine[word], theirs[word]) for word in mine if word in theirs]
    product = sum(a[0] * b[0] for a, b in both)
    if product < FAINT:
        return 0.0
    undated = one.day is None or other.day is None
    gap = 0 if one.day is None or other.day is None else min(abs(one.day - other.day), FORGOTTEN)
    if gap >= FORGOTTEN:
        return 0.0
    apart = one.happened is not None and other.happened is not None and abs(one.happened - other.happened) > 1
    signs = {
        "bias": 1, "telling words": product / ONE**2, "plain words": sum(a[1] * b[1] for a, b in both) / ONE**2,
        "title": sum(a[2] + b[2] for a, b in both) / (2 * ONE), "days between": math.log1p(gap), "undated": undated,
        "another day": apart,
    }  # fmt: skip
    return 1 / (1 + math.exp(-sum(table("same_story")["weight"][name] * amount for name, amount in signs.items())))


def plainly(gists: list[Gist], least: float) -> dict[tuple[int, int], float]:
    """The pairs one by one."""
    pairs = ((one, other) for other in range(len(gists)) for one in range(other))
    found = {pair: likely(gists[pair[0]], gists[pair[1]]) for pair in pairs}
    return {pair: alike for pair, alike in found.items() if alike >= least}


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10**6), st.integers(0, 25))
def test_likelihood_is_weighed_of_what_both_have(seed: int, many: int) -> None:
    gists = some(seed, many)
    found = list(likenesses(gists, SLIGHT))
    said = {(one, other): alike for one, other, alike in found}
    assert len(found) == len(said)
    expected = plainly(gists, SLIGHT)
    for pair in said.keys() | expected.keys():
        assert math.isclose(said.get(pair, SLIGHT), expected.get(pair, SLIGHT), abs_tol=0.001)


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


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10**6))
def test_a_fields_stories_are_found_in_it_alone(seed: int) -> None:
    gists = some(seed, 30)
    sorted_ = sorted_out(gists)
    assert [field for field, _ in sorted_] == fields(gists)
    assert all(parted(field, [gists[number] for number in field]) == groups for field, groups in sorted_)


def test_sets_become_one_while_their_mean_likeness_is_high_enough() -> None:
    chain = [(0, 1, 0.9), (1, 2, 0.5), (2, 3, 0.9)]
    assert averaged(5, chain, 0.2) == [[0, 1], [2, 3], [4]]  # 0.5 / 4 pairs is less than 0.2
    assert averaged(5, chain, 0.1) == [[0, 1, 2, 3], [4]]


def test_days_take_away_and_half_a_year_takes_all() -> None:
    said = told("Sigrun", "Vellhaven", "barge")
    near, later, late = (gist(said, 100 + days) for days in (1, 60, FORGOTTEN))
    found = {pair[:2]: pair[2] for pair in likenesses([gist(said, 100), near, later, late], 0.0)}
    assert found[0, 1] > found[0, 2]
    assert (0, 3) not in found


def test_leads_of_different_days_speak_against_one_story() -> None:
    said = told("Sigrun", "Vellhaven", *(f"word{n}" for n in range(20)))
    other = told("Sigrun", "Vellhaven", *(f"word{n}" for n in range(20, 40)))
    alike = [next(likenesses([gist(said, 100, 98), gist(other, 100, day)], 0.0))[2] for day in (97, 98, None, 95)]
    assert alike[0] == alike[1] == alike[2] > alike[3]


def test_a_likelihood_is_a_fraction_that_adds_up_in_any_order() -> None:
    found = [pair[2] for pair in likenesses(some(1, 40), 0.0)]
    assert found
    assert all(float(alike * 1024).is_integer() for alike in found)
    assert np.sum(found) == np.sum(found[::-1])
