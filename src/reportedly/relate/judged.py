"""What people decided, as the rules of this room ask for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import combinations

from reportedly.model.judgement import CONTRARY, Judgement, JudgementKind
from reportedly.model.reading import Reading
from reportedly.model.statement import Link, Statement
from reportedly.model.why import Why
from reportedly.relate.naming.names import words

NAME = "name:"
RULE = "judgement: "  # before the kind, in every `why` that stands on one
NOT_A_STATEMENT = f"{RULE}not a statement"
Pair = tuple[str, str]


def name_id(name: str) -> str:
    """The id of a name in judgements: its words, plain, so that it holds over rebuilding and can be read."""
    return NAME + " ".join(words(name))


def standing(taken: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The decisions that a history of them leaves, by kind and things: the last on one thing holds.

    A decision that is the contrary of an earlier one on some of the same things undoes that one.
    """
    held: dict[str, Judgement] = {}
    for judgement in taken:
        held[judgement.id] = judgement
        if judgement.what in CONTRARY and not judgement.undone:
            for each in held.values():
                if each.what == CONTRARY[judgement.what] and _pairs(each) & _pairs(judgement):
                    held[each.id] = replace(each, undone=True)
    return tuple(sorted(held.values(), key=lambda judgement: (judgement.what, judgement.on)))


def _pairs(judgement: Judgement) -> set[Pair]:
    """The pairs that it makes one, or tells apart."""
    first, *others = judgement.on
    if judgement.what.startswith("not"):
        return {(min(first, other), max(first, other)) for other in others}
    return set(combinations(sorted(judgement.on), 2))


class Judged:
    """The decisions that hold, to be asked by the rules; those undone are left out.

    `same_names` and `same_questions` are pairs that a person made one, each with who it was.
    """

    def __init__(self, judgements: Iterable[Judgement] = ()) -> None:
        self._held = tuple(judgement for judgement in judgements if not judgement.undone)
        self.same_names = dict(self._joined("same name"))
        self.same_questions = dict(self._joined("same question"))
        self._names_apart = frozenset(self._parted("not the same name"))
        self._questions_apart = frozenset(self._parted("not the same question"))
        self._wrong = self._each("wrong source")
        self._none = self._each("not a statement")
        self._sides = _sides(judgement.on for judgement in self._held if judgement.what == "one side")

    @property
    def parts_names(self) -> bool:
        """Whether any two names were told apart."""
        return bool(self._names_apart)

    @property
    def parts_questions(self) -> bool:
        """Whether any two answers were told apart."""
        return bool(self._questions_apart)

    def names_apart(self, one: str, other: str) -> bool:
        """Whether a person said that two names (ids: see `name_id`) are not one."""
        return (one, other) in self._names_apart

    def parted(self, name: str) -> bool:
        """Whether a person told a name (id) from any other."""
        return any(name == one for one, _ in self._names_apart)

    def questions_apart(self, one: str, other: str) -> bool:
        """Whether a person said that two answers (ids) are not to one question."""
        return (one, other) in self._questions_apart

    def side(self, name: str) -> str:
        """The name (id) that stands for the side of a name; itself where nobody put it on one."""
        return self._sides.get(name, name)

    @property
    def all_sides(self) -> frozenset[str]:
        """Every name (id) that stands for a side."""
        return frozenset(self._sides.values())

    def applied(self, reading: Reading) -> Reading:
        """The reading with what people said of its statements: a wrong source is unresolved, and both leave a why."""
        if not (self._wrong or self._none):
            return reading
        return replace(reading, statements=tuple(self._told(statement) for statement in reading.statements))

    def _told(self, statement: Statement) -> Statement:
        if statement.id in self._none:
            statement = replace(statement, why=(*statement.why, Why(NOT_A_STATEMENT, self._none[statement.id])))
        if statement.id in self._wrong and statement.origin is not None:
            why = Why(f"{RULE}wrong source", f"{statement.origin.name}, says {self._wrong[statement.id]}")
            chain = (_unresolved(statement.origin), *statement.attribution[1:])
            statement = replace(statement, attribution=chain, why=(*statement.why, why))
        return statement

    def _each(self, what: JudgementKind) -> dict[str, str]:
        return {thing: judgement.by for judgement in self._held if judgement.what == what for thing in judgement.on}

    def _joined(self, what: JudgementKind) -> Iterator[tuple[Pair, str]]:
        for judgement in self._held:
            if judgement.what == what:
                for other in judgement.on[1:]:
                    yield (judgement.on[0], other), judgement.by

    def _parted(self, what: JudgementKind) -> Iterator[Pair]:
        for judgement in self._held:
            if judgement.what == what:
                for other in judgement.on[1:]:
                    yield from ((judgement.on[0], other), (other, judgement.on[0]))


def struck_out(statement: Statement | None) -> bool:
    """Whether a person said that it is not a statement."""
    return statement is not None and any(why.rule == NOT_A_STATEMENT for why in statement.why)


def _unresolved(link: Link) -> Link:
    return replace(link, name=None, span=None, described=None, entity=None, anonymous=False)


def _sides(groups: Iterable[tuple[str, ...]]) -> dict[str, str]:
    """Each name with the first of its side; groups that share a name are one side."""
    side_of: dict[str, set[str]] = {}
    for group in groups:
        for one, other in combinations(group, 2):
            side = side_of.get(one, {one}) | side_of.get(other, {other})
            side_of.update(dict.fromkeys(side, side))
    return {name: min(side) for name, side in side_of.items()}


NOBODY = Judged()
