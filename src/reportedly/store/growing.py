"""A few articles more: only the stories that they touch are related anew, and only what changed is written.

The result is the record that relating everything would give. That rests on what `relate` promises: a story is made of
its own articles, it is found in its own field, and an entity is what its bearers are. Where that is not enough — other
stages, other decisions, a page obtained earlier than its known captures — nothing is done, and all must be related.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from sqlalchemy import Connection

from reportedly.model.entity import Entity
from reportedly.model.reading import Reading
from reportedly.model.story import Story
from reportedly.relate.clippings import in_order
from reportedly.relate.gathering.gists import Gist
from reportedly.relate.gathering.shelf import likenesses
from reportedly.relate.gathering.stories import FIELD, SMALL, parted, story_id, story_of
from reportedly.relate.judged import Judged
from reportedly.relate.naming.bearers import Bearer
from reportedly.relate.naming.edges import Key
from reportedly.relate.naming.entities import Directory, joined
from reportedly.relate.telling import Telling, named_in, telling, told
from reportedly.relate.union import Union
from reportedly.store import kept, remembered
from reportedly.store.by_story import first_of_pages, pointing
from reportedly.store.remembered import Held, Known, Noted
from reportedly.store.tables import STRIDE

SHARE = 10  # of so many articles one may be new: more of them are related faster all together
ROOM = 1 << 16  # places that a capture needs


@dataclass(frozen=True, slots=True)
class Grown:
    """What became of a record: stories told anew, those that are gone (ids), and entities in the place of others.

    `new` and `moved` are articles that are new, or in another field or story, `places` says where all of them stand.
    """

    tellings: tuple[Telling, ...]
    gone: tuple[str, ...]
    entities: tuple[Entity, ...]
    former: tuple[str, ...]
    cast: tuple[Bearer, ...]
    directory: Directory
    new: tuple[Noted, ...]
    moved: tuple[Known, ...]
    places: dict[str, int]


def grown(connection: Connection, added: Iterable[str], judged: Judged) -> Grown | None:
    """The record with the kept readings of `added` captures (ids); None where all must be related anew."""
    held = remembered.all_known(connection)
    new = sorted(set(added) - {each.capture for each in held})
    if len(held) <= SMALL or SHARE * len(new) > len(held) or remembered.stale(connection):
        return None
    contents = kept.contents(connection, new)
    noted = [remembered.known(r, contents[r.capture.id]) for r in in_order(kept.readings(connection, new))]
    known = _placed(held, noted)
    if known is None:
        return None
    return _Growth(connection, judged, known, {each.article: each for each in noted}).done()


def _placed(held: list[Known], new: Sequence[Noted]) -> list[Known] | None:
    """All articles in order, the new ones with places between the others; None where there is no room."""
    between: defaultdict[int, list[Noted]] = defaultdict(list)
    for each in new:
        between[bisect_left(held, each.rank, key=_rank)].append(each)
    made: list[Known] = []
    last = 0
    for at, here in between.items():  # in order, as the new ones are
        made += held[last:at]
        before = held[at - 1].place if at else 0
        step = (held[at].place - before) // (len(here) + 1) if at < len(held) else STRIDE
        if step < ROOM:
            return None
        made += [replace(each, place=before + number * step) for number, each in enumerate(here, start=1)]
        last = at
    return made + held[last:]


def _rank(known: Known) -> tuple[str, str, str]:
    return known.rank


@dataclass(slots=True)
class _Growth:
    connection: Connection
    judged: Judged
    known: list[Known]
    new: dict[str, Noted]
    stories: dict[str, Story] = field(default_factory=dict)
    readings: dict[str, tuple[Reading, ...]] = field(default_factory=dict)
    casts: dict[str, tuple[Bearer, ...]] = field(default_factory=dict)
    gone: dict[str, None] = field(default_factory=dict)

    def done(self) -> Grown | None:
        """Sort, name and tell what changed."""
        first = first_of_pages(self.known)
        many = Counter(each.page for each in self.known)
        if any(each.article in self.new and many[page] > 1 for page, each in first.items()):
            return None  # a version obtained before those that are known: they must point to it
        moved = self._sorted()
        for story, members in self._told_anew(moved):
            self._take(story, members, first)
        for story in self._set_aside(moved):
            self._take_whole(story, first)
        entities, directory, former = self._named(first)
        tellings = tuple(
            telling(self.stories[id_], self.readings[id_], self.casts[id_], directory, self.judged)
            for id_ in self.stories
        )
        return Grown(
            tellings=tellings,
            gone=tuple(self.gone),
            entities=entities,
            former=former,
            cast=tuple(bearer for held in self.casts.values() for bearer in held),
            directory=directory,
            new=tuple(self._noted(each) for each in moved.values() if each.article in self.new),
            moved=tuple(each for each in moved.values() if each.article not in self.new),
            places={each.article: each.place for each in self.known},
        )

    def _noted(self, known: Known) -> Noted:
        return replace(self.new[known.article], place=known.place, story=known.story, field=known.field)

    def _gists(self, numbers: Iterable[int]) -> list[Gist]:
        """What some articles (numbers) are about."""
        known = [self.known[number] for number in numbers]
        held = remembered.gists(self.connection, [each.place for each in known if each.article not in self.new])
        return [self.new[k.article].gist if k.article in self.new else held[k.place] for k in known]

    def _near(self) -> list[tuple[int, int]]:
        """The pairs of a new article and another (numbers) that likely tell one story."""
        number = {each.place: at for at, each in enumerate(self.known)}
        new = [at for at, each in enumerate(self.known) if each.article in self.new]
        others = {number[p] for each in self.new.values() for p in remembered.beside(self.connection, each.gist)}
        asked = sorted({*new, *others})
        pairs = likenesses(self._gists(asked), FIELD, [bisect_left(asked, each) for each in new])
        return [(asked[one], asked[other]) for one, other, _ in pairs]

    def _sorted(self) -> dict[int, Known]:
        """The articles of every field that has a new one, by number, each with its field and story of now."""
        near = self._near()
        their = {self.known[number].field for pair in near for number in pair}
        touched = [n for n, each in enumerate(self.known) if each.article in self.new or each.field in their]
        union = Union(touched)
        first: dict[str, int] = {}
        for number in touched:
            if self.known[number].article not in self.new:
                union.join(first.setdefault(self.known[number].field, number), number)
        for one, other in near:
            union.join(one, other)
        moved = {}
        for members in union.sets():
            name = min(self.known[number].article for number in members)
            gists = dict(zip(members, self._gists(members), strict=True))
            for group in parted(members, list(gists.values())):
                story = story_id((gists[number].day, self.known[number].article) for number in group)
                moved.update({n: replace(self.known[n], story=story, field=name) for n in group})
        return dict(sorted(moved.items()))

    def _told_anew(self, moved: dict[int, Known]) -> list[tuple[str, list[int]]]:
        """The stories that are no longer what they were, in order, with the numbers of their articles."""
        before, now = defaultdict(list), defaultdict(list)
        for number, each in moved.items():
            now[each.story].append(number)
            if each.article not in self.new:
                before[self.known[number].story].append(number)
        changed = [story for story in before if now.get(story) != before[story]]
        self.gone.update(dict.fromkeys(changed))
        return [(story, members) for story, members in now.items() if before.get(story) != members]

    def _set_aside(self, moved: dict[int, Known]) -> list[str]:
        """The stories that were set aside, which are tried again; those that are told anew in any case are none."""
        aside = remembered.set_aside(self.connection)
        stories = {moved.get(n, each).story for n, each in enumerate(self.known) if each.article in aside}
        return sorted(stories - self.stories.keys())

    def _take_whole(self, story: str, first: dict[str, Known]) -> None:
        """Take a story that has the articles that it had."""
        self._take(story, [n for n, each in enumerate(self.known) if each.story == story], first)

    def _take(self, story: str, members: Sequence[int], first: dict[str, Known]) -> None:
        """Fetch the readings of a story and see who bears names in it."""
        held = [self.known[number] for number in members]
        found = {r.article.id: r for r in kept.readings(self.connection, [each.capture for each in held])}
        readings = [pointing(found[each.article], first) for each in held]
        self.stories[story] = story_of(readings)
        self.readings[story] = told(self.stories[story], readings, self.judged)
        self.casts[story] = named_in(story, self.readings[story], self.judged)

    def _named(self, first: dict[str, Known]) -> tuple[tuple[Entity, ...], Directory, tuple[str, ...]]:
        """The entities that changed, with those in whose place they are; their stories are told anew, too."""
        while True:
            theirs = list(remembered.cast_of(self.connection, {*self.gone, *self.stories}))
            others = self._kin(theirs)
            named = [*(b for held in self.casts.values() for b in held), *(each.bearer for each in others)]
            entities, directory = joined(named, self.judged, self._elsewhere(others))
            renamed = {each.bearer.story for each in others if directory.of(each.bearer) != each.entity}
            if not renamed:
                former = {each.entity for each in (*theirs, *others)}
                return entities, directory, tuple(sorted(former))
            for story in sorted(renamed):
                self._take_whole(story, first)

    def _kin(self, theirs: Sequence[Held]) -> list[Held]:
        """All bearers of other stories that may be one with those that are or were in these, directly or not."""
        apart = {*self.gone, *self.stories}
        bearers = [*(each.bearer for each in theirs), *(b for held in self.casts.values() for b in held)]
        asked = {sign for bearer in bearers for sign in remembered.told_by(bearer, self.judged)}
        found: dict[int, Held] = {}
        fresh = asked
        while fresh:
            met = {h.position: h for h in remembered.known_by(self.connection, fresh) if h.bearer.story not in apart}
            signs = {
                sign for at, h in met.items() if at not in found for sign in remembered.told_by(h.bearer, self.judged)
            }
            found |= met
            fresh = signs - asked
            asked |= fresh
        return [found[position] for position in sorted(found)]

    def _elsewhere(self, others: Sequence[Held]) -> dict[tuple[str, Key], str]:
        """The entities in whose name these speak."""
        stories = {each.bearer.story for each in others if each.bearer.principal is not None}
        held = remembered.cast_of(self.connection, stories)
        return {(each.bearer.story, each.bearer.fullest): each.entity for each in held}
