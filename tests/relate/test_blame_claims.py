"""Who did it, as somebody says: one question of one deed, on whoever's word."""

from __future__ import annotations

from reportedly.clean import Cleaner
from reportedly.extract import Extractor
from reportedly.model.capture import Capture, capture_id
from reportedly.model.point import NameValue
from reportedly.model.reading import Reading
from reportedly.relate import relate
from reportedly.relate.claims.blame import blame_claims


def read(text: str, name: str = "a.txt") -> Reading:
    text = f"{text} The council met on Monday evening in the old hall by the river.\n"
    capture = Capture(capture_id(text.encode(), name, None), name, None, "text/plain", text)
    return Extractor()(capture, Cleaner()(capture))


def test_who_is_blamed_and_who_claims_it_answer_one_question() -> None:
    blamed = read("The governor blamed the Harbour Guard for the fire at the mill.", "a.txt")
    claimed = read("The League of Orvane claimed responsibility for the fire at the mill on Sunday.", "b.txt")
    assert [claim.text for claim in blame_claims(blamed)] == ["the Harbour Guard"]
    assert [claim.text for claim in blame_claims(claimed)] == ["The League of Orvane"]
    points = [p for p in relate([blamed, claimed], pipeline=()).points if p.question.startswith("Who is said")]
    assert [len(point.answers) for point in points] == [2]
    assert points[0].question == "Who is said to be to blame for the fire at the mill?"


def test_an_article_begins_a_name_and_stands_nowhere_in_it() -> None:
    for name in ("Sea Wolves", "Harbour Guard"):
        (claim,) = blame_claims(read(f"The governor blamed the {name} for the fire at the mill."))
        assert claim.value == NameValue(name)


def test_what_a_group_is_called_is_its_name() -> None:
    claimed = read("A group calling itself the League of Orvane claimed responsibility for the fire at the mill.")
    assert [claim.value for claim in blame_claims(claimed)] == [NameValue("League of Orvane")]
    blamed = read("The governor blamed a band called the Sea Wolves for the fire at the mill.")
    assert [claim.value for claim in blame_claims(blamed)] == [NameValue("Sea Wolves")]


def test_whoever_blames_nobody_by_name_or_denies_it_answers_nothing() -> None:
    assert not list(blame_claims(read("The governor blamed bad luck and the weather for the fire at the mill.")))
    assert not list(blame_claims(read("The League of Orvane did not claim responsibility for the fire at the mill.")))


def test_whoever_blames_somebody_is_the_one_who_says_so() -> None:
    for text in (
        "Ferry workers blamed the Harbour Guard for the fire at the mill.",
        "The union blamed the Harbour Guard, which denied any part in it.",
    ):
        reading = read(text)
        answers = [a for p in relate([reading], pipeline=()).points for a in p.answers if a.text == "the Harbour Guard"]
        assert answers and all(a.origin is not None and a.origin.name in ("Ferry workers", "union") for a in answers)


def test_who_claims_the_deed_by_its_name_takes_the_blame() -> None:
    claimed = read("The kidnapping was claimed on Sunday by the League of Orvane.")
    assert [claim.text for claim in blame_claims(claimed)] == ["the League of Orvane"]
    assert not list(blame_claims(read("The League of Orvane claimed the victory at the polls on Sunday.")))
