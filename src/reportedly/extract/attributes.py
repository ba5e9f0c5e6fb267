"""Parts of speech and lemmas by the model's own rules, each asked once: by a word's tag, form and relation."""

from __future__ import annotations

import re
from typing import Any

from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc, Token

Said = tuple[str, str, str, str]  # lemma, part of speech, tag, relation
Given = tuple[int, int, int, int, int]  # part of speech, morphology, lemma (0: none), tag, relation
SEEN: list[int | str] = ["ORTH", "TAG", "DEP"]
ANY = "anyword"  # stands for every form that no rule speaks of
MOST = 50_000  # words kept, some 300 bytes each; when there are more, all are forgotten and asked anew


class RememberedRules:
    """Says of tokens exactly what spaCy's attribute ruler and lemmatizer give them, in a tenth of their time.

    Nearly all rules of the English model look at one token: its tag, its lower-cased form, its relation and whether
    it is a space. What they say of such a token is asked once a process and kept. A text with a word that a rule of
    several tokens can begin with ("gon" of "gonna") goes through the ruler itself.
    """

    def __init__(self, ruler: AttributeRuler, lemmatizer: Lemmatizer) -> None:
        self._ruler = ruler
        self._lemmatizer = lemmatizer
        self._known: dict[tuple[int, ...], Said] = {}
        self._rules: dict[tuple[int, ...], Given | None] = {}  # None: only the ruler can tell
        self._forms: dict[int, int] = {}  # each form, or ANY for one that no rule speaks of
        rules: Any = ruler.patterns
        patterns = [pattern for rule in rules for pattern in rule["patterns"]]
        self._spoken = [token["LOWER"] for pattern in patterns for token in pattern if "LOWER" in token]
        self._openers: list[dict[str, Any]] = [pattern[0] for pattern in patterns if len(pattern) > 1]

    def __call__(self, doc: Doc) -> list[Said]:
        """What is said of each token of a tagged and parsed text."""
        words: list[tuple[int, ...]] = list(map(tuple, doc.to_array(SEEN).tolist()))
        if len(self._known) > MOST:
            self._known.clear()
            self._forms.clear()
        new = {word: doc[i] for i, word in enumerate(words) if word not in self._known}
        given = {word: self._given(doc, token) for word, token in new.items()}
        if None in given.values():
            return [(t.lemma_, t.pos_, t.tag_, t.dep_) for t in self._lemmatizer(self._ruler(doc))]
        for word, rules in given.items():
            assert rules is not None  # noqa: S101 - for the type checker
            self._known[word] = self._said(new[word], rules)
        return [self._known[word] for word in words]

    def _said(self, token: Token, given: Given) -> Said:
        token.pos, morph, lemma, token.tag, token.dep = given
        token.set_morph(morph)  # type: ignore[attr-defined]  # spaCy has it, its stubs do not
        if lemma:
            token.lemma = lemma
        else:
            token.lemma_ = self._lemmatizer.lemmatize(token)[0]
        return token.lemma_, token.pos_, token.tag_, token.dep_

    def _given(self, doc: Doc, token: Token) -> Given | None:
        """What the rules say of a token."""
        form = self._forms.get(token.lower)
        if form is None:
            known = token.is_space or any(_fits(condition, token.lower_) for condition in self._spoken)
            form = self._forms[token.lower] = token.lower if known else doc.vocab.strings.add(ANY)
        key = (token.tag, form, token.dep, token.is_space)
        if key not in self._rules:
            self._rules[key] = self._ask(doc, *(doc.vocab.strings[value] for value in key[:3]))
        return self._rules[key]

    def _ask(self, doc: Doc, tag: str, form: str, dependency: str) -> Given | None:
        if not dependency or any(_opens(opener, form, dependency) for opener in self._openers):
            return None
        token = self._ruler(Doc(doc.vocab, words=[form], tags=[tag], heads=[0], deps=[dependency]))[0]
        morph: int = token.morph.key  # type: ignore[attr-defined]  # likewise
        return token.pos, morph, token.lemma, token.tag, token.dep


def _opens(opener: dict[str, Any], form: str, dependency: str) -> bool:
    """Whether a token may be the first of a longer rule; its tag is not looked at, so it may be too careful."""
    return _fits(opener.get("LOWER"), form) and _fits(opener.get("DEP"), dependency)


def _fits(condition: str | dict[str, Any] | None, value: str) -> bool:
    if condition is None or isinstance(condition, str):
        return condition in (None, value)
    if "REGEX" in condition:
        return re.search(condition["REGEX"], value) is not None
    return value in condition["IN"] if "IN" in condition else True
