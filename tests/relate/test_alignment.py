"""Equal words of two texts, and what stands between them."""

from __future__ import annotations

from difflib import SequenceMatcher

from hypothesis import given
from hypothesis import strategies as st
from newsroom import account

from reportedly.model.span import Span
from reportedly.relate.copying.alignment import LEAST, align
from reportedly.relate.copying.shingles import Worded, sketch, worded

HERE = account(
    "a.txt", "Late news: the barge went down off the north mole with 14 men aboard on Monday night, police said."
)
THERE = account(
    "b.txt", "The barge went down off the north mole with 41 men aboard on Monday night. Nothing more is known."
)


def place(reading: object, words: str) -> Span:
    text = reading.capture.text  # type: ignore[attr-defined]
    return Span(text.index(words), text.index(words) + len(words))


def test_equal_runs_hold_equal_words() -> None:
    alignment = align(worded(HERE), worded(THERE))
    for here, there in alignment.spans():
        assert here.of(HERE.capture.text).lower() == there.of(THERE.capture.text).lower()
    assert 0.7 < alignment.share < 1


def test_a_changed_word_is_opposite_to_what_took_its_place() -> None:
    alignment = align(worded(HERE), worded(THERE))
    assert alignment.opposite(place(HERE, "14")) == place(THERE, "41")
    assert alignment.turned().opposite(place(THERE, "41")) == place(HERE, "14")
    assert alignment.opposite(place(HERE, "north mole")) == place(THERE, "north mole")


def test_what_was_changed_at_the_edge_of_a_passage_faces_what_took_its_place() -> None:
    here = account("a.txt", "At least 34 people drowned off the cape on Sunday, relatives said 90 of them children")
    there = account("b.txt", "Ferry lost. At least 43 people drowned off the cape on Sunday, relatives said 19 in all")
    alignment = align(worded(here), worded(there))
    assert alignment.beside(place(here, "At least 34")) == place(there, "At least 43")
    assert alignment.beside(place(here, "90")) == place(there, "19")
    assert alignment.beside(place(here, "children")) is None
    assert alignment.opposite(place(here, "90")) is None


def test_words_that_were_not_copied_face_nothing() -> None:
    assert align(worded(HERE), worded(THERE)).opposite(place(HERE, "police said")) is None


def test_a_sketch_of_nothing_is_empty() -> None:
    assert sketch(worded(account("c.txt", "…"))) == frozenset()


WORDS = st.lists(st.sampled_from(["the", "barge", "sank", "at", "dawn"]), max_size=60)


@given(WORDS, WORDS)
def test_the_runs_are_the_longest_of_all_words_compared_one_by_one(here: list[str], there: list[str]) -> None:
    texts = [
        Worded(name, tuple(words), tuple(range(len(words))), tuple(range(1, len(words) + 1)))
        for name, words in (("a", here), ("b", there))
    ]
    blocks = SequenceMatcher(None, here, there, autojunk=False).get_matching_blocks()
    wanted = [(block.a, block.b, block.size) for block in blocks if block.size >= LEAST]
    assert [(run.here, run.there, run.length) for run in align(*texts).runs] == wanted
