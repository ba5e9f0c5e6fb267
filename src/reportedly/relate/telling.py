"""One story, related by itself: what its articles alone can tell. Only the ids of its entities come from outside."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reportedly.model.copy import Copy
from reportedly.model.point import Point
from reportedly.model.reading import Reading
from reportedly.model.story import Story
from reportedly.model.timeline import TimelineEntry
from reportedly.relate.aside import set_aside, stands_aside
from reportedly.relate.clippings import Clippings
from reportedly.relate.copying.copies import Pair, find_copies
from reportedly.relate.copying.crowds import with_crowds
from reportedly.relate.copying.echoes import Echoes
from reportedly.relate.dating.anchoring import anchored
from reportedly.relate.dating.timeline import of_story as timeline_of
from reportedly.relate.judged import NOBODY, Judged
from reportedly.relate.naming.bearers import Bearer, bearers
from reportedly.relate.naming.belonging import with_belonging
from reportedly.relate.naming.bodies import with_bodies
from reportedly.relate.naming.entities import Directory, cast, stamped
from reportedly.relate.naming.in_full import full_names, in_full
from reportedly.relate.naming.offices import with_holders
from reportedly.relate.naming.papers import with_issuers
from reportedly.relate.naming.principals import of_story
from reportedly.relate.naming.said_in import with_papers_again
from reportedly.relate.naming.spelled import spelled_out
from reportedly.relate.points import find_points


@dataclass(frozen=True, slots=True)
class Telling:
    """What a story is made of: its readings, in their order, and all that was found in them together."""

    story: Story
    readings: tuple[Reading, ...]
    copies: tuple[Copy, ...]
    points: tuple[Point, ...]
    timeline: tuple[TimelineEntry, ...]


def told(story: Story, readings: Sequence[Reading], judged: Judged = NOBODY) -> tuple[Reading, ...]:
    """A story's readings, naming it, by what people decided; each source by one name, offices by their holders.

    A fault costs that story what relating gives, never the build: it is set aside.
    """
    by_article = {reading.article.id: reading for reading in readings}
    held = [by_article[article] for article in story.articles]
    try:
        return _told(story, [judged.applied(reading) for reading in held], judged)
    except Exception as fault:
        return set_aside(story, held, fault)


def _told(story: Story, held: Sequence[Reading], judged: Judged) -> tuple[Reading, ...]:
    spelled = spelled_out([replace(r, article=replace(r.article, story=story.id)) for r in held])
    named = with_holders(with_belonging(with_bodies(with_issuers(with_papers_again(spelled)))))
    return in_full(named, bearers(story.id, named, judged))


def named_in(story: str, readings: Sequence[Reading], judged: Judged = NOBODY) -> tuple[Bearer, ...]:
    """Everybody and everything that a story names (its readings as `told`); nobody where it is to be set aside."""
    try:
        return () if stands_aside(readings) else cast(story, readings, judged)
    except Exception:  # `telling`, which has it told, asks again where it is given nobody
        return ()


def telling(
    story: Story,
    readings: Sequence[Reading],
    named: Sequence[Bearer],
    directory: Directory,
    judged: Judged = NOBODY,
    sought: Iterable[Pair] | None = None,
) -> Telling:
    """Relate a story's readings (as `told`) whose names are borne by `named` (as `named_in`).

    `sought` are the pairs that may be copies, where they were sought already. A story that is set aside has its
    readings and nothing else.
    """
    try:
        if not stands_aside(readings):
            return _telling(story, readings, named or cast(story.id, readings, judged), directory, judged, sought)
    except Exception as fault:
        readings = set_aside(story, readings, fault)
    return Telling(story, tuple(readings), (), (), ())


def _telling(
    story: Story,
    readings: Sequence[Reading],
    named: Sequence[Bearer],
    directory: Directory,
    judged: Judged,
    sought: Iterable[Pair] | None,
) -> Telling:
    kept = with_crowds(anchored([stamped(reading, directory) for reading in readings]))
    echoes = find_copies(kept, sought)
    clippings = Clippings(kept, judged, full_names(kept, named))
    points = find_points(story.id, clippings, Echoes(echoes), of_story(named, directory, judged))
    copies = tuple(echo.copy for echo in echoes)
    return Telling(story, tuple(kept), copies, tuple(points), tuple(timeline_of(story.id, kept)))
