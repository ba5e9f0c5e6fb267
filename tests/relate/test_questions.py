"""Which claims answer one question, and which never do."""

from __future__ import annotations

from dataclasses import replace

from newsroom import account

from reportedly.model.quantity import Quantity
from reportedly.model.reading import Reading
from reportedly.relate import relate
from reportedly.relate.dimension import wider
from reportedly.relate.value_signs import value_signs


def sets(*readings: Reading) -> list[list[str]]:
    points = relate(readings, pipeline=()).points
    return sorted(sorted(a.text for a in p.answers) for p in points if p.kind == "figure")


def test_killed_and_injured_are_two_questions() -> None:
    one = account("a", "The blast at the silo killed [9] workers.", predicate="killed", counted="workers")
    other = account("b", "The blast at the silo injured [31] workers.", predicate="injured", counted="workers")
    assert sets(one, other) == [["31"], ["9"]]


def test_the_contrary_is_another_question_however_alike_the_words() -> None:
    one = account("a", "Of the crew of the barge, [9] men died.", predicate="killed", counted="men")
    other = account("b", "Of the crew of the barge, [9] men survived.", predicate="survived", counted="men")
    assert len(sets(one, other)) == 2


def test_two_figures_of_one_sentence_count_two_sets() -> None:
    words = "The mill has [40] looms downstairs and [25] looms upstairs."
    assert sets(account("a", words, counted="looms")) == [["25"], ["40"]]


def test_women_are_not_men() -> None:
    one = account("a", "At the factory [40] women workers went home.", counted="women workers")
    other = account("b", "At the factory [40] men workers went home.", counted="men workers")
    assert len(sets(one, other)) == 2


def test_one_wording_in_two_outlets_is_one_question_though_the_number_changed() -> None:
    wire = (
        "The grain barge Sigrun went down off the north mole of Vellhaven harbour late on Monday with [{}] bags of "
        "barley in her hold, the harbour master said. Divers searched the wreck until the tide turned, and the boat "
        "brought the crew ashore. The barge had been loaded for the mills at Trond, and its owners will raise it."
    )
    one, other = account("a", wire.format("1,400")), account("b", wire.format("4,100"))
    assert sets(one, other) == [["1,400", "4,100"]]


def test_far_values_of_one_noun_stay_apart() -> None:
    one = account("a", "The army has [1,200,000] soldiers.", counted="soldiers")
    other = account("b", "A patrol of [12] soldiers crossed the ford.", counted="soldiers")
    assert len(sets(one, other)) == 2


def test_another_kind_of_size_is_another_question() -> None:
    pages = [account(name, "The barge held barley, [80] in all.", counted="barley") for name in "ab"]
    figure = pages[1].figures[0]
    weighed = replace(pages[1], figures=(replace(figure, quantity=replace(figure.quantity, unit="tonnes")),))
    assert len(sets(pages[0], weighed)) == 2


def test_a_counted_noun_of_marks_alone_words_no_question_and_fails_none() -> None:
    assert sets(account("a", "The mill has [40] ….", counted="…")) == [["40"]]


def test_a_part_and_its_whole_are_two_questions() -> None:
    one = account("a", "The blast at the silo killed [11] workers.", predicate="killed", counted="workers")
    other = account("b", "After the blast at the silo, [6] of the dead workers had no papers.", predicate="killed")
    assert sets(one, other) == [["11"], ["6"]]


def test_men_may_be_soldiers_and_soldiers_are_no_sailors() -> None:
    assert wider("person", "soldier")
    assert wider("soldier", "person")
    assert not wider("soldier", "sailor")
    assert not wider(None, "person")


def test_a_figure_that_takes_up_the_end_of_another_speaks_for_one_question() -> None:
    assert value_signs(Quantity(40, 65), Quantity(65, 65))["shared end"] > 0
    assert not value_signs(Quantity(40, 65), Quantity(52, 52))["shared end"]
    assert not value_signs(Quantity(40, 100), Quantity(100, 100))["shared end"], "round ends tell nothing"


def test_reinforcements_are_not_the_troops_that_they_join() -> None:
    first = account("a.txt", "The envoy said [900] were sent over the pass.", counted="soldiers", predicate="deployed")
    other = account(
        "b.txt", "The envoy said [900] were sent over the pass.", counted="reinforcements", predicate="deployed"
    )
    assert len(sets(first, other)) == 2
