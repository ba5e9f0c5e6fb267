"""Readings to a record: copies, entities, stories, points, origins, standing, timeline."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from reportedly.model.judgement import Judgement
from reportedly.model.point import Point
from reportedly.model.problem import Problem
from reportedly.model.reading import Reading
from reportedly.model.record import Record
from reportedly.model.story import Story
from reportedly.relate.anchoring import anchored
from reportedly.relate.clippings import Clippings, in_order
from reportedly.relate.copies import find_copies
from reportedly.relate.echoes import Echoes
from reportedly.relate.entities import find_entities, stamped
from reportedly.relate.judged import Judged
from reportedly.relate.offices import with_holders
from reportedly.relate.points import find_points
from reportedly.relate.principals import principals
from reportedly.relate.speaking import speaking_for
from reportedly.relate.spelled import spelled_out
from reportedly.relate.stories import find_stories
from reportedly.relate.timeline import find_timeline
from reportedly.relate.versions import with_versions


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
    ordered = spelled_out(with_versions([judged.applied(reading) for reading in in_order(readings)]))
    stories = find_stories(ordered)
    told = _told(ordered, stories)
    entities, directory = find_entities(told.items(), judged)
    entities = speaking_for(entities, told.items(), directory)
    by_story = {story: anchored([stamped(reading, directory) for reading in held]) for story, held in told.items()}
    kept = in_order(reading for members in by_story.values() for reading in members)
    copies = find_copies(kept)
    echoes = Echoes(copies)
    speaks_for = principals(entities, judged)
    points: list[Point] = []
    for story in stories:
        clippings = Clippings(by_story[story.id], judged)
        points += find_points(story.id, clippings, echoes, speaks_for)
    return Record(
        pipeline=pipeline,
        readings=kept,
        entities=entities,
        stories=stories,
        copies=tuple(echo.copy for echo in copies),
        points=tuple(points),
        timeline=find_timeline(by_story.items()),
        judgements=judgements,
        problems=tuple(sorted({*problems, *(p for r in kept for p in r.problems)})),
    )


def _told(readings: Iterable[Reading], stories: Iterable[Story]) -> dict[str, tuple[Reading, ...]]:
    """The readings of each story, which they now name; sources named by office alone are whom the story names so."""
    story_of = {article: story.id for story in stories for article in story.articles}
    told: dict[str, list[Reading]] = {story.id: [] for story in stories}
    for reading in readings:
        story = story_of[reading.article.id]
        told[story].append(replace(reading, article=replace(reading.article, story=story)))
    return {story: with_holders(held) for story, held in told.items()}
