"""Remembered rules say what the ruler says, of every token."""

import pytest
import spacy
from spacy.language import Language
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc

from reportedly.extract.attributes import RememberedRules
from reportedly.extract.parse import MODEL

TEXTS = (
    "There are nine boats in the harbour, and there were more that nobody had counted.",
    "“I ain't gonna say it again: let's go,” she said. He's got ta be told, they've all been here before.",
    "The minister, who had been ill, did not say that it was hers.\n\n  What did he do, though? She said so herself.",
    "Y'all come on, it'd be somethin' to see 'em; c'm on. The Kessou ferry can't and won't sink, the company says.",
    "Let's see what there is: there's a boat, there were two. He's got two. I ain't told what there is there.",
    "34 people drowned since Monday because the crew didn't close the doors, which the owners deny having known.",
    "",
    " \n ",
)


@pytest.fixture(scope="module")
def model() -> Language:
    return spacy.load(MODEL, exclude=["ner"], disable=["attribute_ruler", "lemmatizer"])


@pytest.fixture
def rules(model: Language) -> RememberedRules:
    ruler, lemmatizer = model.get_pipe("attribute_ruler"), model.get_pipe("lemmatizer")
    assert isinstance(ruler, AttributeRuler)
    assert isinstance(lemmatizer, Lemmatizer)
    return RememberedRules(ruler, lemmatizer)


def by_the_pipes(model: Language, doc: Doc) -> list[tuple[str, ...]]:
    for name in ("attribute_ruler", "lemmatizer"):
        doc = model.get_pipe(name)(doc)  # type: ignore[operator]  # the stubs do not know that pipes are called
    return [(token.lemma_, token.pos_, token.tag_, token.dep_) for token in doc]


@pytest.mark.parametrize("text", TEXTS)
def test_every_token_has_what_the_pipes_give_it(model: Language, rules: RememberedRules, text: str) -> None:
    plain = by_the_pipes(model, model(text))
    assert rules(model(text)) == plain
    assert rules(model(text)) == plain  # asked, then remembered


def test_one_text_does_not_colour_the_next(model: Language, rules: RememberedRules) -> None:
    for text in TEXTS:
        rules(model(text))
    assert [rules(model(text)) for text in TEXTS] == [by_the_pipes(model, model(text)) for text in TEXTS]


def test_a_text_is_not_asked_about_twice(
    model: Language, rules: RememberedRules, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = rules(model(TEXTS[5]))

    def asked(_: Doc) -> Doc:
        raise AssertionError("the ruler was asked again")

    monkeypatch.setattr(rules, "_ruler", asked)
    assert rules(model(TEXTS[5])) == said


def test_forgotten_words_are_asked_anew(
    model: Language, rules: RememberedRules, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reportedly.extract.attributes.MOST", 3)
    assert [rules(model(text)) for text in TEXTS] == [by_the_pipes(model, model(text)) for text in TEXTS]
