"""All of it, for a set of captures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from reportedly.model.article import Article
from reportedly.model.capture import Capture
from reportedly.model.copy import Copy
from reportedly.model.entity import Entity
from reportedly.model.judgement import Judgement
from reportedly.model.point import Point, Points
from reportedly.model.problem import Problem
from reportedly.model.reading import Reading
from reportedly.model.seen import seen
from reportedly.model.statement import Statement
from reportedly.model.story import Story
from reportedly.model.timeline import TimelineEntry


@dataclass(frozen=True, slots=True)
class Record:
    """Who said what, when, on whose word, in a set of captures.

    A pure function of the captures and the pipeline: `readings` are sorted by capture path, row and id; it holds no
    time of running. `pipeline` pairs each stage with its versioned name.
    """

    pipeline: tuple[tuple[str, str], ...]
    readings: tuple[Reading, ...]
    entities: tuple[Entity, ...] = ()
    stories: tuple[Story, ...] = ()
    copies: tuple[Copy, ...] = ()
    points: tuple[Point, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    problems: tuple[Problem, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "points", Points(self.points))

    def _repr_html_(self) -> str | None:
        return cast("str | None", seen("record", self))

    @property
    def captures(self) -> tuple[Capture, ...]:
        """What was read, in the order of the readings."""
        return tuple(reading.capture for reading in self.readings)

    @property
    def articles(self) -> tuple[Article, ...]:
        """The captures understood as pages, in the order of the readings."""
        return tuple(reading.article for reading in self.readings)

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Every statement, article by article, in document order."""
        return tuple(statement for reading in self.readings for statement in reading.statements)

    def text_of(self, article: str) -> str:
        """The text that every span of this article (an id) counts in. Raises `KeyError` when it is not here."""
        for reading in self.readings:
            if reading.article.id == article:
                return reading.capture.text
        raise KeyError(article)
