"""Whether tolls count whoever did it, and what somebody checked: accounts of our own."""

from __future__ import annotations

from dataclasses import replace

import pytest
from newsroom import account

from reportedly.model.exhibit import Exhibit, Verification
from reportedly.model.point import Point
from reportedly.model.reading import Reading
from reportedly.model.span import Span
from reportedly.relate import relate


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


@pytest.mark.parametrize(("status", "stands"), [("verified", True), ("could-not", False), ("partly", False)])
def test_what_somebody_checked_is_verified(status: str, stands: bool) -> None:
    reading = killed("A film shows [5] people killed in the mill. The Bell checked the film.")
    check = Verification("the Bell", status, "place", Span(45, 70), reading.article.id)  # type: ignore[arg-type]
    film = Exhibit(
        "exhibit:1", "video", Span(2, 6), reading.article.id, None, None, None, (reading.statements[0].id,), (check,)
    )
    point = toll(replace(reading, exhibits=(film,)))
    assert ("verified" in point.standing) is stands
    told = [reason for reason in point.why if reason.rule.startswith("verified")]
    assert [reason.detail for reason in told] == (["the Bell: place of the video"] if stands else [])
