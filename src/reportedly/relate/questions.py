"""A question with its answers becomes a point: origins traced, changes and disputes found, standing named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.model.ids import content_id
from reportedly.model.mention import Phase
from reportedly.model.point import Answer, Point, PointKind, Reason, Value
from reportedly.model.quantity import Quantity
from reportedly.relate.claims.singly import INJURED, KILLED
from reportedly.relate.clippings import Clippings
from reportedly.relate.copying.echoes import Echoes
from reportedly.relate.naming.principals import Speaking
from reportedly.relate.standing.counting_rule import counting_rules
from reportedly.relate.standing.disputes import disputes
from reportedly.relate.standing.facets import stand
from reportedly.relate.standing.losses import losses
from reportedly.relate.standing.origins import trace
from reportedly.relate.standing.revisions import Growth, revisions, with_superseded
from reportedly.relate.standing.said_changed import superseded
from reportedly.relate.standing.verified import verified
from reportedly.relate.times import middle, time_of
from reportedly.vocabulary import listed


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: its kind and words, and the coordinates of the described set."""

    kind: PointKind
    words: str
    scope: str = ""
    predicate: str | None = None
    counted: str | None = None
    holder: str | None = None
    phase: Phase | None = None
    growth: Growth = "none"


def make_point(
    story: str,
    question: Question,
    answers: Sequence[Answer],
    clippings: Clippings,
    echoes: Echoes,
    speaking: Speaking,
) -> Point:
    """The point for a question; its id is that of its founding answer."""
    origins = trace(answers, clippings, echoes, speaking)
    revised = revisions(origins.answers, clippings, question.kind, question.growth)
    disputed = disputes(origins.answers, clippings, falls=question.growth == "falls")
    old = superseded(origins.answers, clippings)
    answers = with_superseded(origins.answers, revised, old)
    why = tuple(Reason("superseded: the page itself says so", words, (each,)) for each, words in old.items())
    standing = stand(answers, revised, disputed, origins.proven, tuple(verified(answers, clippings)))
    tolled = counting_rules(answers, clippings) if question.predicate in (KILLED, INJURED) else ()
    lost = losses(answers, question.holder, speaking) if question.predicate in _lost() else ()
    return Point(
        id=content_id("point", origins.answers[0].id),
        story=story,
        question=question.words,
        kind=question.kind,
        scope=question.scope,
        answers=answers,
        predicate=question.predicate,
        counted=question.counted,
        holder=question.holder,
        phase=question.phase,
        current=_current(answers, clippings),
        values=standing.values,
        revised=bool(revised),
        contested="contested" in standing.facets,
        independent_origins=origins.proven,
        independent_origins_at_least=origins.possible,
        standing=standing.facets,
        origin_groups=origins.groups,
        revisions=tuple(change.revision for change in revised if change.revision is not None),
        why=(*standing.why, *why, *tolled, *lost, *origins.why),
    )


def _lost() -> frozenset[str]:
    return listed("principals", "losses", "families")


def _current(answers: Sequence[Answer], clippings: Clippings) -> str | None:
    """The newest answer that still stands, by the middle of its time; undated ones are older than any.

    Of those of one day the one that says most: no "several" where another gives a number, and of numbers the one that
    most articles give.
    """
    standing = [answer for answer in answers if answer.struck is None]
    if len(standing) < 2:
        return standing[0].id if standing else None
    given = Counter(value for value, _ in {(answer.value, answer.article) for answer in standing})

    def newest(answer: Answer) -> tuple[str, bool, int, str]:
        day = middle(time_of(answer, clippings.article(answer.article)))
        return (day.isoformat() if day else "", not _open(answer.value), given[answer.value], answer.id)

    return max(standing, key=newest).id


def _open(value: Value) -> bool:
    """Whether a figure names one of its ends alone: "several", "at least nine"."""
    return isinstance(value, Quantity) and (value.low is None or value.high is None)
