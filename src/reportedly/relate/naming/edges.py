"""Which names of one story mean one thing: a short one for its fuller one, letters for their words, other spellings."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from reportedly.extract.naming.kinds import countries, peoples
from reportedly.model.mention import NameKind
from reportedly.model.why import Why
from reportedly.relate.judged import NAME, Judged
from reportedly.relate.naming.names import OWNER, WORD, inside, words
from reportedly.relate.naming.spelling import sound, stands_for
from reportedly.relate.terms import stem
from reportedly.vocabulary import listed

Key = tuple[str, ...]
Edge = tuple[Key, Key, Why]
BODIES = frozenset({"organisation", "outlet", "group", "unit"})


@dataclass(slots=True)
class Spelled:
    """The names of some readings by their words: how each was spelled, of what kind, and in what roles."""

    spellings: defaultdict[Key, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    kinds: defaultdict[Key, Counter[NameKind]] = field(default_factory=lambda: defaultdict(Counter))
    roles: defaultdict[Key, set[str]] = field(default_factory=lambda: defaultdict(set))

    def kindred(self, one: Key, other: Key) -> bool:
        """Whether two names can be of one kind."""
        mine, theirs = self.kinds.get(one), self.kinds.get(other)
        return not mine or not theirs or not mine.keys().isdisjoint(theirs)


def id_of(key: Key) -> str:
    """The id of a name in judgements."""
    return NAME + " ".join(key)


def edges(spelled: Spelled, judged: Judged) -> Iterator[Edge]:
    """Every join of two names, the decisions of people first."""
    keys = sorted(spelled.spellings)
    yield from _decided(spelled, judged)
    yield from _fuller(keys, spelled, judged)
    yield from _letters(keys, spelled)


def _decided(spelled: Spelled, judged: Judged) -> Iterator[Edge]:
    for pair, by in judged.same_names.items():
        one, other = (tuple(name.removeprefix(NAME).split()) for name in pair)
        if one in spelled.spellings and other in spelled.spellings:
            yield one, other, Why("judgement: same name", f"{' '.join(one)} = {' '.join(other)}, says {by}")


def _fuller(keys: Sequence[Key], spelled: Spelled, judged: Judged) -> Iterator[Edge]:
    """A name joins the one fuller name that holds it; where several do that are not one, it stays apart."""
    index: defaultdict[str, list[Key]] = defaultdict(list)
    for key in keys:
        for sign in {sign for word in key for sign in _signs(word)}:
            index[sign].append(key)
    for key in keys:
        whole = [word for word in key if len(word) > 1] or key  # an initial finds whatever begins with it
        near = min((dict.fromkeys(k for sign in _signs(word) for k in index[sign]) for word in whole), key=len)
        fuller = [
            other
            for other in near
            if other != key
            and len(other) >= len(key)
            and spelled.kindred(key, other)
            and inside(key, other)
            and (key not in _states() or other in _states())
            and not _owns(key, other, spelled)
            and not _describes(key, other, spelled)
            and not judged.names_apart(id_of(key), id_of(other))
        ]
        root = max(fuller, key=lambda other: (len(other), _told(other, spelled), other), default=None)
        if root is not None and all(inside(other, root) for other in fuller):
            if len(root) > len(key):
                yield key, root, Why("one fuller name", f"{' '.join(key)} < {' '.join(root)}")
            else:
                yield key, root, Why("another spelling", f"{' '.join(key)} = {' '.join(root)}")


@cache
def _states() -> frozenset[Key]:
    """Countries and their people by their words: whole names, which longer ones only make use of."""
    return frozenset(map(words, countries() | peoples()))


def _owns(key: Key, other: Key, spelled: Spelled) -> bool:
    """Whether a name is the owner that another one names: COMOL is not "COMOL's freight office"."""
    owners = (OWNER.match(text) for text in spelled.spellings[other])
    return any(owner is not None and words(owner[1]) == key for owner in owners)


def _signs(word: str) -> tuple[str, str]:
    """By what two spellings of a word are found: its first letters, or its sound ("tacurin" and "takurin")."""
    return word[:4], f"={sound(word)}"


def _describes(key: Key, other: Key, spelled: Spelled) -> bool:
    """Whether a longer name only makes use of a name, to describe somebody or something else.

    The dam is not "a guard at the dam", nor a ministry "a ministry letter": the noun that such words are about, their
    last one or the one before a preposition, is a common one that the name does not have.
    """
    if "person" in spelled.kinds.get(key, ()) or "person" in spelled.kinds.get(other, ()):
        return False
    heads = [_head(text) for text in spelled.spellings[other]]
    return all(head is not None and stem(head) not in map(stem, key) for head in heads)


@cache
def _preposition() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{'|'.join(sorted(listed('words', 'little', 'prepositions')))})\s")


def _head(text: str) -> str | None:
    """The common noun that some words are about; None where that is a name, or a title."""
    found: list[str] = WORD.findall(_preposition().split(text, maxsplit=1)[0])
    if not found or not found[-1].islower() or len(words(f"x {found[-1]}")) == 1:
        return None
    return found[-1]


def _told(key: Key, spelled: Spelled) -> int:
    return sum(spelled.spellings[key].values())


def _letters(keys: Sequence[Key], spelled: Spelled) -> Iterator[Edge]:
    """Letters join the one name whose initials they are."""
    bodies = [key for key in keys if _body(spelled.kinds.get(key))]
    long = [(key, tuple(spelled.spellings[key])) for key in bodies if len(key) > 1]
    for key in bodies:
        if len(key) == 1:
            texts = [text for text in spelled.spellings[key] if text.isupper()]
            full = [other for other, names in long if any(stands_for(text, names) for text in texts)]
            least = min(full, key=lambda other: (len(other), other), default=None)
            if least is not None and all(inside(least, other) for other in full):
                yield key, least, Why("its initials", f"{texts[0]} = {' '.join(least)}")


def _body(kinds: Mapping[NameKind, int] | None) -> bool:
    return not kinds or not BODIES.isdisjoint(kinds)
