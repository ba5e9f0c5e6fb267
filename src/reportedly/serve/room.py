"""The record that is being read, and what all of its pages share: names of articles, colours of sides, counts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar

from reportedly.model.errors import RecordFormatError
from reportedly.model.record import Record
from reportedly.model.story import Story
from reportedly.show.addresses import ManyPages
from reportedly.show.colours import Sides
from reportedly.show.dates import span_of_days
from reportedly.show.index import Index
from reportedly.show.shelf import Entry, Shelf
from reportedly.store import Store, open_record
from reportedly.store.pages import Pages, Shelved

ADDRESSES = ManyPages()
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Shared:
    """What every page of one version of the record goes by."""

    version: str
    shelf: Shelf
    shelved: dict[str, Shelved]
    sides: Sides
    stories: tuple[Story, ...]
    counts: dict[str, int]
    facets: dict[str, int]

    def label(self, article: str) -> str:
        """What an article is called on every page."""
        return self.shelf[article][1]

    def day(self, article: str) -> str:
        """When it was published, in words."""
        held = self.shelved[article]
        days = _date(held.earliest), _date(held.latest)
        return span_of_days(*days) if any(days) else "undated"


class Room:
    """One record, opened when it is first asked for; `record` is a path or an address."""

    def __init__(self, record: str | Path) -> None:
        self.record = record
        self._stack = ExitStack()
        self._store: Store | None = None
        self._shared: Shared | None = None
        self._kept: dict[str, tuple[str, Any]] = {}
        self._lock = Lock()

    def store(self) -> Store:
        """The record. Raises `RecordFormatError` when there is none (yet)."""
        with self._lock:
            if self._store is None:
                self._store = self._stack.enter_context(open_record(self.record))
            return self._store

    def shared(self) -> Shared:
        """What pages share, made anew when a build or a decision has changed the record."""
        store = self.store()
        with store.pages() as pages:
            version = pages.version()
            with self._lock:
                if self._shared is None or self._shared.version != version:
                    self._shared = _shared(pages, version)
                return self._shared

    def empty(self) -> bool:
        """Whether no build of the record was finished yet."""
        try:
            return not self.shared().shelved
        except RecordFormatError:
            return True

    @contextmanager
    def pages(self) -> Iterator[Pages]:
        """Queries of one moment."""
        with self.store().pages() as pages:
            yield pages

    def kept(self, name: str, make: Callable[[Pages], T]) -> T:
        """What `make` tells of the whole record, made once for a version of it."""
        version = self.shared().version
        held = self._kept.get(name)
        if held is not None and held[0] == version:
            return held[1]  # type: ignore[no-any-return]  # whatever was made under this name
        with self.pages() as pages:
            made = make(pages)
        self._kept[name] = (version, made)
        return made

    def index(self, excerpt: Record, shared: Shared | None = None) -> Index:
        """An excerpt of the record, looked up as pages need it, with the names and colours of the whole."""
        shared = shared or self.shared()
        return Index(excerpt, shelf=shared.shelf, sides=shared.sides, addresses=ADDRESSES)

    def forget(self) -> None:
        """What is shared was changed by this very program."""
        with self._lock:
            self._shared = None
            self._kept = {}

    def close(self) -> None:
        """Leave the record."""
        self._stack.close()


def _shared(pages: Pages, version: str) -> Shared:
    shelved = pages.shelf()
    entries = (Entry(s.article, s.outlet, s.path, s.row_id, s.capture, s.earliest or s.latest) for s in shelved)
    return Shared(
        version,
        Shelf(entries),
        {each.article: each for each in shelved},
        Sides(pages.entities(), pages.voices()),
        pages.stories(),
        pages.counts(),
        pages.facets(),
    )


def _date(day: str | None) -> dt.date | None:
    return dt.date.fromisoformat(day) if day else None
