"""What the line model sees of each line: its look, its place, its neighbours. Each feature is a short name."""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate

from reportedly.clean.line_look import Look
from reportedly.clean.lines import Line

PLACES = (1, 2, 3, 5, 9, 17, 33)  # lines from the story's edge, or from the page's; a bucket ends before each
NEAR = 5  # lines on either side that count as the neighbourhood
BLANK = "blank"


def features(page: Sequence[Line], looks: Sequence[Look]) -> list[list[str]]:
    """The names of the features of every line of a page."""
    first, last = core([look.worth for look in looks])
    times = Counter(line.text for line in page)
    told = Counter(word for look in looks if look.worth == 3 for word in look.words)
    running = [0, *accumulate(look.worth == 3 for look in looks)]
    out = []
    for n, (line, look) in enumerate(zip(page, looks, strict=True)):
        zone = _zone(n, first, last)
        before = running[n] - running[max(0, n - NEAR)]
        after = running[min(len(page), n + 1 + NEAR)] - running[n + 1]
        dense = f"{min(before, 3)}{min(after, 3)}"
        names = [BLANK, f"zone={zone}", f"place={bisect(PLACES, n)}", f"left={bisect(PLACES, len(page) - 1 - n)}"]
        names += _own(look, zone[0], times[line.text], _kinship(look, told))
        names += (f"dense={dense}", f"dense={dense}&shape={_shape(look)}")
        names += _around(page, looks, n)
        out.append(names)
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


def _zone(n: int, first: int, last: int) -> str:
    if n < first:
        return f"<{bisect(PLACES, first - n)}"
    if n > last:
        return f">{bisect(PLACES, n - last)}"
    return "=0" if n == first else "=9" if n == last else "=5"


def _shape(look: Look) -> str:
    return f"{min(look.length, 8)}{look.end}"


def _kinship(look: Look, told: Counter[str]) -> int:
    """How many of the line's longer words the story's paragraphs hold (beside itself), in quarters; 5: it has none."""
    if not look.words:
        return 5
    own = 1 if look.worth == 3 else 0
    return 4 * sum(told[word] > own for word in look.words) // len(look.words)


def _own(look: Look, side: str, times: int, kin: int) -> list[str]:
    shape = _shape(look)
    names = [
        f"shape={shape}",
        f"shape={shape}&side={side}",
        f"long={look.length}&share={look.share}",
        f"share={look.share}&side={side}",
        f"start={look.start}",
        f"start={look.start}&end={look.end}",
        f"capitals={look.capitals}&long={look.length}",
        f"kin={kin}&side={side}",
        f"kin={kin}&long={min(look.length, 6)}",
    ]
    if times > 1:
        names += (f"times={min(times, 4)}", f"times={min(times, 4)}&worth={look.worth}")
    for flag in look.flags:
        names += (flag, f"{flag}&long={min(look.length, 8)}", f"{flag}&side={side}")
    for cue in look.cues:
        names += (
            cue,
            f"{cue}&worth={look.worth}&{look.end}",
            f"{cue}&side={side}",
            f"{cue}&long={min(look.length, 8)}",
        )
    if not look.cues:
        names += ("cueless", f"cueless&side={side}&shape={shape}")
    return names


def _around(page: Sequence[Line], looks: Sequence[Look], n: int) -> list[str]:
    names = []
    for step in (-2, -1, 1, 2):
        if 0 <= n + step < len(page):
            near = looks[n + step]
            names.append(f"{step}:{_shape(near)}")
            names += [f"{step}:{cue}" for cue in near.cues]
            if abs(step) == 1:
                names.append(f"{step}:{near.worth}{looks[n].worth}{min(looks[n].length, 6)}{looks[n].end}")
                held = page[n].text in page[n + step].text or page[n + step].text in page[n].text
                if held and len(page[n].text) > 12:
                    names.append(f"{step}:echo")
        else:
            names.append(f"{step}:edge")
    gaps = page[n].gap, n + 1 == len(page) or page[n + 1].gap
    names.append(f"gaps={gaps[0]:d}{gaps[1]:d}")
    names.append(f"gaps={gaps[0]:d}{gaps[1]:d}&worth={looks[n].worth}")
    return names
