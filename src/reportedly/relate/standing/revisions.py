"""Later answers that replace earlier ones: a figure that rose, a voice corrected, a value that all gave up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from reportedly.grammar.edtf import when
from reportedly.model.point import Answer, DateValue, PointKind, Revision, Value
from reportedly.model.quantity import Quantity
from reportedly.model.when import When
from reportedly.relate.clippings import Clippings
from reportedly.relate.naming.names import same_name
from reportedly.relate.standing.houses import publisher
from reportedly.relate.standing.origins import voice
from reportedly.relate.standing.said_changed import said_changed
from reportedly.relate.standing.values import compare, exceeds, greatest
from reportedly.relate.times import comes_after, time_of

Timed = tuple[Answer, When]
Growth = Literal["count", "size", "falls", "none"]
FEWER = "corrected: a count that falls as it is cleared up"
OWN = "corrected: one origin, a new value"
SEVERAL = 2  # origins that must give a new value before it replaces one that another origin gave
REVISABLE: frozenset[PointKind] = frozenset({"figure", "date", "whether"})  # of two places or names, both may hold


@dataclass(frozen=True, slots=True)
class Change:
    """A revision and why it is one.

    `answers` are the ids of the earlier and the later answer, and `detail` both values with their dates; or of the one
    answer whose own words say that it changed, and `detail` those words.
    """

    kind: Literal["growth", "correction"]
    rule: str
    detail: str
    answers: tuple[str, ...]

    @property
    def revision(self) -> Revision | None:
        """What replaced what; None where only words say that something did."""
        return Revision(self.answers[0], self.answers[1], self.kind) if len(self.answers) > 1 else None


def revisions(
    answers: Sequence[Answer], clippings: Clippings, kind: PointKind, growth: Growth = "none"
) -> tuple[Change, ...]:
    """What replaced what, in order of time. Answers without a date establish nothing.

    A figure that rises is growth, whoever reports it: of a cumulative count ("count") and of whatever is not said to
    be fixed ("size"); a figure that is less is news too where what is counted is cleared up ("falls": the missing).
    One origin with a new value revised itself; a new value that several origins give, and after
    which nobody gives the old one, replaced it; so did another day one that was still to come when it was given.
    """
    if kind not in REVISABLE:
        return ()
    timed = [(a, t) for a in answers if a.struck is None and (t := time_of(a, clippings.article(a.article)))]
    found = [*_one_by_one(timed, growth, clippings), *_given_up(timed), *_put_off(timed)]
    found += [Change(said.kind, said.rule, said.words, (said.answer.id,)) for said in said_changed(answers, clippings)]
    once: dict[str, Change] = {}
    for change in found:
        once.setdefault(change.answers[-1], change)
    return tuple(once.values())


def with_superseded(answers: Sequence[Answer], revised: Sequence[Change], said: Container[str]) -> tuple[Answer, ...]:
    """The answers, struck where a page says that they hold no more (`said`: ids) or their own origin replaced
    them. What others outgrew still stands as what its origin says."""
    gone = {change.answers[0] for change in revised if change.rule == OWN}
    return tuple(
        replace(answer, struck="superseded")
        if answer.struck is None and (answer.id in gone or answer.id in said)
        else answer
        for answer in answers
    )


def _one_by_one(timed: Sequence[Timed], growth: Growth, clippings: Clippings) -> Iterator[Change]:
    """Each answer beside the greatest earlier one that it replaces: growth, or its own origin's."""
    for later in timed:
        before = [earlier for earlier in timed if comes_after(later[1], earlier[1])]
        grown = [earlier for earlier in before if growth != "none" and _grew(earlier[0], later[0])]
        if growth in ("size", "falls"):
            grown = [earlier for earlier in grown if not _known_then(later[0], earlier[1], timed)]
        own = [earlier for earlier in before if _corrected(earlier[0], later[0], clippings)]
        own = [earlier for earlier in own if not _still_given(earlier[0], later, timed)]
        if grown:
            rule = "a count that rose" if growth == "count" else "a later figure, greater"
            yield _change(max(grown, key=_rank), later, "growth", f"growing: {rule}")
        elif own:
            yield _change(max(own, key=_rank), later, "correction", OWN)
        elif growth == "falls" and (fewer := [earlier for earlier in before if _grew(later[0], earlier[0])]):
            yield _change(max(fewer, key=_rank), later, "correction", FEWER)


def _known_then(new: Answer, time: When, timed: Sequence[Timed]) -> bool:
    """Whether somebody had given as much already when the lesser value was given: then it did not rise since."""
    then = (a for a, t in timed if not comes_after(t, time))
    return any(_greatest(a) >= _greatest(new) or compare(a.value, new.value) != "differ" for a in then)


def _still_given(old: Answer, later: Timed, timed: Sequence[Timed]) -> bool:
    """Whether the origin of an earlier value gives it still beside, or after, the later one."""
    return any(
        each.origin_group == old.origin_group
        and compare(each.value, old.value) != "differ"
        and not comes_after(later[1], time)
        for each, time in timed
    )


def _given_up(timed: Sequence[Timed]) -> Iterator[Change]:
    """A value that nobody gives any more once several have given another."""
    holders: defaultdict[Value, list[Timed]] = defaultdict(list)
    for each in timed:
        holders[each[0].value].append(each)
    for old, told in holders.items():
        for new, retold in holders.items():
            if compare(old, new) != "differ" or any(comes_after(o[1], n[1]) for o in told for n in retold):
                continue
            earlier = min(told, key=lambda one: _span(one[1]))
            after = [one for one in retold if comes_after(one[1], earlier[1])]
            if len({one[0].origin_group for one in after}) >= SEVERAL:
                first = min(after, key=lambda one: (_span(one[1]), one[0].id))
                yield _change(earlier, first, "correction", "corrected: several give a new value, then none the old")


def _put_off(timed: Sequence[Timed]) -> Iterator[Change]:
    """A day that was still to come when it was given, and the first other one that was given later."""
    for old, early in timed:
        if not isinstance(old.value, DateValue) or not early.precedes(when(old.value.edtf)):
            continue
        after = [one for one in timed if comes_after(one[1], early) and compare(one[0].value, old.value) == "differ"]
        if after:
            first = min(after, key=lambda one: (_span(one[1]), one[0].id))
            yield _change((old, early), first, "correction", "corrected: a day to come, and then another")


def _change(earlier: Timed, later: Timed, kind: Literal["growth", "correction"], rule: str) -> Change:
    (one, before), (other, after) = earlier, later
    detail = f"{one.text} ({before.edtf}) → {other.text} ({after.edtf})"
    return Change(kind, rule, detail, (one.id, other.id))


def _corrected(earlier: Answer, later: Answer, clippings: Clippings) -> bool:
    """Whether one voice gave two values; that two houses print one passage makes them one origin, not one voice."""
    return (
        earlier.origin_group == later.origin_group
        and compare(earlier.value, later.value) == "differ"
        and (earlier.origin is None) == (later.origin is None)
        and (_one_page(earlier, later, clippings) or _one_speaker(earlier, later, clippings))
    )


def _one_page(one: Answer, other: Answer, clippings: Clippings) -> bool:
    """Whether a page, perhaps in two of its versions, gives both in its own voice."""
    here, there = clippings.article(one.article), clippings.article(other.article)
    return one.origin is None and (here.version_of or here.id) == (there.version_of or there.id)


def _one_speaker(one: Answer, other: Answer, clippings: Clippings) -> bool:
    """Whether somebody gives both. Whose own words an account is must be known: its file's name does not tell."""
    if one.origin is None and None in (publisher(clippings.article(a.article)) for a in (one, other)):
        return False
    return same_name(voice(one, clippings), voice(other, clippings))


def _grew(earlier: Answer, later: Answer) -> bool:
    one, other = earlier.value, later.value
    return isinstance(one, Quantity) and isinstance(other, Quantity) and exceeds(other, one)


def _rank(each: Timed) -> tuple[float, str]:
    return _greatest(each[0]), each[0].id


def _span(time: When) -> tuple[str, str]:
    return str(time.earliest or ""), str(time.latest or "")


def _greatest(answer: Answer) -> float:
    return greatest(answer.value) if isinstance(answer.value, Quantity) else 0.0
