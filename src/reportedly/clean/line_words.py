"""What the words of a line add up to. The same words come in line after line, so each is looked at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Set
from itertools import chain
from typing import NamedTuple, TypeVar

from reportedly.vocabulary import table

WORD = re.compile(r"[\w’'-]+|©")
LONGER = 5  # letters of a word that says what a text is about
MOST = 65_536  # words that are remembered before all are forgotten
BITS = 20  # of each of the counts that are kept in one number
COUNT = (1 << BITS) - 1
Answer = TypeVar("Answer")


class Counted(NamedTuple):
    """How many words a line has, how many are function words, and how many begin with a capital.

    `longer` are its words of `LONGER` letters and more, `telling` those that flags or cues ask for; in small letters.
    """

    words: int
    function: int
    capitals: int
    longer: frozenset[str]
    telling: frozenset[str]


class Remembered(dict[str, Answer]):
    """What a question says of each word, looked up as in a dictionary, which costs less than a call."""

    def __init__(self, ask: Callable[[str], Answer]) -> None:
        super().__init__()
        self._ask = ask

    def __missing__(self, word: str) -> Answer:
        if len(self) >= MOST:
            self.clear()
        answer = self[word] = self._ask(word)
        return answer


class LineWords:
    """Counts the words of lines: those of each run between white space are counted once."""

    def __init__(self, telling: Set[str]) -> None:
        function = frozenset(table("lines")["function"]["words"].split())

        def count(word: str) -> int:
            return 1 + ((word.lower() in function) << BITS) + (word[0].isupper() << 2 * BITS)

        self._counts = Remembered(lambda run: sum(map(count, WORD.findall(run))))
        self._longer = Remembered(lambda run: tuple(word for word in small_words(run) if len(word) >= LONGER))
        self._telling = Remembered(lambda run: tuple(word for word in small_words(run) if word in telling))

    def __call__(self, text: str) -> Counted:
        """What the words of a text add up to."""
        runs = text.split()
        count = sum(map(self._counts.__getitem__, runs))
        return Counted(
            count & COUNT,
            count >> BITS & COUNT,
            count >> 2 * BITS,
            frozenset(chain.from_iterable(map(self._longer.__getitem__, runs))),
            frozenset(chain.from_iterable(map(self._telling.__getitem__, runs))),
        )


def small_words(text: str) -> list[str]:
    """The words of a text in small letters."""
    return [word.lower() for word in WORD.findall(text)]
