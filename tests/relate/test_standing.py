"""From answers to standing: origins, revisions, disputes, facets. Small accounts of our own."""

from __future__ import annotations

from dataclasses import replace

import pytest
from newsroom import account

from reportedly.model.point import Answer, DateValue, NameValue, Point
from reportedly.model.quantity import Quantity
from reportedly.model.reading import Reading
from reportedly.model.span import Span, Words
from reportedly.relate import relate
from reportedly.relate.clippings import Clippings
from reportedly.relate.standing.facets import stand
from reportedly.relate.standing.revisions import revisions


def toll(*readings: Reading) -> Point:
    (point,) = (p for p in relate(readings, pipeline=()).points if p.kind == "figure")
    return point


def died(path: str, number: int, **told: object) -> Reading:
    words = f"The collapse at the mine killed [{number}] miners."
    return account(path, words, predicate="killed", counted="miners", **told)  # type: ignore[arg-type]


def test_a_rising_count_grows_whoever_reports_it() -> None:
    point = toll(
        died("a", 12, published="2031-03-04", outlet="Bell"), died("b", 15, published="2031-03-05", outlet="Horn")
    )
    assert point.revised
    assert [r.kind for r in point.revisions] == ["growth"]
    assert point.standing[:2] == ("differs", "growing")
    assert next(a for a in point.answers if a.id == point.current).text == "15"


def current(point: Point) -> str:
    return next(answer for answer in point.answers if answer.id == point.current).text


@pytest.mark.parametrize("odd", ["Ash", "Bell", "Crow", "Dawn", "Echo"])  # whatever the ids, by which it was chosen
def test_of_one_day_the_value_that_most_give_is_the_newest(odd: str) -> None:
    names = ("Horn", "Lark", "Mill")
    told = [died(name, 12, published="2031-03-05", outlet=name) for name in names]
    assert current(toll(*told, died(odd, 15, published="2031-03-05", outlet=odd))) == "12"


def test_who_was_published_some_day_of_a_month_is_not_newer_than_its_second_half() -> None:
    someday = died("a", 12, published="2031-03-01/2031-03-31", outlet="Bell")
    assert current(toll(someday, died("b", 15, published="2031-03-20", outlet="Horn"))) == "15"


def test_what_differs_from_most_is_told_first() -> None:
    point = toll(*(died(path, 12, outlet=path) for path in "abcd"))
    names = ("Lund", "Lund harbour", "the old harbour at Lund", "Umeå")
    told = [replace(a, value=NameValue(name), text=name) for a, name in zip(point.answers, names, strict=True)]
    (reason,) = (r for r in stand(told, [], [], 4).why if r.rule.startswith("differs"))
    assert reason.detail == "Umeå, Lund, Lund harbour, the old harbour at Lund"


def test_many_values_agree_as_badly_as_the_worst_two() -> None:
    answers = toll(*(died(path, 12, outlet=path) for path in "abc")).answers

    def values(*figures: Quantity) -> str:
        return stand([replace(a, value=f) for a, f in zip(answers, figures, strict=False)], [], [], 3).values

    assert values(Quantity(3, 3), Quantity(3, 3)) == "same"
    assert values(Quantity(3, 3), Quantity(2, None)) == "compatible"
    assert values(Quantity(3, 3), Quantity(2, None), Quantity(1, 1)) == "differ"


def test_places_of_one_sentence_are_no_two_answers() -> None:
    point = toll(*(died(path, 12, outlet=path) for path in "ab"))
    mill, coast = (
        replace(point.answers[0], id=id_, value=NameValue(id_), text=id_) for id_ in ("the mill", "the coast")
    )
    other = replace(point.answers[1], value=NameValue("Umeå"), text="Umeå")
    assert stand([mill, coast], [], [], 1).values == "compatible"
    assert "inconsistent" not in stand([mill, coast], [], [], 1).facets
    assert stand([mill, coast, other], [], [], 2).values == "differ"


def test_a_count_that_falls_by_another_voice_is_no_revision() -> None:
    point = toll(
        died("a", 15, published="2031-03-04", outlet="Bell"), died("b", 12, published="2031-03-05", outlet="Horn")
    )
    assert not point.revised
    assert point.values == "differ"


def test_one_origin_with_a_new_value_corrected_itself() -> None:
    point = toll(
        died("a", 15, published="2031-03-04", said_by="the mine office"),
        died("b", 12, published="2031-03-06", said_by="the mine office"),
    )
    assert [r.kind for r in point.revisions] == ["correction"]
    assert "corrected" in point.standing


def test_an_origin_that_still_gives_its_old_value_replaced_nothing() -> None:
    told = {"said_by": "the mine office"}
    early, late = died("a", 15, published="2031-03-04", **told), died("b", 12, published="2031-03-06", **told)
    assert toll(early, late).revised
    assert not toll(early, late, died("c", 15, published="2031-03-06", **told)).revised


def missing(path: str, number: int, day: str, outlet: str) -> Reading:
    words = f"The collapse left [{number}] miners missing."
    return account(path, words, predicate="missing", counted="miners", published=day, outlet=outlet)


def test_the_missing_grow_fewer_and_nobody_disputes_it() -> None:
    point = toll(missing("a", 9, "2031-03-04", "Bell"), missing("b", 3, "2031-03-06", "Horn"))
    assert [r.kind for r in point.revisions] == ["correction"]
    assert "corrected: a count that falls as it is cleared up" in {reason.rule for reason in point.why}
    grown = toll(missing("a", 3, "2031-03-04", "Bell"), missing("b", 9, "2031-03-06", "Horn"))
    assert [r.kind for r in grown.revisions] == ["growth"]
    told = [
        account(path, f"The collapse left [{number}] miners missing.", predicate="missing", counted="miners",
                published=day, said_by=who)
        for path, number, day, who in (("a", 9, "2031-03-04", "the mine office"), ("b", 3, "2031-03-06", "the mayor"))
    ]  # fmt: skip
    assert not toll(*told).contested


def test_times_that_share_days_still_have_an_order() -> None:
    early, late = "2031-03-03/2031-03-09", "2031-03-05/2031-03-12"
    (revision,) = toll(died("a", 12, published=early), died("b", 15, published=late)).revisions
    assert revision.kind == "growth"
    inside = "2031-03-04/2031-03-06"
    assert not toll(died("a", 12, published=early), died("b", 15, published=inside)).revised


def test_a_value_that_several_give_up_is_corrected_and_one_voice_alone_corrects_nobody() -> None:
    fifteen = died("a", 15, published="2031-03-04", outlet="Bell")
    twelve = [died(f"b{n}", 12, published=f"2031-03-0{n}", outlet=f"Horn {n * 11}") for n in (5, 6)]
    point = toll(fifteen, *twelve)
    assert [r.kind for r in point.revisions] == ["correction"]
    assert not toll(fifteen, twelve[0]).revised
    again = died("c", 15, published="2031-03-08", outlet="Lantern")
    assert not any(r.kind == "correction" for r in toll(fifteen, *twelve, again).revisions)


def test_a_revision_names_both_values_and_their_dates() -> None:
    point = toll(
        died("a", 12, published="2031-03-04", outlet="Bell"), died("b", 15, published="2031-03-05", outlet="Horn")
    )
    (why,) = (reason for reason in point.why if reason.rule.startswith("growing"))
    assert why.detail == "12 (2031-03-04) → 15 (2031-03-05)"


def test_undated_answers_establish_nothing() -> None:
    assert not toll(died("a", 12, outlet="Bell"), died("b", 15, outlet="Horn")).revised


def test_five_outlets_on_one_word_are_one_origin() -> None:
    point = toll(*(died(f"{n}", 12, outlet=f"Paper {n}", said_by="Ada Krall") for n in "abcde"))
    assert point.independent_origins == 1
    assert "one-origin" in point.standing
    assert "consistent" not in point.standing
    (group,) = point.origin_groups
    assert {join.rule for join in group.joined_by} == {"same entity"}


def test_two_origins_that_agree_are_consistent() -> None:
    point = toll(died("a", 12, said_by="Ada Krall"), died("b", 12, said_by="Tove Lind"))
    assert point.values == "same"
    assert point.independent_origins == 2
    assert point.standing == ("consistent",)


def test_an_articles_own_voice_counts_as_its_outlet_or_its_wire() -> None:
    point = toll(died("a", 12, outlet="Bell", wire="Harbour Press"), died("b", 12, outlet="Horn", wire="Harbour Press"))
    assert point.independent_origins == 1
    assert point.origin_groups[0].joined_by[0].rule == "one outlet or wire"
    assert "unsourced" in point.standing


def test_versions_of_one_page_are_one_origin() -> None:
    page = "https://bell.example/mine"
    point = toll(died("a", 12, outlet="Bell", canonical=page), died("b", 12, canonical=page))
    assert point.independent_origins == 1
    assert point.origin_groups[0].joined_by[0].rule == "versions of one page"


def test_own_voices_may_be_one_after_all() -> None:
    point = toll(died("a", 12, outlet="Bell"), died("b", 12, outlet="Horn"))
    assert (point.independent_origins, point.independent_origins_at_least) == (2, 1)
    assert point.origin_groups[0].possibly == ("o2",)
    assert [reason.rule for reason in point.why if reason.rule.startswith("origins: ")]


def test_a_denied_value_is_struck_and_never_counted() -> None:
    point = toll(died("a", 12, said_by="Ada Krall"), died("b", 12, said_by="Tove Lind", certainty="denied"))
    assert [a.struck for a in point.answers] == [None, "denied"]
    assert point.contested
    assert point.standing[0] == "contested"
    assert point.independent_origins == 1


def test_one_voice_with_two_values_in_one_article_is_inconsistent() -> None:
    words = "The collapse at the mine killed [12] miners. In all the collapse at the mine killed [14] miners, she said."
    point = toll(account("a", words, said_by="Ada Krall", predicate="killed", counted="miners"))
    assert "inconsistent" in point.standing


def test_what_could_not_be_verified_says_so() -> None:
    assert "not-verified" in toll(died("a", 12, said_by="Ada Krall", certainty="unverified")).standing


def test_relays_are_told_from_the_nearest_outwards() -> None:
    (answer,) = toll(died("a", 12, said_by="Ada Krall", via=("Radio Vell", "Harbour Press"))).answers
    assert answer.origin is not None
    assert answer.origin.name == "Ada Krall"
    assert answer.via == ("Harbour Press", "Radio Vell")


def test_every_facet_is_explained_by_answers_of_the_point() -> None:
    point = toll(
        died("a", 12, published="2031-03-04", outlet="Bell"), died("b", 15, published="2031-03-05", outlet="Horn")
    )
    ids = {answer.id for answer in point.answers}
    assert len(point.why) >= len(point.standing)
    assert all(reason.answers and set(reason.answers) <= ids for reason in point.why)


def test_an_answer_keeps_its_exact_words() -> None:
    reading = died("a", 12, said_by="Ada Krall")
    (answer,) = toll(reading).answers
    assert answer.span.of(reading.capture.text) == answer.text == "12"


def test_a_version_points_to_the_first_capture() -> None:
    page = "https://bell.example/mine"
    early = died("b", 12, canonical=page)
    early = replace(early, capture=replace(early.capture, captured="2031-03-04"))
    late = died("a", 12, canonical=page)
    late = replace(late, capture=replace(late.capture, captured="2031-03-05"))
    record = relate([late, early], pipeline=())
    assert {r.article.version_of for r in record.readings} == {None, early.article.id}


@pytest.mark.parametrize("raised", ["raised", "RAISED", "Raised"])
def test_words_beside_a_figure_say_that_it_rose(raised: str) -> None:
    point = toll(account("a", f"The clinic {raised} its count of miners killed to [19].", counted="miners"))
    assert point.revised
    assert not point.revisions  # what it was raised from is not said
    (why,) = (reason for reason in point.why if reason.rule.startswith("growing"))
    assert (why.rule, why.detail) == ("growing: said to have risen", raised)
    assert why.answers == (point.answers[0].id,)


def test_upwards_of_a_number_says_that_it_may_be_more_and_not_that_it_rose() -> None:
    assert toll(account("a", "The count went upwards, to [19] miners killed.", counted="miners")).revised
    assert not toll(account("a", "The mine office counts upwards of [19] miners killed.", counted="miners")).revised


def opening(path: str, published: str, day: str) -> tuple[Reading, Answer]:
    reading = account(path, "The bridge opens that day.", published=published, outlet=path)
    here = Span(20, 25)
    told = Answer(
        path, None, reading.article.id, here, "that day", DateValue(day), None, (), "asserted", origin_group=path
    )
    return reading, told


def test_a_day_that_was_still_to_come_is_put_off() -> None:
    readings, answers = zip(
        opening("a", "2031-03-04", "2031-03-20"), opening("b", "2031-03-24", "2031-04-01"), strict=True
    )
    (change,) = revisions(answers, Clippings(readings), "date")
    assert (change.kind, change.answers) == ("correction", ("a", "b"))
    assert change.rule == "corrected: a day to come, and then another"
    readings, answers = zip(
        opening("a", "2031-03-21", "2031-03-20"), opening("b", "2031-03-24", "2031-03-19"), strict=True
    )
    assert not revisions(answers, Clippings(readings), "date")  # a day past: two accounts differ, and no more


def test_a_value_said_to_be_the_earlier_one_is_superseded_and_never_current() -> None:
    told = "The mine office counts [19] miners killed. It had earlier put miners killed at [12]."
    point = toll(account("a", told, predicate="killed", counted="miners", published="2031-03-04"))
    by_text = {answer.text: answer for answer in point.answers}
    assert by_text["12"].struck == "superseded"
    assert by_text["19"].struck is None
    assert point.current == by_text["19"].id
    assert point.values == "differ"
    assert any(reason.rule.startswith("superseded") and reason.detail.startswith("had earlier") for reason in point.why)


def test_an_earlier_estimate_that_nothing_later_contradicts_was_not_corrected() -> None:
    early = account("a", "Earlier estimates spoke of [12] miners killed.", counted="miners", published="2031-03-06")
    before, after = died("b", 9, published="2031-03-04"), died("b", 9, published="2031-03-08")
    said = "corrected: said to be the earlier value"
    assert said not in {reason.rule for reason in toll(early, before).why}
    assert said in {reason.rule for reason in toll(early, after).why}


def test_an_earlier_value_with_no_newer_one_stands() -> None:
    told = "The mine office had earlier put miners killed at [12]."
    (answer,) = toll(account("a", told, counted="miners")).answers
    assert answer.struck is None


def test_what_a_correction_note_takes_back_is_superseded() -> None:
    note = "An earlier version of this report gave [14] miners killed."
    reading = account("a", f"The slide killed [9] miners. {note}", predicate="killed", counted="miners")
    text = reading.capture.text
    corrected = replace(reading.article, corrections=(Words.at(text.index("An earlier"), len(text), text),))
    point = toll(replace(reading, article=corrected))
    assert {answer.text: answer.struck for answer in point.answers} == {"9": None, "14": "superseded"}


def test_an_origin_that_gives_a_new_value_supersedes_its_old_one() -> None:
    point = toll(
        died("a", 15, published="2031-03-04", said_by="the mine office"),
        died("b", 12, published="2031-03-06", said_by="the mine office"),
    )
    assert {answer.text: answer.struck for answer in point.answers} == {"15": "superseded", "12": None}


def test_a_figure_that_its_voice_takes_back_is_retracted() -> None:
    reading = died("a", 15, said_by="the mine office")
    (statement,) = reading.statements
    taken = replace(statement, attribution=(replace(statement.attribution[0], mode="retracts"),))
    (answer,) = toll(replace(reading, statements=(taken,))).answers
    assert answer.struck == "retracted"
