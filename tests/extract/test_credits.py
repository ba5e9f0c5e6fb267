"""Parts of a page that are credited to another house carry it as the relay nearest to the page."""

from __future__ import annotations

from tests.extract.paragraphs import article, capture

from reportedly.extract import Extractor
from reportedly.extract.attributions import Attributions
from reportedly.extract.naming.names import Names
from reportedly.extract.parse import Parser
from reportedly.extract.speech.credits import credited


def chains(text: str) -> list[list[str | None]]:
    it = capture(text)
    statements = Extractor((Parser(), Names(), Attributions()))(it, article(it)).statements
    return [[link.name for link in s.attribution] for s in statements]


def test_an_agencys_sign_reaches_to_its_end_mark() -> None:
    text = (
        "The pump is silent, the mayor said.\n"
        "(NP) The bridge was shut before the lorries came, two guards said.\n"
        "The toll is open, a driver said. (End NP)\n"
        "The well is dry, the priest said."
    )
    assert chains(text) == [["mayor"], ["two guards", "NP"], ["a driver", "NP"], ["priest"]]


def test_a_sign_alone_reaches_over_its_paragraph() -> None:
    text = "(NP) The bridge was shut before the lorries came, two guards said.\nThe well is dry, the priest said."
    assert chains(text) == [["two guards", "NP"], ["priest"]]


def test_a_line_behind_an_item_credits_it_back_to_the_last_such_line() -> None:
    text = (
        "The pump is silent, the mayor said.\nvia Harbour Post\n"
        "The well is dry, the priest said.\nThe toll is open, a driver said.\nvia Radio Lagune (translated)"
    )
    assert chains(text) == [
        ["mayor", "Harbour Post"], ["priest", "Radio Lagune"], ["a driver", "Radio Lagune"]
    ]  # fmt: skip


def test_a_line_above_an_item_credits_it_as_far_as_the_next() -> None:
    text = (
        "HARBOUR POST · 3 hrs ago\nThe pump is silent, the mayor said.\n"
        "RADIO LAGUNE · 1 day ago\nThe well is dry, the priest said."
    )
    assert chains(text) == [["mayor", "HARBOUR POST"], ["priest", "RADIO LAGUNE"]]


def test_a_house_stands_where_its_credit_says_so() -> None:
    it = capture("The well is dry, the priest said.\nvia Radio Lagune, Harbour Post")
    ((first, second),) = credited(it.text, article(it).blocks).values()
    assert (first.span.of(it.text), second.span.of(it.text)) == ("Radio Lagune", "Harbour Post")


def test_a_photographer_in_brackets_is_no_house() -> None:
    it = capture("The well is dry, the priest said.\n(A. Brook)")
    assert credited(it.text, article(it).blocks) == {}
