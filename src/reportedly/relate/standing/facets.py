"""How answers stand to one another: every facet that applies, each with the rule and the answers behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from reportedly.model.point import Agreement, Answer, Facet, Reason
from reportedly.model.quantity import Quantity
from reportedly.relate.standing.revisions import Change
from reportedly.relate.standing.values import agreement, compare

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
    values = agreement([answer.value for answer in told])
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
    known = list(dict.fromkeys(answer.value for answer in told))
    others = {one: sum(compare(one, other) == "differ" for other in known) for one in known}
    apart = sorted((a for a in told if others[a.value]), key=lambda a: -others[a.value])
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
    return compare(one.value, other.value) == "differ"


def _wide(answer: Answer) -> bool:
    value = answer.value
    if not isinstance(value, Quantity) or value.low is None or value.high is None:
        return False
    return value.high - value.low > WIDE * (value.high + value.low) / 2


def _list(answers: Sequence[Answer]) -> str:
    return ", ".join(dict.fromkeys(answer.text for answer in answers))
