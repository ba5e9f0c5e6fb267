"""How answers stand to one another: every facet that applies, each with the rule and the answers behind it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import combinations

from reportedly.model.point import Agreement, Answer, Facet, NameValue, Reason, Value
from reportedly.model.quantity import Quantity
from reportedly.relate.standing.revisions import Change
from reportedly.relate.standing.values import compare

ORDER: tuple[Facet, ...] = (
    "contested", "inconsistent", "differs", "corrected", "growing", "consistent", "one-origin", "unsourced",
    "not-verified", "verified",
)  # fmt: skip
WIDE = 0.5  # of its middle: a wider range confirms nothing


@dataclass(frozen=True, slots=True)
class Standing:
    """The facets, most telling first, and why each applies."""

    values: Agreement
    facets: tuple[Facet, ...]
    why: tuple[Reason, ...]


def stand(
    answers: Sequence[Answer],
    revised: Sequence[Change],
    disputed: Sequence[Reason],
    origins: int,
    checked: Sequence[Reason] = (),
) -> Standing:
    """Judge the answers against one another, never against the world.

    A value that was replaced counts no more, yet the values that were told differ by it.
    """
    counted = [answer for answer in answers if answer.struck is None]
    told = [answer for answer in answers if answer.struck in (None, "superseded", "retracted")] or list(answers)
    values = _Told.by(told).agreement()
    found = [
        *_conflict(counted, disputed),
        *_difference(told, values),
        *_change(revised),
        *_support(counted, values, origins),
    ]
    found += [("verified", reason) for reason in checked]
    named = {facet for facet, _ in found}
    facets = tuple(facet for facet in ORDER if facet in named)
    ordered = sorted(found, key=lambda pair: ORDER.index(pair[0]))
    return Standing(values, facets, tuple(reason for _, reason in ordered))


@dataclass(frozen=True, slots=True)
class _Told:
    """The values of some answers and where each was told."""

    statements: Mapping[Value, AbstractSet[str | None]]

    @classmethod
    def by(cls, answers: Sequence[Answer]) -> _Told:
        """What these answers tell, in their order."""
        held: defaultdict[Value, set[str | None]] = defaultdict(set)
        for answer in answers:
            held[answer.value].add(answer.statement)
        return cls(held)

    def agreement(self) -> Agreement:
        """How all values agree: as the two that agree least do."""
        found: Agreement = "same"
        for one, other in combinations(self.statements, 2):
            pair = self.compare(one, other)
            if pair == "differ":
                return "differ"
            if pair == "compatible":
                found = "compatible"
        return found

    def compare(self, one: Value, other: Value) -> Agreement:
        """How two values agree; names that one sentence alone gives do: "at the mill, ten miles from the coast"."""
        agreed = compare(one, other)
        if agreed != "differ" or not isinstance(one, NameValue):
            return agreed
        return "compatible" if len(self.statements[one] | self.statements[other]) == 1 else "differ"


def _conflict(counted: Sequence[Answer], disputed: Sequence[Reason]) -> Iterator[tuple[Facet, Reason]]:
    for reason in disputed:
        yield "contested", Reason(f"contested: {reason.rule}", reason.detail, reason.answers)
    for one, other in combinations(counted, 2):
        if one.article == other.article and one.origin_group == other.origin_group and _apart(one, other):
            yield (
                "inconsistent",
                Reason("inconsistent: one voice, two values", f"{one.text} / {other.text}", (one.id, other.id)),
            )
            break


def _difference(told: Sequence[Answer], values: Agreement) -> Iterator[tuple[Facet, Reason]]:
    """The answers that differ from another's value, those first that differ from most."""
    if values != "differ":
        return
    known = _Told.by(told)
    others = {one: sum(known.compare(one, other) == "differ" for other in known.statements) for one in known.statements}
    apart = sorted((answer for answer in told if others[answer.value]), key=lambda answer: -others[answer.value])
    yield "differs", Reason("differs: no value fits all", _list(apart), tuple(a.id for a in apart))


def _change(revised: Sequence[Change]) -> Iterator[tuple[Facet, Reason]]:
    for change in revised:
        yield (
            ("growing" if change.kind == "growth" else "corrected"),
            Reason(change.rule, change.detail, change.answers),
        )


def _support(counted: Sequence[Answer], values: Agreement, origins: int) -> Iterator[tuple[Facet, Reason]]:
    ids = tuple(answer.id for answer in counted)
    if origins >= 2 and values != "differ" and not all(_wide(answer) for answer in counted):
        yield "consistent", Reason("consistent: values agree", f"{origins} origins", ids)
    if origins == 1:
        yield "one-origin", Reason("one-origin: all rest on one word", "", ids)
    if counted and all(answer.origin is None or answer.origin.name is None for answer in counted):
        yield "unsourced", Reason("unsourced: nobody is named", "", ids)
    for answer in counted:
        if answer.certainty == "unverified":
            yield "not-verified", Reason("not-verified: said to be unverified", answer.text, (answer.id,))


def _apart(one: Answer, other: Answer) -> bool:
    return _Told.by((one, other)).compare(one.value, other.value) == "differ"


def _wide(answer: Answer) -> bool:
    value = answer.value
    if not isinstance(value, Quantity) or value.low is None or value.high is None:
        return False
    return value.high - value.low > WIDE * (value.high + value.low) / 2


def _list(answers: Sequence[Answer]) -> str:
    return ", ".join(dict.fromkeys(answer.text for answer in answers))
