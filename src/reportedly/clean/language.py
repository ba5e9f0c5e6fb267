"""Which language a text is in, by py3langid."""

from __future__ import annotations

import re

import py3langid

ENOUGH = 40  # letters; in fewer no language shows
SAMPLE = 600  # code points of the story that are looked at: in more of them no other language shows
LETTER = re.compile(r"[^\W\d_]")


def language(story: str) -> str | None:
    """ISO 639-1 code, or None for a text too short to tell."""
    sample = story[:SAMPLE]
    if len(LETTER.findall(sample)) < ENOUGH:
        return None
    code: str = py3langid.classify(sample)[0]
    return code
