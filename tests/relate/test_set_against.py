"""What sets two sentences against one another: a word of denying, or a "not" of what the other says."""

from __future__ import annotations

import pytest

from reportedly.clean import Cleaner
from reportedly.extract import Extractor
from reportedly.model.capture import Capture, capture_id
from reportedly.model.point import Point
from reportedly.model.reading import Reading
from reportedly.model.record import Record
from reportedly.relate import relate
from reportedly.relate.claims.context import one_matter, words_of
from reportedly.relate.claims.whether import whether_claims
from reportedly.relate.grouping.forbidden import forbidden


def reading_of(told: str, path: str) -> Reading:
    capture = Capture(capture_id(told.encode(), path, None), path, None, "text/plain", told)
    return Extractor()(capture, Cleaner()(capture))


def record_of(*accounts: str) -> Record:
    return relate([reading_of(told, f"{number}.txt") for number, told in enumerate(accounts)], pipeline=())


def stances(point: Point) -> list[str]:
    return [getattr(answer.value, "stance", "") for answer in point.answers]


def disputed(record: Record) -> list[Point]:
    return [p for p in record.points if p.kind == "whether" and {"denies", "affirms"} <= set(stances(p))]


CLOSED = "The harbour office closed the north gate on Monday night, the mayor said.\n"


def test_a_not_that_shares_a_few_words_is_of_something_else() -> None:
    told = "The harbour office closed the north gate on Monday. The mayor never climbed the high wall by the gate."
    closed, climbed = whether_claims(reading_of(told, "a.txt"))
    assert climbed.unspoken
    assert one_matter(words_of(closed.near), words_of(climbed.near))
    assert forbidden(closed, climbed) == "a denial of something else"


def test_a_word_of_denying_needs_fewer_of_them() -> None:
    told = "The harbour office closed the north gate on Monday. The mayor denied climbing the high wall by the gate."
    closed, climbed = whether_claims(reading_of(told, "a.txt"))
    assert not climbed.unspoken
    assert forbidden(closed, climbed) is None


def test_a_not_of_what_another_says_disputes_it() -> None:
    against = "The harbour office did not close the north gate, Ida Holt said.\n"
    assert [sorted(stances(point)) for point in disputed(record_of(CLOSED, against))] == [["affirms", "denies"]]


@pytest.mark.parametrize("refuted", ["denied the claim", "rejected the statement", "denied it"])
def test_who_denies_a_statement_answers_what_that_one_says(refuted: str) -> None:
    told = f"The mayor of Lund said that the harbour office had closed the north gate. The port union {refuted}.\n"
    [point] = disputed(record_of(told))
    assert sorted(stances(point)) == ["affirms", "denies"]
    assert point.values == "differ"
    assert all(answer.struck is None for answer in point.answers)
