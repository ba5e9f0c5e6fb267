"""Copies found by sketch and verified by alignment."""

from __future__ import annotations

import pytest
from newsroom import account

from reportedly.model.reading import Reading
from reportedly.relate import relate
from reportedly.relate.copying import copies, crowds
from reportedly.relate.copying.copies import candidates, find_copies, sketched
from reportedly.relate.copying.crowds import with_crowds
from reportedly.relate.copying.echoes import Echoes

WIRE = (
    "VELLHAVEN - The grain barge Sigrun went down off the north mole of Vellhaven harbour late on Monday with [{}] men "
    "aboard, the harbour master said. Divers searched the wreck until the tide turned; the lifeboat Ottar brought "
    "nine of the crew ashore, among them the mate. The barge had been loaded with barley for the mills at Trond. It "
    "lies in eleven metres of water, and its owners have said that they will raise it before the autumn storms."
)
OTHER = (
    "The council of Vellhaven met on Tuesday to talk about the price of herring. Nobody mentioned the barge, though "
    "the gallery was full, and the mayor left by the side door without taking a question from anyone."
)


def test_a_copy_with_a_changed_figure_is_a_near_copy_and_shows_the_change() -> None:
    first = account("a.txt", WIRE.format(14), published="2031-03-04")
    later = account("b.txt", WIRE.format(41), published="2031-03-05")
    (echo,) = find_copies([first, account("c.txt", OTHER), later])
    assert (echo.copy.article, echo.copy.of) == (later.article.id, first.article.id)
    assert echo.copy.share > 0.9
    assert [(here.text, there.text) for here, there in echo.copy.changed] == [("41", "14")]


def test_without_dates_the_one_that_credits_an_agency_is_the_copy() -> None:
    credited, plain = account("a.txt", WIRE.format(14), wire="Harbour Press"), account("b.txt", WIRE.format(14))
    (echo,) = find_copies([credited, plain])
    assert (echo.copy.article, echo.copy.of) == (credited.article.id, plain.article.id)
    assert echo.copy.kind == "copy"


def test_two_stories_about_one_town_are_no_copies() -> None:
    assert find_copies([account("a.txt", WIRE.format(14)), account("b.txt", OTHER)]) == ()


def test_one_passage_is_found_from_either_side() -> None:
    one, other = account("a.txt", WIRE.format(14)), account("b.txt", "Good evening. " + WIRE.format(41))
    echoes = Echoes(find_copies([one, other]))
    mine, theirs = one.figures[0].span, other.figures[0].span
    assert echoes.same_passage(one.article.id, mine, other.article.id, theirs)
    assert echoes.same_passage(other.article.id, theirs, one.article.id, mine)
    assert echoes.partners(one.article.id) == (other.article.id,)


PASSAGE = (
    "Divers searched the wreck until the tide turned; the lifeboat Ottar brought nine of the crew ashore, among them "
    "the mate. The barge had been loaded with barley for the mills at Trond."
)
FUNDS = ("road", "pier", "lamp", "bell", "well", "dike")
LONG = " ".join(f"Item {n} of the agenda was the {fund} fund." for n, fund in enumerate(FUNDS))


def test_one_passage_in_a_long_text_is_a_partial_copy_however_small_its_share() -> None:
    whole = account("a.txt", WIRE.format(14), published="2031-03-04")
    later = account("b.txt", f"{OTHER} {PASSAGE} {OTHER.upper()} {LONG * 3}", published="2031-03-05")
    (echo,) = find_copies([whole, later])
    assert (echo.copy.kind, echo.copy.article) == ("partial", later.article.id)
    ((here, there),) = echo.copy.spans
    assert here.of(later.capture.text).startswith("Divers searched")
    assert there.of(whole.capture.text).endswith("mills at Trond")


def test_a_name_and_a_phrase_in_common_are_no_copy() -> None:
    phrase = "The lifeboat Ottar brought nine of the crew ashore, he said, and then it left."
    assert find_copies([account("a.txt", WIRE.format(14)), account("b.txt", f"{OTHER} {phrase} {LONG}")]) == ()


IMPRINT = (
    "The Vellhaven Courier is printed on the quay by Aasland and Daughters, who also bind ledgers, cut rubber stamps "
    "and sell ink, and who will answer every letter that is signed by its writer."
)


def test_lines_that_end_the_pages_of_one_house_are_no_copy() -> None:
    fewest = WIRE.format(14).replace("Vellhaven", "Sandhaven")
    one, other = account("a.txt", f"{LONG} {LONG.upper()} {IMPRINT}"), account("b.txt", f"{fewest} {OTHER} {IMPRINT}")
    assert find_copies([one, other]) == ()
    (echo,) = find_copies([one, account("b.txt", f"{fewest} {IMPRINT} {OTHER}")])
    assert echo.copy.kind == "partial"


def test_two_long_runs_far_apart_are_a_copied_passage() -> None:
    first, second = PASSAGE.split("; ")
    one = account("a.txt", f"{first}. {OTHER} {second} {OTHER.upper()}")
    (echo,) = find_copies([one, account("b.txt", f"{LONG} {PASSAGE} {LONG * 3}")])
    assert (echo.copy.kind, len(echo.copy.spans)) == ("partial", 2)


@pytest.fixture
def soon_crowded(monkeypatch: pytest.MonkeyPatch) -> None:
    for room in (copies, crowds):
        monkeypatch.setattr(room, "CROWD", 6)


def of_many(each: str, among: int = 8) -> list[Reading]:
    """Accounts with nothing in common but what each of them prints."""
    own = ("".join(f" {word}{n} was {n} {word}s {n} high." for word in FUNDS) for n in range(among))
    return [account(f"{n}.txt", f"{each} {text}", published="2031-03-04") for n, text in enumerate(own)]


@pytest.mark.usefixtures("soon_crowded")
def test_a_report_that_a_crowd_prints_is_sought_against_one_of_them() -> None:
    crowd = of_many(f"{WIRE.format(14)} {OTHER} {IMPRINT}")
    found = find_copies(crowd)
    assert len(found) == len(crowd) - 1
    assert len({name for echo in found for name in (echo.copy.article, echo.copy.of)}) == len(crowd)
    assert len({echo.copy.of for echo in found} & {echo.copy.article for echo in found}) <= 1


@pytest.mark.usefixtures("soon_crowded")
def test_a_short_passage_that_a_crowd_prints_is_a_templates() -> None:
    assert candidates([sketched(reading) for reading in of_many(IMPRINT)]) == []
    assert len(candidates([sketched(reading) for reading in of_many(IMPRINT, 6)])) == 15


@pytest.mark.usefixtures("soon_crowded")
def test_what_a_crowd_prints_is_a_problem_of_the_record_with_what_to_do() -> None:
    crowd = of_many(IMPRINT)
    (problem,) = relate(crowd, pipeline=()).problems
    assert (problem.path, problem.stage, problem.what) == ("0.txt", "relate", "crowded passages")
    assert "of the 8 articles of its story (8 at most)" in problem.detail
    assert "capture pages without it" in problem.detail


@pytest.mark.usefixtures("soon_crowded")
def test_nothing_is_told_of_few_articles_or_of_a_crowd_with_little_in_common() -> None:
    assert with_crowds(few := of_many(IMPRINT, 6)) is few
    assert with_crowds(many := of_many("It lies deep.")) is many
