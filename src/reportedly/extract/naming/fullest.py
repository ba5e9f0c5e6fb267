"""From a short form of a name to the fullest that the article gives: "Brook" to "Ada Brook", "NIS" to its words."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache

from reportedly.extract.naming.capitals import words
from reportedly.extract.naming.kinds import ACRONYM, listed
from reportedly.model.mention import NameKind


class Fullest:
    """The names of one article and which of them is short for which; where two could be meant, none is."""

    def __init__(self, names: Iterable[str], kinds: Mapping[str, NameKind | None]) -> None:
        self._names = sorted(set(names), key=lambda name: (-len(name), name))
        self._kinds = kinds
        self._found: dict[str, str] = {}

    def of(self, name: str) -> str:
        """The fullest form of a name of this article; itself where there is no fuller one, or more than one."""
        if name not in self._found:
            fuller = [other for other in self._names if other != name and self._is_short_for(name, other)]
            roots = [
                one for one in fuller if not any(other != one and self._is_short_for(one, other) for other in fuller)
            ]
            self._found[name] = roots[0] if len({_plain(root) for root in roots}) == 1 else name
        return self._found[name]

    def _is_short_for(self, short: str, full: str) -> bool:
        mine, theirs = parts(short), parts(full)
        if self._kinds.get(short) == "place":
            return False
        if self._kinds.get(full) == "person":
            return (len(mine) < len(theirs) or (mine == theirs and short.isupper() > full.isupper())) and _names_person(
                mine, theirs
            )
        if len(theirs) <= len(mine) and not (ACRONYM.fullmatch(short) and len(theirs) > 1):
            return len(mine) == len(theirs) and mine == theirs and short.isupper() and not full.isupper()
        if ACRONYM.fullmatch(short):
            return _initials(full) == short.replace("-", "")
        if self._kinds.get(full) == "place":
            return False
        return len(mine) > 1 and theirs[-len(mine) :] == mine and mine[0] not in listed("organisation", "heads")


def _names_person(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    if mine[-1] == theirs[-1]:
        return set(mine) <= set(theirs)
    return len(mine) == 1 and mine[0] == theirs[0]


@lru_cache(maxsize=8_192)
def parts(name: str) -> tuple[str, ...]:
    """The words of a name without accents and case."""
    return tuple(_plain(word.text) for word in words(name))


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in folded if not unicodedata.combining(letter))


@lru_cache(maxsize=8_192)
def _initials(name: str) -> str:
    return "".join(word.text[0] for word in words(name) if word.capital).upper()
