"""When a visitor looked last, and what the record then was: kept by the visitor's browser, and nowhere else.

A visit ends half an hour after its last page, so that what is new stands there as long as one reads.
"""

from __future__ import annotations

import re
import time
from dataclasses import astuple, dataclass, replace
from hashlib import sha256

from starlette.requests import Request
from starlette.responses import Response

from reportedly.store.journal import Edition

VISIT = 30 * 60  # seconds
KEPT = 365 * 24 * 3600  # seconds
VALUE = re.compile(r"\d{1,12}(-\d{1,12}){3}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Look:
    """The editions that were seen before this visit and in it, each with the time of the last look (since 1970, s).

    `before_at` is 0 in a first visit.
    """

    before: int
    before_at: int
    edition: int
    at: int

    @property
    def first(self) -> bool:
        """Whether nobody has looked from this browser before."""
        return not self.before_at


def look(request: Request, now: Edition, *, seen: bool = False) -> Look:
    """The visitor's look at this edition; `seen`: all of it is known now, and the next thing is the first to be new."""
    at = int(time.time())
    held = request.cookies.get(_name(now), "")
    if not VALUE.fullmatch(held):
        return Look(now.number, 0, now.number, at)
    known = Look(*map(int, held.split("-")))
    if known.edition > now.number or known.before > known.edition:  # no look at this record
        return Look(now.number, 0, now.number, at)
    if seen:
        return Look(now.number, at, now.number, at)
    if at - known.at > VISIT:
        return Look(known.edition, known.at, now.number, at)
    return replace(known, edition=now.number, at=at)


def remember(response: Response, now: Edition, looked: Look) -> None:
    """Have the browser keep it; it comes back to us alone, and no script can read it."""
    value = "-".join(map(str, astuple(looked)))
    response.set_cookie(_name(now), value, max_age=KEPT, httponly=True, samesite="lax")


def _name(now: Edition) -> str:
    """A name for each record, since browsers send one address's cookies for all records that are served there."""
    return f"looked-{sha256(now.first.encode()).hexdigest()[:12]}"
