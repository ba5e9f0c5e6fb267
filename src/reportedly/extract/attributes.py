"""Parts of speech by the model's own rules, each asked once: they look at a word's tag, form and place in the tree."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

Key = tuple[int, int, int, int]
Given = tuple[int, int, int, int, int]  # part of speech, morphology, lemma (0: none), tag, dependency
SEEN: list[int | str] = ["TAG", "LOWER", "DEP", "IS_SPACE"]
ANY = "anyword"  # stands for every form that no rule speaks of


class RememberedRules:
    """Gives tokens exactly what spaCy's attribute ruler gives them, in a tenth of its time.

    Nearly all rules of the English model look at one token: its tag, its lower-cased form, its dependency and whether
    it is a space. What they say of such a token is asked once a process and kept. A text with a word that a rule of
    several tokens can begin with ("gon" of "gonna") goes to the ruler itself.
    """

    name = "remembered_rules"

    def __init__(self, ruler: AttributeRuler) -> None:
        self._ruler = ruler
        self._known: dict[Key, Given | None] = {}  # None: only the ruler can tell
        self._forms: dict[int, int] = {}  # each form, or ANY for one that no rule speaks of
        rules: Any = ruler.patterns
        patterns = [pattern for rule in rules for pattern in rule["patterns"]]
        self._spoken = [token["LOWER"] for pattern in patterns for token in pattern if "LOWER" in token]
        self._openers: list[dict[str, Any]] = [pattern[0] for pattern in patterns if len(pattern) > 1]

    def __call__(self, doc: Doc) -> Doc:
        """The text with parts of speech, morphology and irregular lemmas."""
        keys = [self._key(doc, *values) for values in doc.to_array(SEEN).tolist()]
        for token, key in zip(doc, keys, strict=True):
            given = self._known[key]
            if given is None:
                return self._ruler(doc)
            token.pos, morph, lemma, token.tag, token.dep = given
            token.set_morph(morph)  # type: ignore[attr-defined]  # spaCy has it, its stubs do not
            if lemma:
                token.lemma = lemma
        return doc

    def pipe(self, docs: Iterable[Doc], *, batch_size: int = 0) -> Iterator[Doc]:
        """One text after the other."""
        return map(self, docs)

    def _key(self, doc: Doc, tag: int, form: int, dependency: int, space: int) -> Key:
        """What the rules see of a token; whatever they say of it is known after this."""
        spoken = self._forms.get(form)
        if spoken is None:
            word = doc.vocab.strings[form]
            known = space or any(_fits(condition, word) for condition in self._spoken)
            spoken = self._forms[form] = form if known else doc.vocab.strings.add(ANY)
        key = (tag, spoken, dependency, space)
        if key not in self._known:
            self._known[key] = self._ask(doc, *(doc.vocab.strings[value] for value in key[:3]))
        return key

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
