"""When a capture was published: an interval, with all that speaks for it. Conflicts are shown, never averaged."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from reportedly.clean.named_days import NamedDays
from reportedly.clean.stamps import Stamp, Stamps
from reportedly.clean.story_days import DayOfStory, StoryDay, StoryDays
from reportedly.grammar.edtf import between, when
from reportedly.model.article import Block, Evidence, EvidenceRole, Publication
from reportedly.model.capture import Capture
from reportedly.model.when import When
from reportedly.vocabulary import table

NEIGHBOURS = dt.timedelta(days=2)  # between a masthead and the line of publication: one edition


class Publications:
    """Dates articles. Given dates win, then what a page's metadata says, then its furniture; no evidence, no date."""

    def __init__(self) -> None:
        self._stamps = Stamps()
        self._story = StoryDays()
        self._named = NamedDays()
        stale = table("publication")["stale"]
        self._close, self._stale = stale["close"], stale["days"]
        self._writing = dt.timedelta(days=stale["writing"])

    def __call__(
        self, capture: Capture, blocks: Sequence[Block], metadata: Sequence[Evidence] = ()
    ) -> Publication | None:
        """The publication of a capture, or None; `metadata` is what its page declares, most trusted first."""
        if capture.given.published:
            known = capture.given.published
            return Publication(when(known), (Evidence("metadata", "publication", known, None, known),))
        captured = _captured(capture)
        beside = (*metadata, captured) if captured else tuple(metadata)
        declared = next((piece for piece in metadata if piece.role == "publication"), None)
        if declared:
            return Publication(when(declared.says), beside)
        stamps = self._read(capture.text, blocks)
        updated = next((when(piece.says) for piece in metadata if piece.role == "update"), None)
        told = self._told(capture.text, blocks, stamps) or updated or self._by_story(capture.text, blocks, captured)
        if told is None:
            return None
        published, known_by = told if isinstance(told, tuple) else (told, ())
        pieces = [_mention(capture.text, day) for day in known_by]
        pieces += [_evidence(stamp, published) for stamp in stamps]
        return Publication(published, (*pieces, *beside))

    def _by_story(self, text: str, blocks: Sequence[Block], captured: Evidence | None) -> DayOfStory | None:
        """What the story's own days say, never later than the day on which it was captured."""
        days = self._story(text, blocks)
        latest = when(captured.says).latest if captured else None
        named = self._named(text, days, blocks)
        if named is None and latest and self._story.speaks_of_near_days(text, blocks):
            past = [(known, day) for day in days if (known := day.before(latest))]
            named = self._since(past) if past else None
        if named is None or latest is None or named[0].earliest is None or named[0].latest is None:
            return named
        return (
            (between(named[0].earliest, min(named[0].latest, latest)), named[1])
            if named[0].earliest <= latest
            else None
        )

    def _read(self, text: str, blocks: Sequence[Block]) -> list[Stamp]:
        """The stamps, those in numbers read as the story's days say."""
        stamps = list(self._stamps(text, blocks))
        if any(stamp.other for stamp in stamps):
            days = self._story(text, blocks)
            return [_settled(stamp, days) for stamp in stamps]
        return stamps

    def _told(self, text: str, blocks: Sequence[Block], stamps: Sequence[Stamp]) -> When | DayOfStory | None:
        """What the stamps say; or the newest day of a story that must be older than the stamp above it."""
        told = _best(stamps, "publication", strong=True)
        if told:
            return told.when
        weak = _best(stamps, "publication", strong=False) or _best(stamps, "capture", strong=True)
        if weak and weak.when.latest:
            stale = self._newest_if_stale(text, blocks, weak.when.latest)
            if stale:
                return stale
        if weak and weak.role == "publication":
            return weak.when
        updated = _best(stamps, "update", strong=True)
        return updated.when if updated else None

    def _newest_if_stale(self, text: str, blocks: Sequence[Block], latest: dt.date) -> DayOfStory | None:
        """The newest day of a story that speaks of near days, though it names none near the day it is stamped with."""
        if not self._story.speaks_of_near_days(text, blocks):
            return None
        past = []
        for day in self._story.each(text, blocks):
            if day.distance(latest) <= self._close:
                return None
            if known := day.before(latest):
                past.append((known, day))
        if not past or (latest - max(known for known, _ in past)).days <= self._stale:
            return None
        return self._since(past)

    def _since(self, past: Sequence[tuple[dt.date, StoryDay]]) -> DayOfStory:
        """The time after the newest of a story's days in which it was written."""
        newest, day = max(past, key=lambda pair: (pair[0], -pair[1].span.start))
        return between(newest, newest + self._writing), (day,)


def _settled(stamp: Stamp, days: Sequence[StoryDay]) -> Stamp:
    """A date in numbers, read so that it comes nearest to a day of the story."""
    if not (stamp.other and days and stamp.when.earliest and stamp.other.earliest):
        return stamp
    one, two = stamp.when.earliest, stamp.other.earliest
    apart = [min(day.distance(known) for day in days) for known in (one, two)]
    return replace(stamp, when=stamp.other, other=None) if apart[1] < apart[0] else stamp


def _best(stamps: Sequence[Stamp], role: EvidenceRole, *, strong: bool) -> Stamp | None:
    """The first stamp of a role, one that names a day before one that names a month or a season."""
    known = [stamp for stamp in stamps if stamp.role == role and stamp.strong == strong]
    return min(known, key=lambda stamp: stamp.when.days != 1, default=None)


def _captured(capture: Capture) -> Evidence | None:
    """The day on which whoever brought the capture says that it was made: it bounds the publication from above."""
    if capture.captured is None or when(capture.captured).latest is None:
        return None
    return Evidence("capture", "capture", capture.captured, None, capture.captured)


def _mention(text: str, day: StoryDay) -> Evidence:
    says = f"{day.year or 'XXXX'}-{day.month:02}-{day.day:02}"
    return Evidence("mention", "mention", day.span.of(text), day.span, says)


def _evidence(stamp: Stamp, known: When) -> Evidence:
    """The stamp as evidence; a masthead much later than the publication is when the page was shown."""
    late = stamp.when.earliest and known.latest and stamp.when.earliest > known.latest + NEIGHBOURS
    role = "capture" if stamp.role == "publication" and late else stamp.role
    return Evidence("dateline" if stamp.dateline else "header", role, stamp.text, stamp.span, stamp.when.edtf)
