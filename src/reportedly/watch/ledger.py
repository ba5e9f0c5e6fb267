"""What a watch knows from one cycle to the next, in one file that is there whole or not at all."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from reportedly.model.errors import ReportedlyError
from reportedly.relate.changes import Seen

NAME = "ledger.json"


class LedgerError(ReportedlyError):
    """A ledger that cannot be read or written."""


@dataclass(slots=True)
class FeedLine:
    """One feed: what to send so that it comes only when changed, and how often in a row it failed."""

    conditions: dict[str, str] = field(default_factory=dict)
    failures: int = 0
    due: float = 0.0


@dataclass(slots=True)
class EntryLine:
    """One thing that a feed named. Times are seconds since 1970.

    `digest` is of what the feed says of it, `story` of the page's words that were kept last; `asked` counts visits,
    `failures` those in a row that gave no page; `spoken` is whether the feed's own words were kept in its stead.
    """

    url: str
    digest: str
    row: dict[str, str]
    due: float = 0.0
    conditions: dict[str, str] = field(default_factory=dict)
    story: str = ""
    asked: int = 0
    failures: int = 0
    spoken: bool = False


@dataclass(slots=True)
class Ledger:
    """All of it. `built` names the files that the record holds, `seen` what was told of it, by stages of `maker`."""

    feeds: dict[str, FeedLine] = field(default_factory=dict)
    entries: dict[str, EntryLine] = field(default_factory=dict)
    hosts: dict[str, float] = field(default_factory=dict)
    built: set[str] = field(default_factory=set)
    seen: tuple[Seen, ...] = ()
    maker: str = ""
    posted: dict[str, int] = field(default_factory=dict)


def read_ledger(folder: Path) -> Ledger:
    """The ledger of a folder, a new one where there is none. Raises `LedgerError`."""
    place = folder / NAME
    try:
        return msgspec.json.decode(place.read_bytes(), type=Ledger)
    except FileNotFoundError:
        return Ledger()
    except (OSError, msgspec.DecodeError) as fault:
        raise LedgerError(f"{place}: cannot be read ({fault}); move it away to begin anew") from fault


def write_ledger(ledger: Ledger, folder: Path) -> None:
    """Keep the ledger. Raises `LedgerError`."""
    write_whole(folder / NAME, msgspec.json.encode(ledger))


def write_whole(place: Path, content: bytes) -> None:
    """A file that is there whole or not at all, whatever happens meanwhile. Raises `LedgerError`."""
    part = place.with_name(f".{place.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        part.replace(place)
    except OSError as fault:
        part.unlink(missing_ok=True)
        raise LedgerError(f"{place}: cannot be written ({fault.strerror}); name another folder with --keep") from fault
