"""Whose page it is: the outlet, who carried it, and the agency whose words it prints."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.clean.page_facts import PageFacts
from reportedly.clean.wire import Wires, is_own
from reportedly.model.article import Block, Outlet
from reportedly.model.capture import Capture
from reportedly.model.span import Span
from reportedly.vocabulary import table
from reportedly.vocabulary.outlets import known_outlet, outlet_of_address

PART = re.compile(r"\s*[|·•›»▸~«☼\n\t]\s*|\s+[—–/-]+\s+|\s{2,}|,\s+|:\s+|\s+\(|\.\s+")
NUMBERED = re.compile(r"(?<=\w)\s+\d|(?<=[A-Z]{2})\d{2,}")  # "HP 0712 GMT", "HPW046": the name ends there
MAIL = re.compile(r"[\w.+-]+@([\w-]+(?:\.[\w-]+)+)")
MOST_WORDS = 7  # of a name on a masthead
CARRIERS = frozenset(("aggregator", "blog"))


@dataclass(frozen=True, slots=True)
class House:
    """The outlet, who carried its text, and the wire that is credited."""

    outlet: Outlet | None
    carried_by: str | None
    wire: str | None


class Houses:
    """Finds the house of a capture."""

    def __init__(self) -> None:
        self._not_a_name = re.compile(table("mastheads")["not_a_name"]["pattern"], re.I)
        self._wires = Wires()

    def __call__(self, capture: Capture, blocks: Sequence[Block], facts: PageFacts) -> House:
        """What the capture's bringer, its page, its address, its letters and its masthead say, in that order."""
        wire = self._wires(capture.text, blocks)
        shown = self._declared(capture, facts) or self._masthead(capture.text, blocks)
        writes = _correspondence(capture.text, blocks)
        if capture.given.outlet:
            return House(Outlet(capture.given.outlet, _place(capture.text, capture.given.outlet)), None, wire)
        known = known_outlet(shown.name) if shown else None
        if writes and shown and writes.name != shown.name and known != known_outlet(writes.name):
            return House(writes, shown.name, wire)
        if shown and known and known.kind in CARRIERS:
            return House(writes, shown.name, wire)
        own = wire is not None and shown is not None and is_own(wire, shown.name)
        return House(shown or writes, None, None if own else wire)

    def _declared(self, capture: Capture, facts: PageFacts) -> Outlet | None:
        address = facts.canonical or capture.url
        known = outlet_of_address(address) if address else None
        name = known.name if known else facts.outlet
        return Outlet(name, _place(capture.text, facts.outlet or name)) if name else None

    def _masthead(self, text: str, blocks: Sequence[Block]) -> Outlet | None:
        """The first name above the title that is neither a date nor a menu."""
        for block in blocks:
            if block.kind in ("title", "body", "quote", "caption"):
                return None
            if block.kind in ("header", "navigation"):
                span = self._name(text, block)
                if span:
                    known = known_outlet(span.of(text))
                    return Outlet(known.name if known else span.of(text), span)
        return None

    def _name(self, text: str, block: Block) -> Span | None:
        words = block.span.of(text)
        end = min((cut.start() for cut in PART.finditer(words) if cut.start()), default=len(words))
        name = NUMBERED.split(words[:end], maxsplit=1)[0].strip(' “”"')
        if not name or len(name.split()) > MOST_WORDS or self._not_a_name.search(name) or not name[0].isupper():
            return None
        start = block.span.start + words.index(name)
        return Span(start, start + len(name))


def _correspondence(text: str, blocks: Sequence[Block]) -> Outlet | None:
    """The outlet to whose address the author's letters go."""
    if "@" not in text:
        return None
    for block in blocks:
        for mail in MAIL.finditer(block.span.of(text)):
            known = outlet_of_address(mail[1])
            if known and block.kind != "comment":
                return Outlet(known.name, _place(text, known.name) or Span(*mail.span(1)).shift(block.span.start))
    return None


def _place(text: str, name: str) -> Span | None:
    start = text.find(name)
    return Span(start, start + len(name)) if start >= 0 else None
