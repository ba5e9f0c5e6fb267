"""A short label or question before a bare number that says what it counts: "Survivors. The clinic says five."."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Span as Phrase
from spacy.tokens import Token

from reportedly.extract.clauses import is_clause
from reportedly.extract.draft import Parse
from reportedly.extract.echoed import is_bare
from reportedly.extract.measured import Held
from reportedly.model.mention import Figure
from reportedly.model.why import Why
from reportedly.vocabulary import table
from reportedly.vocabulary.predicates import (
    families,
    family_of_adjective,
    family_of_noun,
    family_of_participle,
    family_of_verb,
)

BACK = 3  # sentences before the number's own in which a label can stand


def labelled(figure: Figure, parse: Parse, held: Held) -> Figure:
    """The figure with the predicate and noun of its label, if it is bare and has one."""
    if not is_bare(figure):
        return figure
    for sentence in _before(held.phrase):
        if not _is_label(sentence):
            continue
        for token in sentence:
            family = _family(token)
            if family is not None:
                return _as_labelled(figure, parse, token, family)
    return figure


def _before(phrase: Phrase) -> list[Phrase]:
    own = phrase.sent.start
    before = [sentence for sentence in phrase.doc.sents if sentence.start < own]
    return before[-BACK:][::-1]


def _is_label(sentence: Phrase) -> bool:
    words = [token for token in sentence if not token.is_punct and not token.is_space]
    if not words or len(words) > int(table("counted")["label"]["longest"]):
        return False
    return sentence.text.rstrip().endswith("?") or not any(is_clause(token) for token in words)


def _family(token: Token) -> str | None:
    lemma = token.lemma_.lower()
    found = family_of_adjective(token.lower_) or family_of_participle(token.lower_) or family_of_noun(lemma)
    return found or (family_of_verb(lemma) if is_clause(token) else None)


def _as_labelled(figure: Figure, parse: Parse, token: Token, family: str) -> Figure:
    noun = token.pos_ in {"NOUN", "PROPN"}
    return replace(
        figure,
        predicate=family,
        counted=token.text if noun else None,
        counted_span=parse.span(token) if noun else None,
        count=families()[family].count,
        why=(Why("figures.v1: label", token.text),),
    )
