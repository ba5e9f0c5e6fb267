"""The sentence around a value, as the rules of points see it."""

from reportedly.model.span import Span
from reportedly.relate.claims.context import near, sentence_at


def around(text: str, value: str) -> str:
    start = text.index(value)
    return sentence_at(text, Span(start, start + len(value))).of(text)


def test_a_value_that_begins_a_sentence_has_that_one() -> None:
    assert around("The dam burst on Friday. Twelve people drowned. It rained.", "Twelve") == "Twelve people drowned."


def test_no_sentence_ends_within_a_title() -> None:
    text = "The invited include Gen. Ada Krall and 14 mayors. They came."
    assert around(text, "14") == "The invited include Gen. Ada Krall and 14 mayors."


def test_a_line_is_a_sentence() -> None:
    assert around("Storm at sea\nKilled: 14\nMissing: 3", "14").strip() == "Killed: 14"


def weights(text: str, value: str) -> dict[str, float]:
    start = text.index(value)
    span = Span(start, start + len(value))
    return dict(near(text, span, sentence_at(text, span)))


def test_a_value_that_begins_a_sentence_is_told_of_by_the_one_before() -> None:
    ahead = weights("It rained. The dam burst on Friday. Twelve drowned.", "Twelve")
    later = weights("It rained. The dam burst on Friday. At noon twelve drowned.", "twelve")
    assert ahead["dam"] > later["dam"]
    assert "dam" not in weights("The dam burst on Friday.\nTwelve drowned.", "Twelve")
