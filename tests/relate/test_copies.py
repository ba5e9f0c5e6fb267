"""Copies found by sketch and verified by alignment."""

from __future__ import annotations

from newsroom import account

from reportedly.relate.copying.copies import find_copies
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
