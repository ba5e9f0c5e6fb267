"""When a clause says that it happened, so that two happenings a season apart are not taken for one."""

from __future__ import annotations

from collections.abc import Iterable

from reportedly.model.happening import Happening
from reportedly.model.mention import Moment
from reportedly.model.when import When

MONTH = 31  # days: a wider time says too little
SEASON = 60  # days: of the corpus' 39 disputed dates all but one lie nearer to each other


def told_then(happening: Happening | None, moments: Iterable[Moment]) -> When | None:
    """The time that is bound to a clause, where it is one and no longer than a month."""
    if happening is None or not happening.moments:
        return None
    found = [moment for moment in moments if moment.id in happening.moments and moment.when is not None]
    (only,) = found if len(found) == 1 else (None,)
    return exact(only.when) if only is not None and only.when is not None and only.end_of is None else None


def exact(when: When) -> When | None:
    """A time of a month at most; None for a wider one."""
    days = when.days
    return when if days is not None and days <= MONTH else None


def seasons_apart(one: When | None, other: When | None) -> bool:
    """Whether two times lie so far apart that no happening is of both. One day or month of two years may be one: which
    year it was is what an undated account leaves open."""
    if one is None or other is None:
        return False
    first, second = sorted((one, other), key=lambda when: str(when.earliest))
    if first.latest is None or second.earliest is None or first.earliest is None:
        return False
    return (second.earliest - first.latest).days > SEASON and first.earliest.month != second.earliest.month
