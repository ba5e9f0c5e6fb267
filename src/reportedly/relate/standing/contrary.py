"""Whether a sentence that denies or doubts speaks of what another affirms."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.model.point import Answer
from reportedly.model.statement import Statement
from reportedly.relate.claims.clauses import main_clause, parties
from reportedly.relate.claims.context import one_matter
from reportedly.relate.claims.stance import spoken_stance
from reportedly.relate.clippings import Clippings
from reportedly.relate.terms import content_stems, small_stems, stem
from reportedly.vocabulary import listed

LEAST = 3  # words in common
NO_NAMES = 2  # how many of them are parts of no name: who shares a hospital's long name shares one thing


@dataclass(frozen=True, slots=True)
class _Said:
    """What a sentence says: its words, those without a capital, its clause's deed and the heads of who takes part."""

    words: frozenset[str]
    small: frozenset[str]
    deed: frozenset[str]
    parties: frozenset[str]


def contrary(against: Answer, affirmed: Answer, clippings: Clippings) -> bool:
    """Whether one stands against the other.

    Somebody who denies or doubts does so of the question that both were found to answer. A mere "not" in a sentence
    is no denial yet ("I do not care about money"): it stands against a sentence that has its deed and one of its
    parties, or most of its words.
    """
    statement = clippings.statement(against.statement)
    if statement is not None and (spoken_stance(statement) != "affirms" or _speaks_of(statement, affirmed)):
        return True
    one, other = _said(against, clippings), _said(affirmed, clippings)
    if _of_one_matter(one, other):
        return True
    deed = one.deed & (other.deed | other.words) or other.deed & one.words
    return bool(deed) and bool(one.parties & (other.parties | other.words))


def _of_one_matter(one: _Said, other: _Said) -> bool:
    return one_matter(one.words, other.words, LEAST) and len(one.small & other.small) >= NO_NAMES


def _speaks_of(statement: Statement, answer: Answer) -> bool:
    return statement.stance is not None and statement.stance.toward == answer.statement


def _said(answer: Answer, clippings: Clippings) -> _Said:
    words = frozenset(content_stems(answer.text))
    small = small_stems(answer.text)
    clause = main_clause(answer.span, clippings.reading(answer.article))
    if clause is None:
        return _Said(words, small, frozenset(), frozenset())
    told = (stem(clause.lemma), clause.family) if clause.lemma not in listed("disputes", "light") else ()
    return _Said(words, small, frozenset(word for word in told if word is not None), parties(clause))
