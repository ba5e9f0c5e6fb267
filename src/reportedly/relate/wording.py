"""Questions in plain English: by template where the grammar is sure, else by the founding words themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from reportedly.model.happening import Happening
from reportedly.model.point import PointKind
from reportedly.model.span import Span
from reportedly.relate.asking import after_verb, auxiliary, begun, cut, flat, party
from reportedly.relate.claims import Claim
from reportedly.relate.clippings import Clippings
from reportedly.relate.terms import plain
from reportedly.vocabulary import table
from reportedly.vocabulary.predicates import family_of_adjective, family_of_noun, family_of_participle

LONGEST_QUOTE = 90  # code points of founding words: a line of the page


def commonest(words: Iterable[str | None]) -> str | None:
    """The word that occurs most, the first in the alphabet among equals; None where there is none."""
    counts = Counter(word for word in words if word)
    return min(counts, key=lambda word: (-counts[word], word)) if counts else None


def worded(kind: PointKind, claims: Sequence[Claim], clippings: Clippings) -> str:
    """The question that a set of claims answers: "How many miners were killed?"."""
    asked = _how_many(claims) if kind == "figure" else _of_clauses(kind, claims, clippings)
    asked = asked or _quoted(kind, claims, clippings)
    return asked[0].upper() + asked[1:]


def _how_many(claims: Sequence[Claim]) -> str | None:
    """A count by its noun and what happened; None where neither is sure, or where no count is asked for."""
    if commonest(claim.dimension for claim in claims) != "count":
        return None
    predicate = commonest(claim.predicate for claim in claims)
    happened = table("wording")["how_many"].get(predicate)
    noun = _noun(claims, predicate)
    if happened is not None:
        return f"how many {noun or 'people'} {happened}?"
    return f"how many {noun}?" if noun is not None else None


def _noun(claims: Sequence[Claim], predicate: str | None) -> str | None:
    """What is counted, in the plural; a noun that only repeats the predicate ("bodies", "the dead") is none."""
    counted = [each for claim in claims if claim.counted and (each := flat(claim.counted)).strip()]
    telling = [noun for noun in counted if _is_noun(noun.split()[-1], predicate)]
    noun = commonest(telling)
    return _plural(noun) if noun is not None else None


def _is_noun(word: str, predicate: str | None) -> bool:
    """Whether a word names what is counted: no participle ("the buried"), and not the predicate once more."""
    if family_of_participle(word) is not None or word.endswith("ed"):
        return False
    said_twice = {family_of_noun(word), family_of_noun(word.removesuffix("s")), family_of_adjective(word)}
    return predicate is None or predicate not in said_twice


def _plural(noun: str) -> str:
    """More than one of it: "rescue worker" → "rescue workers"."""
    words = table("wording")["plural"]
    *before, last = noun.split()
    lower = plain(last)
    if lower in words["same"] or lower.endswith("s"):
        many = last
    elif lower in words["irregular"]:
        many = words["irregular"][lower]
    elif lower.endswith("y") and lower[-2:-1] not in set("aeiou"):
        many = f"{last[:-1]}ies"
    else:
        many = f"{last}es" if lower.endswith(("x", "ch", "sh")) else f"{last}s"
    return " ".join([*before, many])


def _of_clauses(kind: PointKind, claims: Sequence[Claim], clippings: Clippings) -> str | None:
    """The first claim whose clause makes a plain question, those with the commonest verb first.

    A headline's clause lacks the small words by which its grammar could be told.
    """
    verb = commonest(claim.head for claim in claims)
    told = (claim for claim in claims if not _in_headline(claim, clippings))
    for claim in sorted(told, key=lambda c: (c.head != verb, len(c.sentence), c.id)):
        happening = _clause(claim, clippings)
        if happening is not None:
            asked = _asked(kind, claim, happening, clippings.reading(claim.article).capture.text)
            if asked is not None:
                return asked
    return None


def _in_headline(claim: Claim, clippings: Clippings) -> bool:
    title = clippings.article(claim.article).title
    return title is not None and title.span.contains(claim.span)


def _asked(kind: PointKind, claim: Claim, happening: Happening, text: str) -> str | None:
    if kind == "who":
        return _who(claim, happening, text)
    clause = begun(happening, text)
    if clause is None:
        return None
    if kind == "whether":
        return f"{clause} {after_verb(happening, text)}".strip() + "?"
    behind = happening.object if happening.object and happening.object.span.start > happening.verb.span.start else None
    what = party(behind)
    if behind is not None and (what is None or claim.span.overlaps(behind.span)):
        return None
    ask = table("wording")["asked"][kind].lower()
    return f"{ask} {clause} {what or ''}".strip() + "?"


def _who(claim: Claim, happening: Happening, text: str) -> str | None:
    """ "Who closed the bridge?" of a subject, "Whom did the mayor dismiss?" of an object."""
    words = table("wording")["asked"]
    if claim.dimension == "whom":
        clause = begun(happening, text)
        return f"{words['whom'].lower()} {clause}?" if clause is not None and clause.startswith("did ") else None
    what = party(happening.object)
    if what is None or happening.negated or begun(happening, text) is None:
        return None
    return f"{words['who'].lower()} {auxiliary(happening, text)}{happening.verb.text.lower()} {what}?"


def _clause(claim: Claim, clippings: Clippings) -> Happening | None:
    """The shortest clause with the claim's verb that the claim stands in."""
    around = [
        h
        for h in clippings.reading(claim.article).happenings
        if h.lemma == claim.head and (h.span.overlaps(claim.span) or h.verb.span.overlaps(claim.sentence))
    ]
    return min(around, key=lambda h: (not h.span.contains(claim.span), len(h.span), h.span), default=None)


def _quoted(kind: PointKind, claims: Sequence[Claim], clippings: Clippings) -> str:
    """The founding claim's own words, with … for its value: "How far: “sank … off the cape”?"."""
    founding = min(claims, key=lambda c: (len(c.sentence), c.id))
    text = clippings.reading(founding.article).capture.text
    words = table("wording")
    if kind == "whether":
        return f"{words['asked'][kind]} “{cut(flat(founding.text), LONGEST_QUOTE)}”?"
    ask = words["asked"][founding.dimension if kind == "who" else kind]
    if kind == "figure" and founding.dimension != "count":
        ask = words["measured"].get(founding.dimension, words["measured"]["other"])
    return f"{ask}: “{_blanked(founding.span, founding.sentence, text)}”?"


def _blanked(value: Span, sentence: Span, text: str) -> str:
    """The words around a value, as many as a line holds, … in its stead."""
    before, behind = flat(text[sentence.start : value.start]), flat(text[value.end : sentence.end])
    half = LONGEST_QUOTE // 2
    if len(before) > half:
        before = before[-half:].split(" ", 1)[-1]
    return f"{before} … {cut(behind, half)}".strip()
