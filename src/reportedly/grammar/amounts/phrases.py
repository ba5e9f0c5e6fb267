"""Phrases of a word list, found right before or right after a place in the tokens; the longest wins."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reportedly.grammar.tokens import Tokens, tokens


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases with what each means, by the words they are made of."""

    meanings: Mapping[tuple[str, ...], str]
    longest: int
    firsts: frozenset[str]
    lasts: frozenset[str]

    @classmethod
    def of(cls, listed: Iterable[tuple[str, str]]) -> Phrases:
        """From pairs of phrase and meaning."""
        meanings = {_words(phrase): meaning for phrase, meaning in listed}
        firsts, lasts = frozenset(words[0] for words in meanings), frozenset(words[-1] for words in meanings)
        return cls(meanings, max(map(len, meanings), default=0), firsts, lasts)

    def before(self, cut: Tokens, place: int) -> tuple[int, str] | None:
        """The first token and the meaning of the longest phrase that ends right before token `place`."""
        if cut.word(place - 1) not in self.lasts:
            return None
        words = tuple(cut.words[max(0, place - self.longest) : place])
        for start in range(len(words)):
            if (meaning := self.meanings.get(words[start:])) is not None:
                return place - len(words) + start, meaning
        return None

    def after(self, cut: Tokens, place: int) -> tuple[int, str] | None:
        """One past the last token and the meaning of the longest phrase that begins at token `place`."""
        if cut.word(place) not in self.firsts:
            return None
        words = tuple(cut.words[place : place + self.longest])
        for length in range(len(words), 0, -1):
            if (meaning := self.meanings.get(words[:length])) is not None:
                return place + length, meaning
        return None


def _words(phrase: str) -> tuple[str, ...]:
    cut = tokens(phrase)
    return tuple(cut.word(place) for place in range(len(cut)))
