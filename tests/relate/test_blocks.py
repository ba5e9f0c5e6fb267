"""Fields found block by block are those that are found with all articles in view; sets of numbers are sets."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.relate.gathering import blocks
from reportedly.relate.gathering.gists import ONE, Gist
from reportedly.relate.gathering.stories import fields
from reportedly.relate.union import Numbered, Union

WORDS = 12
days = st.none() | st.integers(730_000, 730_600)


@st.composite
def gists(draw: st.DrawFn) -> Gist:
    """An article that says a few of a dozen words, most of them in its title, too."""
    said = sorted(draw(st.sets(st.integers(0, WORDS), min_size=1, max_size=4)))
    each = np.array([round(ONE / len(said) ** 0.5)] * len(said), dtype=np.int64)
    return Gist(np.array(said, dtype=np.int64), each, each, each // 2, draw(days), draw(days))


@given(st.lists(gists(), max_size=14), st.integers(1, 5))
def test_blocks_give_the_fields_of_all(held: list[Gist], block: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blocks, "BLOCK", block)
        found = blocks.fields_of([each.day for each in held], lambda numbers: [held[number] for number in numbers])
        assert list(map(tuple, found)) == fields(held)


def test_articles_of_two_blocks_come_into_one_field() -> None:
    each = np.array([ONE], dtype=np.int64)
    held = [Gist(np.array([word]), each, each, each, day) for word, day in ((1, 10), (2, 10), (1, 40), (1, 400))]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blocks, "BLOCK", 1)
        found = blocks.fields_of([each.day for each in held], lambda numbers: [held[number] for number in numbers])
        assert list(found) == [[0, 2], [1], [3]]


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9))))
def test_numbers_are_joined_as_items_are(pairs: list[tuple[int, int]]) -> None:
    numbers, items = Numbered(10), Union(range(10))
    for one, other in pairs:
        numbers.join(one, other)
        items.join(one, other)
    assert [tuple(held.tolist()) for held in numbers.sets()] == items.sets()


def test_no_numbers_are_no_sets() -> None:
    assert list(Numbered(0).sets()) == []
