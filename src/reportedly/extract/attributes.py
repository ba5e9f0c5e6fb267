"""Parts of speech and lemmas by the model's own rules, each asked once: by a word's tag, form and relation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc, Span, Token

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
        self._stretches: dict[tuple[tuple[int, ...], ...], list[Said]] = {}
        self._opening: dict[tuple[int, ...], list[Any]] = {}  # words that begin a rule of two: what may follow
        self._forms: dict[int, int] = {}  # each form, or ANY for one that no rule speaks of
        rules: Any = ruler.patterns
        patterns = [pattern for rule in rules for pattern in rule["patterns"]]
        self._spoken = [token["LOWER"] for pattern in patterns for token in pattern if "LOWER" in token]
        self._pairs: list[list[dict[str, Any]]] = [pattern for pattern in patterns if len(pattern) > 1]

    def __call__(self, doc: Doc) -> list[Said]:
        """What is said of each token of a tagged and parsed text."""
        words: list[tuple[int, ...]] = list(map(tuple, doc.to_array(SEEN).tolist()))
        if len(self._known) > MOST:
            for remembered in (self._known, self._forms, self._stretches, self._opening):
                remembered.clear()
        new = {word: doc[i] for i, word in enumerate(words) if word not in self._known}
        given = {word: self._given(doc, token) for word, token in new.items()}
        if None in given.values():
            return [(t.lemma_, t.pos_, t.tag_, t.dep_) for t in self._lemmatizer(self._ruler(doc))]
        for word, rules in given.items():
            assert rules is not None  # noqa: S101 - for the type checker
            if following := [then["LOWER"] for first, then in self._pairs if _begins(first, new[word])]:
                self._opening[word] = following
            self._known[word] = self._said(new[word], rules)
        said = [self._known[word] for word in words]
        if not self._opening.keys().isdisjoint(words):
            for start, end in self._joined(doc, words):
                said[start:end] = self._together(doc[start:end], words[start:end])
        return said

    def _joined(self, doc: Doc, words: Sequence[tuple[int, ...]]) -> Iterator[tuple[int, int]]:
        """The stretches of tokens, half-open, in which a rule of two may hold for each token and the next."""
        start = 0
        for at, word in enumerate(words):
            following = self._opening.get(word, ()) if at + 1 < len(words) else ()
            if any(_fits(condition, doc[at + 1].lower_) for condition in following):
                continue
            if at > start:
                yield start, at + 1
            start = at + 1

    def _together(self, stretch: Span, words: Sequence[tuple[int, ...]]) -> list[Said]:
        """What is said of tokens of which rules speak together."""
        key = tuple(words)
        if key not in self._stretches:
            tags, relations = ([stretch.vocab.strings[word[field]] for word in words] for field in (1, 2))
            given = self._ask(stretch.doc, tags, [token.lower_ for token in stretch], relations)
            self._stretches[key] = [self._said(token, rules) for token, rules in zip(stretch, given, strict=True)]
        return self._stretches[key]

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
            tag, word, dependency = (doc.vocab.strings[value] for value in key[:3])
            self._rules[key] = next(self._ask(doc, [tag], [word], [dependency])) if dependency else None
        return self._rules[key]

    def _ask(self, doc: Doc, tags: list[str], forms: list[str], dependencies: list[str]) -> Iterator[Given]:
        heads = list(range(len(forms)))
        for token in self._ruler(Doc(doc.vocab, words=forms, tags=tags, heads=heads, deps=dependencies)):
            morph: int = token.morph.key  # type: ignore[attr-defined]  # likewise
            yield token.pos, morph, token.lemma, token.tag, token.dep


def _begins(first: dict[str, Any], token: Token) -> bool:
    """Whether a rule may begin with a token; its tag is not looked at, so it may be too careful."""
    return _fits(first.get("LOWER"), token.lower_) and _fits(first.get("DEP"), token.dep_)


def _fits(condition: str | dict[str, Any] | None, value: str) -> bool:
    if condition is None or isinstance(condition, str):
        return condition in (None, value)
    if "REGEX" in condition:
        return re.search(condition["REGEX"], value) is not None
    return value in condition["IN"] if "IN" in condition else True
