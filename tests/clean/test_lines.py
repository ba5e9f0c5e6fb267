"""Lines, wrapped paragraphs, the best path of the line model, and words found again."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from reportedly.clean import line_model, line_words
from reportedly.clean.calls import Calls
from reportedly.clean.line_features import core
from reportedly.clean.line_model import best_path
from reportedly.clean.line_words import NO_KIN, LineWords
from reportedly.clean.lines import lines, parted
from reportedly.clean.locate import Ground
from reportedly.clean.plain import PlainBlocks
from reportedly.clean.wrapped import unwrapped

WRAPPED = """The ferry Marisol left the harbour of Brel at nine in the
evening with more than two hundred people on board, and rolled
over within a minute when she met the swell beyond the mole.

Divers went down on Monday and found the doors of the car deck
open, two officers of the coast guard said. The ministry of the
sea has begun an inquiry into what the crew knew of them.
"""


def test_a_paragraph_broken_at_a_fixed_width_is_one_block() -> None:
    joined = unwrapped(lines(WRAPPED), WRAPPED)
    assert [line.text[:11] for line in joined] == ["The ferry M", "Divers went"]
    for line in joined:
        assert line.span.of(WRAPPED) == line.text


def test_a_list_of_short_lines_is_not_joined() -> None:
    listed = "Dead: 14\nMissing: 3\nRescued: 201\nAboard: 218\nCrew: 12\nBoats: 4\n"
    assert len(unwrapped(lines(listed), listed)) == 6


@given(st.text(alphabet="ab .!?”(A\n\r\u2028\t", max_size=120))
@settings(deadline=None)
def test_lines_and_their_parts_are_exact_and_in_order(text: str) -> None:
    at = 0
    for part in parted(lines(text), text):
        assert part.span.of(text) == part.text
        assert part.start >= at
        at = part.end


@given(
    arrays.arrays(np.float32, st.tuples(st.integers(1, 4), st.just(3)), elements=st.integers(-5, 5)), st.integers(0, 99)
)
@settings(deadline=None)
def test_the_best_path_is_the_best_of_all(scores: np.ndarray[tuple[int, int], np.dtype[np.float32]], seed: int) -> None:
    steps = np.random.default_rng(seed).integers(-3, 4, (3, 3)).astype(np.float32)

    def worth(path: tuple[int, ...]) -> float:
        moved = sum(steps[a, b] for a, b in pairwise(path))
        return float(sum(scores[n, kind] for n, kind in enumerate(path)) + moved)

    best = max(worth(path) for path in product(range(3), repeat=len(scores)))
    assert worth(tuple(best_path(scores, steps))) == best


def test_the_best_path_of_a_long_page_is_found_stretch_by_stretch(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = np.random.default_rng(3)
    scores, steps = (chance.integers(-9, 10, shape).astype(np.float32) for shape in ((700, 4), (4, 4)))
    in_stretches = best_path(scores, steps)
    monkeypatch.setattr(line_model, "STRETCH", 1000)
    assert best_path(scores, steps) == in_stretches


def test_what_was_remembered_of_lines_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    label = PlainBlocks()
    fresh = label(WRAPPED)
    monkeypatch.setattr(line_model, "MOST", 0)
    monkeypatch.setattr(line_words, "MOST", 1)
    assert label(WRAPPED) == fresh == PlainBlocks()(WRAPPED)


def test_the_core_of_a_page_is_the_run_that_is_worth_most() -> None:
    assert core([-1, 1, -1, -1, 3, -1, 3, 3, -1, -1, -1, 3]) == (4, 7)
    assert core([-1, -1]) == (0, 1)


def test_words_are_found_again_whatever_the_white_space() -> None:
    text = "Ferry sinks\n\nThe ferry  sank\tat nine.\nThe ferry sank again."
    found = [
        span.of(text) for span in Ground(text).find(["The ferry sank at nine.", "nowhere", "The ferry sank again."])
    ]
    assert found == ["The ferry  sank\tat nine.", "The ferry sank again."]


def test_a_capture_is_labelled_as_a_reader_would() -> None:
    story, rest = (" ".join(paragraph.split()) for paragraph in WRAPPED.split("\n\n"))
    text = (
        "THE BREL POST | Monday 3 March 2031 | £1.10\nHome | News | Sport | Contact us | Log in\n"
        f"Ferry sinks off Brel with 200 aboard\nBy Tomas Kowal\n\n{story}\n\n"
        "The Marisol in the harbour last year. (Photo: Ana Brel/Harbour Press)\n\nAdvertisement\n\n"
        f"{rest}\n\n"
        "Tomas Kowal is the harbour correspondent of the Brel Post.\n"
        "Most read: Bridge shut • Ten best soups • Who owns the lock?\n© 2031 Brel Post. All rights reserved.\n"
    )
    kinds = [block.kind for block in PlainBlocks()(text)]
    assert kinds == [
        "header", "navigation", "title", "byline", "body", "caption", "ad", "body", "biography", "related",
        "navigation",
    ]  # fmt: skip


def test_kin_are_the_longer_words_that_another_line_of_the_story_holds() -> None:
    words = LineWords(Calls())(["Ferry sinks", "The ferry sank off Marisol/Harbour.", "A harbour, a harbour", "at 9"])
    assert words.kinship([False, True, False, False]) == [2, 0, 4, NO_KIN]
    assert words.kinship([False, True, True, False]) == [2, 1, 4, NO_KIN]
    assert [line.words for line in words.lines] == [2, 6, 4, 2]


def test_what_words_pairs_and_signs_call_for_is_called() -> None:
    calls = Calls()
    ferry, pair, clock = calls.by_words(["ferry"]), calls.by_words(["log in", "back to"]), calls.by_sign(r"\d:\d\d")
    lines_of = LineWords(calls)(["The ferry log/in", "Log in: 9:12", "log", "in, back", "to it"]).lines
    assert [line.calls for line in lines_of] == [ferry | pair, pair | clock, 0, 0, 0]
    assert calls.by_sign(r"\d:\d\d") == clock
