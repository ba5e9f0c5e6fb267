"""What makes a question contested, and what does not: accounts of our own."""

from __future__ import annotations

from dataclasses import replace

from newsroom import account

from reportedly.model.ids import content_id
from reportedly.model.point import Affirmation, Answer, Point, StanceValue, Voice
from reportedly.model.reading import Reading
from reportedly.model.span import Span
from reportedly.model.statement import Link
from reportedly.relate import relate
from reportedly.relate.clippings import Clippings
from reportedly.relate.standing.disputes import disputes


def question(*readings: Reading) -> Point:
    (point,) = (p for p in relate(readings, pipeline=()).points if p.kind == "figure")
    return point


def killed(path: str, words: str, **told: object) -> Reading:
    return account(path, words, predicate="killed", counted="miners", **told)  # type: ignore[arg-type]


def both_sides(path: str, words: str, first: str, second: str, **told: object) -> Reading:
    """One account in which each of two figures, a sentence each, is told by another."""
    reading = killed(path, words, **told)
    text, (statement,) = reading.capture.text, reading.statements
    end = text.index(". ") + 1
    halves = (Span(0, end), Span(end + 1, len(text)))
    statements = tuple(
        replace(
            statement,
            id=content_id("statement", statement.id, name),
            content=(half,),
            manner="indirect",
            attribution=(Link(name, None, "origin"),),
        )
        for half, name in zip(halves, (first, second), strict=True)
    )
    figures = tuple(replace(f, statement=s.id) for f, s in zip(reading.figures, statements, strict=True))
    return replace(reading, statements=statements, figures=figures)


def rules(point: Point) -> set[str]:
    return {reason.rule for reason in point.why if reason.rule.startswith("contested")}


def test_two_voices_side_by_side_stand_against_one_another() -> None:
    words = "The owner said [9] miners were killed. The union counted [14] miners killed."
    both = both_sides("a", words, "Dorrit Mines", "the miners' union", published="2031-03-04")
    point = question(both, killed("b", "The slide killed [14] miners.", outlet="Horn"))
    assert point.contested
    assert rules(point) == {"contested: two voices set against one another"}
    (reason,) = (r for r in point.why if r.rule.startswith("contested"))
    assert reason.detail == "Dorrit Mines: 9 / the miners' union: 14"
    assert set(reason.answers) == {answer.id for answer in point.answers if answer.origin is not None}
    assert not question(both).contested, "what one account alone sets side by side differs, and nobody took it up"


def test_one_value_from_two_voices_is_no_dispute() -> None:
    words = "The owner said [9] miners were killed. The union counted [9] miners killed."
    assert not question(both_sides("a", words, "Dorrit Mines", "the miners' union")).contested


def test_less_told_later_by_another_is_contested_and_more_is_not() -> None:
    fourteen = killed("a", "The slide killed [14] miners.", published="2031-03-04", said_by="Ada Krall")
    nine = killed("b", "The slide killed [9] miners.", published="2031-03-06", said_by="Tove Lind")
    assert rules(question(fourteen, nine)) == {"contested: less, later, on another's word"}
    later = replace(
        fourteen, article=replace(fourteen.article, published=killed("c", "", published="2031-03-08").article.published)
    )
    assert not question(nine, later).contested


def test_outlets_that_differ_in_their_own_voice_contest_nothing() -> None:
    one = killed("a", "The slide killed [14] miners.", published="2031-03-04", outlet="Bell")
    other = killed("b", "The slide killed [9] miners.", published="2031-03-06", outlet="Horn")
    point = question(one, other)
    assert point.values == "differ"
    assert not point.contested


def test_a_figure_kept_at_arms_length_is_contested_where_another_is_given() -> None:
    union = killed("a", "The union speaks of [14] miners killed.", outlet="Bell")
    owner = killed("b", "The slide killed [9] miners.", outlet="Horn")
    assert rules(question(union, owner)) == {"contested: given at arm's length, beside another value"}
    alone = killed("c", "The slide killed [14] miners.", outlet="Horn")
    assert not question(union, alone).contested


def test_a_figure_told_before_it_rose_keeps_nobody_at_arms_length() -> None:
    early = killed("a", "The slide killed [9] miners.", published="2031-03-04", outlet="Bell")
    late = killed("b", "The clinic put the number of miners killed at [14].", published="2031-03-06", outlet="Horn")
    other = killed("c", "The slide killed [9] miners.", published="2031-03-06", outlet="Post")
    assert not question(early, late).contested
    assert question(early, late, other).contested


def test_a_word_that_disputes_something_else_contests_no_figure() -> None:
    beside = "The wall was fabricated in [14] days by miners killed since. Reporters put two questions to the mayor."
    assert not question(killed("a", beside, published="2031-03-04")).contested
    assert question(killed("a", "The number is fanciful: [14] miners were killed.", published="2031-03-04")).contested


def test_who_has_no_doubt_disputes_nothing() -> None:
    sure = killed("a", "There is no doubt that the slide killed [14] miners.", outlet="Bell")
    unsure = killed("a", "There is doubt that the slide killed [14] miners.", outlet="Bell")
    other = killed("b", "The slide killed [9] miners.", outlet="Horn")
    assert not question(sure, other).contested
    assert question(unsure, other).contested


def whether(*told: tuple[str, str | None, Affirmation]) -> set[str]:
    """The rules by which a whether-question is contested: its answers, a sentence each with who says it."""
    readings = [account(str(place), words, said_by=name) for place, (words, name, _) in enumerate(told)]
    answers = [
        Answer(
            reading.capture.path, reading.statements[0].id, reading.article.id, Span(0, len(words)), words,
            StanceValue(stance), Voice(name) if name is not None else None, (), "asserted", origin_group=name or "",
        )
        for reading, (words, name, stance) in zip(readings, told, strict=True)
    ]  # fmt: skip
    return {reason.rule for reason in disputes(answers, Clippings(readings))}


def test_who_claims_or_questions_something_disputes_nobody_until_somebody_says_otherwise() -> None:
    claimed = ("The owner claims to have closed the hatch.", "the owner", "affirms")
    questioned = ("The diver questioned whether the hatch was closed.", "the diver", "doubts")
    assert not whether(claimed, ("The mate had closed the hatch.", None, "affirms"))
    assert not whether(questioned, ("It is open whether the hatch was closed.", None, "doubts"))
    assert "called into question beside it" in whether(claimed, questioned)
