"""When: the times that the story speaks of, read against the day the article was published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from reportedly.extract.draft import Draft
from reportedly.extract.told import told
from reportedly.grammar.dates import DateMatch, moments
from reportedly.grammar.tokens import tokens
from reportedly.model.article import Article
from reportedly.model.capture import Capture
from reportedly.model.ids import content_id
from reportedly.model.mention import Moment
from reportedly.model.reading import Reading
from reportedly.model.span import Span
from reportedly.model.when import When

SEAM = "\u2029"  # a paragraph's end, which no expression reaches across


def read_against(reading: Reading, published: When) -> tuple[Moment, ...]:
    """The moments of a reading as they read against another interval of publication; their places and ids stay."""
    read = {(match.start, match.end): match for match in moments(_story(reading.capture, reading.article), published)}
    return tuple(_reread(moment, read.get((moment.span.start, moment.span.end))) for moment in reading.moments)


def _reread(moment: Moment, match: DateMatch | None) -> Moment:
    if match is None:
        return moment
    return replace(moment, timex=match.timex, when=match.when, anchor=_anchor(match), end_of=match.end_of)


class Moments:
    """Finds time expressions in every block that can state something.

    The whole story is one text to the grammar, so that "two days later" counts from the date in the paragraph before;
    a date that contradicts its neighbours is kept as the words have it.
    """

    name = "moments.v1"
    requires: tuple[str, ...] = ()
    assigns = ("story", "moments")

    def __call__(self, draft: Draft) -> Draft:
        """The draft with its story's tokens and its moments, in document order, bound to no statement yet."""
        published, story = draft.article.published, tokens(_story(draft.capture, draft.article))
        found = moments(story, published.when if published else None)
        return replace(draft, story=story, moments=tuple(self._moments(draft, found)))

    def _moments(self, draft: Draft, found: Iterable[DateMatch]) -> Iterator[Moment]:
        for match in found:
            span = Span(match.start, match.end)
            yield _moment(draft, span, match)


def _moment(draft: Draft, span: Span, match: DateMatch) -> Moment:
    return Moment(
        id=content_id("moment", draft.article.id, span.start, span.end),
        article=draft.article.id,
        statement=None,
        span=span,
        text=span.of(draft.capture.text),
        timex=match.timex,
        when=match.when,
        anchor=_anchor(match),
        end_of=match.end_of,
    )


def _anchor(match: DateMatch) -> str:
    return f"{match.anchor} ({match.rule})"


def _story(capture: Capture, article: Article) -> str:
    """The capture's text with all that is no story, and each seam between blocks, made blank: offsets stay."""
    text = capture.text
    parts: list[str] = []
    end = 0
    for block in told(article.blocks, text):
        parts.append(SEAM * (block.span.start - end))
        parts.append(block.span.of(text))
        end = block.span.end
    return "".join(parts)
