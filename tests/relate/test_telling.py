"""Which questions tell most."""

from __future__ import annotations

from dataclasses import replace

from reportedly.model.point import Answer, Point, Reason, StanceValue, Value
from reportedly.model.span import Span
from reportedly.relate.standing.telling import alike, of_one_matter, telling

GATE = ("The harbour office closed the northern gate.", "No, the northern gate was never closed.")
OTHER = ("The harbour office closed the northern gate.", "A gull does not mind rain.")


def asked(*texts: str) -> Point:
    values: list[Value] = [StanceValue("affirms"), StanceValue("denies")]
    answers = tuple(
        Answer(f"answer:{n}", None, f"article:{n}", Span(0, len(text)), text, value, None, (), "asserted")
        for n, (text, value) in enumerate(zip(texts, values, strict=True))
    )
    question = "Was the gate closed?"
    return Point("point:a", None, question, "whether", "s", answers, contested=True, standing=("contested",))


def test_a_question_whose_answers_speak_of_one_matter_comes_before_one_that_may_join_two() -> None:
    one, two = asked(*GATE), asked(*OTHER)
    assert sorted([two, one], key=telling) == [one, two]
    assert telling(two)[0] < 0


def test_two_who_are_named_alike_speak_of_no_one_matter() -> None:
    both = ("Ilan Brass has not seen the dam.", "The feast for Ilan Brass was paid by the mill.")
    assert alike(asked(*both)) == 0
    assert alike(asked(*GATE)) > 0.5


def test_who_denies_anothers_words_speaks_of_what_they_say_whatever_the_words() -> None:
    point = asked("The harbour office had closed the northern gate", "the claim")
    assert alike(point) == 0
    assert alike(replace(point, why=(Reason("contested: denies another's words", "denies", ("answer:0",)),))) == 1


def test_two_sentences_of_two_matters_are_shown_first_as_no_dispute() -> None:
    assert of_one_matter(asked(*GATE))
    assert not of_one_matter(asked(*OTHER))
    assert of_one_matter(replace(asked(*OTHER), kind="figure"))
