"""What a statement does to another: who denies, doubts or confirms whose words, and who will not speak of them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Literal

from reportedly.extract.draft import Draft
from reportedly.extract.speech.cue_words import CueWords
from reportedly.extract.words import Token
from reportedly.model.span import Span
from reportedly.model.statement import Stance, Statement
from reportedly.vocabulary import listed, table

_words = partial(listed, "stances")

Kind = Literal["confirms", "denies", "doubts", "declines"]
NO_ANSWER = frozenset({"declines.v1", "silence.v1"})  # rules by which somebody says nothing
OPENING = 20  # code points in which a content that only points back begins
ALIKE, LEAST = 0.6, 2  # share of the words of what is denied that the other's words hold, and how many at least


@dataclass(frozen=True, slots=True)
class _Known:
    statement: Statement
    words: frozenset[str]
    sentence: int  # number of the sentence in the article
    opens: str = ""  # the content's first words, in small letters
    counts: bool = False  # whether it holds a number


class Stances:
    """Gives each denial, doubt, confirmation and refusal its kind, and the statement before it that it answers.

    That is the one whose words it repeats, or, where it only points ("the claim", "this", "any such order"), the one
    right before it; "her figure" is of one that has a number. A denial that repeats but one word of what was said right
    before it answers that. None where the article has none of these.
    """

    name = "stances.v1"
    requires = ("parses", "statements")
    assigns = ("statements",)

    def __init__(self) -> None:
        self._neither = re.compile(table("stances")["neither"]["pattern"])

    def __call__(self, draft: Draft) -> Draft:
        """The draft with the stances of its statements."""
        cues = CueWords(draft)
        kinds = [self._kind(statement, cues, draft.capture.text) for statement in draft.statements]
        if not any(kinds):
            return draft
        known = _known(draft)
        statements = (
            replace(statement, stance=Stance(_answered(known[statement.id], known, kind), kind)) if kind else statement
            for statement, kind in zip(draft.statements, kinds, strict=True)
        )
        return replace(draft, statements=tuple(statements))

    def _kind(self, statement: Statement, cues: CueWords, text: str) -> Kind | None:
        cue, verb = statement.cue, cues.verb(statement)
        if cue is None or verb is None or statement.origin is None:
            return None
        if statement.why[0].rule in NO_ANSWER or self._spoken_of_neither(cue, verb, text):
            return "declines"
        mode = statement.origin.mode
        if mode not in ("confirms", "denies", "doubts") or _negated(verb):
            return None
        return mode

    def _spoken_of_neither(self, cue: Span, verb: Token, text: str) -> bool:
        first = cue.start - (verb.idx - verb.sent.start_char)
        return any(
            found.start() < cue.end and cue.start < found.end()
            for found in self._neither.finditer(text, max(0, first), cue.end + 40)
        )


def _negated(verb: Token) -> bool:
    return any(t.lower_ in _words("negation") for t in (*verb.children, verb.head) if t.i < verb.i)


def _known(draft: Draft) -> dict[str, _Known]:
    """Every statement with the telling words of its content and the number of its sentence, in document order."""
    starts, lemmas, numbers, numerals = _telling(draft)
    text = draft.capture.text
    known = {}
    for statement in draft.statements:
        ranges = [(bisect_left(starts, s.start), bisect_left(starts, s.end)) for s in statement.content]
        words = frozenset(lemmas[i] for first, last in ranges for i in range(first, last)) - _words("plain")
        first = next((first for first, last in ranges if first < last), None)
        sentence = numbers[first] if first is not None else 0
        counts = any(numerals[i] for first, last in ranges for i in range(first, last))
        opens = statement.content[0].of(text)[:OPENING].lower()
        known[statement.id] = _Known(statement, words, sentence, opens, counts)
    return known


def _telling(draft: Draft) -> tuple[list[int], list[str], list[int], list[bool]]:
    """Of every word and number of the article in order: where it begins, its lemma, the number of its sentence, whether
    it is a number."""
    starts, lemmas, numbers, numerals = [], [], [], []
    number = 0
    for parse in draft.parses:
        for token in parse.doc:
            number += bool(token.is_sent_start)
            if token.is_alpha or token.like_num:
                starts.append(parse.base + token.idx)
                lemmas.append(token.lemma_.lower())
                numbers.append(number)
                numerals.append(token.like_num)
    return starts, lemmas, numbers, numerals


def _answered(mine: _Known, known: Mapping[str, _Known], kind: Kind) -> str | None:
    """The id of the statement of somebody else that this one answers."""
    earlier = [k for k in known.values() if _may_be_answered(mine, k)]
    telling = mine.words - _words("pointing")
    if len(telling) >= LEAST:
        near = max(earlier, key=lambda k: (len(telling & k.words), k.statement.extent.start), default=None)
        if near is not None and len(telling & near.words) >= max(LEAST, ALIKE * len(telling)):
            return near.statement.id
    points = not mine.words or re.match(table("stances")["opening"]["pattern"], mine.opens) is not None
    if points or (len(telling) < LEAST and mine.words & _words("pointing")):
        if mine.words & _words("counted"):
            return _right_before(mine, [k for k in earlier if k.counts], 2)
        return _right_before(mine, earlier)
    if kind != "denies":
        return None
    return _right_before(mine, [k for k in earlier if telling & k.words and not _denies(k.statement)])


def _denies(statement: Statement) -> bool:
    return statement.origin is not None and statement.origin.mode == "denies"


def _may_be_answered(mine: _Known, other: _Known) -> bool:
    """Whether another statement stands before this one and is somebody else's."""
    one, two = mine.statement, other.statement
    before = two.extent.end <= one.extent.start and (one.cue is None or not two.extent.overlaps(one.cue))
    apart = two.origin is None or one.origin is None or two.origin.name is None or two.origin.name != one.origin.name
    return before and apart


def _right_before(mine: _Known, earlier: Sequence[_Known], reach: int = 1) -> str | None:
    """The nearest that somebody else said in the same sentence or so many before it."""
    near = [k for k in earlier if k.statement.attribution and 0 <= mine.sentence - k.sentence <= reach]
    return max(near, key=lambda k: k.statement.extent.end).statement.id if near else None
