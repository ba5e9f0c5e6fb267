"""Every rule of the word lists of this room finds its own example."""

from __future__ import annotations

import re

import pytest

from reportedly.clean.line_look import Looks
from reportedly.clean.lines import lines, parted
from reportedly.clean.stamp_forms import StampForms
from reportedly.vocabulary import table


@pytest.mark.parametrize("cue", table("lines")["cue"], ids=lambda cue: str(cue["name"]))
def test_a_cue_is_found_in_its_example(cue: dict[str, str]) -> None:
    [(looks, _)] = Looks()([lines(cue["example"])])
    assert cue["name"] in looks[0].cues


@pytest.mark.parametrize("form", table("publication")["form"], ids=lambda form: str(form["example"]))
def test_a_form_of_date_is_found_in_its_example(form: dict[str, str]) -> None:
    assert re.search(form["pattern"], form["example"])
    assert StampForms()(form["example"])


@pytest.mark.parametrize("rule", table("publication")["role"], ids=lambda rule: str(rule["role"]))
def test_the_words_beside_a_date_are_found_in_their_example(rule: dict[str, str]) -> None:
    assert re.search(rule["words"], rule["example"], re.I)


@pytest.mark.parametrize("sign", table("genres")["sign"], ids=lambda sign: str(sign["genre"]))
def test_the_sign_of_a_genre_is_found_in_its_example(sign: dict[str, str]) -> None:
    assert re.search(sign["pattern"], sign["example"], re.I)


@pytest.mark.parametrize("note", table("corrections")["note"], ids=lambda note: str(note["example"]))
def test_a_note_of_correction_is_found_in_its_example(note: dict[str, str]) -> None:
    assert re.search(note["pattern"], note["example"], re.I)
    assert any(hint in note["example"].lower() for hint in table("corrections")["hints"]["words"])


def test_a_line_is_cut_where_two_things_are_glued() -> None:
    cut = _cut(table("lines")["cut"]["example"])
    assert cut == ["The ship sank at nine.", "Sign up for our letter"]
    whole = "She sailed for the U.S. Navy from St. Brel at 9 p.m. on Monday."
    assert _cut(whole) == [whole]


def _cut(text: str) -> list[str]:
    return [part.text for part in parted(lines(text), text)]


@pytest.mark.parametrize("cue", table("lines")["cue"], ids=lambda cue: str(cue["name"]))
def test_a_pattern_for_small_letters_asks_for_no_capitals(cue: dict[str, str]) -> None:
    escapes = re.sub(r"\\[A-Za-z]", "", cue["pattern"])
    assert cue.get("cased") or not re.search("[A-Z]", escapes)
