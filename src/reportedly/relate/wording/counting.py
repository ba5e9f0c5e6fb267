"""Questions of how many: the noun that is counted, whose it is, and what happened to it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from reportedly.grammar.one_line import one_line
from reportedly.relate.claims.claim import Claim
from reportedly.relate.claims.dimension import is_size, noun_family
from reportedly.relate.terms import plain, stem
from reportedly.relate.wording.asking import holding_none, unclear
from reportedly.vocabulary import listed, table
from reportedly.vocabulary.predicates import (
    family_of_adjective,
    family_of_event,
    family_of_noun,
    family_of_participle,
)

PEOPLE = "people"
AT_ONCE = re.compile(r"(?:\w{2,4} )?how many\b")  # "for how many passengers …", not "including how many …"


def commonest(words: Iterable[str | None]) -> str | None:
    """The word that occurs most, the first in the alphabet among equals; None where there is none."""
    told = [word for word in words if word]
    if len(told) < 2:  # as of most questions, which one claim answers
        return told[0] if told else None
    counts = Counter(told)
    return min(counts, key=lambda word: (-counts[word], word))


def how_many(claims: Sequence[Claim]) -> str | None:
    """A count by its noun and what happened; None where neither is sure.

    A noun and a deed are asked together only where one claim tells both: of "Eleven cars left the track" and "Eleven
    were hurt" no car was hurt. What happens to people is asked of a thing in a claim's own words alone: no bomb was
    attacked where "four bombs struck the market".
    """
    predicate = commonest(claim.predicate for claim in claims)
    happened = table("wording")["how_many"].get(predicate)
    own = [claim for claim in claims if claim.predicate == predicate]
    others = [claim for claim in claims if claim.predicate != predicate]
    if happened is None or _outvoted(own, others):
        return _asked(claims) or _there_were(claims)
    noun = _noun(own, predicate)
    if noun is None:
        if (deed := _deed(own, predicate)) is not None:
            return f"how many {plural(deed)} were there?"
        noun = _noun(claims, predicate) or PEOPLE
        return f"how many {noun} {happened}?" if _are_people(noun, claims) else _asked(claims) or _there_were(claims)
    if noun in listed("wording", "harmed"):
        return _there_were(own)
    whole = f"how many {plural(noun)} {happened}?"
    if _are_people(noun, own) or not _of_people(predicate):
        return whole
    asked = _asked(own)
    if asked is not None and not _doubt(asked):
        return asked
    return _there_were(own) or whole if predicate in listed("wording", "things", "befall") else whole


def _outvoted(own: Sequence[Claim], others: Sequence[Claim]) -> bool:
    """Whether more claims count some other thing, of which no claim tells the deed."""
    noun = _noun(others, None)
    if noun is None or _are_people(noun, others) or any(_counts(noun, claim) for claim in own):
        return False
    return sum(_counts(noun, claim) for claim in others) > len(own)


def _counts(noun: str, claim: Claim) -> bool:
    return claim.counted is not None and one_line(claim.counted) == noun


def _there_were(claims: Sequence[Claim]) -> str | None:
    noun = _noun(claims, None)
    if noun is None:
        return None
    last = noun.split()[-1]
    if is_size(stem(last)):
        return f"how large {'were' if _is_plural(plain(last)) else 'was'} the {noun}?"
    return f"how many {plural(noun)}?" if noun in listed("wording", "there") else f"how many {plural(noun)} were there?"


def _asked(claims: Sequence[Claim]) -> str | None:
    """The clearest of the questions that the claims' own clauses ask of more than one, holding none of the answers."""
    asked = Counter(claim.asked for claim in claims if claim.asked and _counts_many(claim.counted))
    sound = holding_none(asked, (claim.text for claim in claims))
    return min(sound, key=lambda q: (_doubt(q) - min(asked[q], 3), len(q), q), default=None)


def _doubt(question: str) -> int:
    """How far a question is from one that a reader would print: it asks at once, and holds no other number."""
    return unclear(question) + (AT_ONCE.match(question) is None) + any(letter.isdigit() for letter in question)


def _counts_many(noun: str | None) -> bool:
    return noun is not None and _is_plural(plain(noun.split()[-1])) and not _numbers_themselves(noun)


def _are_people(noun: str, claims: Sequence[Claim]) -> bool:
    """Whether a noun counts people, as the claims that have it know."""
    people = listed("sets", "people", "families")
    return noun == PEOPLE or any(claim.family in people and _counts(noun, claim) for claim in claims)


def _of_people(predicate: str | None) -> bool:
    return predicate in listed("sets", "heads", "families") or predicate in listed("wording", "people", "deeds")


def _noun(claims: Sequence[Claim], predicate: str | None) -> str | None:
    """What is counted, as the claims have it; a noun that only repeats the predicate ("bodies", "the dead") is none."""
    counted = [each for claim in claims if claim.counted and (each := one_line(claim.counted)).strip()]
    telling = [noun for noun in counted if _is_noun(noun.split()[-1], predicate) and not _numbers_themselves(noun)]
    return commonest(PEOPLE if noun in listed("wording", "people") else _said_once(noun, predicate) for noun in telling)


def _deed(claims: Sequence[Claim], predicate: str | None) -> str | None:
    """The deeds themselves where those are counted ("414 raids"), but not what befell people ("nine deaths")."""
    if predicate not in listed("wording", "things", "deeds"):
        return None
    counted = [one_line(claim.counted).strip() for claim in claims if claim.counted]
    return commonest(noun for noun in counted if noun and family_of_event(_one_of(noun.split()[-1])) == predicate)


def _one_of(noun: str) -> str:
    """A noun as it is said of one: "raids" is a raid."""
    lower = noun.lower()
    return lower.removesuffix("s") if _is_plural(lower) else lower


def _said_once(noun: str, predicate: str | None) -> str:
    """Without what the predicate says, and no capital that a sentence's start gave: killed "dead patients"."""
    *before, last = noun.split()
    kept = [word for word in before if predicate is None or predicate not in _says(word.lower())]
    known = last.lower() if noun_family(stem(last)) != stem(last) else last
    return " ".join([*kept, known])


def _says(word: str) -> tuple[str | None, str | None]:
    """The families of what an adjective or participle tells: dead, captured."""
    return family_of_adjective(word), family_of_participle(word)


def _is_noun(word: str, predicate: str | None) -> bool:
    """Whether a word names what is counted: no participle ("the buried"), and not the predicate once more."""
    if family_of_participle(word) is not None or word.endswith("ed") or "." in word:
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
        many = f"{last}es" if lower.endswith(("x", "ch", "sh", "ss")) else f"{last}s"
    return " ".join([*before, many])


def _is_plural(lower: str) -> bool:
    words = table("wording")["plural"]
    ends = lower.endswith(tuple(words["endings"].values())) and lower not in words["regular"]
    return ends or lower in words["same"] or (lower.endswith("s") and not lower.endswith("ss"))
