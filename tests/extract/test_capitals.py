"""Runs of words with capitals, on own words and on any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.extract.naming.capitals import runs, shouts, words


def found(text: str) -> list[str]:
    return [" ".join(word.text for word in run) for run in runs(text, words(text))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("a letter from Azhar bin Salleh to the Bank of the South", ["Azhar bin Salleh", "Bank of the South"]),
        ("the Ministry of Ports and Fisheries, and Lund", ["Ministry of Ports and Fisheries", "Lund"]),
        ("read by J.-B. Okolo in Côte d'Or", ["J. B. Okolo", "Côte d'Or"]),
        ("the 3rd Mountain Brigade’s camp", ["3rd Mountain Brigade"]),
        ("a Lorne-based firm", ["Lorne"]),
        ("Ada Brook/Corran Herald", ["Ada Brook", "Corran Herald"]),
    ],
)
def test_runs(text: str, names: list[str]) -> None:
    assert found(text) == names


def test_a_sentence_does_not_begin_after_an_abbreviation() -> None:
    assert [word.text for word in words("It rained. Dr. Brook slept. She woke.") if word.first] == ["It", "Dr.", "She"]


def test_shouts() -> None:
    assert shouts(words("FERRY LOST NEAR BRIDGE"), least=3)
    assert not shouts(words("Ferry lost near the old bridge"), least=3)


@given(st.text(max_size=80))
def test_words_stand_where_they_say(text: str) -> None:
    for word in words(text):
        assert text[word.start : word.end] == word.text
    for run in runs(text, words(text)):
        assert [word.start for word in run] == sorted(word.start for word in run)
