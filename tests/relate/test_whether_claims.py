"""Which sentences say that something is so, and what two of them say about being one proposition."""

from __future__ import annotations

import numpy as np
import pytest

from reportedly.clean import Cleaner
from reportedly.extract import Extractor
from reportedly.model.capture import Capture, capture_id
from reportedly.model.point import StanceValue
from reportedly.model.reading import Reading
from reportedly.relate import relate
from reportedly.relate.claims.context import one_matter, words_of
from reportedly.relate.claims.whether import whether_claims
from reportedly.relate.clippings import Clippings
from reportedly.relate.grouping.forbidden import forbidden
from reportedly.relate.grouping.stance_signs import StanceSigns
from reportedly.relate.wording.quoting import quoted


def read(text: str, name: str = "a.txt") -> Reading:
    capture = Capture(capture_id(text.encode(), name, None), name, None, "text/plain", text)
    return Extractor()(capture, Cleaner()(capture))


def test_what_asks_and_what_has_no_verb_says_nothing_that_could_be_so() -> None:
    reading = read(
        "The harbour office closed the north gate on Monday.\n\nDid the harbour office open the north gate?\n"
    )
    assert [claim.text for claim in whether_claims(reading)] == ["The harbour office closed the north gate on Monday."]


def test_two_who_deny_and_the_parties_whom_both_name_are_seen() -> None:
    reading = read(
        "The harbour office closed the north gate on Monday. The harbour office did not close the north gate. "
        "The pilots never left the mole."
    )
    claims = list(whether_claims(reading))
    assert [claim.value.stance for claim in claims] == ["affirms", "denies", "denies"]  # type: ignore[union-attr]
    signs = StanceSigns(claims)(np.array([0, 1, 0]), np.array([1, 2, 2]))
    assert signs["one against"].tolist() == [1.0, 0.0, 1.0]
    assert signs["both against"].tolist() == [0.0, 1.0, 0.0]
    assert signs["both parties"].tolist() == [1.0, 0.0, 0.0]
    assert signs["words within"][0] > 0.5 > signs["words within"][1]


def test_names_inside_a_sentence_count_apart_from_its_other_words() -> None:
    reading = read(
        "On Monday the court freed Ada Krall. In the evening the crowd met Ada Krall. The mill in the valley closed."
    )
    signs = StanceSigns(list(whether_claims(reading)))(np.array([0, 0]), np.array([1, 2]))
    assert signs["names within"][0] > signs["words within"][0] > 0
    assert signs["names within"][1] == 0


def test_a_denial_of_something_else_sets_nobody_against_anybody() -> None:
    reading = read(
        "The harbour office closed the north gate on Monday. The harbour office did not close the north gate. "
        "The old mill never paid its weavers."
    )
    closed, not_closed, unpaid = whether_claims(reading)
    assert forbidden(closed, not_closed) is None
    assert forbidden(closed, unpaid) == forbidden(unpaid, closed) == "a denial of something else"
    assert forbidden(not_closed, unpaid) is None  # two denials set nobody against anybody


def test_a_not_that_shares_a_few_words_is_of_something_else() -> None:
    reading = read(
        "The harbour office closed the north gate on Monday. The mayor never climbed the high wall by the gate."
    )
    closed, climbed = whether_claims(reading)
    assert climbed.unspoken
    assert one_matter(words_of(closed.near), words_of(climbed.near))
    assert forbidden(closed, climbed) == "a denial of something else"


def test_a_word_of_denying_needs_fewer_of_them() -> None:
    reading = read(
        "The harbour office closed the north gate on Monday. The mayor denied climbing the high wall by the gate."
    )
    closed, climbed = whether_claims(reading)
    assert not climbed.unspoken
    assert forbidden(closed, climbed) is None


@pytest.mark.parametrize("refuted", ["denied the claim", "rejected the statement", "denied it"])
def test_who_denies_a_statement_gives_an_answer_that_counts(refuted: str) -> None:
    told = f"The mayor of Lund said that the harbour office had closed the north gate. The port union {refuted}.\n"
    points = relate([read(told)], pipeline=()).points
    [point] = [p for p in points if p.kind == "whether" and len(p.answers) > 1]
    assert [answer.value for answer in point.answers] == [StanceValue("affirms"), StanceValue("denies")]
    assert point.values == "differ"
    assert all(answer.struck is None for answer in point.answers)


def revised(*texts: str) -> list[bool]:
    points = relate([read(text, f"{number}.txt") for number, text in enumerate(texts)], pipeline=()).points
    return [point.revised for point in points if point.kind == "whether" and len(point.answers) > 1]


def test_nobody_gave_way_where_all_say_the_same() -> None:
    told = "The harbour office closed the north gate on Monday.\n"
    owned = "The harbour office acknowledges that it closed the north gate on Monday.\n"
    denied = "The harbour office did not close the north gate on Monday.\n"
    assert revised(told, owned) == [False]
    assert revised(owned, denied) == [True]


def test_what_is_denied_needs_no_verb_but_makes_no_question_of_its_own() -> None:
    text = "The harbour office denied any sale of the old tug. The pilots left the mole on Monday at dawn.\n"
    denied = next(claim for claim in whether_claims(read(text)) if "sale" in claim.text)
    assert denied.value == StanceValue("denies")
    lonely = "The harbour office denied it. The pilots left the mole on Monday at dawn, as they had said.\n"
    points = relate([read(lonely)], pipeline=()).points
    assert not [point for point in points if point.kind == "whether" and point.answers[0].text == "it"]


def test_what_nobody_with_a_name_says_and_somebody_denies_is_the_deniers_answer() -> None:
    claims = list(whether_claims(read("Ada Krall, the master, refuted reports that she had left the bridge.")))
    assert [claim.value for claim in claims] == [StanceValue("denies")]
    named = list(whether_claims(read("Ada Krall, the master, refuted Tove Lind's claim that she had left the bridge.")))
    assert StanceValue("denies") in [claim.value for claim in named]


def test_what_somebody_passes_on_as_denied_is_the_deniers_answer() -> None:
    reading = read("The guards held the miller on Monday. His lawyer said that the miller denied any part in the fire.")
    told = [(claim.text, claim.value) for claim in whether_claims(reading)]
    assert ("any part in the fire", StanceValue("denies")) in told
    assert "the miller denied any part in the fire" not in [text for text, _ in told]


def questions(*told: str) -> list[str]:
    """What is asked whether of articles that say one thing each."""
    readings = [read(f"{words}\n", f"{number}.txt") for number, words in enumerate(told)]
    return [point.question for point in relate(readings, pipeline=()).points if point.kind == "whether"]


def test_an_articles_own_not_asks_nothing_and_somebodys_denial_does() -> None:
    assert questions("The north gate of the harbour did not open on Monday.") == []
    assert questions("The mayor denied that the north gate had been opened.") != []
    assert questions("It is unclear whether the north gate of the harbour was opened.") != []


def test_two_articles_ask_together_only_what_both_tell_in_more_than_a_word() -> None:
    gate = "The harbour office opened the north gate for the pilots on Monday."
    assert questions(gate, "The north gate was opened by the harbour office.") != []
    assert questions(gate, "On the hill a pilot opened a bottle of cider with his brothers and cousins.") == []


def test_one_account_printed_twice_asks_nothing_and_a_speakers_word_does() -> None:
    told = (
        "The harbour office opened the north gate for the waiting pilots and their families on Monday morning. "
        "A band from the upper village played two marches while the old lamps along the mole were lit again. "
        "Children of the net makers carried lanterns through the flooded lanes behind the customs shed until dawn."
    )
    again = f"{told} Our correspondent adds that rain fell."
    assert questions(told, again) == []
    assert questions(*(text.replace("morning.", "morning, the mayor said.") for text in (told, again))) != []


def test_the_words_quoted_are_those_that_name_whom_they_tell_of() -> None:
    reading = read("It was she who saved my dog. The keeper of the north gate saved a dog from the flood.")
    asked = quoted("whether", list(whether_claims(reading)), Clippings([reading]))
    assert asked == "Is this so: “The keeper of the north gate saved a dog from the flood”?"


def answered(text: str) -> list[list[str]]:
    record = relate([read(text)], pipeline=())
    return [[answer.text for answer in point.answers] for point in record.points if point.kind == "whether"]


def test_who_denies_what_was_just_said_answers_the_same_question() -> None:
    assert answered("“The mill poisoned the river,” Ada Krall said. Jon Aske denied this.\n") == [
        ["The mill poisoned the river", "this"]
    ]
    assert answered("Ada Krall said the pilot was asleep. Jon Aske rejected the claim. The rain went on.\n") == [
        ["the pilot was asleep", "the claim"]
    ]
