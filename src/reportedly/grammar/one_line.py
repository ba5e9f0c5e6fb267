"""Words of a page as they stand in a line of ours."""

from __future__ import annotations

import re

MARKS = re.compile(r"\s*\[[^]]*\]|[“”\"«»]")
ENDS = " ,.;:—–-"


def one_line(words: str) -> str:
    """Words on one line, without marks of quotation, notes in square brackets and points at their ends."""
    return " ".join(MARKS.sub("", words).split()).strip(ENDS)
