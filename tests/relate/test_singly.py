"""How many were killed where nobody gives a number: accounts of our own."""

from __future__ import annotations

import pytest

from reportedly.clean import Cleaner
from reportedly.extract import Extractor
from reportedly.model.capture import Capture, capture_id
from reportedly.model.point import Point
from reportedly.model.quantity import Quantity
from reportedly.model.reading import Reading
from reportedly.relate import relate

BRIDGE = "A 19-year-old man was killed on the Old Bridge of Lund on Friday, the harbour police said."
NAMED = "Ivo Brandt, 19, died on the Old Bridge of Lund on Friday night. Police are looking for a white van."


@pytest.fixture(scope="module")
def read() -> Extractor:
    return Extractor()


def readings(extract: Extractor, *texts: str) -> list[Reading]:
    captures = [
        Capture(capture_id(t.encode(), f"{n}.txt", None), f"{n}.txt", None, "text/plain", t + "\n")
        for n, t in enumerate(texts)
    ]
    return [extract(capture, Cleaner()(capture)) for capture in captures]


def tolls(extract: Extractor, *texts: str, family: str = "killed") -> list[Point]:
    points = relate(readings(extract, *texts), pipeline=()).points
    return [point for point in points if point.kind == "figure" and point.predicate == family]


def values(point: Point) -> set[tuple[float | None, str]]:
    return {(a.value.low, a.text) for a in point.answers if isinstance(a.value, Quantity)}


def test_two_accounts_that_tell_of_one_victim_tell_that_it_was_one(read: Extractor) -> None:
    (point,) = tolls(read, BRIDGE, NAMED)
    assert values(point) == {(1, "A 19-year-old man"), (1, "Ivo Brandt")}
    assert point.question == "How many people were killed?"
    assert point.counted == "person"


def test_one_account_alone_is_not_asked(read: Extractor) -> None:
    assert not tolls(read, BRIDGE, "The Old Bridge of Lund is shut. Police are looking for a white van.")


def test_a_number_goes_before_what_is_told_of_one(read: Extractor) -> None:
    two = "Two people were killed on the Old Bridge of Lund on Friday."
    asked = tolls(read, BRIDGE, NAMED, two, two.replace("Friday", "Friday night"))
    assert [values(point) for point in asked] == [{(2, "Two")}]


@pytest.mark.parametrize(
    "other",
    [
        "A woman was killed on the Old Bridge of Lund on Friday. A man was killed on the quay.",  # two victims
        "Another man was killed on the Old Bridge of Lund on Friday.",
        "No man was killed on the Old Bridge of Lund on Friday.",
        "Ivo Brandt died on the Old Bridge of Lund. Tove Lind died on the quay of Lund.",
        "A van may have been on the Old Bridge of Lund on Friday.",
    ],
)
def test_who_may_tell_of_several_or_none_tells_no_number(read: Extractor, other: str) -> None:
    assert not [point for point in tolls(read, BRIDGE, other) if (1, "A 19-year-old man") in values(point)]


def test_a_pair_is_two(read: Extractor) -> None:
    pair = "A man and his son were killed on the Old Bridge of Lund on Friday."
    (point,) = tolls(read, pair, pair.replace("Friday", "Friday night"))
    assert {low for low, _ in values(point)} == {2}


@pytest.mark.parametrize(
    "other",
    [
        "He died on the Old Bridge of Lund on Friday night. Police are looking for a white van.",
        "The 19-year-old died on the Old Bridge of Lund on Friday night.",
        "Tove Lind's son was killed on the Old Bridge of Lund. Ivo Brandt died on Friday night.",
        "A boy fatally shot himself on the Old Bridge of Lund on Friday.",
        "A man was shot on the Old Bridge of Lund on Friday. He was pronounced dead in the clinic.",
        "A man was found dead on the Old Bridge of Lund on Friday.",
        "A clerk was arrested over the fatal shooting of a man on the Old Bridge of Lund on Friday.",
        "A man was mortally wounded on the Old Bridge of Lund on Friday.",
        "A man who fell from the Old Bridge of Lund on Friday did not survive.",
    ],
)
def test_one_victim_by_a_pronoun_an_age_whose_child_or_by_their_own_hand(read: Extractor, other: str) -> None:
    (point,) = tolls(read, BRIDGE, other)
    assert {low for low, _ in values(point)} == {1}
    assert len({answer.article for answer in point.answers}) == 2


def test_she_is_no_man_and_he_is_one_of_whom_the_article_tells(read: Extractor) -> None:
    assert not tolls(read, BRIDGE, "She died on the Old Bridge of Lund on Friday night. Police look for a white van.")
    woman = "A woman was killed on the Old Bridge of Lund on Friday."
    (point,) = tolls(read, woman, f"{woman} His wife, he said, died at night. He died of it, too, in a way.")
    assert {low for low, _ in values(point)} == {1}


def test_who_was_shot_is_hurt_where_the_clause_does_not_say_that_it_was_fatal(read: Extractor) -> None:
    shot = "A clerk was shot in the arm on the Old Bridge of Lund on Friday."
    again = "A clerk was shot on the Old Bridge of Lund on Friday and is in hospital."
    (hurt,) = tolls(read, shot, again, family="injured")
    assert {low for low, _ in values(hurt)} == {1}
    assert not tolls(read, shot, again)
    fatal = "A clerk was fatally shot on the Old Bridge of Lund on Friday."
    assert tolls(read, fatal, fatal.replace("Friday", "Friday night"))
    assert not tolls(read, fatal, fatal.replace("Friday", "Friday night"), family="injured")


def test_who_is_told_of_as_hurt_beside_the_dead_is_not_one_of_them(read: Extractor) -> None:
    beside = "The blast killed Ivo Brandt, 6, and wounded his father on the Old Bridge of Lund on Friday."
    alone = "Ivo Brandt died on the Old Bridge of Lund on Friday night. It wounded his father."
    (hurt,) = tolls(read, beside, alone, family="injured")
    assert {low for low, _ in values(hurt)} == {1}
    assert len({answer.article for answer in hurt.answers}) == 2


def test_who_is_told_of_as_hurt_and_later_died_is_not_hurt_besides(read: Extractor) -> None:
    hurt = "The blast wounded a clerk on the Old Bridge of Lund on Friday."
    died = "A clerk who was wounded in the blast on the Old Bridge of Lund on Friday died at night."
    assert not tolls(read, hurt, hurt.replace("Friday", "Friday night"), died, family="injured")
    shot = "A man was shot on the Old Bridge of Lund on Friday, and the clerk died at night."
    assert not tolls(read, shot, shot.replace("on Friday", "on Friday evening"), family="injured")


def test_numbers_of_those_who_were_shot_are_of_the_hurt_where_nobody_died(read: Extractor) -> None:
    four = "Four people were shot on the Old Bridge of Lund on Friday."
    assert tolls(read, four, four.replace("Friday", "Friday night"), family="injured")
    assert not tolls(read, four, four.replace("Friday.", "Friday, and one man died."), family="injured")


def test_others_that_were_shot_beside_the_dead_are_hurt(read: Extractor) -> None:
    two = "Two people were killed and three others were shot on the Old Bridge of Lund on Friday."
    (hurt,) = tolls(read, two, two.replace("Friday", "Friday night"), family="injured")
    assert {low for low, _ in values(hurt)} == {3}


def test_who_was_taken_to_hospital_after_a_shooting_is_hurt(read: Extractor) -> None:
    shot = "A man was shot dead on the Old Bridge of Lund on Friday. Three people were taken to hospital."
    assert tolls(read, shot, shot.replace("Friday", "Friday night"), family="injured")
    told = f"{shot} Four people were wounded by the shots."
    both = tolls(read, told, told.replace("Friday", "Friday night"), family="injured")
    assert {low for point in both for low, _ in values(point)} == {4}  # who was taken to hospital is asked for apart


def test_who_was_taken_to_hospital_with_a_fever_is_ill(read: Extractor) -> None:
    fever = "A fever broke out at the mill of Lund on Friday. Three people were taken to hospital."
    assert not tolls(read, fever, fever.replace("Friday", "Friday night"), family="injured")


def test_a_killing_that_one_of_three_tells_of_is_another_one(read: Extractor) -> None:
    four = "Four people were shot on the Old Bridge of Lund on Friday."
    night, evening = four.replace("Friday", "Friday night"), four.replace("Friday", "Friday evening")
    behind = f"{evening} A clerk was killed at the mill of Lund in March last year."
    assert tolls(read, four, night, behind, family="injured")
    assert not tolls(read, four, night.replace("night.", "night, and one man died."), behind, family="injured")


def test_dead_that_are_more_than_were_shot_died_of_something_else(read: Extractor) -> None:
    four = "Four people were shot on the Old Bridge of Lund on Friday. This year 500 people were killed in the county."
    assert tolls(read, four, four.replace("Friday", "Friday night"), family="injured")


def test_victims_are_hurt_where_nobody_died(read: Extractor) -> None:
    five = "The shooting on the Old Bridge of Lund left five victims on Friday."
    assert tolls(read, five, five.replace("Friday", "Friday night"), family="injured")


def test_how_old_the_killed_was_is_no_toll(read: Extractor) -> None:
    points = relate(readings(read, BRIDGE, BRIDGE.replace("Friday", "Friday night")), pipeline=()).points
    aged = [
        p
        for p in points
        if p.kind == "figure" and any("year" in a.text and a.value != Quantity(1, 1) for a in p.answers)
    ]
    assert aged
    assert all(point.predicate is None for point in aged)


def test_the_number_of_a_block_and_of_a_weapon_count_nothing(read: Extractor) -> None:
    text = (
        "Somebody shot a clerk on the 4100 block of Elm Road with a .38 caliber pistol; 3 clerks died on Friday. "
        "Shots fell in the 2800 block Auburn Way too.[115] It was late."
    )
    points = relate(readings(read, text), pipeline=()).points
    assert {a.text for p in points if p.kind == "figure" for a in p.answers} == {"3"}


@pytest.mark.parametrize("ages", ["ages 9, 11 and 12", "aged 21 to 36", "between the ages of 31 and 36"])
def test_ages_told_together_are_no_toll(read: Extractor, ages: str) -> None:
    text = f"Three boys, {ages}, were hurt on the Old Bridge of Lund on Friday."
    points = relate(readings(read, text), pipeline=()).points
    assert {a.text for p in points if p.kind == "figure" for a in p.answers} == {"Three"}


@pytest.mark.parametrize(
    "found",
    [
        "A man was found dead on the Old Bridge of Lund on Friday.",
        "Divers found a man dead below the Old Bridge of Lund on Friday.",
        "A man was pronounced dead on the Old Bridge of Lund on Friday.",
        "The fall from the Old Bridge of Lund left a man dead on Friday.",
    ],
)
def test_who_was_left_found_or_pronounced_dead_is_dead(read: Extractor, found: str) -> None:
    (point,) = tolls(read, found, BRIDGE)
    assert {low for low, _ in values(point)} == {1}
    assert len({answer.article for answer in point.answers}) == 2


def test_whom_a_bullet_struck_was_hurt_and_whom_a_ball_struck_is_not_told_of(read: Extractor) -> None:
    struck = "A stray bullet struck a clerk in the arm on the Old Bridge of Lund on Friday."
    again = "A clerk was hit by gunfire on the Old Bridge of Lund on Friday night."
    (hurt,) = tolls(read, struck, again, family="injured")
    assert {low for low, _ in values(hurt)} == {1}
    balls = (one.replace("bullet", "ball").replace("gunfire", "a ball") for one in (struck, again))
    assert not tolls(read, *balls, family="injured")


def test_others_who_were_shot_beside_the_dead_are_hurt(read: Extractor) -> None:
    beside = "He killed a clerk and shot four others on the Old Bridge of Lund on Friday."
    (hurt,) = tolls(read, beside, beside.replace("Friday", "Friday night"), family="injured")
    assert values(hurt) == {(4, "four")}
    alike = "A clerk was killed, and four others were shot and killed on the Old Bridge of Lund on Friday."
    assert not tolls(read, alike, alike.replace("Friday", "Friday night"), family="injured")


def test_who_was_taken_to_hospital_of_a_shooting_is_hurt_where_nobody_numbers_the_hurt(read: Extractor) -> None:
    taken = "A clerk was shot dead on the Old Bridge of Lund on Friday. Three guards were taken to hospital."
    other = "Three guards were taken to hospital on Friday night after a clerk was shot dead on the Old Bridge of Lund."
    (hurt,) = tolls(read, taken, other, family="injured")
    assert {low for low, _ in values(hurt)} == {3}
    fell = (one.replace("was shot dead", "drowned") for one in (taken, other))
    assert not tolls(read, *fell, family="injured")
    both = taken.replace("Friday.", "Friday, and nine guards were hurt.")
    (nine,) = tolls(read, both, both.replace("Friday", "Friday night"), family="injured")
    assert {low for low, _ in values(nine)} == {9}


def test_as_many_as_were_hurt_were_taken_to_hospital_and_are_the_hurt(read: Extractor) -> None:
    hurt = "The slide at the Old Bridge of Lund hurt five guards on Friday. Five guards were taken to hospital."
    taken = "Five guards were taken to hospital on Friday night after the slide at the Old Bridge of Lund."
    (five,) = tolls(read, hurt, taken, taken.replace("night", "evening"), family="injured")
    assert {low for low, _ in values(five)} == {5}
    assert not tolls(read, taken, taken.replace("night", "evening"), family="injured")
