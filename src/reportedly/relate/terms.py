"""Words as rules compare them: lower case, without endings, without the little words."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from reportedly.vocabulary import table

WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
TOKEN = re.compile(r"[^\W_]+(?:[.,]\d+)*")


@lru_cache(maxsize=65_536)
def plain(text: str) -> str:
    """Text without accents and case, so that one spelling of a name meets another."""
    apart = unicodedata.normalize("NFKD", text)
    bare = "".join(c for c in apart if not unicodedata.combining(c)).casefold()
    return bare if bare.isascii() else bare.translate(_one_letter())


@cache
def _one_letter() -> dict[int, str]:
    return str.maketrans(table("spelling")["one_letter"])


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """A word without possessive, plural and verb endings; crude on purpose, and the same for all. "’s" alone stays."""
    bare = re.sub(r"(?<=\w)[’']s?$", "", plain(word))
    known = _irregular().get(bare)
    if known is not None:
        return known
    for ending, instead, least in _ENDINGS:
        if bare.endswith(ending) and len(bare) - len(ending) >= least:
            return _irregular().get(
                bare[: len(bare) - len(ending)] + instead, bare[: len(bare) - len(ending)] + instead
            )
    return bare


_ENDINGS = (
    ("ies", "y", 2), ("sses", "ss", 2), ("shes", "sh", 2), ("ches", "ch", 2), ("xes", "x", 2), ("ss", "ss", 1),
    ("us", "us", 2), ("is", "is", 2), ("s", "", 3), ("ied", "y", 2), ("tted", "t", 2), ("pped", "p", 2),
    ("ed", "", 3), ("ting", "t", 3), ("ing", "", 4),
)  # fmt: skip


@cache
def _irregular() -> dict[str, str]:
    forms: dict[str, str] = {}
    for base, others in table("words")["irregular"].items():
        forms.update(dict.fromkeys(others.split(), base))
    return forms


@cache
def little_words() -> frozenset[str]:
    """Words that say nothing of what a sentence is about."""
    return frozenset(word for line in table("words")["little"].values() for word in line.split())


@lru_cache(maxsize=16_384)  # every claim of a clause asks for its words
def content_stems(text: str) -> tuple[str, ...]:
    """Stems of the words of a text that say what it is about, in their order; numbers are left out."""
    return tuple(kept for kept in map(telling, WORD.findall(text)) if kept is not None)


def small_stems(text: str) -> frozenset[str]:
    """Of these stems those of words in small letters: whoever the text is about is none of them."""
    return frozenset(content_stems(" ".join(word for word in text.split() if word.islower())))


@lru_cache(maxsize=65_536)
def telling(word: str) -> str | None:
    """The stem of a word that says what a text is about; None for a letter and a little word."""
    return stem(word) if len(word) > 1 and plain(word) not in little_words() else None
