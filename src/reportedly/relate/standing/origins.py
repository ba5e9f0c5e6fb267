"""Which answers of a point rest on one word: proven joins make one origin, possible ones are named beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise

from reportedly.model.point import Answer, Join, OriginGroup, Reason
from reportedly.relate.clippings import Clippings
from reportedly.relate.copying.echoes import Echoes
from reportedly.relate.judged import name_id
from reportedly.relate.naming.names import same_name
from reportedly.relate.naming.principals import Speaking
from reportedly.relate.standing.cited import cited, exhibit_kind
from reportedly.relate.standing.houses import file_label, house, one_house, publisher
from reportedly.relate.standing.said_again import said_again
from reportedly.relate.union import Union

ONE_SIDE = "origins: speaking for one side"
ONE_EXHIBIT = "origins: exhibits of one kind, which may be one"
OWN_VOICES = "origins: own voices and unnamed sources, which may have it from one another"


@dataclass(frozen=True, slots=True)
class Origins:
    """The origins behind a point's answers; the answers carry the id of their group.

    `proven` counts independent origins after proven joins, `possible` after possible ones too.
    """

    answers: tuple[Answer, ...]
    groups: tuple[OriginGroup, ...]
    proven: int
    possible: int
    why: tuple[Reason, ...] = ()  # of the joins that are only possible


def trace(answers: Sequence[Answer], clippings: Clippings, echoes: Echoes, speaking: Speaking) -> Origins:
    """Join the answers that rest on one origin. `speaking` tells for whom an entity speaks."""
    if len(answers) == 1:
        return _alone(answers[0], clippings)
    by_id = {answer.id: answer for answer in answers}
    union = Union(by_id)
    joins: list[tuple[str, str, Join]] = []
    for one, other, join in _proven(answers, clippings, echoes, speaking):
        if union.join(one.id, other.id):
            joins.append((one.id, other.id, join))
    sets = union.sets()
    named = {ids[0]: f"o{number}" for number, ids in enumerate(sets, 1)}
    maybe = Union(named)
    possibly: defaultdict[str, set[str]] = defaultdict(set)
    why = tuple(_possible(sets, by_id, speaking, clippings))
    for reason in why:
        first, second = map(union.find, reason.answers)
        maybe.join(first, second)
        possibly[first].add(named[second])
        possibly[second].add(named[first])
    groups = tuple(
        OriginGroup(
            id=named[ids[0]],
            origins=tuple(dict.fromkeys(voice(by_id[i], clippings) for i in ids)),
            joined_by=tuple(dict.fromkeys(join for a, _, join in joins if a in ids)),
            possibly=tuple(sorted(possibly[ids[0]], key=lambda name: int(name[1:]))),
        )
        for ids in sets
    )
    grouped = tuple(replace(a, origin_group=named[union.find(a.id)]) for a in answers)
    counted = [ids[0] for ids in sets if any(by_id[i].struck is None for i in ids)]
    return Origins(grouped, groups, len(counted), len({maybe.find(i) for i in counted}), why)


def _alone(answer: Answer, clippings: Clippings) -> Origins:
    """The one origin of an answer that no other stands beside, as to most questions."""
    group, counted = OriginGroup("o1", (voice(answer, clippings),)), int(answer.struck is None)
    return Origins((replace(answer, origin_group=group.id),), (group,), counted, counted)


def voice(answer: Answer, clippings: Clippings) -> str:
    """Whose word it is: the origin's name, "unnamed source", or the outlet for the article's own voice."""
    if answer.origin is not None:
        return answer.origin.name or "unnamed source"
    return house(clippings.article(answer.article), clippings)


def _proven(
    answers: Sequence[Answer], clippings: Clippings, echoes: Echoes, speaking: Speaking
) -> Iterator[tuple[Answer, Answer, Join]]:
    heard = said_again(answers)
    for answer in answers:
        if answer.id in heard:
            yield heard[answer.id], answer, Join("said again in the article's own voice", answer.text)
    for one, other in combinations(answers, 2):
        join = None
        if one.id not in heard and other.id not in heard:
            join = _joined(one, other, clippings) or _one_body(one, other, speaking) or cited(one, other, clippings)
        join = join or _copied(one, other, echoes)
        if join is not None:
            yield one, other, join


def _copied(one: Answer, other: Answer, echoes: Echoes) -> Join | None:
    if one.article != other.article and echoes.same_passage(one.article, one.span, other.article, other.span):
        return Join("copied passage", one.text)
    return None


def _joined(one: Answer, other: Answer, clippings: Clippings) -> Join | None:
    if one.origin is not None and other.origin is not None:
        if one.origin.entity is not None and one.origin.entity == other.origin.entity:
            return Join("same entity", one.origin.name or "")
        mine, theirs = one.origin.name, other.origin.name
        if mine and theirs and same_name(mine, theirs) and not _told_apart(mine, theirs, clippings):
            return Join("same name", f"{mine} / {theirs}")
    if one.origin is None and other.origin is None:
        here, there = clippings.article(one.article), clippings.article(other.article)
        if (here.version_of or here.id) == (there.version_of or there.id):
            return Join("one article" if here.id == there.id else "versions of one page", house(here, clippings))
        mine, theirs = publisher(here), publisher(there)
        if mine and theirs and (one_house(mine, theirs) or same_name(mine, theirs)):
            return Join("one outlet or wire", mine if mine == theirs else f"{mine} / {theirs}")
        label = None if mine or theirs else file_label(here, clippings)
        if label is not None and label == file_label(there, clippings):
            return Join("files named after one outlet", label)
    return None


def _one_body(one: Answer, other: Answer, speaking: Speaking) -> Join | None:
    """A body and whoever speaks in its name by office, or two that do, are one origin."""
    if one.origin is None or other.origin is None or one.origin.entity is None or other.origin.entity is None:
        return None
    bodies = [speaking.bodies.get(each.entity or "", each.entity) for each in (one.origin, other.origin)]
    if bodies[0] != bodies[1]:
        return None
    return Join("a body and its office", f"{one.origin.name} / {other.origin.name}")


def _told_apart(one: str, other: str, clippings: Clippings) -> bool:
    return clippings.judged.names_apart(name_id(one), name_id(other))


def _possible(
    sets: Sequence[tuple[str, ...]], by_id: dict[str, Answer], speaking: Speaking, clippings: Clippings
) -> Iterator[Reason]:
    """Why two groups may be one, with an answer of each: one principal, or nobody named behind either."""
    sides: defaultdict[tuple[str, str], dict[str, Answer]] = defaultdict(dict)
    for ids in sets:
        answers = [by_id[i] for i in ids]
        named = [each for each in answers if each.origin is not None and each.origin.name is not None]
        for answer in named or answers:
            for side in _sides(answer, speaking):
                sides[side].setdefault(ids[0], answer)
    for (rule, _), held in sorted(sides.items()):
        for one, other in pairwise(held.values()):
            both = " / ".join(dict.fromkeys(voice(each, clippings) for each in (one, other)))
            yield Reason(rule, both, (one.id, other.id))


def _sides(answer: Answer, speaking: Speaking) -> Iterator[tuple[str, str]]:
    """The rule and the side by which an answer may be of one origin with others."""
    if answer.origin is None or answer.origin.name is None:
        yield OWN_VOICES, ""
        return
    if answer.origin.entity is not None:
        yield ONE_SIDE, speaking.sides.get(answer.origin.entity, answer.origin.entity)
    kind = exhibit_kind(answer.origin.name)
    if kind is not None:
        yield ONE_EXHIBIT, kind
