"""What spaCy found in a text, read once into plain words."""

from __future__ import annotations

from typing import Any

import spacy.tokens
from spacy.language import Language
from spacy.vocab import Vocab

from reportedly.extract.attributes import MOST, RememberedRules
from reportedly.extract.words import Doc

READ: list[int | str] = ["IDX", "ORTH", "SENT_START", "SPACY", "HEAD"]


class Copied:
    """Makes a `Doc` of each of spaCy's; what a form is (its lower case, whether a number) is asked of it once."""

    def __init__(self, language: Language) -> None:
        ruler: Any = language.get_pipe("attribute_ruler")
        lemmatizer: Any = language.get_pipe("lemmatizer")
        self._rules = RememberedRules(ruler, lemmatizer)
        self._forms = _Forms(language.vocab)

    def __call__(self, doc: spacy.tokens.Doc, text: str | None = None) -> Doc:
        """The text with its words, their grammar and its sentences; `text` where its marks are not those parsed."""
        if text is None:
            text = doc.text
        forms = self._forms
        rows, heads = [], []
        read = zip(doc.to_array(READ).astype("int64").tolist(), self._rules(doc), strict=True)
        for i, ((idx, form, begins, blank, head), said) in enumerate(read):
            known = forms[form]
            if "'" in known[0] and not text.startswith(known[0], idx):
                known = _as_written(text[idx : idx + len(known[0])], known)
            rows.append((i, idx, *known, *said, begins == 1, " " if blank else ""))
            heads.append(i + head)
        return Doc(text, rows, heads)


def _as_written(word: str, known: tuple[Any, ...]) -> tuple[Any, ...]:
    """The fields of a form that was parsed with other marks."""
    return (word, word.lower(), *known[2:])


class _Forms(dict[int, tuple[Any, ...]]):
    """The fields of a token that hang on its form alone, from `text` to `like_num`."""

    def __init__(self, vocab: Vocab) -> None:
        self._vocab = vocab

    def __missing__(self, number: int) -> tuple[Any, ...]:
        if len(self) > MOST:
            self.clear()
        word = self._vocab[number % 2**64]
        flags = (word.is_alpha, word.is_punct, word.is_space, word.is_lower, word.is_upper, word.like_num)
        self[number] = found = (word.text, word.lower_, *flags)
        return found
