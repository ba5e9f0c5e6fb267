"""When somebody said it: the day that stands beside the cue."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from reportedly.extract.draft import Draft
from reportedly.extract.speech.cue_words import CueWords
from reportedly.extract.speech.dateline import dateline_end
from reportedly.extract.words import Token
from reportedly.model.mention import Moment
from reportedly.model.span import Span
from reportedly.model.statement import Statement
from reportedly.vocabulary import table


class Said:
    """Gives a statement the moment that its cue's clause names, where it is resolved and lies in no content.

    "said on Monday", "in a statement on 26 April"; a clause between them keeps its own ("the firm, founded in 1990,
    said"), and so does what lies after the day of publication.
    """

    name = "said.v1"
    requires = ("parses", "statements", "moments", "names")
    assigns = ("statements",)

    def __init__(self) -> None:
        self._beside = frozenset(table("stances")["said"]["words"])

    def __call__(self, draft: Draft) -> Draft:
        """The draft with the times of saying."""
        cues = CueWords(draft)
        content = [piece for s in draft.statements if s.attribution for piece in s.content]
        elsewhere = [*content, *(n.span for n in draft.names), *_leads(draft)]
        days: dict[int, Moment] = {}  # by the place of the word in the capture that the moment hangs on
        for moment in draft.moments:
            token = cues.at(moment.span.start)
            if token is None or any(span.overlaps(moment.span) for span in elsewhere) or not _past(draft, moment):
                continue
            verb = self._hangs_on(token)
            if verb is not None:
                days.setdefault(moment.span.start - token.idx + verb.idx, moment)
        return replace(draft, statements=tuple(_dated(s, cues, days) for s in draft.statements))

    def _hangs_on(self, token: Token) -> Token | None:
        """The verb, or the preposition that stands for one, above a moment."""
        here = token
        while here.head.i != here.i:
            here = here.head
            if here.pos_ in ("VERB", "AUX") or here.lower_ == "according":
                return here
            below = here.head.pos_ in ("VERB", "AUX") and here.dep_ == "prep" and here.i < token.i
            if below and here.lower_ not in self._beside and not _carries(here, token):
                return None
        return None


def _leads(draft: Draft) -> list[Span]:
    """What stands before paragraphs: datelines, and the clock times of a live page, which are those of its entries."""
    return [Span(parse.base, parse.base + dateline_end(parse.text)) for parse in draft.parses]


def _carries(preposition: Token, token: Token) -> bool:
    """Whether a noun stands between a preposition and the moment: "to reporters on Monday"."""
    return token.head.i != preposition.i and token.i not in {c.i for c in preposition.children}


def _past(draft: Draft, moment: Moment) -> bool:
    """Whether a moment is resolved at both ends and does not lie after the day of publication."""
    if moment.when is None or moment.when.days is None:
        return False
    published = draft.article.published
    first, last = moment.when.earliest, published.when.latest if published else None
    return first is None or last is None or first <= last


def _dated(statement: Statement, cues: CueWords, days: Mapping[int, Moment]) -> Statement:
    if statement.cue is None:
        return statement
    for token in cues.of(statement):
        found = days.get(statement.cue.start - cues.of(statement)[0].idx + token.idx)
        if found is not None and found.when is not None:
            return replace(statement, said=found.when.edtf)
    return statement
