"""A story that relating stumbles over is set aside: its accounts are kept with the word of it, all others related."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reportedly.model.problem import Problem
from reportedly.model.reading import Reading
from reportedly.model.story import Story

STAGE, FAULT = "relate", "fault while relating"


def set_aside(story: Story, readings: Sequence[Reading], fault: Exception) -> tuple[Reading, ...]:
    """The readings of a story that a fault keeps from being related, the first with a problem that tells of it."""
    first, *others = (replace(r, article=replace(r.article, story=story.id)) for r in readings)
    detail = (
        f"{type(fault).__name__}: {fault}; nothing is told of the {len(readings)} articles of its story together, "
        "which the next build tries again; a fault of ours: please report it with these captures"
    )
    problem = Problem(first.capture.path, STAGE, FAULT, detail)
    return (replace(first, problems=(*first.problems, problem)), *others)


def is_aside(problem: Problem) -> bool:
    """Whether a problem tells that a story was set aside."""
    return problem.stage == STAGE and problem.what == FAULT


def stands_aside(readings: Iterable[Reading]) -> bool:
    """Whether a story, by its readings, was set aside."""
    return any(map(is_aside, (problem for reading in readings for problem in reading.problems)))
