"""Remembered rules say what the ruler says, of every token."""

import pytest
import spacy
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from reportedly.extract.attributes import RememberedRules
from reportedly.extract.parse import MODEL

TEXTS = (
    "There are nine boats in the harbour, and there were more that nobody had counted.",
    "“I ain't gonna say it again: let's go,” she said. He's got ta be told, they've all been here before.",
    "The minister, who had been ill, did not say that it was hers.\n\n  What did he do, though? She said so herself.",
    "Y'all come on, it'd be somethin' to see 'em; c'm on. The Kessou ferry can't and won't sink, the company says.",
    "34 people drowned since Monday because the crew didn't close the doors, which the owners deny having known.",
    "",
    " \n ",
)


@pytest.fixture(scope="module")
def parsed() -> tuple[AttributeRuler, list[Doc]]:
    model = spacy.load(MODEL, exclude=["ner", "lemmatizer"])
    ruler = model.remove_pipe("attribute_ruler")[1]
    assert isinstance(ruler, AttributeRuler)
    return ruler, list(model.pipe(TEXTS))


@pytest.mark.parametrize("number", range(len(TEXTS)))
def test_every_token_has_what_the_ruler_gives_it(parsed: tuple[AttributeRuler, list[Doc]], number: int) -> None:
    ruler, docs = parsed
    rules = RememberedRules(ruler)
    for _ in range(2):  # asked, then remembered
        plain, quick = ruler(docs[number].copy()), rules(docs[number].copy())
        for one, other in zip(plain, quick, strict=True):
            assert (one.pos_, one.tag_, one.dep_, str(one.morph), one.lemma_) == (
                other.pos_,
                other.tag_,
                other.dep_,
                str(other.morph),
                other.lemma_,
            )


def test_most_texts_are_not_asked_about_twice(
    parsed: tuple[AttributeRuler, list[Doc]], monkeypatch: pytest.MonkeyPatch
) -> None:
    ruler, docs = parsed
    rules = RememberedRules(ruler)
    rules(docs[4].copy())

    def asked(doc: Doc) -> Doc:
        raise AssertionError("the ruler was asked again")

    monkeypatch.setattr(rules, "_ruler", asked)
    assert [token.pos_ for token in rules(docs[4].copy())] == [token.pos_ for token in ruler(docs[4].copy())]
