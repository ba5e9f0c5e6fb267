"""A question in a person's words: the points and statements that match it, never a sentence made up for it.

A point's likeness is what it shares with the question: telling words, rare ones more, and families of words that say
the same (sent and deployed; troops and soldiers); the kind of answer that is asked for weighs as a word does.
"""

from __future__ import annotations

import heapq
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import get_args

from reportedly.model.filters import PointFilter
from reportedly.model.point import Point, PointKind
from reportedly.relate.claims.dimension import noun_family
from reportedly.relate.terms import WORD, content_stems, plain, stem
from reportedly.store import Store, Told
from reportedly.vocabulary import table
from reportedly.vocabulary.predicates import (
    families,
    family_of_adjective,
    family_of_noun,
    family_of_participle,
    family_of_verb,
)  # fmt: skip

OF_KIND = 2.5  # what the kind of answer weighs; a word that half the points hold weighs 1.1
IN_ANSWERS = 0.6  # of its weight keeps a word that only the answers hold, not the question
IN_CONTEXT = 0.5  # of its weight keeps a word that only the statements hold in which the answers stand
SPARE = 0.12  # what each word costs that the point's question has and the asked one has not, up to ten
HEARD = 0.7  # what each doubling of the articles that answer adds: what many tell of is asked for more often
MOST_STATEMENTS = 5
MOST_POINTS = 2000  # that share a word with the question, those with most and rarest words first


@dataclass(frozen=True, slots=True)
class Match:
    """A point that matches, how well (more is better), and the words and families that it shares."""

    point: Point
    likeness: float
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the question that tells: its stem, the families that say the same, and the words of all of them."""

    stem: str
    families: frozenset[str]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked: the kind of answer (None: any) and the words that tell."""

    kind: PointKind | None
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """What a point is about: stems of its question, stems of its answers and voices, families, stems around."""

    question: frozenset[str]
    answers: frozenset[str]
    families: frozenset[str]
    context: frozenset[str]

    def has(self, term: Term) -> float:
        """1 where its question holds the term, less where an answer alone does, 0 for neither."""
        if term.stem in self.question or term.families & self.families:
            return 1.0
        if term.stem in self.answers:
            return IN_ANSWERS
        return IN_CONTEXT if term.stem in self.context else 0.0


def ask(store: Store, words: str, limit: int = 5, wanted: PointFilter | None = None) -> list[Match]:
    """The points that match a question best, best first; none where nothing but its kind is shared."""
    asked = asked_of(words)
    wanted = wanted or PointFilter()
    sought = list(dict.fromkeys(word for term in asked.terms for word in term.words))
    pairs = [(point, _held(point, around)) for point, around in store.points_in_context(wanted, sought, MOST_POINTS)]
    rare = _rarity([held for _, held in pairs], store.count(wanted), asked)
    found = (match for point, held in pairs if (match := _match(asked, point, held, rare)))
    return heapq.nsmallest(limit, found, key=lambda match: (-match.likeness, match.point.id))


def statements(store: Store, words: str, limit: int = MOST_STATEMENTS) -> list[Told]:
    """Statements that hold all telling words of a question, else all but one of them; best first."""
    stems = {term.stem for term in asked_of(words).terms}
    telling = [word for word in WORD.findall(words) if stem(word) in stems]
    ids = store.statements_with(" ".join(telling), limit) if telling else []
    for left_out in telling if not ids and len(telling) > 2 else ():
        ids += store.statements_with(" ".join(word for word in telling if word != left_out), limit)
    return list(store.statements_by_id(list(dict.fromkeys(ids))[:limit]))


def asked_of(words: str) -> Asked:
    """What is asked; the words that only ask are no terms."""
    kind, rest = _opened(words)
    telling = {stem(word): word for word in WORD.findall(rest) if content_stems(word)}
    return Asked(kind, tuple(_term(*each) for each in telling.items()))


def _term(stem: str, word: str) -> Term:
    families = frozenset(_families(word))
    return Term(stem, families, (word, *sorted(each for family in families for each in _words_of(family))))


def kind_of(words: str) -> PointKind | None:
    """The kind of answer that a question wants; None where its words do not tell."""
    return _opened(words)[0]


def _opened(words: str) -> tuple[PointKind | None, str]:
    """The kind, and the question without the words that tell it."""
    asked = " ".join(plain(words).split())
    found = [
        (at.start(), -at.end(), kind)
        for kind, openings in _openings().items()
        for opening in openings
        if (at := re.search(rf"\b{re.escape(opening)}\b", asked)) and (kind != "whether" or at.start() == 0)
    ]
    if not found:
        return None, words
    start, end, kind = min(found)
    return kind, asked[:start] + asked[-end:]


def _match(asked: Asked, point: Point, held: Held, rare: dict[str, float]) -> Match | None:
    shares = {term: share for term in asked.terms if (share := held.has(term))}
    if not shares:
        return None
    likeness = sum(share * rare[term.stem] for term, share in shares.items())
    likeness += OF_KIND if asked.kind == point.kind else 0.0
    spare = len(held.question - {term.stem for term in shares} - {f for term in shares for f in term.families})
    likeness -= SPARE * min(spare, 10)
    likeness += HEARD * math.log2(len({answer.article for answer in point.answers}))
    return Match(point, likeness, tuple(term.stem for term in shares))


def _rarity(points: Iterable[Held], count: int, asked: Asked) -> dict[str, float]:
    """How much each term of the question tells: the fewer of `count` points hold it, the more."""
    held = Counter(term.stem for about in points for term in asked.terms if about.has(term))
    return {term.stem: math.log1p((count + 1) / (held[term.stem] + 0.5)) for term in asked.terms}


def _held(point: Point, around: str) -> Held:
    answers = " ".join(answer.text for answer in point.answers)
    voices = " ".join(answer.origin.name or "" for answer in point.answers if answer.origin)
    families = {*_families(point.question), *filter(None, (point.predicate, point.counted))}
    question = content_stems(f"{point.question} {point.holder or ''}")
    return Held(
        frozenset(question),
        frozenset(content_stems(f"{answers} {voices}")),
        frozenset(families),
        frozenset(content_stems(around)),
    )


def _families(words: str) -> Iterator[str]:
    """Families of what happened and of what is counted that the words belong to."""
    for found in WORD.finditer(words):
        word = found.group().lower()
        for family in (
            family_of_participle(word), family_of_adjective(word), family_of_noun(stem(word)),
            family_of_verb(stem(word)), family_of_verb(word), noun_family(stem(word)),
        ):  # fmt: skip
            if family and family != stem(word):  # a word in no family is told by its stem
                yield family


@cache
def _words_of(family: str) -> frozenset[str]:
    """The single words of a family of what happened, or of what is counted."""
    happened = families().get(family)
    words = table("sets")["noun"].get(family, {}).get("words", "").split()
    if happened is not None:
        words += (*happened.verbs, *happened.nouns, *happened.counted, *happened.adjectives, *happened.participles)
    return frozenset(word for word in words if word.isalpha())


@cache
def _openings() -> dict[PointKind, tuple[str, ...]]:
    return {kind: tuple(table("asking")[kind]["openings"]) for kind in get_args(PointKind)}
