"""Colour and shape say for whom an origin speaks, the same on every page; never whether a thing is true."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from reportedly.model.entity import Entity
from reportedly.model.point import Voice
from reportedly.show.marks import Shape
from reportedly.vocabulary import table

SHAPES: dict[str, Shape] = {"1": "circle", "2": "square", "3": "circle", "4": "circle", "5": "dome"}
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*['’]?")


@dataclass(frozen=True, slots=True)
class Side:
    """For whom a voice speaks: a principal the record knows, or a neutral kind of voice.

    `slot` names its colour in the style sheet: 1 to 5 by number of answers, 6 papers, 7 all others, `own` the article.
    """

    key: str
    name: str
    slot: str
    shape: Shape


OWN = Side("own", "The article itself", "own", "diamond")
OTHERS = Side("others", "Others", "7", "circle")
UNNAMED = Side("unnamed", "Unnamed sources", "7", "circle")
PAPERS = "papers"


class Sides:
    """The sides of a record, fixed once from all its answers: by voice, who that is, and how many answers it gives."""

    def __init__(self, entities: Iterable[Entity], voices: Iterable[tuple[Voice | None, str | None, int]]) -> None:
        self._entities = {entity.id: entity for entity in entities}
        self._spoken_for = {e.principal for e in self._entities.values() if e.principal is not None}
        told = list(voices)
        self._described: dict[str, str] = {}
        for voice, described, _ in told:
            if voice is not None and described and voice.name is not None:
                known = self._described.setdefault(_identity(voice), described)
                if kind_of(known) is None:
                    self._described[_identity(voice)] = described
        counted: Counter[str] = Counter()
        for voice, described, many in told:
            counted[self._key(voice, described)] += many
        self._sides = self._assign(counted)

    def of(self, voice: Voice | None, described: str | None = None) -> Side:
        """The side of a voice; `described` are the words that tell who it is, where its name does not."""
        key = self._key(voice, described)
        return self._sides.get(key) or Side(key, self._name(key), OTHERS.slot, OTHERS.shape)

    @property
    def shown(self) -> tuple[Side, ...]:
        """The sides that have answers, in order of their slots: the key to the pictures."""
        coloured = [side for side in self._sides.values() if side.slot not in ("7", "own")]
        rest = [OTHERS] if any(side.slot == "7" for side in self._sides.values()) else []
        own = [OWN] if OWN.key in self._sides else []
        return (*sorted(coloured, key=lambda side: side.slot), *rest, *own)

    def _key(self, voice: Voice | None, described: str | None) -> str:
        if voice is None:
            return OWN.key
        entity = self._entities.get(voice.entity or "")
        if entity is not None:
            head = self._principal(entity)
            if head.id != entity.id or head.id in self._spoken_for:
                return head.id
        described = self._described.get(_identity(voice), described)  # one voice has one side, however it is introduced
        kind = kind_of(voice.name or "") or kind_of(described or "")
        return kind or (UNNAMED.key if voice.name is None else OTHERS.key)

    def _principal(self, entity: Entity) -> Entity:
        seen = {entity.id}
        while entity.principal in self._entities and entity.principal not in seen:
            entity = self._entities[entity.principal]
            seen.add(entity.id)
        return entity

    def _assign(self, counted: Mapping[str, int]) -> dict[str, Side]:
        fixed = {OWN.key: OWN, OTHERS.key: OTHERS, UNNAMED.key: UNNAMED}
        fixed[PAPERS] = Side(PAPERS, self._name(PAPERS), "6", "page")
        sides = {key: side for key, side in fixed.items() if counted[key]}
        ranked = sorted(counted.keys() - fixed.keys(), key=lambda key: (-counted[key], self._name(key), key))
        for key, slot in zip(ranked, [*SHAPES, *("7" for _ in ranked)], strict=False):
            sides[key] = Side(key, self._name(key), slot, SHAPES.get(slot, "circle"))
        return sides

    def _name(self, key: str) -> str:
        if key in self._entities:
            return self._entities[key].name
        entry = table("voice_kinds").get(key, {})
        return str(entry.get("label", "")) or (UNNAMED.name if key == UNNAMED.key else OTHERS.name)


@cache
def kind_of(name: str) -> str | None:
    """The neutral kind of a voice by the words of its name: the last telling word before a preposition, else after it.

    None where no word tells.
    """
    words = [word.casefold() for word in WORD.findall(name)]
    first = next((place for place, word in enumerate(words) if place and word in _links()), len(words))
    for word in [*reversed(words[:first]), *words[first:]]:
        forms = (word, word.removesuffix("'s").removesuffix("’s"), word.removesuffix("s"), word.removesuffix("es"))
        kind = next((kinds for form in forms if (kinds := _kinds().get(form))), None)
        if kind is not None:
            return kind
    return None


def _identity(voice: Voice) -> str:
    return voice.entity or (voice.name or "").casefold()


@cache
def _kinds() -> dict[str, str]:
    kinds: dict[str, str] = {}
    for kind, entry in table("voice_kinds").items():
        for word in entry.get("words", ()):
            kinds.setdefault(word, kind)
    return kinds


@cache
def _links() -> frozenset[str]:
    return frozenset(table("voice_kinds")["heads"]["end_before"])
