"""A known outlet is one voice, however a story spells it."""

from __future__ import annotations

import pytest
from tests.extract.paragraphs import article, capture

from reportedly.extract import Extractor
from reportedly.extract.attributions import Attributions
from reportedly.extract.naming.names import Names
from reportedly.extract.parse import Parser
from reportedly.vocabulary.outlets import known_outlet


@pytest.mark.parametrize("spelt", ["KCNA", "the Korean Central News Agency", "the Korean Central News Agency (KCNA)"])
def test_an_agency_has_one_name_under_all_its_spellings(spelt: str) -> None:
    it = capture(f"The harbour was shut, {spelt} said on Monday.")
    statements = Extractor((Parser(), Names(), Attributions()))(it, article(it)).statements
    assert [[link.name for link in s.attribution] for s in statements] == [["KCNA"]]


@pytest.mark.parametrize("name", ["the United Nations", "Kenya", "National Television"])
def test_what_is_left_of_an_outlets_name_is_not_the_outlet(name: str) -> None:
    assert known_outlet(name) is None


def test_an_outlet_is_known_without_the_word_for_its_kind() -> None:
    found = known_outlet("the Tass news agency")
    assert found is not None
    assert found.name == "TASS"
