"""What an article tells of earlier years answers no question about the event."""

from reportedly.clean import Cleaner
from reportedly.extract import Extractor
from reportedly.model.capture import Capture, capture_id
from reportedly.relate import relate

EXTRACT = Extractor()
HEAD = "Ferry sinks off Old Harrow\n\nPublished 4 May 2031\n\n"


def tolls(body: str, head: str = HEAD) -> list[set[str]]:
    text = f"{head}{body}\n"
    capture = Capture(capture_id(text.encode(), "a.txt", None), "a.txt", None, "text/plain", text)
    record = relate([EXTRACT(capture, Cleaner()(capture))], pipeline=())
    return [{answer.text for answer in point.answers} for point in record.points if point.predicate == "killed"]


def test_the_dead_of_another_year_are_asked_for_apart() -> None:
    body = (
        "The ferry sank on Friday, and 34 people were killed, the harbour office said.\n\n"
        "Another ferry sank there in 2009, and 63 people were killed."
    )
    assert not any({"34", "63"} <= answers for answers in tolls(body))


def test_the_dead_of_one_year_are_not() -> None:
    body = (
        "The ferry sank on Friday, and 34 people were killed, the harbour office said.\n\n"
        "It was the worst night of 2031 on the strait, and 36 people were killed, the union said."
    )
    assert any({"34", "36"} <= answers for answers in tolls(body))


def test_a_month_of_an_earlier_year_is_one_too() -> None:
    body = (
        "The ferry sank on Friday, and 34 people were killed, the harbour office said.\n\n"
        "Another ferry sank there in December 2029, and 63 people were killed."
    )
    assert not any({"34", "63"} <= answers for answers in tolls(body))


def test_the_turn_of_the_year_parts_nothing() -> None:
    body = (
        "The ferry sank on 30 December, and 34 people were killed, the harbour office said.\n\n"
        "It was the worst night of the winter on the strait, and 36 people were killed, the union said."
    )
    told = tolls(body, HEAD.replace("4 May", "4 January"))
    assert any({"34", "36"} <= answers for answers in told)
