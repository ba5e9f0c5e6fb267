"""What the line model sees of each line: its look, its place, its neighbours.

Each of `FEATURES` is a pattern of names, such as `shape={shape}&side={side}`; its fields are columns of numbers, one a
line, which stand for the `SPELLED` words. A line so has one feature of each pattern, none where a field has no word.
"""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate, chain, pairwise
from string import Formatter
from typing import NamedTuple

from reportedly.clean.line_look import ENDS, LENGTHS, PARAGRAPH, SHARES, STARTS, Look
from reportedly.clean.lines import Line

WORTHS = (-1, 1, 3)  # how much a line of each worth looks like running text
PLACES = (1, 2, 3, 5, 9, 17, 33)  # lines from the story's edge, or the page's; a bucket ends before each
NEAR = 5  # lines on either side that count as the neighbourhood
ECHO = 12  # code points; a shorter line stands in its neighbour by chance
BESIDE = (-2, -1, 1, 2)  # the neighbours that are seen
Patterns = tuple[tuple[str, ...], ...]
SIDES = "<=>"
EDGE = 9 * len(ENDS)  # the shape of what stands beyond a page's first and last line


def _upto(most: int) -> list[str | None]:
    return [str(n) for n in range(most + 1)]


_WORTHS: list[str | None] = list(map(str, WORTHS))
_SHAPES: list[str | None] = [f"{length}{end}" for length in range(9) for end in ENDS]
SPELLED: dict[str, list[str | None]] = {
    "zone": [*(f"<{n}" for n in range(1, 8)), "=0", "=5", "=9", *(f">{n}" for n in range(1, 8))],
    "side": list(SIDES),
    "place": _upto(len(PLACES)),
    "left": _upto(len(PLACES)),
    "before": _upto(3),
    "after": _upto(3),
    "length": _upto(len(LENGTHS)),
    "long": _upto(8),
    "brief": _upto(6),
    "shape": _SHAPES,
    "start": [{'"': "quote"}.get(start, start) for start in STARTS],
    "end": list(ENDS),
    "share": _upto(len(SHARES)),
    "capitals": _upto(4),
    "worth": _WORTHS,
    "kin": _upto(5),
    "times": [None, "2", "3", "4"],
    "gaps": ["00", "01", "10", "11"],
    "above": [*_WORTHS, None],
    "below": [*_WORTHS, None],
    "over": [None, "echo"],
    "under": [None, "echo"],
    "bare": [None, "cueless"],
    **{f"shape{step}": [*_SHAPES, "edge"] for step in BESIDE},
}
FEATURES: Patterns = (  # those of a row are weighed together
    ("blank", "zone={zone}", "place={place}", "left={left}"),
    ("dense={before}{after}", "dense={before}{after}&shape={shape}"),
    ("shape={shape}", "shape={shape}&side={side}", "{bare}", "{bare}&side={side}&shape={shape}"),
    ("long={length}&share={share}", "share={share}&side={side}", "capitals={capitals}&long={length}"),
    ("start={start}", "start={start}&end={end}"),
    ("kin={kin}&side={side}", "kin={kin}&long={brief}"),
    ("times={times}", "times={times}&worth={worth}", "gaps={gaps}", "gaps={gaps}&worth={worth}"),
    ("-1:{above}{worth}{brief}{end}", "-1:{over}"),
    ("1:{below}{worth}{brief}{end}", "1:{under}"),
    *((f"{step}:{{shape{step}}}",) for step in BESIDE),
)
FLAGGED: Patterns = (("{flag}", "{flag}&long={long}", "{flag}&side={side}"),)  # of each of a line's flags
CUED: Patterns = (("{cue}&worth={worth}&{end}", "{cue}&side={side}"), ("{cue}", "{cue}&long={long}"))  # of each cue
BESIDES: Patterns = tuple((f"{step}:{{cue}}",) for step in BESIDE)  # of each cue of the line that many steps below
FIELDS = tuple(SPELLED)


class PageSight(NamedTuple):
    """What is seen of the lines of a page: of each the numbers of its `FIELDS`, its flags and its cues."""

    fields: list[tuple[int, ...]]
    flags: list[tuple[str, ...]]
    cues: list[tuple[str, ...]]


def sight(page: Sequence[Line], looks: Sequence[Look], kin: Sequence[int]) -> PageSight:
    """What the model sees of the lines of a page, given the look and the kinship of each."""
    texts = [line.text for line in page]
    times, gaps, (over, under) = Counter(texts), [*[line.gap for line in page], True], _echoes(texts)
    worths = [look.worth for look in looks]
    above, below = [len(WORTHS), *worths[:-1]], [*worths[1:], len(WORTHS)]
    shapes = [EDGE, EDGE, *[len(ENDS) * min(look.length, 8) + look.end for look in looks], EDGE, EDGE]
    fields = []
    for n, (look, place) in enumerate(zip(looks, _places(worths), strict=True)):
        length, end, start, share, capitals, worth, _, cues = look
        fields.append((
            *place, length, length if length < 8 else 8, length if length < 6 else 6, shapes[n + 2],
            start, end, share, capitals, worth, kin[n], min(times[texts[n]], 4) - 1, 2 * gaps[n] + gaps[n + 1],
            above[n], below[n], over[n], under[n], not cues, shapes[n], shapes[n + 1], shapes[n + 3], shapes[n + 4],
        ))  # fmt: skip
    return PageSight(fields, [look.flags for look in looks], [look.cues for look in looks])


def _places(worths: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Where each line stands: `zone` to `after`."""
    size = len(worths)
    first, last = core([WORTHS[worth] for worth in worths])
    running = [0, *accumulate([worth == PARAGRAPH for worth in worths])]
    for n in range(size):
        before = running[n] - running[n - NEAR if n > NEAR else 0]
        after = running[n + 1 + NEAR if n + 1 + NEAR < size else size] - running[n + 1]
        edges = bisect(PLACES, n), bisect(PLACES, size - 1 - n)
        yield *_zone(n, first, last), *edges, before if before < 3 else 3, after if after < 3 else 3


def features(seen: PageSight) -> list[list[str]]:
    """The names of the features of each line."""
    told = []
    for n, numbers in enumerate(seen.fields):
        line = {field: SPELLED[field][number] for field, number in zip(FIELDS, numbers, strict=True)}
        names = [name for pattern in chain(*FEATURES) if (name := named(pattern, line))]
        names += [pattern.format(flag=flag, **line) for flag in seen.flags[n] for pattern in chain(*FLAGGED)]
        names += [pattern.format(cue=cue, **line) for cue in seen.cues[n] for pattern in chain(*CUED)]
        for step, (pattern,) in zip(BESIDE, BESIDES, strict=True):
            if 0 <= n + step < len(seen.cues):
                names += [pattern.format(cue=cue) for cue in seen.cues[n + step]]
        told.append(names)
    return told


def named(pattern: str, words: Mapping[str, str | None]) -> str:
    """The name that a pattern makes of the words of its fields, "" where one has none."""
    return "" if any(words[field] is None for field in fields_of(pattern)) else pattern.format(**words)


@cache
def fields_of(pattern: str) -> list[str]:
    """The fields of a pattern of names."""
    return [field for _, field, _, _ in Formatter().parse(pattern) if field]


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


def _zone(n: int, first: int, last: int) -> tuple[int, int]:
    """The numbers of a line's zone and side: above the story, its first line, within, its last line, below."""
    if n < first:
        return bisect(PLACES, first - n) - 1, 0
    if n > last:
        return bisect(PLACES, n - last) + 9, 2
    return 7 if n == first else 9 if n == last else 8, 1


def _echoes(texts: Sequence[str]) -> tuple[list[bool], list[bool]]:
    """Which long lines are said again in the line above or hold it, and which in the one below."""
    over, under = [False] * len(texts), [False] * len(texts)
    for n, (above, below) in enumerate(pairwise(texts)):
        if above in below or below in above:
            under[n], over[n + 1] = len(above) > ECHO, len(below) > ECHO
    return over, under
