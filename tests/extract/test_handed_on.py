"""Whose words somebody passes on, in sentences in which they go through several hands."""

from __future__ import annotations

import pytest

from reportedly.extract.copied import Copied
from reportedly.extract.parse import language
from reportedly.extract.speech.handed_on import HandedOn, Stretch
from reportedly.extract.words import Doc


def read(text: str) -> Doc:
    return Copied(language())(language()(text))


def around(text: str, name: str) -> tuple[HandedOn, Stretch]:
    doc = read(text)
    start = text.index(name)
    covered = [t.i for t in doc if start <= t.idx < start + len(name)]
    first, last = covered[0], covered[-1]
    return HandedOn(list(doc)), (first, last)


def told(text: str, stretches: list[Stretch]) -> list[str]:
    doc = read(text)
    return [doc[first : last + 1].text for first, last in stretches]


@pytest.mark.parametrize(
    ("text", "name", "carriers"),
    [
        (
            "Dockers, quoted by the newspaper Diario Norte, which cited a logbook, hold that the crane fell.",
            "Dockers",
            ["a logbook", "the newspaper Diario Norte"],
        ),
        ("Two clerks told Radio Lagune, whose report the daily Dawn took up, that the file is lost.", "Radio Lagune",
         ["the daily Dawn"]),
        ("A clerk told Harbour TV, whose clip was shared by Radio Lagune, that wages are late.", "Harbour TV",
         ["Radio Lagune"]),
        ("The report was cited by the National Radio, quoted in turn by the foreign press.", "The report",
         ["the National Radio", "the foreign press"]),
        ("A draft, shown to me by a clerk and quoted in part by the weekly Dawn, speaks of rust.", "A draft",
         ["a clerk", "the weekly Dawn"]),
        ("Two cooks, interviewed separately by a Lund lawyer, admitted that they had left.", "Two cooks",
         ["a Lund lawyer"]),
        ("Quoted by the agency, two cooks said that they had left.", "two cooks", ["the agency"]),
        ("A cook reached by telephone said that the quay was shut.", "A cook", []),
        ("A cook reached by telephone by the weekly Dawn said that the quay was shut.", "A cook", ["the weekly Dawn"]),
        ("The mayor said that the bridge was shut.", "The mayor", []),
    ],
)  # fmt: skip
def test_who_passes_words_on(text: str, name: str, carriers: list[str]) -> None:
    hands, source = around(text, name)
    assert told(text, hands.carriers(source)) == carriers


@pytest.mark.parametrize(
    ("text", "name", "behind"),
    [
        (
            "The site Lagune-Net, which relays the Rim Gazette, which cites a waiter, affirms that a man travelled.",
            "The site Lagune-Net",
            ["a waiter", "the Rim Gazette"],
        ),
        ("A clerk, who had it from the harbour office, said the boat sank.", "A clerk", ["the harbour office"]),
        ("The weekly, which in turn relied on an invoice, wrote of nine lorries.", "The weekly", ["an invoice"]),
        ("The weekly, which appears on Fridays, wrote of nine lorries.", "The weekly", []),
    ],
)
def test_whom_a_relay_has_it_from(text: str, name: str, behind: list[str]) -> None:
    hands, source = around(text, name)
    assert told(text, hands.behind(source)) == behind


def test_a_sentence_that_quotes_itself_in_circles_ends() -> None:
    text = "The Post, which cites the Dawn, which cites the Post, which cites the Dawn, says so."
    hands, source = around(text, "The Post")
    assert told(text, hands.behind(source)) == ["the Dawn", "the Post", "the Dawn"]
