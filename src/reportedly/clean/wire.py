"""The agency whose words a page prints: who signs its byline or its dateline."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.model.article import Block
from reportedly.vocabulary import table
from reportedly.vocabulary.outlets import known_outlet

PART = re.compile(r"\s*[|·•›»▸~/\n\t()]\s*|\s+[—–-]+\s+|\s{2,}|,\s+|:\s+|\.\s+|\s+and\s+")
SIGN = re.compile(r"\(([A-Z][\w.& /-]{1,40}?)\)\s*[-–—:]|\(([A-Z]{2,6})\)\s*$")
BYLINE = re.compile(r"By\s+(?:[Tt]he\s+)?([A-Z][^,|/\n]{1,40}?)\.?")
DATELINE = re.compile(r"[A-Z][A-Z' -]{2,30}(?:,\s[A-Z][\w. ]{1,24})?\s\(([A-Z][\w ]{1,30})\)\s+[-–—]")
ACRONYM = re.compile(r"[A-Z]{2,6}")
BRACKETED = re.compile(r"\(([^()]+)\)")  # "BREL (KPA)": what is in brackets signs, the place does not
WORDS_BEFORE = 24  # code points before a name that are looked at
OPENING = 160  # code points of the story in which an agency signs


class Wires:
    """Finds the agency that is credited."""

    def __init__(self) -> None:
        rows = table("mastheads")
        self._called = re.compile(rows["agency"]["pattern"])
        self._credited = re.compile(rows["credited"]["pattern"])
        self._before, self._after, self._part = (
            re.compile(rows["gathers"][name]) for name in ("before", "after", "part")
        )

    def __call__(self, text: str, blocks: Sequence[Block]) -> str | None:
        """The agency of the byline, else that of the story's dateline, by the fullest name that the page has.

        Where neither stands before the story's first words, one that every reader knows is looked for further down:
        a page may print other stories first.
        """
        found = self._at_once(text, blocks) or self._further_down(text, blocks)
        return self._fullest(found, text)

    def _at_once(self, text: str, blocks: Sequence[Block]) -> str | None:
        """Who signs before the story's first words, or in them."""
        for block in blocks:
            words = block.span.of(text)
            if block.kind == "body":
                sign = SIGN.search(words[:OPENING])
                return self._signed(sign[1] or sign[2], text) if sign else None
            if block.kind == "byline" and (name := self._of_line(words, text)):
                return name
        return None

    def _of_line(self, words: str, text: str) -> str | None:
        """The agency that a byline names."""
        parts = [*BRACKETED.findall(words), *PART.split(words)]
        parts = [re.sub(r"^(?:By|From)\s+", "", part.strip(" .—–-")) for part in parts]
        return next((name for part in parts if (name := self._of_byline(part, text))), None)

    def _further_down(self, text: str, blocks: Sequence[Block]) -> str | None:
        """A known agency that alone has the byline of a later part of the page, or its dateline."""
        lines = [block.span.of(text).strip() for block in blocks if block.kind in ("byline", "body", "caption")]
        signs = (BYLINE.fullmatch(line) or DATELINE.match(line) for line in lines)
        known = {house.name for sign in signs if sign and (house := known_outlet(sign[1])) and house.kind == "agency"}
        return known.pop() if len(known) == 1 else None

    def _of_byline(self, part: str, text: str) -> str | None:
        """A part of a byline that names an agency."""
        name = part.title() if part.isupper() and len(part.split()) > 1 else part
        if known_outlet(part) is None and self._credited.fullmatch(name):
            return name
        return self._signed(part, text)

    def _signed(self, name: str, text: str) -> str | None:
        """A known agency, an acronym, a name as agencies have them, or one that the story tells as gathering news."""
        known = known_outlet(name)
        if known:
            return known.name if known.kind in ("agency", "state") else None
        if ACRONYM.fullmatch(name):
            return name
        shaped = self._called.search(name)
        if shaped:
            return shaped[0]
        return name if name[:1].isupper() and self._gathers(name, text) else None

    def _gathers(self, name: str, text: str) -> bool:
        """Whether the text tells of a house of that name as one that gathers news."""
        at = text.find(name)
        while at >= 0:
            end = at + len(name)
            told = self._before.search(text, max(0, at - WORDS_BEFORE), at)
            if (told and not self._part.match(text, end)) or (
                self._after.match(text, end) and not text[at - 1].isalnum()
            ):
                return True
            at = text.find(name, at + 1)
        return False

    def _fullest(self, name: str | None, text: str) -> str | None:
        """An acronym as the words that the page has for it."""
        if name is None or not ACRONYM.fullmatch(name):
            return name
        return next((full for m in self._called.finditer(text) if initials(full := m[0]) == name), name)


def initials(name: str) -> str:
    """The capitals that a name's words begin with, those behind a hyphen too: "Agence Lisse-Presse" gives ALP."""
    return "".join(word[0] for word in re.split(r"[\s-]+", name) if word[:1].isupper())


def is_own(wire: str, name: str) -> bool:
    """Whether a wire is the outlet itself, under its name, a part of it, or its initials."""
    mine, theirs = wire.casefold().split(), name.casefold().split()
    for short, full in ((wire, name), (name, wire)):
        if ACRONYM.fullmatch(short) and short in initials(full.title() if full.isupper() else full):
            return True
    return any(theirs[at : at + len(mine)] == mine for at in range(len(theirs)))
