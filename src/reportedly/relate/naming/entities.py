"""Names that mean one thing: joined inside each story, then across stories where a whole name or a witness tells.

Every join is an edge with its reason, and a person's decision goes before all of them. A short name ("Krall") is
resolved in its story alone: elsewhere it may be another bearer's. What an entity is depends on its bearers and on
nothing else in the record.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from types import MappingProxyType

from reportedly.model.entity import Entity
from reportedly.model.ids import content_id
from reportedly.model.mention import NameKind
from reportedly.model.reading import Reading
from reportedly.model.why import Why
from reportedly.relate.judged import NOBODY, Judged
from reportedly.relate.naming.bearers import Bearer, bearers, commonest_kind
from reportedly.relate.naming.edges import Key, id_of
from reportedly.relate.naming.names import same_word, words
from reportedly.relate.naming.speaking import with_principals
from reportedly.relate.naming.spelling import sound
from reportedly.relate.union import Numbered

Homes = Mapping[tuple[str, Key], str]  # the entity of each name in each story
NOWHERE: Homes = MappingProxyType({})


class Directory:
    """Which entity a name stands for, in each story."""

    def __init__(self, homes: Homes) -> None:
        self._homes = homes

    def entity(self, story: str, name: str | None) -> str | None:
        """The id of the entity with this name; None for an unnamed source and an unknown name."""
        return self._homes.get((story, words(name))) if name else None

    def of(self, bearer: Bearer) -> str:
        """The id of the entity that a bearer is."""
        return self._homes[bearer.story, bearer.fullest]

    def principal(self, bearer: Bearer) -> str | None:
        """The id of the entity in whose name a bearer speaks."""
        return self._homes.get((bearer.story, bearer.principal)) if bearer.principal is not None else None


def cast(story: str, readings: Sequence[Reading], judged: Judged = NOBODY) -> tuple[Bearer, ...]:
    """Everybody and everything that a story names, and in whose name they speak."""
    return with_principals(bearers(story, readings, judged), readings)


def joined(
    named: Sequence[Bearer], judged: Judged = NOBODY, known: Homes = NOWHERE
) -> tuple[tuple[Entity, ...], Directory]:
    """Bearers of all stories to entities, by name: one where the whole name is one, or a person's name and a role.

    `known` tells the entities of other bearers, in whose name these may speak.
    """
    sets = _sets(named, judged)
    ids = [entity_id(held, judged) for held in sets]
    of = list(zip(ids, sets, strict=True))
    homes = {(bearer.story, key): id_ for id_, held in of for bearer in held for key in bearer.keys}
    directory = Directory({**known, **homes})
    entities = (entity_of(id_, held, directory) for id_, held in of)
    return tuple(sorted(entities, key=lambda entity: (entity.name, entity.id))), directory


def _sets(named: Sequence[Bearer], judged: Judged) -> list[list[Bearer]]:
    union = Numbered(len(named))
    alike: defaultdict[tuple[object, ...], list[int]] = defaultdict(list)
    for number, bearer in enumerate(named):
        for witness in witnesses(bearer, judged):
            alike[witness].append(number)
    for numbers in alike.values():
        unite(((number, named[number]) for number in numbers), union, judged)
    return [[named[number] for number in held] for held in union.sets()]


def unite(alike: Iterable[tuple[int, Bearer]], union: Numbered, judged: Judged) -> None:
    """Of bearers with a witness in common, by their numbers, make those one that are; with the very same names all."""
    first: dict[tuple[Key, ...], tuple[int, Bearer]] = {}
    for number, bearer in alike:
        union.join(first.setdefault(bearer.keys, (number, bearer))[0], number)
    for (one, named), (other, also) in combinations(first.values(), 2):
        if union.find(one) != union.find(other) and _one(named, also, judged):
            union.join(one, other)


def witnesses(bearer: Bearer, judged: Judged) -> Iterator[tuple[object, ...]]:
    """What two bearers of different stories must share to be one."""
    fullest = bearer.keys[0]
    if bearer.certain:
        yield "name", bearer.kind, tuple(sound(word) if bearer.kind == "person" else word for word in fullest)
    else:
        for role in sorted(bearer.roles):
            yield "role", fullest, role
    for pair in judged.same_names:
        if any(id_of(key) in pair for key in bearer.keys):
            yield "judgement", pair


def _one(bearer: Bearer, other: Bearer, judged: Judged) -> bool:
    """Whether two with a witness in common are one: spelled alike, and not told apart by a person."""
    if judged.parts_names and any(judged.names_apart(id_of(a), id_of(b)) for a in bearer.keys for b in other.keys):
        return False
    both = [(id_of(a), id_of(b)) for a in bearer.keys for b in other.keys] if judged.same_names else []
    decided = any(one in pair and two in pair for pair in judged.same_names for one, two in both)
    return decided or all(map(same_word, bearer.keys[0], other.keys[0]))


def _fullest(held: Collection[Bearer]) -> Key:
    counts: Counter[Key] = Counter()
    for bearer in held:
        for key in bearer.keys:
            counts[key] += sum(bearer.spellings[key].values())
    return min((bearer.fullest for bearer in held), key=lambda key: (-len(key), -counts[key], key))


def entity_id(held: Collection[Bearer], judged: Judged = NOBODY) -> str:
    """The id of the entity that some bearers are.

    By the fullest name and its kind, where no other entity can have both; else by its first story, too.
    """
    fullest = _fullest(held)
    kinds = {bearer.kind or "" for bearer in held if bearer.fullest == fullest and bearer.certain}
    if kinds and not judged.parted(id_of(fullest)):
        return content_id("entity", *fullest, min(kinds))
    return content_id("entity", *fullest, min(bearer.story for bearer in held if bearer.fullest == fullest))


def entity_of(id_: str, held: Collection[Bearer], directory: Directory) -> Entity:
    """What some bearers are, under this id; `directory` knows the entities in whose name they speak."""
    counts: Counter[str] = Counter()
    kinds: Counter[NameKind] = Counter(kind for bearer in held if (kind := bearer.kind) is not None)
    fullest, of_fullest = _fullest(held), Counter[str]()
    for bearer in held:
        for key, spelled in bearer.spellings.items():
            counts.update(spelled)
            if key == fullest:
                of_fullest.update(spelled)
    whys = {why for bearer in held for why in bearer.why}
    principal, speaks = _principal(id_, held, directory)
    return Entity(
        id=id_,
        kind=commonest_kind(kinds) or "group",
        name=min(of_fullest, key=lambda text: (-of_fullest[text], text)),
        names=tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))),
        principal=principal,
        why=(*_sorted(whys), *_sorted(speaks)),
    )


def _principal(id_: str, held: Iterable[Bearer], directory: Directory) -> tuple[str | None, set[Why]]:
    """In whose name most bearers of an entity speak, and why."""
    found: defaultdict[str, list[Why]] = defaultdict(list)
    for bearer in held:
        whom = directory.principal(bearer)
        if whom is not None and whom != id_ and bearer.speaks is not None:
            found[whom].append(bearer.speaks)
    whom = min(found, key=lambda each: (-len(found[each]), each), default=None)
    return whom, set(found[whom]) if whom is not None else set()


def _sorted(whys: set[Why]) -> list[Why]:
    return sorted(whys, key=lambda why: (why.rule, why.words))


def stamped(reading: Reading, directory: Directory) -> Reading:
    """The reading with an entity at every link of its chains and every place; its article knows its story."""
    story = reading.article.story or ""
    statements = tuple(
        replace(
            s,
            attribution=tuple(replace(link, entity=directory.entity(story, link.name)) for link in s.attribution),
        )
        if s.attribution
        else s
        for s in reading.statements
    )
    places = tuple(replace(place, entity=directory.entity(story, place.name)) for place in reading.places)
    return replace(reading, statements=statements, places=places)
