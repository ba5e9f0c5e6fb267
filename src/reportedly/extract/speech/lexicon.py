"""The cue words of vocabulary/cues.toml, looked up by lemma."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from reportedly.extract.words import Token
from reportedly.model.statement import Certainty, Mode
from reportedly.vocabulary import table

CLAUSE, QUOTE, OBJECT, TO = "clause", "quote", "object", "to"
AS, SMALL, PUT, BLAME, RAISE = "as", "small", "put", "blame", "raise"


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that reports: what may stand as its content, and what it does to it."""

    lemma: str
    takes: frozenset[str]
    mode: Mode = "says"
    certainty: Certainty = "asserted"
    addressee: bool = False
    weak: bool = False
    number: bool = False
    declines: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All cue words, by part of speech."""

    verbs: Mapping[str, Cue]
    forms: Mapping[str, str]
    nouns: Mapping[str, Cue]
    adjectives: Mapping[str, Cue]
    hearsay: Mapping[str, Cue]
    adverbs: frozenset[str]
    prepositions: tuple[tuple[str, ...], ...]
    openers: frozenset[str]  # first words of these
    relaying: frozenset[str]

    def lemma(self, token: Token) -> str:
        """The cue that a token is a form of, else its lemma."""
        return self.forms.get(token.lower_) or token.lemma_.lower()


def _cues(rows: Mapping[str, Mapping[str, Any]]) -> dict[str, Cue]:
    return {
        lemma: Cue(
            lemma,
            frozenset(row.get("takes", ())),
            row.get("mode", "says"),
            row.get("certainty", "asserted"),
            row.get("addressee", False),
            row.get("weak", False),
            row.get("number", False),
            row.get("declines", False),
        )
        for lemma, row in rows.items()
    }


def _forms(lemma: str) -> list[str]:
    """The regular forms, which the parser's lemmas sometimes miss ("hopes" and "hoped" are no forms of hop)."""
    if lemma.endswith("e"):
        return [lemma + "s", lemma + "d", lemma[:-1] + "ing"]
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return [lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"]
    return [lemma + "s", lemma + "ed", lemma + "ing"]


@cache
def lexicon() -> Lexicon:
    """The cue words, read once a process."""
    rows = table("cues")
    prepositions = rows["preposition"]
    return Lexicon(
        verbs=_cues(rows["verb"]),
        forms={form: lemma for part in ("hearsay", "verb") for lemma in rows[part] for form in _forms(lemma)},
        nouns=_cues(rows["noun"]),
        adjectives=_cues(rows["adjective"]),
        hearsay=_cues(rows["hearsay"]),
        adverbs=frozenset(rows["adverb"]),
        prepositions=tuple(sorted((tuple(words.split()) for words in prepositions), key=lambda w: (-len(w), w))),
        openers=frozenset(words.partition(" ")[0] for words in prepositions),
        relaying=frozenset(words for words, row in prepositions.items() if row.get("relay")),
    )
