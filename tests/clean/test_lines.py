"""Lines, wrapped paragraphs, the best path of the line model, and words found again."""

from __future__ import annotations

import re
from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from reportedly.clean import line_model, line_words
from reportedly.clean.best_path import BestPath
from reportedly.clean.calls import Calls
from reportedly.clean.line_features import core
from reportedly.clean.line_look import Looks
from reportedly.clean.line_words import NO_KIN, LineWords
from reportedly.clean.lines import lines, parted
from reportedly.clean.locate import Ground
from reportedly.clean.plain import PlainBlocks
from reportedly.clean.wrapped import unwrapped
from reportedly.vocabulary import table

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
    assert worth(tuple(BestPath(steps)(scores))) == best


@given(st.integers(1, 60), st.integers(1, 6), st.integers(0, 9), st.integers(0, 999))
@settings(deadline=None)
def test_leaving_out_what_cannot_win_finds_the_path_of_the_whole_search(
    size: int, kinds: int, spread: int, seed: int
) -> None:
    chance = np.random.default_rng(seed)
    scores = chance.integers(-spread, spread + 1, (size, kinds)).astype(np.float32)
    steps = chance.integers(-3, 4, (kinds, kinds)).astype(np.float32)
    total, back = scores[0], []
    for row in scores[1:]:
        ways = total[:, None] + steps
        back.append(ways.argmax(axis=0).tolist())
        total = ways.max(axis=0) + row
    whole = [int(total.argmax())]
    for came in reversed(back):
        whole.append(came[whole[-1]])
    assert BestPath(steps)(scores) == whole[::-1]


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


@pytest.mark.parametrize("word", ["second", "left", "http", "Harbour", "a", "Ökonom", "com"])
def test_letters_alone_are_no_sign(word: str) -> None:
    calls = Calls()
    rows = [row for name in ("cue", "scene") for row in table("lines")[name] if "sign" in row]
    assert len(rows) > 10
    for row in rows:
        calls.by_sign(row["sign"])
        assert not re.search(row["sign"], word)
    assert calls.of(word, ()) == 0


@pytest.mark.parametrize(
    "said", ["in this photo", "the keeper, left, waits", "on March 2, 2031", "Sun, March 2, 2031", "From left"]
)
def test_a_place_in_a_row_a_frame_and_a_day_with_its_year_are_a_scene(said: str) -> None:
    text = f"Villagers wade to the lock, {said}, in Brel"
    assert "scene" in Looks()(lines(text))[0].flags
    assert "scene" not in Looks()(lines("Villagers wade to this lock in 2031, left alone in Brel"))[0].flags


def test_runs_without_end_are_forgotten_by_their_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(line_words, "LETTERS", 50)
    count = LineWords(Calls())
    for text in ("harbour " + "x" * 60, "harbour sinks"):
        count([text])
    assert list(count._known) == ["harbour", "sinks"]
