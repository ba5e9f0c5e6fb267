"""A person's decision on a record: checked, kept, and the record related anew by it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import get_args

from reportedly.model.errors import JudgementError
from reportedly.model.judgement import JUDGEMENT_KINDS, Judgement, JudgementKind
from reportedly.relate.judged import standing
from reportedly.run.build import related
from reportedly.run.pipeline import pipeline
from reportedly.store import Store, Thing, new_record, open_record
from reportedly.store.things import ThingKind

ABOUT: dict[JudgementKind, ThingKind] = {
    "same name": "name",
    "not the same name": "name",
    "same question": "question",
    "not the same question": "question",
    "wrong source": "statement",
    "not a statement": "statement",
    "one side": "name",
}
ALONE = ("wrong source", "not a statement")  # decisions on one thing; all others tell how several belong together


def judge(record: str | Path, what: JudgementKind, on: Sequence[str], *, by: str) -> Judgement:
    """Keep a decision on things of a record file, given by id or name, and relate the record anew.

    Names go by entity ids or any spelling, questions by ids of points or answers, statements by theirs. "not the same"
    tells the first from all others; the same answer or name may be told from the point or entity that holds it. The
    contrary decision on the same things is undone by it. Raises `JudgementError` where it cannot be taken.
    """
    with open_record(record) as store:  # things are looked up before another writer is made to wait
        judgement = Judgement(what, _ids(what, [store.thing(thing) for thing in on]), by)
    _keep(record, judgement)
    return judgement


def undo(record: str | Path, judgement: str, *, by: str) -> Judgement:
    """Undo a decision, by its id, and relate the record anew. Raises `JudgementError` when there is none to undo."""
    with open_record(record) as store:
        held = {each.id: each for each in standing(each for each, _ in store.judged())}
    if judgement not in held or held[judgement].undone:
        raise JudgementError(f"{judgement}: no decision that holds; see: reportedly judgements {record}")
    undone = replace(held[judgement], by=by, undone=True)
    _keep(record, undone)
    return undone


def question_or_name(record: str | Path, on: Sequence[str]) -> ThingKind:
    """What the things are, all of them. Raises `JudgementError` where they are of several kinds."""
    with open_record(record) as store:
        kinds = {store.thing(thing).kind for thing in on}
    if len(kinds) != 1 or not kinds < set(get_args(ThingKind)) - {"statement"}:
        raise JudgementError(f"{', '.join(sorted(kinds))}: give names only, or points and answers only")
    return kinds.pop()


def _keep(record: str | Path, judgement: Judgement) -> None:
    with new_record(record) as store:
        store.judge(judgement, dt.datetime.now(dt.UTC).isoformat(timespec="seconds"))
        _again(store)


def _again(store: Store) -> None:
    if store.by_story((), set(), (), pipeline()) is None:
        store.integrate((), set(), (), related)


def _ids(what: JudgementKind, things: Sequence[Thing]) -> tuple[str, ...]:
    if what not in JUDGEMENT_KINDS:
        raise JudgementError(f"{what!r} is no decision; choose from: {', '.join(JUDGEMENT_KINDS)}")
    if any(thing.kind != ABOUT[what] for thing in things):
        raise JudgementError(f"{what!r} is decided on a {ABOUT[what]}, not on a {things[0].kind}")
    if len(things) < (1 if what in ALONE else 2):
        raise JudgementError(f"{what!r} needs two things or more")
    if ABOUT[what] == "question" and len({thing.home for thing in things}) > 1:
        raise JudgementError("these answer questions of different kinds or stories, which are apart by themselves")
    return _apart(things) if what.startswith("not the same") else _together(what, things)


def _together(what: JudgementKind, things: Sequence[Thing]) -> tuple[str, ...]:
    ids = tuple(sorted({thing.ids[0] for thing in things}))
    if len(ids) < (1 if what in ALONE else 2):
        raise JudgementError(f"{what!r}: all of these are one already")
    return ids


def _apart(things: Sequence[Thing]) -> tuple[str, ...]:
    """The first, then all that it is told from: of an answer's own question all other answers, of a name's too."""
    first = things[0].ids[0]
    others = sorted({i for thing in things[1:] for i in (thing.ids if first in thing.ids else thing.ids[:1])} - {first})
    if not others:
        raise JudgementError("a thing cannot be told from itself")
    return tuple(sorted((first, others[0]))) if len(others) == 1 else (first, *others)
