"""Sources by one name in all of a story: letters spelled out, one spelling for several, persons by their full names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from reportedly.model.reading import Reading
from reportedly.model.statement import Link
from reportedly.relate.naming.bearers import Bearer
from reportedly.relate.naming.names import inside, may_stand_for, same_word, words
from reportedly.relate.naming.relinked import relinked
from reportedly.relate.naming.spelling import stands_for
from reportedly.vocabulary.outlets import known_outlet

LETTER_RULE = "its initials"
WORD = r"(?:[^\W\d_a-z][\w.-]*(?:[’'](?!s\b)\w+)?|[a-z]{1,3})"
NAME = re.compile(rf"{WORD}(?:\s{WORD}){{0,5}}")  # capitals and little words: "Ada van der Krall"
LETTERS = re.compile(r"[A-Z]{2,6}")
BEHIND = re.compile(r"\s?\(([A-Z]{2,6})\)")  # what letters in brackets behind a name stand for


def in_full(readings: Sequence[Reading], cast: Iterable[Bearer]) -> tuple[Reading, ...]:
    """The readings, each link by the name that the story knows its bearer by, where it is but another form of it.

    Letters that one account explains, "Harbour Fire Office (HFO)", are explained for all; those of an outlet that every
    reader knows are its name.
    """
    bearer_of = {key: bearer for bearer in cast for key in bearer.keys}
    told = _explained(readings)

    def renamed(link: Link) -> tuple[str, str] | None:
        if link.name is None:
            return None
        if LETTERS.fullmatch(link.name) and known_outlet(link.name) is not None:
            return None
        if link.name in told:
            return told[link.name], LETTER_RULE
        bearer = bearer_of.get(words(link.name))
        rule = _form(link.name, bearer) if bearer is not None else None
        return (display(bearer), rule) if bearer is not None and rule is not None else None

    return tuple(relinked(reading, renamed) for reading in readings)


def full_names(readings: Iterable[Reading], cast: Iterable[Bearer]) -> dict[str, str]:
    """By each name of a story, where it is but another form of its bearer's fullest name, that name: "Ada Krall" for
    "Krall"."""
    bearer_of = {key: bearer for bearer in cast for key in bearer.keys}
    found = {}
    for name in {mention.name for reading in readings for mention in reading.names}:
        bearer = bearer_of.get(words(name))
        if bearer is not None and _form(name, bearer) is not None:
            found[name] = display(bearer)
    return found


def display(bearer: Bearer) -> str:
    """The commonest spelling of a bearer's fullest name."""
    spelled = bearer.spellings[bearer.fullest]
    return min(spelled, key=lambda text: (-spelled[text], text))


def _form(name: str, bearer: Bearer) -> str | None:
    """By what rule a name is another form of the fullest of its bearer; None where it is more than that."""
    mine, fullest = words(name), bearer.fullest
    if mine == fullest:
        return None
    if LETTERS.fullmatch(name):
        return LETTER_RULE if stands_for(name, tuple(bearer.spellings[fullest])) else None
    if NAME.fullmatch(name) is None or NAME.fullmatch(display(bearer)) is None:
        return None  # "a force spokesman", "Krall's lawyer": descriptions, not forms of a name
    if len(mine) == len(fullest) and all(map(may_stand_for, mine, fullest)):
        return "another spelling" if all(map(same_word, mine, fullest)) else "its full name"
    shorter = bearer.kind == "person" and len(mine) < len(fullest) and inside(mine, fullest)
    return "its full name" if shorter else None


def _explained(readings: Sequence[Reading]) -> Mapping[str, str]:
    """What letters stand for, where an account sets them in brackets behind a name that it has: one meaning alone."""
    letters = {link.name for r in readings for s in r.statements for link in s.attribution if _is_letters(link.name)}
    meant: dict[str, set[str]] = {}
    for reading in readings if letters else ():
        text = reading.capture.text
        for mention in reading.names:
            behind = text[mention.span.end : mention.span.end + 10]
            found = BEHIND.match(behind) if mention.kind in ("organisation", "outlet", "group", "unit", None) else None
            if found is not None and found[1] in letters and len(mention.name.split()) > 1:
                meant.setdefault(found[1], set()).add(mention.name)
    return {short: full.pop() for short, full in meant.items() if len(full) == 1}


def _is_letters(name: str | None) -> bool:
    return name is not None and LETTERS.fullmatch(name) is not None
