"""Which language a text is in: English by its commonest words, any by py3langid."""

from __future__ import annotations

import re

import py3langid

from reportedly.vocabulary import table

ENOUGH = 40  # letters; in fewer no language shows
SAMPLE = 600  # code points of the story that are looked at: in more of them no other language shows
LETTER = re.compile(r"[^\W\d_]")
PLAIN = 0.12  # share of a sample's words that are English and nothing else, above which it need not be asked
COMMON = frozenset(table("words")["english"]["words"].split())


def language(story: str) -> str | None:
    """ISO 639-1 code, or None for a text too short to tell."""
    sample = story[:SAMPLE]
    words = sample.lower().split()
    if sum(map(len, filter(str.isalpha, words))) < ENOUGH > len(LETTER.findall(sample)):
        return None
    if sum(map(COMMON.__contains__, words)) > PLAIN * len(words):
        return "en"
    code: str = py3langid.classify(sample)[0]
    return code
