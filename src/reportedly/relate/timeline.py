"""What is said to have happened, by date."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.model.reading import Reading
from reportedly.model.timeline import Sighting, TimelineEntry


def find_timeline(readings: Sequence[Reading]) -> tuple[TimelineEntry, ...]:
    """An entry for every dated happening."""
    entries = []
    for reading in readings:
        moments = {moment.id: moment for moment in reading.moments}
        for happening in reading.happenings:
            whens = [moments[m].when for m in happening.moments if m in moments]
            when = next((w for w in whens if w is not None and w.earliest is not None), None)
            if when is not None:
                what = happening.span.of(reading.capture.text)
                entries.append(
                    TimelineEntry(when, what, (Sighting(reading.article.id, happening.statement, happening.span),))
                )
    return tuple(sorted(entries, key=lambda e: (str(e.when.earliest), str(e.when.latest), e.what)))
