"""Names that mean one thing, across articles: an edge for every spelling joined, with its reason."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from reportedly.model.entity import Entity
from reportedly.model.ids import content_id
from reportedly.model.mention import NameKind
from reportedly.model.reading import Reading
from reportedly.model.why import Why
from reportedly.relate.judged import NAME, NOBODY, RULE, Judged
from reportedly.relate.names import inside, words
from reportedly.relate.union import Union

Key = tuple[str, ...]


def find_entities(readings: Sequence[Reading], judged: Judged = NOBODY) -> tuple[Entity, ...]:
    """Every name of the readings under its spellings, by name; what a person decided goes before every rule."""
    spellings: defaultdict[Key, Counter[str]] = defaultdict(Counter)
    kinds: defaultdict[Key, Counter[NameKind]] = defaultdict(Counter)
    for name, kind in _names(readings):
        key = words(name)
        if key:
            spellings[key][name] += 1
            if kind is not None:
                kinds[key][kind] += 1
    keys = sorted(spellings)
    union = Union(keys)
    reasons: defaultdict[Key, list[Why]] = defaultdict(list)
    for one, other, why in (*_decided(spellings, judged), *_edges(keys, kinds, judged)):
        if not _told_apart(union, one, other, judged) and union.join(one, other):
            reasons[union.find(one)].append(why)
    return tuple(_entity(held, spellings, kinds, reasons) for held in union.sets())


def _names(readings: Iterable[Reading]) -> Iterator[tuple[str, NameKind | None]]:
    for reading in readings:
        for mention in reading.names:
            yield mention.name, mention.kind
        for statement in reading.statements:
            for link in statement.attribution:
                if link.name is not None:
                    yield link.name, None
        if reading.article.outlet is not None:
            yield reading.article.outlet.name, "outlet"


def _decided(known: Collection[Key], judged: Judged) -> Iterator[tuple[Key, Key, Why]]:
    for pair, by in judged.same_names.items():
        one, other = (tuple(name.removeprefix(NAME).split()) for name in pair)
        if one in known and other in known:
            yield one, other, Why(f"{RULE}same name", f"{' '.join(one)} = {' '.join(other)}, says {by}")


def _told_apart(union: Union[Key], one: Key, other: Key, judged: Judged) -> bool:
    """Whether a person told any name of the one set from any of the other."""
    if not judged.parts_names:
        return False
    sets = union.held(one), union.held(other)
    return any(judged.names_apart(_id(a), _id(b)) for a in sets[0] for b in sets[1])


def _id(key: Key) -> str:
    return NAME + " ".join(key)


def _edges(keys: Sequence[Key], kinds: dict[Key, Counter[NameKind]], judged: Judged) -> Iterator[tuple[Key, Key, Why]]:
    """A short name joins the one fuller name that holds it; where several do, it stays apart."""
    index: defaultdict[str, list[Key]] = defaultdict(list)
    for key in keys:
        for word in key:
            index[word[:4]].append(key)
    for key in keys:
        near = {other for word in key for other in index[word[:4]] if other != key and len(other) >= len(key)}
        fuller = sorted(other for other in near if _kindred(kinds, key, other) and inside(key, other))
        fuller = [other for other in fuller if not judged.names_apart(_id(key), _id(other))]
        roots = [other for other in fuller if not any(o != other and inside(other, o) for o in fuller)]
        if len(roots) == 1:
            yield key, roots[0], Why("one fuller name", f"{' '.join(key)} < {' '.join(roots[0])}")


def _kindred(kinds: dict[Key, Counter[NameKind]], one: Key, other: Key) -> bool:
    mine, theirs = set(kinds.get(one, ())), set(kinds.get(other, ()))
    return not mine or not theirs or bool(mine & theirs)


def _entity(
    held: Sequence[Key],
    spellings: dict[Key, Counter[str]],
    kinds: dict[Key, Counter[NameKind]],
    reasons: dict[Key, list[Why]],
) -> Entity:
    counts: Counter[str] = Counter()
    kind_votes: Counter[NameKind] = Counter()
    for key in held:
        counts.update(spellings[key])
        kind_votes.update(kinds.get(key, {}))
    names = tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
    fullest = max(held, key=lambda key: (len(key), sum(spellings[key].values()), key))
    name = min(spellings[fullest], key=lambda text: (-spellings[fullest][text], text))
    kind: NameKind = min(kind_votes, key=lambda k: (-kind_votes[k], k)) if kind_votes else "group"
    why = tuple(reason for key in held for reason in reasons.get(key, ()))
    return Entity(content_id("entity", *fullest), kind, name, names, None, why)


class Directory:
    """Which entity a name stands for."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._by_key = {words(name): entity.id for entity in entities for name, _ in entity.names}

    def entity(self, name: str | None) -> str | None:
        """The id of the entity with this name; None for an unnamed source and an unknown name."""
        return self._by_key.get(words(name)) if name else None


def stamped(reading: Reading, directory: Directory) -> Reading:
    """The reading with an entity at every link of its chains and every place."""
    statements = tuple(
        replace(s, attribution=tuple(replace(link, entity=directory.entity(link.name)) for link in s.attribution))
        for s in reading.statements
    )
    places = tuple(replace(place, entity=directory.entity(place.name)) for place in reading.places)
    return replace(reading, statements=statements, places=places)
