"""Whose losses a side tells: accounts of our own."""

from __future__ import annotations

import pytest

from reportedly.clean import Cleaner
from reportedly.extract import Extractor
from reportedly.model.capture import Capture, capture_id
from reportedly.model.point import Answer, Voice
from reportedly.model.quantity import Quantity
from reportedly.model.span import Span
from reportedly.relate import relate
from reportedly.relate.naming.principals import Speaking, land
from reportedly.relate.standing.losses import ANOTHERS, OWN, losses

SPEAKING = Speaking(
    sides={"navy": "denmark", "minister": "denmark", "army": "sweden"},
    named={"denmark": frozenset({land("Denmark")}), "sweden": frozenset({land("Sweden")})},
)


def said(entity: str | None) -> Answer:
    voice = Voice(entity, entity) if entity is not None else None
    return Answer(f"answer:{entity}", None, "article:1", Span(0, 2), "40", Quantity(40, 40), voice, (), "asserted")


@pytest.mark.parametrize(
    ("entity", "holder", "rule"),
    [
        ("navy", "danish", OWN),
        ("denmark", "danish", OWN),
        ("army", "danish", ANOTHERS),
        ("army", "swedish", OWN),
        ("a doctor", "danish", None),  # speaks for no side
        (None, "danish", None),
        ("navy", "norwegian", None),  # no side of the story
        ("navy", None, None),
    ],
)
def test_a_side_tells_its_own_losses_or_anothers(entity: str | None, holder: str | None, rule: str | None) -> None:
    assert [reason.rule for reason in losses([said(entity)], holder, SPEAKING)] == ([] if rule is None else [rule])


def test_both_sides_are_marked_in_a_record() -> None:
    text = (
        "The Danish army said that 40 Danish soldiers were killed near Lund on Friday. "
        "The Swedish army said that 300 Danish soldiers were killed near Lund on Friday. "
        "Denmark and Sweden have fought there since May.\n"
    )
    capture = Capture(capture_id(text.encode(), "a.txt", None), "a.txt", None, "text/plain", text)
    points = relate([Extractor()(capture, Cleaner()(capture))], pipeline=()).points
    told = {
        (reason.rule, answer.text)
        for point in points
        for reason in point.why
        for answer in point.answers
        if answer.id in reason.answers and reason.rule in (OWN, ANOTHERS)
    }
    assert told == {(OWN, "40"), (ANOTHERS, "300")}
