"""Own sentences, other than those of the benchmark: where a named place is, and when it must stay unlocated."""

import pytest
from benchmarks.places import draft_of, outcomes

from reportedly.extract.naming.names import Names
from reportedly.extract.parse import Parser
from reportedly.extract.placing.places import Places
from reportedly.model.mention import PlaceMention


def place(text: str, name: str) -> PlaceMention:
    draft = draft_of(text)
    for stage in (Parser(), Names(), Places()):
        draft = stage(draft)
    return next(one for one in draft.places if one.text == name)


@pytest.mark.parametrize(
    ("text", "name", "precision", "region"),
    [
        ("The train left Warsaw at noon.", "Warsaw", "town", "PL.78"),
        ("A barn burned in Cambridge, Massachusetts.", "Cambridge", "town", "US.MA"),
        ("Peru's army went to Trujillo.", "Trujillo", "town", "PE.13"),
        ("Voters in the Kharkiv region waited.", "Kharkiv", "region", "UA.07"),
        ("They met in Tver Oblast.", "Tver Oblast", "region", "RU.77"),
        ("Barges left Bryansk region.", "Bryansk", "region", "RU.10"),
        ("Marches took place in London, Paris, Berlin, Lisbon, Manila and Jakarta.", "Lisbon", "town", "PT.14"),
        ("The ferry left Manila for Cebu.", "Manila", "town", "PH.NCR"),
        ("It struck 55 km south of Kampong Usi in Indonesia's Aceh province.", "Kampong Usi", "region", "ID.01"),
        ("The hamlet of Zelenoverkh in Ukraine's Kherson region was shelled.", "Zelenoverkh", "region", "UA.08"),
    ],
)
def test_located(text: str, name: str, precision: str, region: str) -> None:
    found = place(text, name)
    assert (found.precision, found.region) == (precision, region)
    assert found.latitude is not None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The boat sank off Pointe Malaka.", "Pointe Malaka"),
        ("Nobody was hurt in Springfield.", "Springfield"),
        ("Troops of Belarus stood near Warsaw, Indiana.", "Warsaw"),
    ],
)
def test_unlocated_or_where_the_text_says(text: str, name: str) -> None:
    found = place(text, name)
    assert found.precision is None or found.region == "US.IN"


@pytest.mark.parametrize(
    "text",
    [
        "The tariff was signed by head of government Tam Oro Bel, to loud applause.",
        "A song was taken from Anton Split's page. On 3 May, Anton Split, a baker from the hills, sold it.",
        "The invoice went to Lincoln. On Friday, Lincoln appeared to shrug. Lincoln was asked again.",
        "Guards shouted at Victoria, and Victoria ran.",
        "She spoke for the chairs of the Trade and Commerce committees.",
        "The crane belongs to the local firms Okemah and Orme.",
        "Mayor Ellis ended the State of Emergency.",
    ],
)
def test_a_person_a_firm_and_a_condition_are_no_places(text: str) -> None:
    draft = draft_of(text)
    for stage in (Parser(), Names(), Places()):
        draft = stage(draft)
    assert draft.places == ()


def test_capitals_side_by_side_are_each_in_their_country() -> None:
    text = "The pact was backed by Tunis, Nairobi and Washington in June."
    assert [place(text, name).country for name in ("Tunis", "Nairobi", "Washington")] == ["TN", "KE", "US"]
    assert place(text, "Washington").region == "US.DC"
    assert place("Fires burned in Washington state.", "Washington").region == "US.WA"
    assert place("They met in Lincoln, Nebraska.", "Lincoln").region == "US.NE"


def test_a_relation_is_kept() -> None:
    assert place("The wreck lies a mile north of Split.", "Split").relation == "a mile north of"
    assert place("The wreck lies 12 km north of Split.", "Split").relation == "12 km north of"
    assert place("It fell near Split.", "Split").relation == "near"


def test_seas_and_countries() -> None:
    assert place("A cable broke in the Black Sea.", "Black Sea").precision == "region"
    found = place("The law was passed in Uruguay.", "Uruguay")
    assert (found.precision, found.country) == ("country", "UY")


def test_the_sentences_of_the_benchmark() -> None:
    found = [one.what for one in outcomes()]
    assert found.count("right") >= 0.95 * len(found)
    assert found.count("wrong country") <= 0.01 * len(found)
