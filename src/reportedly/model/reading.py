"""All that was read out of one article; what relate/ stands on."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.model.article import Article
from reportedly.model.capture import Capture
from reportedly.model.exhibit import Exhibit
from reportedly.model.happening import Happening
from reportedly.model.mention import Figure, Moment, NameMention, PlaceMention
from reportedly.model.problem import Problem
from reportedly.model.statement import Statement


@dataclass(frozen=True, slots=True)
class Reading:
    """One capture, understood: statements and values in document order.

    A reading depends on its capture and the versions of the stages, on nothing else; it can be kept and used again.
    """

    capture: Capture
    article: Article
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    moments: tuple[Moment, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    names: tuple[NameMention, ...] = ()
    happenings: tuple[Happening, ...] = ()
    exhibits: tuple[Exhibit, ...] = ()
    problems: tuple[Problem, ...] = ()
