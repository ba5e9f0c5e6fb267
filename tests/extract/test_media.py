"""Whose paper, station or site words came through, however the sentence tells it."""

from __future__ import annotations

import pytest
from paragraphs import article, capture

from reportedly.extract import Extractor


@pytest.fixture(scope="module")
def extract() -> Extractor:
    return Extractor()


def chains(extract: Extractor, text: str) -> list[list[str | None]]:
    page = capture(text)
    return [[link.name for link in s.attribution] for s in extract(page, article(page)).statements if s.attribution]


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("The mayor told the exile site Svolna that nobody had rung.", "Svolna"),
        ("A nurse told the news site Harbour Watch that forty beds were empty.", "Harbour Watch"),
        ("The mayor, speaking to Radio Lagune, said that nobody had rung.", "Radio Lagune"),
        ("Ada Krall was quoted in the Harbour Post as saying that the pumps had failed.", "Harbour Post"),
        ("Ada Krall was quoted in a weekly as saying that the pumps had failed.", "a weekly"),
        ("Ada Krall wrote in the Harbour Post that the pumps had failed.", "Harbour Post"),
        ("Ada Krall confirmed to the Harbour Post that the pumps had failed.", "Harbour Post"),
        ("“The pumps failed,” Ada Krall told Radio Lagune's morning show.", "Radio Lagune"),
        ("A trader reached by the Harbour Post said that the pumps had failed.", "Harbour Post"),
        ("Documents leaked to the Harbour Post show that the pumps had failed in May.", "Harbour Post"),
        ("A court filing reviewed by the Harbour Post says that the pumps had failed.", "Harbour Post"),
        ("Three guards who spoke to the Harbour Post said that the gate was shut.", "Harbour Post"),
    ],
)
def test_a_medium_that_lets_somebody_speak_passes_the_words_on(extract: Extractor, text: str, medium: str) -> None:
    assert any(medium in chain[1:] for chain in chains(extract, text))


@pytest.mark.parametrize(
    "text",
    [
        "The mayor, who sued the Harbour Post, said that nobody had rung.",
        "The mayor said that nobody from Radio Lagune had rung.",
        "The mayor said at a lunch about the Harbour Post that nobody had rung.",
        "The owner of the Harbour Post said that nobody had rung.",
    ],
)
def test_a_medium_that_is_only_spoken_of_passes_nothing_on(extract: Extractor, text: str) -> None:
    assert all(len(chain) == 1 for chain in chains(extract, text))
