"""What a measure measures, and how it is asked for."""

from __future__ import annotations

import pytest

from reportedly.clean import Cleaner
from reportedly.extract import Extractor
from reportedly.model.capture import Capture, capture_id
from reportedly.model.mention import Figure

EXTRACT = Extractor()
HEAD = (
    "Storm over Old Harrow\n\nPublished 4 May 2031\n\n"
    "A storm came over the valley at the end of the week, and people there say that they had seen none like it.\n\n"
)
REST = (
    " Everybody in the valley hopes that better weather will come with the new week, "
    "now that the rain and the wind have passed."
)


def figures(body: str) -> list[Figure]:
    text = f"{HEAD}{body}{REST}\n"
    capture = Capture(capture_id(text.encode(), "a.txt", None), "a.txt", None, "text/plain", text)
    return [f for f in EXTRACT(capture, Cleaner()(capture)).figures if f.span.start >= len(HEAD)]


@pytest.mark.parametrize(
    ("body", "question"),
    [
        ("Police named the 31-year-old driver, Ada Krall.", "how old was Ada Krall?"),
        ("Between 30 and 40 people spent the night in the church.", "how many people spent the night in the church?"),
        ("The council says 900 people are in the halls.", "how many people are in the halls?"),
        ("A 300-strong column left the camp.", "how many people were in the column?"),
        ("An eight-member panel heard the case.", "how many members were in the panel?"),
        ("The chairman's three sons were hurt.", "how many chairman's sons were hurt?"),
        ("Twelve nurses and doctors were hurt.", "how many nurses and doctors were hurt?"),
        ("All three clerks were hurt.", "how many clerks were hurt?"),
        ("A 28-year-old Dane was hurt.", "how old was the Dane?"),
        ("She leaves a 12-year-old boy and three small girls.", "how old was the boy?"),
        ("The siege lasted nine hours.", "how long did the siege last?"),
        ("The repairs took ten weeks.", "how long did the repairs take?"),
        ("The fire burned for 36 hours.", "how long did the fire burn?"),
        ("The wreck lies in 46 metres of water.", "how deep is the water?"),
        ("The rescuers lifted a 40-tonne crane.", "how heavy is the crane?"),
        ("The divers found a 20-inch (51-cm) hose.", "how large is the hose?"),
        ("A 6.1-magnitude earthquake shook the coast.", "how strong was the earthquake?"),
        ("The quake of magnitude 6.1 shook the coast.", "how strong was the quake?"),
        ("The tremor measured 7.2 on the Richter scale.", "how strong was the tremor?"),
        ("The quake's magnitude was 6.8.", "how strong was the quake?"),
        ("A 4.4 quake shook the coast.", "how strong was the quake?"),
        ("The party gained 27 per cent of the vote.", "what percentage of the vote did the party gain?"),
        ("The repairs have cost 3 million crowns.", "how much have the repairs cost?"),
        ("The slick covered 40 hectares.", "how large an area did the slick cover?"),
        ("The lorry carried 12 tonnes of cement.", "how much cement did the lorry carry?"),
        ("Some 900 gallons of oil a day are leaking.", "how much oil is leaking a day?"),
    ],
)
def test_a_measure_is_asked_for_by_what_it_measures(body: str, question: str) -> None:
    assert question in [figure.asked for figure in figures(body)]


@pytest.mark.parametrize(
    "body",
    [
        "A 6.1-magnitude quake shook the coast.",
        "A magnitude-6.1 quake shook the coast.",
        "A quake of magnitude 6.1 shook the coast.",
        "The magnitude was 6.1.",
        "Magnitude, for those who ask: the institute said 6.1.",
    ],
)
def test_a_magnitude_is_a_measure_however_it_is_put(body: str) -> None:
    (figure,) = figures(body)
    assert (figure.quantity.low, figure.quantity.unit) == (6.1, "magnitude")


def test_who_gives_a_magnitude_was_not_shaken() -> None:
    (figure,) = figures("The northern centre has magnitude 6.9 on its page.")
    assert figure.asked is None


def test_a_death_has_no_age() -> None:
    (figure,) = figures("The coroner told of the death of a 12-year-old.")
    assert figure.asked is None


def test_a_number_in_brackets_behind_a_full_name_is_an_age() -> None:
    told = [(f.text, f.quantity.unit) for f in figures("Bo Lind (21) was hurt, as were people in Lund (12).")]
    assert told == [("21", "year-old"), ("12", None)]


def test_ages_are_of_the_person_named() -> None:
    (figure,) = [f for f in figures("Police named the 31-year-old driver, Ada Krall.") if f.quantity.unit]
    assert figure.measured is not None
    assert figure.measured.size == "age"
    assert "krall" in figure.measured.thing


def test_a_measure_given_once_more_in_another_unit_is_of_the_same_thing() -> None:
    first, again = figures("The wreck lies in 46 metres (151 feet) of water.")
    assert again.measured == first.measured


def test_whoever_only_gives_a_measure_is_not_what_it_measures() -> None:
    (figure,) = figures("The harbour office gives 120 tonnes.")
    assert figure.measured is not None
    assert figure.measured.thing == ()
