"""What changed between two records, or since a day: new answers and questions, revisions, disputes, confirmations."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportedly.model.article import Article
from reportedly.model.change import ChangeKind
from reportedly.model.point import Answer, Point, StanceValue, Value
from reportedly.model.record import Record
from reportedly.relate.times import time_of


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is new: of which point, of what kind, in words, and the answer that shows it (if one does).

    A confirmation is the second independent origin of a value; a denial is an answer that denies, or is denied where it
    is told; a withdrawn answer stood in the earlier record only. Where stories were merged or parted, `point` and
    `question` are the story's id and title.
    """

    point: str
    question: str
    kind: ChangeKind
    what: str
    answer: str | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """What changes are measured by of an earlier point: its answers (id and words), dispute and count of origins."""

    id: str
    question: str
    answers: tuple[tuple[str, str], ...]
    contested: bool
    independent_origins: int


def seen(record: Record) -> tuple[Seen, ...]:
    """What has been seen of a record, point by point."""
    return tuple(
        Seen(p.id, p.question, tuple((a.id, a.text) for a in p.answers), p.contested, p.independent_origins)
        for p in record.points
    )


def changes(earlier: Record, later: Record) -> tuple[Change, ...]:
    """What the later record has that the earlier one had not, point by point in the later one's order."""
    return changes_against(seen(earlier), later)


def changes_against(before: Sequence[Seen], later: Record) -> tuple[Change, ...]:
    """What a record has that had not been seen.

    Points are matched by the answers they share, since a point may have got an older founding answer. What a newer
    version of a page says again is no news.
    """
    homes = {answer: point for point in before for answer, _ in point.answers}
    gone = homes.keys() - {answer.id for point in later.points for answer in point.answers}
    return (
        *changes_of(later, homes),
        *(withdrawn(p.id, p.question, *answer) for p in before for answer in p.answers if answer[0] in gone),
    )


def changes_of(part: Record, homes: Mapping[str, Seen]) -> tuple[Change, ...]:
    """What some stories of a record have that had not been seen.

    `homes` are the earlier points of those of its answers (by id) that were there.
    """
    pages = {r.article.id: r.article.version_of or r.article.id for r in part.readings}
    found: list[Change] = []
    for point in part.points:
        answers = [answer.id for answer in point.answers]
        shared = [homes[answer] for answer in answers if answer in homes]
        new = _unsaid(set(answers) - homes.keys(), point, pages)
        found += _of_point(point, shared[0] if shared else None, new)
    return tuple(found)


def withdrawn(point: str, question: str, answer: str, text: str) -> Change:
    """An answer (id and words) to an earlier point, that is given no more."""
    return Change(point, question, "withdrawn", text, answer)


def _unsaid(new: set[str], point: Point, pages: Mapping[str, str]) -> set[str]:
    """Of the new answers those that no earlier version of their page has given, on the same word."""
    said = {(pages[a.article], a.value, a.origin) for a in point.answers if a.id not in new}
    return {a.id for a in point.answers if a.id in new and (pages[a.article], a.value, a.origin) not in said}


def changes_since(points: Iterable[Point], article_of: Callable[[str], Article], day: dt.date) -> Iterator[Change]:
    """What of these points was said on or after a day, as against what had been said before.

    `article_of` gives an article by its id. Undated answers count as old.
    """
    for point in points:
        new = {answer.id for answer in point.answers if _since(answer, article_of(answer.article), day)}
        if new:
            old = {a.origin_group for a in point.answers if a.id not in new and a.struck is None}
            yield from _news(point, new, all_new=len(new) == len(point.answers))
            yield from _origins(point, len(old)) if old else ()


def _since(answer: Answer, article: Article, day: dt.date) -> bool:
    time = time_of(answer, article)
    return time is not None and time.earliest is not None and time.earliest >= day


def _of_point(point: Point, before: Seen | None, new: set[str]) -> Iterator[Change]:
    found = tuple(_news(point, new, all_new=before is None))
    yield from found
    if before is None:
        return
    if point.contested and not before.contested and not any(change.kind == "dispute" for change in found):
        yield Change(point.id, point.question, "dispute", "contested for the first time")
    yield from _origins(point, before.independent_origins)


def _origins(point: Point, before: int) -> Iterator[Change]:
    if point.independent_origins > before:
        grown = f"{before} → {point.independent_origins} independent origins"
        yield Change(point.id, point.question, "origin", grown)


def _news(point: Point, new: set[str], *, all_new: bool) -> Iterator[Change]:
    if all_new:
        yield Change(point.id, point.question, "question", point.question)
    by_id = {answer.id: answer for answer in point.answers}
    groups = _groups(point, new)
    for answer in point.answers:
        if answer.id in new:
            kind = _kind(answer, groups[answer.value])
            yield Change(point.id, point.question, kind, answer.text, answer.id)
            if answer.struck is None:
                groups[answer.value].add(answer.origin_group)
    for revision in point.revisions:
        if revision.later in new:
            what = f"{by_id[revision.earlier].text} → {by_id[revision.later].text}"
            yield Change(point.id, point.question, "revision", what, revision.later)
    yield from _disputes(point, new)


def _disputes(point: Point, new: set[str]) -> Iterator[Change]:
    """What is contested by a new answer, or is one: by the reasons that say so, each answer once."""
    told: set[str] = set()
    for reason in point.why:
        shown = next((id_ for id_ in reason.answers if id_ in new and id_ not in told), None)
        if reason.rule.startswith("contested:") and shown is not None:
            told.add(shown)
            yield Change(point.id, point.question, "dispute", reason.detail or reason.rule, shown)


def _groups(point: Point, new: set[str]) -> defaultdict[Value, set[str]]:
    """By which origins each value had been given."""
    found: defaultdict[Value, set[str]] = defaultdict(set)
    for answer in point.answers:
        if answer.id not in new and answer.struck is None:
            found[answer.value].add(answer.origin_group)
    return found


def _kind(answer: Answer, groups: set[str]) -> ChangeKind:
    """What a new answer is, to whose value these origins have held so far: the second one of them confirms it."""
    if answer.struck == "denied" or (isinstance(answer.value, StanceValue) and answer.value.stance == "denies"):
        return "denial"
    confirms = answer.struck is None and len(groups) == 1 and answer.origin_group not in groups
    return "confirmation" if confirms else "answer"
