"""Articles to readings: statements with their chains, figures, times, places, names. One article at a time, pure."""

from __future__ import annotations

from typing import Any, Protocol

from reportedly.extract.attributions import Attributions
from reportedly.extract.binding import Binding
from reportedly.extract.counting.figures import Figures
from reportedly.extract.counting.measures import Measures
from reportedly.extract.doubts import Doubts
from reportedly.extract.draft import Draft
from reportedly.extract.exhibits import Exhibits
from reportedly.extract.happening.happenings import Happenings
from reportedly.extract.moments import Moments
from reportedly.extract.naming.names import Names
from reportedly.extract.narration import Narration
from reportedly.extract.parse import Parser
from reportedly.extract.placing.places import Places
from reportedly.extract.said import Said
from reportedly.extract.stances import Stances
from reportedly.model.article import Article
from reportedly.model.capture import Capture
from reportedly.model.errors import ReportedlyError
from reportedly.model.reading import Reading


class Stage(Protocol):
    """One step of extraction: a versioned name, the fields of the draft it needs and those it fills."""

    @property
    def name(self) -> str:
        """`figures.v1`: a stage whose readings differ has another number."""
        ...

    @property
    def requires(self) -> tuple[str, ...]:
        """The fields of the draft that stages before it must have filled."""
        ...

    @property
    def assigns(self) -> tuple[str, ...]:
        """The fields that it fills."""
        ...

    def __call__(self, draft: Draft) -> Draft:
        """The draft, fuller by what this stage assigns."""
        ...


STAGES: tuple[type[Any], ...] = (
    Parser,
    Moments,
    Figures,
    Names,
    Places,
    Happenings,
    Measures,
    Attributions,
    Narration,
    Doubts,
    Stances,
    Said,
    Binding,
    Exhibits,
)  # classes of `Stage` in their order: named before anything is loaded


def default_stages() -> tuple[Stage, ...]:
    """The stages in their order; each loads what it needs once."""
    return tuple(stage() for stage in STAGES)


class Extractor:
    """Runs stages over one article. Raises `ReportedlyError` when a stage needs what none before it assigns."""

    def __init__(self, stages: tuple[Stage, ...] | None = None) -> None:
        self.stages = stages if stages is not None else default_stages()
        known: set[str] = set()
        for stage in self.stages:
            missing = set(stage.requires) - known
            if missing:
                raise ReportedlyError(f"{stage.name} needs {sorted(missing)}, which no stage before it assigns")
            known.update(stage.assigns)

    def __call__(self, capture: Capture, article: Article) -> Reading:
        """The reading of one article; one that is not to be read gives an empty reading."""
        draft = Draft(capture, article)
        if article.read:
            for stage in self.stages:
                draft = stage(draft)
        return draft.reading()
