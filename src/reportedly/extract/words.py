"""A parsed text as plain objects: words with their grammar, phrases, sentences.

They name things as spaCy does. spaCy makes a new object at every access to a word and looks its strings up each time,
and the rules of this room look at each word some hundred times: read once into slots, they cost a fifth. Nothing
changes after `Doc` is made, and a word is one object, so that comparing two is comparing identities.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, overload


@dataclass(slots=True, eq=False, repr=False)
class Token:
    """One word or mark: `i` is its number, `idx` its first code point in the text; a root is its own head.

    `children` are in order of the text; the parts of speech and relations are those of the English model.
    """

    doc: Doc
    i: int
    idx: int
    text: str
    lower_: str
    is_alpha: bool
    is_punct: bool
    is_space: bool
    is_lower: bool
    is_upper: bool
    like_num: bool
    lemma_: str
    pos_: str
    tag_: str
    dep_: str
    is_sent_start: bool
    whitespace_: str  # the blank behind it, if there is one
    head: Token = field(init=False)
    children: tuple[Token, ...] = field(init=False, default=())

    def __len__(self) -> int:
        """Length in code points, without the blank behind."""
        return len(self.text)

    def __repr__(self) -> str:
        """The word as it is written."""
        return self.text

    @property
    def ancestors(self) -> Iterator[Token]:
        """Its head, the head of that, and so on up to the root of the sentence."""
        word = self
        while word.head is not word:
            word = word.head
            yield word

    @property
    def subtree(self) -> list[Token]:
        """The word and all that hangs on it, in order of the text."""
        words: list[Token] = []
        own = True
        for child in self.children:
            if own and child.i > self.i:
                own = False
                words.append(self)
            if child.children:
                words += child.subtree
            else:
                words.append(child)
        if own:
            words.append(self)
        return words

    @property
    def left_edge(self) -> Token:
        """The first word of its subtree."""
        return self.doc.tokens[min([word.i for word in self.subtree])] if self.children else self

    @property
    def right_edge(self) -> Token:
        """The last word of its subtree."""
        return self.doc.tokens[max([word.i for word in self.subtree])] if self.children else self

    @property
    def sent(self) -> Phrase:
        """The sentence that it stands in."""
        return self.doc.sentence(self.i)

    def nbor(self, steps: int = 1) -> Token:
        """The word so many steps on; IndexError behind the end."""
        return self.doc.tokens[self.i + steps]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words `start` to `end` (half-open) of a text."""

    doc: Doc
    start: int
    end: int

    def __iter__(self) -> Iterator[Token]:
        """Word by word."""
        return iter(self.doc.tokens[self.start : self.end])

    def __len__(self) -> int:
        """How many words."""
        return self.end - self.start

    def __getitem__(self, at: int) -> Token:
        """One word, counted from the first of the phrase, or from its end where `at` is negative."""
        return self.doc.tokens[self.start : self.end][at]

    @property
    def start_char(self) -> int:
        """Its first code point in the text."""
        tokens = self.doc.tokens
        return tokens[self.start].idx if self.start < len(tokens) else len(self.doc.text)

    @property
    def end_char(self) -> int:
        """The code point behind its last word."""
        if not len(self):
            return self.start_char
        last = self.doc.tokens[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        """The phrase as it is written."""
        return self.doc.text[self.start_char : self.end_char]

    @property
    def root(self) -> Token:
        """The word nearest to the root of the sentence, of several the first."""
        heads = [word for word in self if word.head is word or not self.start <= word.head.i < self.end]
        return min(heads, key=_depth, default=self.doc.tokens[self.start])

    @property
    def sent(self) -> Phrase:
        """The sentence in which it begins."""
        return self.doc.sentence(self.start)


def _depth(word: Token) -> int:
    if word.head is not word and not word.children and (word.is_space or word.is_punct):
        return len(word.doc)  # a mark is the root only where nothing else can be
    return sum(1 for _ in word.ancestors)


class Doc:
    """A text with its words in order and its sentences."""

    __slots__ = ("_ends", "_starts", "sents", "text", "tokens")

    def __init__(self, text: str, rows: Sequence[tuple[Any, ...]], heads: Sequence[int]) -> None:
        """`rows` holds the fields of each token from `i` to `whitespace_`, `heads` the number of each one's head."""
        self.text = text
        self.tokens = tokens = tuple(Token(self, *row) for row in rows)
        below: dict[int, list[Token]] = {}
        for token, head in zip(tokens, heads, strict=True):
            token.head = tokens[head]
            if head != token.i:
                below.setdefault(head, []).append(token)
        for above, children in below.items():
            tokens[above].children = tuple(children)
        self._starts = [token.i for token in tokens if token.is_sent_start or token.i == 0]
        self._ends = [token.idx + len(token.text) + len(token.whitespace_) for token in tokens]
        bounds = pairwise([*self._starts, len(tokens)])
        self.sents = tuple(Phrase(self, start, end) for start, end in bounds)

    def __iter__(self) -> Iterator[Token]:
        """Word by word."""
        return iter(self.tokens)

    def __len__(self) -> int:
        """How many words and marks."""
        return len(self.tokens)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Phrase: ...
    def __getitem__(self, at: int | slice) -> Token | Phrase:
        """A word by its number, or the phrase of a slice."""
        if isinstance(at, int):
            return self.tokens[at]
        start, end, _ = at.indices(len(self.tokens))
        return Phrase(self, start, max(start, end))

    def sentence(self, at: int) -> Phrase:
        """The sentence in which a word stands."""
        return self.sents[bisect_right(self._starts, at) - 1]

    def char_span(self, start: int, end: int, *, whole: bool = False) -> Phrase | None:
        """The words that code points `start` to `end` touch, or None; `whole`: only if they are exactly those words."""
        first, last = self._at(start), self._at(end - 1)
        if first is None or last is None:
            return None
        if whole and (start != first.idx or end != last.idx + len(last.text)):
            return None
        if start == first.idx + len(first.text):  # the blank behind a word is not part of it
            return Phrase(self, first.i + 1, last.i + 1)
        return Phrase(self, first.i, last.i + 1)

    def _at(self, place: int) -> Token | None:
        at = bisect_right(self._ends, place)
        return self.tokens[at] if place >= 0 and at < len(self.tokens) else None
