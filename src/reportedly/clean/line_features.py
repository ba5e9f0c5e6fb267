"""What the line model sees of each line: its look, its place, its neighbours.

A line is seen as `Sight`s: a few things seen together, each kind by a function that gives the names of the features
that they make. Lines resemble each other, so that a model has to weigh most sights only once.
"""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise
from typing import Any

from reportedly.clean.line_look import Look
from reportedly.clean.lines import Line

Sight = tuple[Any, ...]  # a function that names features, and what it is to be asked with
PLACES = (1, 2, 3, 5, 9, 17, 33)  # lines from the story's edge, or from the page's; a bucket ends before each
NEAR = 5  # lines on either side that count as the neighbourhood
EDGE = ("edge", ())  # what stands beyond a page's first and last line
ECHO = 12  # code points; a shorter line stands in its neighbour by chance


def features(sights: Iterable[Sight]) -> list[str]:
    """The names of the features of one line."""
    return [name for see, *seen in sights for name in see(*seen)]


def sights(page: Sequence[Line], looks: Sequence[Look]) -> list[list[Sight]]:
    """The sights of every line of a page, as many of one as of another."""
    size = len(page)
    first, last = core([look.worth for look in looks])
    times = Counter([line.text for line in page])
    running = [0, *accumulate([look.worth == 3 for look in looks])]
    echoes = _echoes(page)
    gaps = [*[line.gap for line in page], True]
    near = [EDGE, EDGE, *[(look.shape, look.cues) for look in looks], EDGE, EDGE]
    out: list[list[Sight]] = []
    for n, (line, look) in enumerate(zip(page, looks, strict=True)):
        zone = _zone(n, first, last)
        side, length, worth = zone[0], look.length, look.worth
        before = min(3, running[n] - running[max(0, n - NEAR)])
        after = min(3, running[min(size, n + 1 + NEAR)] - running[n + 1])
        out.append([
            (placed, zone, bisect(PLACES, n), bisect(PLACES, size - 1 - n)),
            (near_story, before, after, look.shape),
            (shaped, length, look.shape, look.start, look.end, look.share, look.capitals, side),
            (flagged, look.flags, min(length, 8), side),
            (cued, look.cues, worth, look.shape, look.end, side),
            (akin, look.kin, side, min(length, 6), min(times[line.text], 4), worth),
            (parted, gaps[n], gaps[n + 1], worth),
            (beside, -2, near[n]),
            (beside, -1, near[n + 1]),
            (beside, 1, near[n + 3]),
            (beside, 2, near[n + 4]),
            _pair(looks, echoes, n),
        ])  # fmt: skip
    return out


def core(worths: Sequence[int]) -> tuple[int, int]:
    """The first and last line of the run that is worth most: where the story most likely stands."""
    best, total, start, found = 0, 0, 0, (0, len(worths) - 1)
    for n, worth in enumerate(worths):
        if total <= 0:
            total, start = 0, n
        total += worth
        if total > best:
            best, found = total, (start, n)
    return found


def placed(zone: str, above: int, below: int) -> list[str]:
    """Where on the page it stands."""
    return ["blank", f"zone={zone}", f"place={above}", f"left={below}"]


def near_story(before: int, after: int, shape: str) -> list[str]:
    """How many paragraphs stand near it."""
    return [f"dense={before}{after}", f"dense={before}{after}&shape={shape}"]


def shaped(length: int, shape: str, start: str, end: str, share: int, capitals: int, side: str) -> list[str]:
    """Its look."""
    return [
        f"shape={shape}",
        f"shape={shape}&side={side}",
        f"long={length}&share={share}",
        f"share={share}&side={side}",
        f"start={start}",
        f"start={start}&end={end}",
        f"capitals={capitals}&long={length}",
    ]


def flagged(flags: Sequence[str], length: int, side: str) -> list[str]:
    """Its flags."""
    return [name for flag in flags for name in (flag, f"{flag}&long={length}", f"{flag}&side={side}")]


def cued(cues: Sequence[str], worth: int, shape: str, end: str, side: str) -> list[str]:
    """Its cues."""
    if not cues:
        return ["cueless", f"cueless&side={side}&shape={shape}"]
    return [
        name
        for cue in cues
        for name in (cue, f"{cue}&worth={worth}&{end}", f"{cue}&side={side}", f"{cue}&long={shape[:-1]}")
    ]


def akin(kin: int, side: str, length: int, times: int, worth: int) -> list[str]:
    """Its words among those of the story, and how often it stands on the page."""
    names = [f"kin={kin}&side={side}", f"kin={kin}&long={length}"]
    return names if times == 1 else [*names, f"times={times}", f"times={times}&worth={worth}"]


def parted(above: bool, below: bool, worth: int) -> list[str]:
    """The blank lines around it."""
    return [f"gaps={above:d}{below:d}", f"gaps={above:d}{below:d}&worth={worth}"]


def beside(step: int, near: tuple[str, Sequence[str]]) -> list[str]:
    """The shape and the cues of a line near it."""
    shape, cues = near
    return [f"{step}:{shape}", *(f"{step}:{cue}" for cue in cues)]


def paired(
    above: int | None, below: int | None, worth: int, length: int, end: str, says_above: bool, says_below: bool
) -> list[str]:
    """Its worth beside that of the lines above and below, and whether they say it again."""
    names = []
    for step, near, echo in ((-1, above, says_above), (1, below, says_below)):
        if near is not None:
            names.append(f"{step}:{near}{worth}{length}{end}")
        if echo:
            names.append(f"{step}:echo")
    return names


def _pair(looks: Sequence[Look], echoes: Sequence[tuple[bool, bool]], n: int) -> Sight:
    look = looks[n]
    above = looks[n - 1].worth if n else None
    below = looks[n + 1].worth if n + 1 < len(looks) else None
    return (paired, above, below, look.worth, min(look.length, 6), look.end, echoes[n][1], echoes[n + 1][0])


def _echoes(page: Sequence[Line]) -> list[tuple[bool, bool]]:
    """Where two lines meet, whether the upper one is long and said again below, and the lower one above."""
    met = []
    for above, below in pairwise(page):
        echo = above.text in below.text or below.text in above.text
        met.append((echo and len(above.text) > ECHO, echo and len(below.text) > ECHO))
    return [(False, False), *met, (False, False)]


def _zone(n: int, first: int, last: int) -> str:
    if n < first:
        return f"<{bisect(PLACES, first - n)}"
    if n > last:
        return f">{bisect(PLACES, n - last)}"
    return "=0" if n == first else "=9" if n == last else "=5"
