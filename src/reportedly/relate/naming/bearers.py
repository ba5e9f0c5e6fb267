"""What bears the names of one story: names that mean one thing there, joined, each join with its reason."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reportedly.model.mention import NameKind
from reportedly.model.reading import Reading
from reportedly.model.why import Why
from reportedly.relate.judged import NOBODY, Judged
from reportedly.relate.naming.edges import Key, Spelled, edges, id_of
from reportedly.relate.naming.names import initials, words
from reportedly.relate.terms import content_stems
from reportedly.relate.union import Union


@dataclass(frozen=True, slots=True)
class Bearer:
    """What bears some names in one story: its names by their words, the fullest first, and why they are one.

    `principal` is the fullest name of the bearer in whose name it speaks, `speaks` why.
    """

    story: str
    keys: tuple[Key, ...]
    kind: NameKind | None
    spellings: Mapping[Key, Counter[str]]
    roles: frozenset[str]
    why: tuple[Why, ...]
    principal: Key | None = None
    speaks: Why | None = None

    @property
    def fullest(self) -> Key:
        """The name that it is known by."""
        return self.keys[0]

    @property
    def names(self) -> tuple[tuple[str, int], ...]:
        """Each spelling with how often it occurs, commonest first."""
        counts: Counter[str] = Counter()
        for spelled in self.spellings.values():
            counts.update(spelled)
        return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))

    @property
    def certain(self) -> bool:
        """Whether its fullest name tells it from others in any story: several words, or no person's."""
        return len(self.keys[0]) > 1 or self.kind != "person"


def bearers(story: str, readings: Sequence[Reading], judged: Judged = NOBODY) -> tuple[Bearer, ...]:
    """Everything that is named in one story, under its spellings."""
    spelled = _spelled(readings)
    union = Union(sorted(spelled.spellings))
    reasons: defaultdict[Key, list[Why]] = defaultdict(list)
    for one, other, why in edges(spelled, judged):
        if not _told_apart(union, one, other, judged) and union.join(one, other):
            reasons[one].append(why)
    return tuple(_bearer(story, held, spelled, reasons) for held in union.sets())


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
        keys=tuple(
            sorted(held, key=lambda key: (-len(key), initials(key), -sum(spelled.spellings[key].values()), key))
        ),
        kind=commonest_kind(kinds),
        spellings={key: spelled.spellings[key] for key in held},
        roles=frozenset(role for key in held for role in spelled.roles.get(key, ())),
        why=tuple(why for key in held for why in reasons.get(key, ())),
    )


def commonest_kind(kinds: Counter[NameKind]) -> NameKind | None:
    """The kind that most names have; of several the first by name."""
    if not kinds:
        return None
    first: NameKind = min(kinds, key=lambda kind: (-kinds[kind], kind))
    return first
