"""A capture may hold anything: it stands on the page as text and does nothing."""

import pytest
from hostile_record import ATTACKS, hostile
from hypothesis import given, settings
from hypothesis import strategies as st
from page import Page

from reportedly.show.visible import CONTROLS, apart, cut, shown, visible


@pytest.mark.parametrize("words", ATTACKS)
def test_an_attack_stands_there_as_text(words: str) -> None:
    page = Page(hostile(words))
    assert page.loads() == []
    assert page.handlers() == []
    assert len(page.tree.xpath("//script")) == 1
    assert all(target.startswith("#") for target in page.targets())
    assert not CONTROLS.search(page.source)
    page.source.encode()
    assert visible(words) in page.tree.xpath("string(//article)")


def test_a_word_of_a_megabyte_is_shown_once() -> None:
    page = Page(hostile("x" * 1_000_000))
    assert page.source.count("x" * 1_000_000) == 2  # once in each of its two paragraphs
    assert len(page.source) < 2_100_000 + 100_000


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=[]), max_size=60))
def test_any_text_at_all_gives_a_page_that_is_sound(words: str) -> None:
    page = Page(hostile(words))
    assert page.loads() == []
    assert page.handlers() == []
    assert {target[1:] for target in page.targets()} <= set(page.ids())
    assert len(page.ids()) == len(set(page.ids()))


@given(st.text(alphabet=st.characters(exclude_categories=[])))
def test_what_is_shown_holds_no_sign_that_acts(text: str) -> None:
    assert not CONTROLS.search(visible(text))
    assert not set("<>\"'") & set(str(shown(text)))


@pytest.mark.parametrize(
    ("text", "isolated"),
    [("Harbour, 5 March", ""), ("Hafenblatt für Süd", ""), ("דבר הנמל", "\u2068"), ("المرسى", "\u2068"),
     ("דבר הנמל, own words", "\u2066")],
)  # fmt: skip
def test_letters_from_the_right_are_set_apart(text: str, isolated: str) -> None:
    assert apart(text) == (f"{isolated}{text}\u2069" if isolated else text)


@given(st.text(max_size=400), st.integers(5, 60))
def test_a_cut_is_the_beginning_of_the_line(text: str, longest: int) -> None:
    line = " ".join(text.split())
    short = cut(text, longest)
    assert len(short) <= longest + 1
    assert line.startswith((short, short.removesuffix("…")))
