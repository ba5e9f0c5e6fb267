"""Where a sentence ends: at its stop, never behind what is only shortened."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.grammar.sentence_end import sentence_end


@pytest.mark.parametrize(
    "text, sentences",
    [
        ("The bridge fell. Nobody was hurt.", ["The bridge fell.", "Nobody was hurt."]),
        ("“It fell.” The mayor left! Why?", ["“It fell.”", "The mayor left!", "Why?"]),
        ("The guests include Mr. Ferro, Gen. Ada Krall and Dr. Brook.", None),
        ("The port closed on Dec. 15. It opened on Jan. 3.", ["The port closed on Dec. 15.", "It opened on Jan. 3."]),
        ("It was signed by J. R. Moran and Ana P. Lind.", None),
        ("No. 4 pump failed. He said no. Then it stopped.", ["No. 4 pump failed.", "He said no.", "Then it stopped."]),
        ("Brook v. Harbour Board was heard at 4 p.m. on Friday.", None),
        ("one. two", None),
    ],
)
def test_sentences(text: str, sentences: list[str] | None) -> None:
    starts = [0, *(end.end() for end in sentence_end().finditer(text)), len(text)]
    found = [text[start:stop].strip() for start, stop in pairwise(starts)]
    assert found == (sentences or [text])


def test_what_lies_beyond_ends_it_too() -> None:
    assert sentence_end(r"\n+").search("Port closed\nFerries wait")
    assert not sentence_end().search("Port closed\nFerries wait")
    assert sentence_end().search("Port closed\n\nFerries wait")


@given(st.text(max_size=60))
def test_an_end_holds_its_stop_or_a_break(text: str) -> None:
    for end in sentence_end().finditer(text):
        assert end[0][0] in ".!?…" or "\n" in end[0]
