"""Lines, wrapped paragraphs, the best path of the line model, and words found again."""

from __future__ import annotations

import re
from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from reportedly.clean import feature_rows, line_words
from reportedly.clean.best_path import BestPath
from reportedly.clean.calls import Calls
from reportedly.clean.characters import LONGEST, Characters
from reportedly.clean.feature_rows import FeatureRows
from reportedly.clean.line_features import core, features, sight
from reportedly.clean.line_look import Look, Looks
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

STORY, REST = (" ".join(paragraph.split()) for paragraph in WRAPPED.split("\n\n"))
PAGE = (
    "THE BREL POST | Monday 3 March 2031 | £1.10\nHome | News | Sport | Contact us | Log in\n"
    f"Ferry sinks off Brel with 200 aboard\nBy Tomas Kowal\n\n{STORY}\n\n"
    "The Marisol in the harbour last year. (Photo: Ana Brel/Harbour Press)\n\nAdvertisement\n\n"
    f"{REST}\n\n"
    "Tomas Kowal is the harbour correspondent of the Brel Post.\n"
    "Most read: Bridge shut • Ten best soups • Who owns the lock?\n© 2031 Brel Post. All rights reserved.\n"
)


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
    assert worth(tuple(BestPath(steps)(scores)[0])) == best


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
    assert BestPath(steps)(scores) == [whole[::-1]]


def test_what_was_remembered_of_lines_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    label = PlainBlocks()
    fresh = label(WRAPPED)
    monkeypatch.setattr(feature_rows, "MOST", 0)
    monkeypatch.setattr(feature_rows, "PORTION", 2)
    monkeypatch.setattr(line_words, "LONGEST", 100)
    assert label(WRAPPED) == fresh == PlainBlocks()(WRAPPED)


def test_several_texts_are_labelled_as_each_alone() -> None:
    label = PlainBlocks()
    texts = [WRAPPED, "", "Divers went down on Monday.", " \n", PAGE, WRAPPED, "—"]
    assert label.several(texts) == [label(text) for text in texts]
    assert label.several([]) == []


def test_the_rows_of_a_page_hold_the_weights_of_its_features() -> None:
    looks = Looks()
    page = lines(PAGE)
    seen = sight(page, *looks([page])[0])
    told = features(seen)
    names = {name: n for n, name in enumerate(sorted({name for line in told for name in line}))}
    assert {"blank", "cueless", "-2:edge", "year-short", "byline"} <= set(names)
    weights = np.random.default_rng(3).integers(-99, 100, (len(names), 4)).astype(np.float32)
    expected = [weights[[names[name] for name in line]].sum(axis=0).tolist() for line in told]
    assert FeatureRows(names, weights)([seen]).tolist() == expected


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
    kinds = [block.kind for block in PlainBlocks()(PAGE)]
    assert kinds == [
        "header", "navigation", "title", "byline", "body", "caption", "ad", "body", "biography", "related",
        "navigation",
    ]  # fmt: skip


def test_kin_are_the_longer_words_that_another_line_of_the_story_holds() -> None:
    texts = ["Ferry sinks", "The ferry sank off Marisol/Harbour.", "A harbour, a harbour", "at 9"]
    words = LineWords(Calls())(texts)
    assert words.kinship([False, True, False, False]) == [2, 0, 4, NO_KIN]
    assert words.kinship([False, True, True, False]) == [2, 1, 4, NO_KIN]
    assert words.words.tolist() == [2, 6, 4, 2]
    assert LineWords(Calls())(texts, [2, 2]).kinship([False, True, True, False]) == [2, 0, 0, NO_KIN]


def test_what_words_pairs_and_signs_call_for_is_called() -> None:
    calls = Calls()
    ferry, pair, digit = calls.by_words(["ferry"]), calls.by_words(["log in", "back to"]), calls.by_sign(r"\d")
    texts = ["The ferry log/in", "Log in: 9:12", "log", "in, back", "to it", "log — in", "…", "LOG, (in", "log - in"]
    called = LineWords(calls)(texts).calls.tolist()
    assert called == [ferry | pair, pair | digit, 0, 0, 0, 0, 0, pair, 0]
    assert calls.by_sign(r"\d") == digit


def test_there_are_only_so_many_bits() -> None:
    calls = Calls()
    for n in range(16):
        calls.by_sign(chr(65 + n))
    with pytest.raises(OverflowError):
        calls.by_sign("Z")
    with pytest.raises(OverflowError):
        for _ in range(64):
            calls.by_words(["ferry"])


@pytest.mark.parametrize("row", [r for name in ("cue", "scene") for r in table("lines")[name] if "sign" in r], ids=str)
def test_a_sign_is_one_character(row: dict[str, str]) -> None:
    known = "".join(map(chr, range(0x3000)))
    assert {len(found[0]) for found in re.finditer(row["sign"], known)} == {1}


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=80))
@settings(deadline=None)
def test_the_words_of_any_text_are_those_that_a_pattern_finds(text: str) -> None:
    rows = lines(text)
    if not rows:
        return
    texts = [row.text for row in rows]
    found = [re.findall(r"[\w’'-]+|©+", words) for words in texts]
    counted = LineWords(Calls())(texts)
    assert counted.words.tolist() == [len(words) for words in found]
    assert counted.capitals.tolist() == [sum(word[0].isupper() for word in words) for words in found]


def test_one_word_has_one_number_wherever_it_stands() -> None:
    characters = Characters()
    words = characters.words(*characters("\nHarbour harbor é É İ ferry-boat 漢字 𝐀b\nx harbour harbours É 漢字\n"))
    first, *_, last = words.numbers.tolist()
    assert len(words.numbers) == 13
    numbers = words.numbers.tolist()
    assert numbers[0] == numbers[9] and numbers[2] == numbers[3] == numbers[11] and numbers[6] == numbers[12]
    assert len(set(numbers)) == 9 and first != last


def test_of_an_endless_line_the_beginning_is_looked_at() -> None:
    words = LineWords(Calls())(["harbour " * LONGEST, "harbour", "ferry " * 9])
    assert words.words.tolist() == [LONGEST // 8, 1, 9]
    assert words.kinship([True, False, False]) == [0, 4, 0]


@pytest.mark.parametrize(
    "said", ["in this photo", "the keeper, left, waits", "on March 2, 2031", "Sun, March 2, 2031", "From left"]
)
def test_a_place_in_a_row_a_frame_and_a_day_with_its_year_are_a_scene(said: str) -> None:
    text = f"Villagers wade to the lock, {said}, in Brel"
    assert "scene" in look_of(text).flags
    assert "scene" not in look_of("Villagers wade to this lock in 2031, left alone in Brel").flags


def test_an_agency_in_a_dateline_is_no_credit_of_a_picture() -> None:
    assert "photo-credit" not in look_of("BREL, March 3 (Reuters) - The lock was shut on Monday.").cues
    assert "photo-credit" in look_of("The lock at dusk, seen from the mole (Reuters)").cues


def test_a_credit_in_square_brackets_belongs_to_its_picture() -> None:
    """Once it was labelled as a quotation, and the caption above it too."""
    credit = "[Captured by Ana Lind on the mole]"
    shown = f"The lock at Brel is opened.\n{credit}"
    text = f"Ferry sinks off Brel with 200 aboard\n\n{STORY}\n\n{shown}\n\n{REST}\n\n{REST}\n"
    kinds = {block.span.of(text): block.kind for block in PlainBlocks()(text)}
    assert kinds[credit] in ("caption", "credit")
    assert kinds[STORY] == kinds[REST] == "body"


def look_of(text: str) -> Look:
    """The look of a text of one line."""
    [(looks, _)] = Looks()([lines(text)])
    return looks[0]
