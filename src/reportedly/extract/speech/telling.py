"""Findings to statements: who the sources are, through whom they reach us, how sure the words are."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.extract.draft import Draft
from reportedly.extract.speech.finding import Finding
from reportedly.extract.speech.passage import Passage
from reportedly.model.ids import content_id
from reportedly.model.statement import Link, Manner, Statement
from reportedly.model.why import Why

PRONOUNS = frozenset({"he", "she", "they", "it", "his", "her", "their", "its"})


class Teller:
    """Turns the findings of one article, paragraph by paragraph, into statements."""

    def __init__(self, draft: Draft) -> None:
        self._article = draft.article.id
        self._text = draft.capture.text
        self._last: str | None = None

    def __call__(self, passage: Passage, findings: Sequence[Finding]) -> list[Statement]:
        """The statements of one paragraph, in order."""
        return [self._statement(passage, f) for f in findings]

    def _statement(self, passage: Passage, finding: Finding) -> Statement:
        spans = passage.spans(finding.content)
        cue = passage.stretch(finding.cue[0], finding.cue[-1]) if finding.cue else None
        link = self._link(passage, finding)
        words = " ".join(passage.tokens[i].text for i in finding.cue)
        return Statement(
            id=content_id("statement", self._article, *spans, cue, finding.rule),
            article=self._article,
            content=spans,
            cue=cue,
            manner=_manner(passage, finding),
            attribution=(link,),
            why=(Why(f"{finding.rule}.v1", words),),
        )

    def _link(self, passage: Passage, finding: Finding) -> Link:
        mode = finding.how.mode if finding.how else "says"
        if finding.source is None:
            name = self._last if finding.rule == "floating" else None
            return Link(name=name, span=None, role="origin", mode=mode)
        span = passage.stretch(*finding.source)
        words = span.of(self._text)
        if words.lower() in PRONOUNS and self._last:
            words = self._last
        else:
            self._last = words
        return Link(name=words, span=span, role="origin", mode=mode)


def _manner(passage: Passage, finding: Finding) -> Manner:
    if finding.direct:
        return "direct"
    inside = sum(passage.inside[i] >= 0 for i in finding.content)
    return "indirect" if not inside else "direct" if inside == len(finding.content) else "mixed"
