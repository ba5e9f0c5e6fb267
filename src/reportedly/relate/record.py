"""Readings to a record: stories, entities, then story by story copies, points, origins, standing, timeline."""

from __future__ import annotations

from collections.abc import Iterable

from reportedly.model.judgement import Judgement
from reportedly.model.problem import Problem
from reportedly.model.reading import Reading
from reportedly.model.record import Record
from reportedly.model.timeline import TimelineEntry
from reportedly.relate.clippings import in_order
from reportedly.relate.copying.versions import with_versions
from reportedly.relate.gathering.stories import find_stories
from reportedly.relate.judged import Judged
from reportedly.relate.naming.entities import joined
from reportedly.relate.telling import named_in, telling, told


def relate(
    readings: Iterable[Reading],
    *,
    pipeline: tuple[tuple[str, str], ...],
    judgements: tuple[Judgement, ...] = (),
    problems: tuple[Problem, ...] = (),
) -> Record:
    """The record of a set of readings.

    Pure: the same readings give the same record, in whatever order they come; it knows no clock and no chance.
    """
    judged = Judged(judgements)
    ordered = with_versions(in_order(readings))
    stories = find_stories(ordered)
    by_article = {reading.article.id: reading for reading in ordered}
    held = {story.id: told(story, [by_article[article] for article in story.articles], judged) for story in stories}
    casts = {story: named_in(story, members, judged) for story, members in held.items()}
    entities, directory = joined([bearer for bearers in casts.values() for bearer in bearers], judged)
    tellings = [telling(s, held[s.id], casts[s.id], directory, judged) for s in stories]
    kept = in_order(reading for each in tellings for reading in each.readings)
    return Record(
        pipeline=pipeline,
        readings=kept,
        entities=entities,
        stories=stories,
        copies=tuple(copy for each in tellings for copy in each.copies),
        points=tuple(point for each in tellings for point in each.points),
        timeline=tuple(sorted((entry for each in tellings for entry in each.timeline), key=in_time)),
        judgements=judgements,
        problems=tuple(sorted({*problems, *(p for r in kept for p in r.problems)})),
    )


def in_time(entry: TimelineEntry) -> tuple[str, str, str, str]:
    """The order of a record's timeline."""
    return str(entry.when.earliest), str(entry.when.latest), entry.what, entry.story or ""
