"""Whose losses a side tells: its own, which it may tell too low, or another side's, which it may tell too high."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.model.point import Answer, Reason
from reportedly.relate.naming.principals import Speaking, land

OWN = "a side's word on its own losses"
ANOTHERS = "a side's word on another side's losses"


def losses(answers: Sequence[Answer], holder: str | None, speaking: Speaking) -> Iterator[Reason]:
    """The answers of those who lost, and of other sides; `holder` is whose losses they are, as the words have it.

    A side is whom somebody in the story speaks for. Where the words name none, or may name two, nothing is marked.
    """
    owners = {side for side, names in speaking.named.items() if holder is not None and land(holder) in names}
    if len(owners) != 1:
        return
    owner = owners.pop()
    told: dict[str, list[Answer]] = {OWN: [], ANOTHERS: []}
    for answer in answers:
        entity = answer.origin.entity if answer.origin is not None else None
        side = speaking.sides.get(entity, entity) if entity is not None else None
        if side == owner or side in speaking.named:
            told[OWN if side == owner else ANOTHERS].append(answer)
    for rule, held in told.items():
        if held:
            names = dict.fromkeys(a.origin.name for a in held if a.origin is not None and a.origin.name)
            yield Reason(rule, f"{', '.join(names)} on {holder}", tuple(answer.id for answer in held))
