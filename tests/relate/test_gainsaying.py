"""Whose figure is disputed, and by which words: examples of our own."""

from __future__ import annotations

import pytest

from reportedly.model.quantity import Quantity
from reportedly.model.span import Span
from reportedly.relate.gainsaying import gainsaid


def rule(text: str, number: str, value: float = 40, high: float | None = 40) -> str | None:
    start = text.index(number)
    found = gainsaid(text, Span(start, start + len(number)), Quantity(value, high))
    return found[0] if found else None


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("There were three, not forty, the harbour master said.", "forty", "set aside for another"),
        ("Three rather than 40 were hurt.", "40", "set aside for another"),
        ("The mayor denied that 40 had died.", "40", "its own number disputed"),
        ("The number, 40, was later disputed by the union.", "40", None),
        ("The 40 were disputed by the union.", "40", "its own number disputed"),
        ("The council’s 40 was already wrong on Monday.", "40", "its own number disputed"),
        ("The ministry rejects the figure of 40.", "40", "its own number disputed"),
        ("The union counts 40. The ministry calls the number fanciful.", "40", "the figure disputed beside it"),
        ("Of guests there were 40, a figure the hotel disputes.", "40", "the figure disputed beside it"),
        ("The figure of 4,000 crates understates the loss, she said.", "4,000 crates", "the figure disputed beside it"),
        ("Relatives contest the count: the board says 40 were never listed.", "40", None),
        ("She questioned whether the 40 volunteers had been paid.", "40", None),
        ("Forty came. New questions were asked about the road.", "Forty", None),
        ("The firm denied any blame. It has 40 staff.", "40", None),
    ],
)
def test_a_figure_is_disputed_by_words_about_it(text: str, number: str, expected: str | None) -> None:
    assert rule(text, number) == expected


def test_not_before_a_bound_disputes_nothing() -> None:
    assert rule("Not more than 40 came.", "more than 40", 40, None) is None


def test_not_one_is_no_dispute() -> None:
    assert rule("Not one was hurt.", "one", 1, 1) is None
