"""Measures of two things never make one question, however alike their numbers."""

from __future__ import annotations

from reportedly.clean import Cleaner
from reportedly.extract import Extractor
from reportedly.model.capture import Capture, capture_id
from reportedly.model.record import Record
from reportedly.relate import relate

EXTRACT = Extractor()
HEAD = (
    "Storm over Old Harrow\n\nPublished 4 May 2031\n\n"
    "A storm came over the valley at the end of the week, and people there say that they had seen none like it.\n\n"
)
REST = (
    " Everybody in the valley hopes that better weather will come with the new week, "
    "now that the rain and the wind have passed."
)


def record_of(*bodies: str) -> Record:
    readings = []
    for number, body in enumerate(bodies):
        text, name = f"{HEAD}{body}{REST}\n", f"{number}.txt"
        capture = Capture(capture_id(text.encode(), name, None), name, None, "text/plain", text)
        readings.append(EXTRACT(capture, Cleaner()(capture)))
    return relate(readings, pipeline=())


def told(record: Record) -> dict[str, set[str]]:
    return {p.question: {a.text for a in p.answers} for p in record.points if p.kind == "figure"}


def test_two_persons_have_two_ages() -> None:
    found = told(record_of("Ada Krall, a 31-year-old driver, died.", "Bo Lind, a 28-year-old driver, died."))
    assert found["How old was Ada Krall?"] == {"31-year-old"}
    assert found["How old was Bo Lind?"] == {"28-year-old"}


def test_two_persons_serve_for_two_times() -> None:
    found = told(
        record_of("Ada Krall has worked at the mill for 28 years.", "Bo Lind has worked at the mill for 11 years.")
    )
    assert not any(len(texts) > 1 for texts in found.values()), found


def test_two_sums_of_two_things_are_two_questions() -> None:
    found = told(record_of("The repairs cost 3 million crowns.", "The fine was 4 million crowns."))
    assert not any(len(texts) > 1 for texts in found.values()), found


def test_two_sums_of_one_thing_are_one_question() -> None:
    found = told(
        record_of(
            "The repairs of the bridge cost 3.1 million crowns, the council said.",
            "The repairs of the bridge cost 3.4 million crowns, the builder said.",
        )
    )
    assert {"3.1 million crowns", "3.4 million crowns"} in found.values(), found


def test_two_unnamed_people_have_two_ages() -> None:
    found = told(record_of("Police arrested a 31-year-old man.", "A 28-year-old man was arrested on the quay."))
    assert not any(len(texts) > 1 for texts in found.values()), found


def test_the_driver_has_one_age() -> None:
    found = told(record_of("The 31-year-old driver was arrested.", "Police arrested the 32-year-old driver."))
    assert {"31-year-old", "32-year-old"} in found.values(), found


def test_quakes_of_two_seasons_are_two_questions() -> None:
    found = told(
        record_of(
            "A 6.1-magnitude earthquake shook the coast on Tuesday.",
            "A 6.4-magnitude earthquake shook the coast on 3 January.",
        )
    )
    assert not any(len(texts) > 1 for texts in found.values()), found
