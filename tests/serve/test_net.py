"""The picture of who relies on whom: what its lines tie together."""

from reportedly.serve.views.origins import _relays
from reportedly.store.pages import Way


def way(origin: str, *via: str, answers: int = 1) -> Way:
    """`via` runs from the nearest relay, as a record has it."""
    return Way("The Courier", origin, None, True, via, answers, 1)


def test_who_passes_on_what_a_relay_told_stands_behind_it() -> None:
    told = [way("a minister", "The Ledger", "state radio"), way("a witness", "state radio"), way("a clerk", "The Wire")]
    assert _relays(told) == [["state radio", "The Wire"], ["The Ledger"]]


def test_a_relay_of_relays_stands_behind_them_even_where_it_heard_others_itself() -> None:
    told = [way("a mayor", "the doctor", "the institute"), way("the institute", "the doctor", answers=9)]
    assert _relays(told) == [["the institute"], ["the doctor"]]


def test_one_rank_is_enough_where_none_relies_on_another() -> None:
    assert _relays([way("a minister", "state radio"), way("a clerk")]) == [["state radio"]]
    assert _relays([way("a clerk")]) == []


def test_an_outlet_that_was_told_itself_and_an_origin_stand_once() -> None:
    told = [way("a clerk", "THE COURIER"), way("Inès Amar", "Ines Amar", "The Wire")]
    assert _relays(told) == [["The Wire"]]
