"""Names compared by their words."""

from __future__ import annotations

from reportedly.relate.naming.names import likeness, same_name, words


def test_titles_accents_and_possessives_do_not_tell_names_apart() -> None:
    assert words("Lieutenant José Marañón’s") == words("jose maranon") == ("jose", "maranon")


def test_only_titles_left_are_kept() -> None:
    assert words("the president") == ("the", "president")


def test_two_spellings_of_one_name_are_one() -> None:
    assert likeness("Petrovsky", "Petrovskyy") == "same"


def test_north_is_not_south() -> None:
    assert not same_name("North Vell", "South Vell")


def test_a_short_name_stands_in_the_full_one() -> None:
    assert likeness("Krall", "Ada Krall") == "compatible"
    assert likeness("transport ministry", "Vell's transport ministry") == "compatible"


def test_a_letter_that_some_keyboards_lack_is_written_in_several_ways() -> None:
    assert likeness("Bjørn Sæther", "Bjorn Saether") == "same"
    assert likeness("Łucja Nowak", "Lucja Nowak") == "same"


def test_an_initial_stands_for_a_name_beside_the_rest_of_it() -> None:
    assert likeness("J. Holt", "Joan Holt") == "compatible"
    assert likeness("Joan H.", "Joan Holt") == "compatible"
    assert likeness("J. Holt", "Bo Holt") == "differ"
    assert likeness("H.", "Holt") == "differ"
