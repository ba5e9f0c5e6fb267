"""Whether tolls count whoever did it, and what somebody checked: accounts of our own."""

from __future__ import annotations

from dataclasses import replace

import pytest
from newsroom import account

from reportedly.model.exhibit import Exhibit, Verification
from reportedly.model.point import Answer, DateValue, NameValue, Point, StanceValue, Value
from reportedly.model.quantity import Quantity
from reportedly.model.reading import Reading
from reportedly.model.span import Span
from reportedly.relate import relate
from reportedly.relate.clippings import Clippings
from reportedly.relate.standing.verified import verified


def toll(*readings: Reading) -> Point:
    (point,) = (p for p in relate(readings, pipeline=()).points if p.kind == "figure")
    return point


def killed(words: str, path: str = "a") -> Reading:
    return account(path, words, predicate="killed", counted="people")


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("The man killed [5] people in the mill, including the gunman.", "counted"),
        ("[5] people were killed in the mill, not including the suspected gunman.", "not counted"),
        ("The clerk killed [5] people before turning the gun on himself.", "not counted"),
        ("The clerk killed [5] people and then killed himself.", "not counted"),
        ("Besides the attacker [5] people were killed.", "not counted"),
        ("The attacker was among the dead: [5] people were killed.", "counted"),
        ("The guards fought with the gunman, who killed [5] people.", None),
    ],
)
def test_a_toll_tells_whether_it_counts_who_did_it(words: str, rule: str | None) -> None:
    told = [r.rule for r in toll(killed(words)).why if r.rule.startswith("counting rule")]
    assert told == ([] if rule is None else [f"counting rule: who did it is {rule}"])


def test_two_rules_are_both_shown_with_their_answers() -> None:
    with_him = killed("[6] people were killed in the mill, including the gunman.")
    without = killed("[5] people were killed in the mill, not counting the gunman.", "b")
    point = toll(with_him, without)
    told = {r.rule: set(r.answers) for r in point.why if r.rule.startswith("counting rule")}
    assert len(told) == 2
    assert set.union(*told.values()) == {answer.id for answer in point.answers}


def shown(status: str, *answers: Answer) -> list[str]:
    """What is told of a check of a film that shows Lund on 4 March, made of its place."""
    reading = killed("A film shows the mill. The Bell checked the film.")
    check = Verification("the Bell", status, "place", Span(23, 48), reading.article.id)  # type: ignore[arg-type]
    about, article = (reading.statements[0].id,), reading.article.id
    film = Exhibit("exhibit:1", "video", Span(2, 6), article, None, "Lund", "2031-03-04", about, (check,))
    clippings = Clippings([replace(reading, exhibits=(film,))])
    held = [replace(answer, article=article, statement=about[0]) for answer in answers]
    return [f"{reason.detail} | {' '.join(reason.answers)}" for reason in verified(held, clippings)]


def said(value: Value, text: str) -> Answer:
    return Answer(text, None, "", Span(0, len(text)), text, value, None, (), "asserted")


PLACE, CLAUSE = said(NameValue("Lund"), "in Lund"), said(StanceValue("affirms"), "A film shows the mill.")


def test_a_check_bears_out_what_an_answer_says_of_the_exhibit() -> None:
    assert shown("verified", PLACE, CLAUSE) == ["the Bell: place of the video | in Lund A film shows the mill."]
    assert not shown("could-not", PLACE, CLAUSE)
    assert not shown("partly", PLACE, CLAUSE)


def test_a_check_of_a_film_is_none_of_how_long_it_is_when_it_was_shown_or_of_another_place() -> None:
    others = (
        said(Quantity(41, 41), "41"),
        said(DateValue("2031-03-04"), "4 March"),
        said(NameValue("Oster"), "at Oster"),
    )
    assert not shown("verified", *others)
