"""What spaCy found in a text, read once into plain words."""

from __future__ import annotations

from typing import Any

import spacy.tokens
from spacy.vocab import Vocab

from reportedly.extract.words import Doc

READ: list[int | str] = ["IDX", "ORTH", "LEMMA", "POS", "TAG", "DEP", "SENT_START", "SPACY", "HEAD"]


class Copied:
    """Makes a `Doc` of each of spaCy's; what a form is (its lower case, whether a number) is asked of it once."""

    def __init__(self, vocab: Vocab) -> None:
        self._forms = _Forms(vocab)
        self._strings = _Strings(vocab)

    def __call__(self, doc: spacy.tokens.Doc) -> Doc:
        """The text with its words, their grammar and its sentences."""
        forms, strings = self._forms, self._strings
        rows, heads = [], []
        for i, row in enumerate(doc.to_array(READ).astype("int64").tolist()):
            idx, form, lemma, pos, tag, dep, begins, blank, head = row
            grammar = (strings[lemma], strings[pos], strings[tag], strings[dep], begins == 1)
            rows.append((i, idx, *forms[form], *grammar, " " if blank else ""))
            heads.append(i + head)
        return Doc(doc.text, rows, heads)


class _Strings(dict[int, str]):
    """spaCy's strings by their numbers, which the array of a text holds as signed ones."""

    def __init__(self, vocab: Vocab) -> None:
        self._vocab = vocab

    def __missing__(self, number: int) -> str:
        self[number] = found = self._vocab.strings[number % 2**64] if number else ""
        return found


class _Forms(dict[int, tuple[Any, ...]]):
    """The fields of a token that hang on its form alone, from `text` to `like_num`."""

    def __init__(self, vocab: Vocab) -> None:
        self._vocab = vocab

    def __missing__(self, number: int) -> tuple[Any, ...]:
        word = self._vocab[number % 2**64]
        flags = (word.is_alpha, word.is_punct, word.is_space, word.is_lower, word.is_upper, word.like_num)
        self[number] = found = (word.text, word.lower_, *flags)
        return found
