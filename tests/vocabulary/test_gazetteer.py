import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reportedly.vocabulary.gazetteer import area, bearers, key_of
from reportedly.vocabulary.places import country_codes, peoples, variants, waters


@pytest.mark.parametrize(
    ("name", "key"),
    [("Kraków", "krakow"), ("Port-au-Prince", "port au prince"), ("N’Djaména", "n'djamena"), ("Łódź", "lodz")],
)
def test_key_of(name: str, key: str) -> None:
    assert key_of(name) == key


def test_bearers_stand_with_most_people_first() -> None:
    people = [entry.people for entry in bearers("london")]
    assert people == sorted(people, reverse=True)
    assert (bearers("london")[0].country, len(people) > 3) == ("GB", True)


@given(st.text(max_size=12))
@example("@Þ")  # "@th" is where Thailand stands, and the name of nothing
def test_any_key_is_looked_up_without_error(name: str) -> None:
    assert all(key_of(entry.name) == key_of(name) for entry in bearers(key_of(name)))


def test_the_first_and_the_last_line_are_found() -> None:
    assert area("AD") is not None
    assert bearers("zywiec")


def test_every_country_of_the_table_is_in_the_gazetteer_or_has_no_town() -> None:
    lacking = {code for code in country_codes().values() if area(code) is None}
    assert lacking <= {"VA"}


def test_every_variant_leads_somewhere() -> None:
    for key, (spelled, within) in variants().items():
        assert any(entry.country == within for entry in bearers(spelled)), key


def test_people_and_waters() -> None:
    assert (peoples()["Danes"], peoples()["Scottish"]) == ("DK", "GB.SCT")
    assert "red sea" in waters()
