import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.extract.speech.quotations import quotations


def inner(text: str) -> list[str]:
    return [text[q.inner_start : q.inner_end] for q in quotations(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“We left,” he said. “All of us.”", ["We left,", "All of us."]),
        ('"We left," he said. "All of us."', ["We left,", "All of us."]),
        ("« On part », dit-il.", [" On part "]),
        ("The ‘iron’ gate", ["iron"]),
        (
            "‘The gate was shut and nobody came to open it for us,’ she said.",
            ["The gate was shut and nobody came to open it for us,"],
        ),
        ("The workers’ hall and the miners’ hall", []),
        ("It's Anna's boat and the boys' oars", []),
        ('A 6" pipe and a 9" pipe burst', []),
        ("He said “the ‘iron’ gate” was shut", ["the ‘iron’ gate"]),
    ],
)
def test_marks_are_paired(text: str, words: list[str]) -> None:
    assert inner(text) == words


def test_a_missing_closing_mark_is_supplied_at_the_end_of_the_paragraph() -> None:
    (q,) = quotations("He said: “We waited all night.")
    assert not q.closed and q.opened


def test_a_missing_opening_mark_is_supplied_at_the_start() -> None:
    text = "The gate was shut,” said the guard. “We waited.”"
    assert inner(text) == ["The gate was shut,", "We waited."]
    assert not quotations(text)[0].opened


@given(st.text(alphabet="ab .,!?\n\"“”‘’'«»„`5s", max_size=80))
def test_quotations_lie_in_the_text_in_order_and_apart(text: str) -> None:
    found = quotations(text)
    at = 0
    for q in found:
        assert at <= q.start <= q.inner_start <= q.inner_end <= q.end <= len(text)
        at = q.end
