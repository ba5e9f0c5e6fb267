"""Names that mean one thing: joined inside each story, then across stories where a whole name or a witness tells.

Every join is an edge with its reason, and a person's decision goes before all of them. A short name ("Krall") is
resolved in its story alone: elsewhere it may be another bearer's.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from reportedly.model.entity import Entity
from reportedly.model.ids import content_id
from reportedly.model.mention import NameKind
from reportedly.model.reading import Reading
from reportedly.model.why import Why
from reportedly.relate.judged import NOBODY, Judged
from reportedly.relate.name_edges import Key, Spelled, edges, id_of
from reportedly.relate.names import same_word, words
from reportedly.relate.spelling import sound
from reportedly.relate.terms import content_stems
from reportedly.relate.union import Union

Story = tuple[str, Sequence[Reading]]  # its id, and its readings


@dataclass(frozen=True, slots=True)
class Bearer:
    """What bears some names in one story: its names by their words, the fullest first, and why they are one."""

    story: str
    keys: tuple[Key, ...]
    kind: NameKind | None
    spellings: Mapping[Key, Counter[str]]
    roles: frozenset[str]
    why: tuple[Why, ...]

    @property
    def certain(self) -> bool:
        """Whether its fullest name tells it from others in any story: several words, or no person's."""
        return len(self.keys[0]) > 1 or self.kind != "person"


class Directory:
    """Which entity a name stands for, in each story."""

    def __init__(self, entities: Mapping[tuple[str, Key], str]) -> None:
        self._entities = entities

    def entity(self, story: str, name: str | None) -> str | None:
        """The id of the entity with this name; None for an unnamed source and an unknown name."""
        return self._entities.get((story, words(name))) if name else None


def bearers(story: str, readings: Sequence[Reading], judged: Judged = NOBODY) -> tuple[Bearer, ...]:
    """Everything that is named in one story, under its spellings."""
    spelled = _spelled(readings)
    union = Union(sorted(spelled.spellings))
    reasons: defaultdict[Key, list[Why]] = defaultdict(list)
    for one, other, why in edges(spelled, judged):
        if not _told_apart(union, one, other, judged) and union.join(one, other):
            reasons[one].append(why)
    return tuple(_bearer(story, held, spelled, reasons) for held in union.sets())


def find_entities(stories: Iterable[Story], judged: Judged = NOBODY) -> tuple[tuple[Entity, ...], Directory]:
    """Every name of the stories, by its fullest form, and which entity it stands for where."""
    return joined([bearer for story, readings in stories for bearer in bearers(story, readings, judged)], judged)


def joined(named: Sequence[Bearer], judged: Judged = NOBODY) -> tuple[tuple[Entity, ...], Directory]:
    """Bearers of all stories to entities: one where the whole name is one, or a role is a person's with that name."""
    union = Union(range(len(named)))
    alike: defaultdict[tuple[object, ...], list[int]] = defaultdict(list)
    for number, bearer in enumerate(named):
        for witness in _witnesses(bearer, judged):
            alike[witness].append(number)
    for numbers in alike.values():
        for one, other in _pairs(numbers, named, union):
            if union.find(one) != union.find(other) and _one(named[one], named[other], judged):
                union.join(one, other)
    groups = [[named[number] for number in held] for held in union.sets()]
    seen = Counter(_fullest(held) for held in groups)
    entities, homes = [], {}
    for held in groups:
        entity = _entity(held, alone=seen[_fullest(held)] == 1)
        entities.append(entity)
        homes.update({(bearer.story, key): entity.id for bearer in held for key in bearer.keys})
    return tuple(sorted(entities, key=lambda entity: (entity.name, entity.id))), Directory(homes)


def _pairs(numbers: Iterable[int], named: Sequence[Bearer], union: Union[int]) -> Iterable[tuple[int, int]]:
    """The pairs to compare of bearers with a witness in common; those with the very same names are one already."""
    first: dict[tuple[Key, ...], int] = {}
    for number in numbers:
        union.join(first.setdefault(named[number].keys, number), number)
    return combinations(first.values(), 2)


def _witnesses(bearer: Bearer, judged: Judged) -> Iterator[tuple[object, ...]]:
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


def _spelled(readings: Iterable[Reading]) -> Spelled:
    spelled = Spelled()
    for reading in readings:
        for mention in reading.names:
            key = words(mention.name)
            _count(spelled, key, mention.name, mention.kind)
            spelled.roles[key].update(stem for role in mention.roles for stem in content_stems(role.text))
        for statement in reading.statements:
            for link in statement.attribution:
                if link.name is not None:
                    _count(spelled, words(link.name), link.name, None)
        if reading.article.outlet is not None:
            _count(spelled, words(reading.article.outlet.name), reading.article.outlet.name, "outlet")
    return spelled


def _count(spelled: Spelled, key: Key, name: str, kind: NameKind | None) -> None:
    if key:
        spelled.spellings[key][name] += 1
        if kind is not None:
            spelled.kinds[key][kind] += 1


def _told_apart(union: Union[Key], one: Key, other: Key, judged: Judged) -> bool:
    """Whether a person told any name of the one set from any of the other."""
    if not judged.parts_names:
        return False
    sets = union.held(one), union.held(other)
    return any(judged.names_apart(id_of(a), id_of(b)) for a in sets[0] for b in sets[1])


def _bearer(story: str, held: Sequence[Key], spelled: Spelled, reasons: Mapping[Key, Sequence[Why]]) -> Bearer:
    kinds: Counter[NameKind] = Counter()
    for key in held:
        kinds.update(spelled.kinds.get(key, {}))
    return Bearer(
        story=story,
        keys=tuple(sorted(held, key=lambda key: (-len(key), -sum(spelled.spellings[key].values()), key))),
        kind=_commonest(kinds),
        spellings={key: spelled.spellings[key] for key in held},
        roles=frozenset(role for key in held for role in spelled.roles.get(key, ())),
        why=tuple(why for key in held for why in reasons.get(key, ())),
    )


def _commonest(kinds: Counter[NameKind]) -> NameKind | None:
    if not kinds:
        return None
    first: NameKind = min(kinds, key=lambda kind: (-kinds[kind], kind))
    return first


def _fullest(held: Sequence[Bearer]) -> Key:
    counts: Counter[Key] = Counter()
    for bearer in held:
        for key in bearer.keys:
            counts[key] += sum(bearer.spellings[key].values())
    return min(counts, key=lambda key: (-len(key), -counts[key], key))


def _entity(held: Sequence[Bearer], *, alone: bool) -> Entity:
    counts: Counter[str] = Counter()
    kinds: Counter[NameKind] = Counter(kind for bearer in held if (kind := bearer.kind) is not None)
    fullest, of_fullest = _fullest(held), Counter[str]()
    for bearer in held:
        for key, spelled in bearer.spellings.items():
            counts.update(spelled)
            if key == fullest:
                of_fullest.update(spelled)
    name = min(of_fullest, key=lambda text: (-of_fullest[text], text))
    more = () if alone else (min(bearer.story for bearer in held),)
    return Entity(
        id=content_id("entity", *fullest, *more),
        kind=_commonest(kinds) or "group",
        name=name,
        names=tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))),
        why=tuple(sorted({why for bearer in held for why in bearer.why}, key=lambda why: (why.rule, why.words))),
    )


def stamped(reading: Reading, directory: Directory) -> Reading:
    """The reading with an entity at every link of its chains and every place; its article knows its story."""
    story = reading.article.story or ""
    statements = tuple(
        replace(
            s,
            attribution=tuple(replace(link, entity=directory.entity(story, link.name)) for link in s.attribution),
        )
        for s in reading.statements
    )
    places = tuple(replace(place, entity=directory.entity(story, place.name)) for place in reading.places)
    return replace(reading, statements=statements, places=places)
