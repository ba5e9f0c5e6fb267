"""Quotation marks paired within one paragraph; whatever is unbalanced is repaired, never fatal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.grammar.sentence_end import sentence_end

OPENING = frozenset(["“", "„", "«", "‟", "``"])
CLOSING = frozenset(["”", "»"])
EITHER = frozenset(['"', "＂", "''"])
LONGEST_OPEN = 600  # code points: a quotation that nobody closes for longer than this ends with its first sentence
_DOUBLE = re.compile(r"[“„«‟”»\"＂]|``|''")
_SINGLE_OPEN = re.compile(r"(?<![^\s(\[—–-])[‘'](?=[^\s'’])")
_SINGLE_CLOSE = re.compile(r"(?<=[^\s(\[])[’'](?![\w’'])")
_TERMINAL = ".!?…,;:—–-"
_BEHIND = frozenset(":;")
LONG_SINGLE = 24  # words: more than these are closed neither by a colon that follows the mark
SHORT_SINGLE = 6  # words: a longer stretch in single marks must end with a stop or comma, else ’ may be an apostrophe


@dataclass(frozen=True, slots=True)
class Quotation:
    """Offsets into the paragraph: `start`..`end` with the marks, `inner_start`..`inner_end` without them.

    `opened` and `closed` tell whether the mark is really there or was supplied.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    opened: bool = True
    closed: bool = True


def quotations(text: str) -> list[Quotation]:
    """The outermost quotations of a paragraph, in order; they never overlap."""
    found = [q for q in _doubles(text) if text[q.inner_start : q.inner_end].strip()]
    taken = [(q.start, q.end) for q in found]
    found += [q for q in _singles(text) if not any(q.start < e and s < q.end for s, e in taken)]
    return sorted(found, key=lambda q: q.start)


def _doubles(text: str) -> Iterator[Quotation]:
    opened: tuple[int, int] | None = None
    floor = 0
    for mark in _DOUBLE.finditer(text):
        if _inches(text, mark, opened is None):
            continue
        if opened is None and _opens(text, mark):
            opened = mark.span()
        elif opened is None:
            start = _sentence_start(text, floor, mark.start())
            yield Quotation(start, mark.end(), start, mark.start(), opened=False)
            floor = mark.end()
        elif mark[0] in OPENING or (mark[0] in EITHER and _surely_opens(text, mark)):
            end = _last_stop(text, opened[1], mark.start())
            yield Quotation(opened[0], end, opened[1], end, closed=False)
            opened = mark.span()
        else:
            yield Quotation(opened[0], mark.end(), opened[1], mark.start())
            floor, opened = mark.end(), None
    if opened is not None:
        end = len(text.rstrip())
        stop = sentence_end().search(text, opened[1])
        if end - opened[1] > LONGEST_OPEN and stop is not None:
            end = stop.start() + 1
        yield Quotation(opened[0], max(end, opened[1]), opened[1], max(end, opened[1]), closed=False)


def _inches(text: str, mark: re.Match[str], outside: bool) -> bool:
    """Whether a straight mark after a digit measures (6" pipe) rather than closes."""
    if mark[0] not in EITHER or not text[: mark.start()][-1:].isdigit():
        return False
    return outside or text[mark.end() :][:1].isalnum()


def _opens(text: str, mark: re.Match[str]) -> bool:
    if mark[0] in OPENING:
        return True
    if mark[0] in CLOSING:
        return False
    return _room_before(text, mark.start()) or not _room_after(text, mark.end())


def _surely_opens(text: str, mark: re.Match[str]) -> bool:
    return _room_before(text, mark.start()) and not _room_after(text, mark.end())


def _room_before(text: str, at: int) -> bool:
    return at == 0 or text[at - 1].isspace() or text[at - 1] in "([—–-:"


def _room_after(text: str, at: int) -> bool:
    return at >= len(text) or text[at].isspace() or text[at] in ".,;:!?)]—–-"


def _sentence_start(text: str, floor: int, before: int) -> int:
    """Where a quotation without an opening mark begins: at the paragraph's start, else at its sentence's."""
    start = floor
    if floor:
        ends = [m.end() for m in sentence_end().finditer(text, floor, before)]
        start = ends[-1] if ends else floor
    while start < before and text[start].isspace():
        start += 1
    return start


def _last_stop(text: str, start: int, before: int) -> int:
    """Where a quotation without a closing mark ends when another opens: after its last full sentence."""
    ends = [m.start() + 1 for m in sentence_end().finditer(text, start, before)]
    return ends[-1] if ends else start + len(text[start:before].rstrip())


def _singles(text: str) -> Iterator[Quotation]:
    floor = 0
    for mark in _SINGLE_OPEN.finditer(text):
        if mark.start() < floor:
            continue
        closing = _single_close(text, mark.end())
        if closing is not None:
            yield Quotation(mark.start(), closing + 1, mark.end(), closing)
            floor = closing + 1


def _single_close(text: str, start: int) -> int | None:
    candidates = [m.start() for m in _SINGLE_CLOSE.finditer(text, start)]
    for at in candidates:
        words = len(text[start:at].split())
        if text[at - 1] in _TERMINAL or (text[at + 1 : at + 2] in _BEHIND and SHORT_SINGLE < words <= LONG_SINGLE):
            return at
        if words <= SHORT_SINGLE and not (text[at - 1] == "s" and text[at + 1 :][:2].strip().islower()):
            return at
    return None
