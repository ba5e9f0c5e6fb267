"""Questions of how many: the noun that is counted, whose it is, and what happened to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from reportedly.grammar.one_line import one_line
from reportedly.relate.claims.claim import Claim
from reportedly.relate.terms import plain, stem
from reportedly.vocabulary import table
from reportedly.vocabulary.predicates import family_of_adjective, family_of_noun, family_of_participle


def commonest(words: Iterable[str | None]) -> str | None:
    """The word that occurs most, the first in the alphabet among equals; None where there is none."""
    counts = Counter(word for word in words if word)
    return min(counts, key=lambda word: (-counts[word], word)) if counts else None


def how_many(claims: Sequence[Claim]) -> str | None:
    """A count by its noun and what happened; None where neither is sure."""
    predicate = commonest(claim.predicate for claim in claims)
    happened = table("wording")["how_many"].get(predicate)
    noun = _noun(claims, predicate)
    if happened is not None:
        return f"how many {noun or 'people'} {happened}?"
    asked = commonest(claim.asked for claim in claims if not _numbers_themselves(claim.counted))
    return asked or (f"how many {noun}?" if noun is not None else None)


def _noun(claims: Sequence[Claim], predicate: str | None) -> str | None:
    """What is counted, in the plural; a noun that only repeats the predicate ("bodies", "the dead") is none."""
    counted = [each for claim in claims if claim.counted and (each := one_line(claim.counted)).strip()]
    telling = [noun for noun in counted if _is_noun(noun.split()[-1], predicate) and not _numbers_themselves(noun)]
    noun = commonest(telling)
    return plural(noun) if noun is not None else None


def _is_noun(word: str, predicate: str | None) -> bool:
    """Whether a word names what is counted: no participle ("the buried"), and not the predicate once more."""
    if family_of_participle(word) is not None or word.endswith("ed"):
        return False
    one_of_it = (word, word.removesuffix("s"), f"{word.removesuffix('ies')}y")
    said_twice = {*map(family_of_noun, one_of_it), family_of_adjective(word)}
    return predicate is None or predicate not in said_twice


def _numbers_themselves(noun: str | None) -> bool:
    return noun is not None and stem(noun.split()[-1]) in table("wording")["themselves"]["words"].split()


def plural(noun: str) -> str:
    """More than one of it: "rescue worker" → "rescue workers"; a plural stays as it is."""
    words = table("wording")["plural"]
    *before, last = noun.split()
    lower = plain(last)
    ending = next((one for one in words["endings"] if lower.endswith(one) and lower not in words["regular"]), None)
    if _is_plural(lower):
        many = last
    elif lower in words["irregular"]:
        many = words["irregular"][lower]
    elif ending is not None:
        many = f"{last.removesuffix(ending)}{words['endings'][ending]}"
    elif lower.endswith("y") and lower[-2:-1] not in set("aeiou"):
        many = f"{last[:-1]}ies"
    else:
        many = f"{last}es" if lower.endswith(("x", "ch", "sh")) else f"{last}s"
    return " ".join([*before, many])


def _is_plural(lower: str) -> bool:
    words = table("wording")["plural"]
    ends = lower.endswith(tuple(words["endings"].values())) and lower not in words["regular"]
    return ends or lower in words["same"] or lower.endswith("s")
