"""Which claims answer one question, and which never do."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from newsroom import account

from reportedly.model.quantity import Quantity
from reportedly.model.reading import Reading
from reportedly.model.why import Why
from reportedly.relate import relate
from reportedly.relate.claims.dimension import dimension, holds
from reportedly.relate.claims.figures import figure_claims
from reportedly.relate.grouping.forbidden import kept_apart
from reportedly.relate.grouping.value_signs import value_signs


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


def test_a_count_that_a_sentence_raises_is_one_question_though_its_two_figures_differ() -> None:
    one = account(
        "a", "The clinic raised its count of the sick to [143] from [117].", counted="sick", predicate="infected"
    )
    other = account("b", "The clinic counts [143] sick.", counted="sick", predicate="infected")
    earlier = account("c", "The clinic counts [117] sick.", counted="sick", predicate="infected")
    assert sets(one, other, earlier) == [["117", "117", "143", "143"]]


def test_a_part_stays_its_own_question_and_names_the_whole() -> None:
    reading = account("a", "At the mill [40] people were hurt, [9] of them badly.", predicate="injured")
    whole, part = reading.figures
    marked = replace(reading, figures=(whole, replace(part, subset_of=whole.id)))
    points = {p.answers[0].text: p for p in relate([marked], pipeline=()).points if p.kind == "figure"}
    assert [(r.point, r.how) for r in points["9"].related] == [(points["40"].id, "part-of")]
    assert points["40"].related == ()


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


def partial(marked: str, predicate: str, rule: str, counted: str | None = None) -> bool:
    reading = account("a", marked, predicate=predicate, counted=counted)
    told = replace(reading.figures[0], why=(Why(f"figures.v1: {rule}", predicate),))
    return next(figure_claims(replace(reading, figures=(told,)))).partial


def test_what_happened_to_a_part_is_asked_of_the_part() -> None:
    assert not partial("The fire hurt nineteen and killed [3] of them.", "killed", "verb")
    assert not partial("The fire burned [4] of the depot's tanks.", "burned", "verb", "tanks")
    assert not partial("There were [11] of them.", "abducted", "goes on")
    assert partial("[6] of the dead had no papers.", "killed", "outcome", "dead")


def test_one_kind_of_people_is_a_part_whatever_happened_to_it() -> None:
    assert partial("The fire killed [3] of the children.", "killed", "verb", "children")


def test_a_share_is_a_part_by_its_nature() -> None:
    reading = account("a", "Some [84] of the savers are insured.", counted="savers")
    share = replace(reading.figures[0], quantity=replace(reading.figures[0].quantity, unit="%"))
    assert not next(figure_claims(replace(reading, figures=(share,)))).partial


def test_a_number_that_takes_up_a_question_is_put_to_it() -> None:
    reading = account("a", "The ministry spoke of [40] dead. [57], says the union of porters.", predicate="killed")
    first, second = reading.figures
    followed = replace(second, why=(Why("figures.v1: goes on", first.text),))
    claims = list(figure_claims(replace(reading, figures=(first, followed))))
    assert claims[1].follows == claims[0].id
    assert sets(replace(reading, figures=(first, followed))) == [["40", "57"]]


def test_what_is_read_from_the_words_around_parts_no_sets_for_one_claim_of_many() -> None:
    whole, more = (next(figure_claims(account(name, "The blast killed [11].", predicate="killed"))) for name in "ab")
    part = replace(whole, partial=True, value=Quantity(6, 6))
    injured = replace(whole, predicate="injured")
    assert kept_apart([(whole, part)])
    assert not kept_apart([(whole, part), (more, whole), (whole, more)])
    assert kept_apart([(whole, injured), (more, whole), (whole, more), (more, more)])


def test_men_may_be_soldiers_and_soldiers_are_no_sailors() -> None:
    assert "soldier" in holds("person")
    assert "sailor" not in holds("soldier")
    assert not holds(None)


def signs(one: Quantity, other: Quantity) -> dict[str, float]:
    readings = account("a.txt", "He put it at [40]."), account("b.txt", "He put it at [41].")
    claims = [next(figure_claims(reading)) for reading in readings]
    valued = [replace(claim, value=value) for claim, value in zip(claims, (one, other), strict=True)]
    found = value_signs(valued)(np.array([0]), np.array([1]))
    return {name: float(amount[0]) for name, amount in found.items()}


def test_what_a_far_figure_allows_does_not_bring_it_near() -> None:
    assert signs(Quantity(1, None), Quantity(11_000, 11_000))["far value"] == 1.0, "at least one"
    assert not signs(Quantity(40, None), Quantity(65, 65))["far value"]


def test_a_fraction_is_a_share_as_a_percentage_is() -> None:
    (reading,) = [account("a.txt", "The mayor said that [0.25] of the homes burned.")]
    assert next(figure_claims(reading)).dimension == "share"


def test_a_figure_that_takes_up_the_end_of_another_speaks_for_one_question() -> None:
    assert signs(Quantity(40, 65), Quantity(65, 65))["shared end"] > 0
    assert not signs(Quantity(40, 65), Quantity(52, 52))["shared end"]
    assert not signs(Quantity(40, 100), Quantity(100, 100))["shared end"], "round ends tell nothing"


def test_reinforcements_are_not_the_troops_that_they_join() -> None:
    first = account("a.txt", "The envoy said [900] were sent over the pass.", counted="soldiers", predicate="deployed")
    other = account(
        "b.txt", "The envoy said [900] were sent over the pass.", counted="reinforcements", predicate="deployed"
    )
    assert len(sets(first, other)) == 2


def test_a_rate_is_another_kind_of_size_than_an_amount() -> None:
    assert dimension("barrel per day") == "volume per duration"
    assert dimension("barrel") == "volume"


def test_a_number_in_another_unit_is_the_same_size() -> None:
    found = signs(Quantity(100, 100, unit="mile"), Quantity(161, 161, unit="km"))
    assert not found["far value"]


def test_a_number_alone_joins_no_two_things() -> None:
    """Twelve injuries and twelve barges bought: nothing but the number is common to them."""
    hurt = account("a", "Inspectors counted [12] serious injuries there.", counted="injuries", predicate="injured")
    bought = account("b", "The mayor said that [12] barges had been bought.", counted="barges", predicate="bought")
    assert sets(hurt, bought) == [["12"], ["12"]]
