"""What a figure measures: which size, of what thing, doing what."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measured:
    """What a measure is a measure of, so that two of unlike things are not taken for two answers to one question.

    `size` is what is asked of the thing ("age", "depth", "distance", "duration", "delay", "extent", "amount", "share");
    `thing` are words of the thing itself, its noun first, or of the named person; `about` are words of what else
    stands with it (whose it is, from where, of what); `doing` is the base form of its verb.
    """

    size: str
    thing: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    doing: str | None = None
