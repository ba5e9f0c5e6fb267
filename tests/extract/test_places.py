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


def test_a_relation_is_kept() -> None:
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
