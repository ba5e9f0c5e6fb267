"""Every cue word does what its example says: the sentence yields a statement whose cue is that word."""

from typing import Any

import pytest
from tests.extract.paragraphs import article, capture

from reportedly.extract import Extractor
from reportedly.extract.attributions import Attributions
from reportedly.extract.copied import Copied
from reportedly.extract.naming.names import Names
from reportedly.extract.parse import Parser, language
from reportedly.vocabulary import table

ENTRIES = [
    (part, word, row)
    for part in ("verb", "noun", "adjective", "preposition", "hearsay", "adverb")
    for word, row in table("cues")[part].items()
    if not row.get("relay")
]


@pytest.fixture(scope="session")
def extract() -> Extractor:
    return Extractor((Parser(), Names(), Attributions()))


@pytest.mark.parametrize(("part", "word", "row"), ENTRIES, ids=[f"{part}-{word}" for part, word, _ in ENTRIES])
def test_example(extract: Extractor, part: str, word: str, row: dict[str, Any]) -> None:
    it = capture(row["example"])
    cues = [s.cue.of(it.text) for s in extract(it, article(it)).statements if s.cue is not None]
    lemmas = {token.lemma_.lower() for cue in cues for token in Copied(language())(language()(cue))}
    assert word in {cue.lower() for cue in cues} | lemmas or any(word in cue.lower() for cue in cues)
