"""What a sentence says that there is not: two that say "no" of one thing do not contradict each other."""

from __future__ import annotations

import re
from functools import lru_cache

from reportedly.relate.terms import content_stems

NO = re.compile(r"(?:\b(?:no|not|never|nobody|none|without|cannot)\b|n[’']t\b)([^,.;:—–]{0,60})", re.IGNORECASE)
WORDS = 2  # content words behind a "no" that tell what there is not


@lru_cache(maxsize=4096)  # a sentence is set beside many
def negated(sentence: str) -> frozenset[str]:
    """The stems of the first words behind each "no" or "not" of a sentence: of "there was no record of him", record."""
    return frozenset(stem for found in NO.finditer(sentence) for stem in content_stems(found[1])[:WORDS])
