"""Values in the text: figures, times, places and names, each beside its verbatim words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from reportedly.model.measured import Measured
from reportedly.model.quantity import Quantity
from reportedly.model.span import Span, Words
from reportedly.model.when import End, When
from reportedly.model.why import Why

Phase = Literal["planned", "under way", "done"]
Count = Literal["cumulative", "level", "per period", "fixed"]
NameKind = Literal["person", "organisation", "place", "unit", "outlet", "group"]
Precision = Literal["point", "town", "region", "country"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that counts or measures something.

    `span` is the shortest phrase that states the value: number with qualifier, range and unit. `counted` is the
    noun with the modifiers that matter, in the text's words; `holder` whose it is ("North Korean"); `predicate` the
    family of `vocabulary/predicates.toml` ("killed", "deployed"). `subset_of` is another figure's id; `as_of` is
    EDTF. `statement` is the innermost statement that it stands in. `measured` says what a measure is a measure of;
    `asked` is the question that the figure's own clause makes of it ("how many miners were killed?"), if a plain one.
    """

    id: str
    article: str
    statement: str | None
    span: Span
    text: str
    quantity: Quantity
    counted: str | None = None
    counted_span: Span | None = None
    holder: str | None = None
    predicate: str | None = None
    phase: Phase | None = None
    subset_of: str | None = None
    count: Count | None = None
    as_of: str | None = None
    measured: Measured | None = None
    asked: str | None = None
    why: tuple[Why, ...] = ()


@dataclass(frozen=True, slots=True)
class Moment:
    """A time expression: its TIMEX3 value, its interval, and what it was resolved against (`anchor`).

    `when` is what the words name ("Monday"). Where they name it as the end of a longer time ("since Monday", "until
    Monday", "by Monday"), `end_of` tells which end; `lasting` is that longer time, open on the other side.
    """

    id: str
    article: str
    statement: str | None
    span: Span
    text: str
    timex: str
    when: When | None
    anchor: str = ""
    end_of: End | None = None

    @property
    def lasting(self) -> When | None:
        """The days that the words tell of: from Monday on, up to Monday, else `when`."""
        return self.when.opened(self.end_of) if self.when is not None and self.end_of is not None else self.when


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place named in the text. No coordinates means unlocated, which beats wrong.

    `country` is ISO 3166-1, `region` the GeoNames code of the first level ("RU.41"), `gazetteer` the id of the very
    place ("geonames:524901"); a village known only by its region has the region's coordinates and no id. `relation`
    keeps words that set the event off the place ("55 km south of", "near").
    """

    id: str
    article: str
    statement: str | None
    span: Span
    text: str
    name: str
    latitude: float | None = None
    longitude: float | None = None
    precision: Precision | None = None
    entity: str | None = None
    why: tuple[Why, ...] = ()
    country: str | None = None
    region: str | None = None
    gazetteer: str | None = None
    relation: str | None = None


@dataclass(frozen=True, slots=True)
class NameMention:
    """A name in the text and the fullest form that the article gives it; `kind` is None where nothing tells it.

    `span` leaves titles out ("Captain" in "Captain Ada Brook"). Ships are units. `roles` are the words by which the
    sentence says who a person is: title, noun before the name, apposition ("Captain"; "the ferry's master").
    """

    article: str
    span: Span
    text: str
    name: str
    kind: NameKind | None
    roles: tuple[Words, ...] = ()
