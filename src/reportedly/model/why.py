"""Every decision carries its reason."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Why:
    """The rule that decided, by its versioned name, and the words it stood on."""

    rule: str
    words: str = ""
