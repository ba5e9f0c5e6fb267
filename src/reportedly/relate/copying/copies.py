"""Copies: articles whose words stand in another. Candidates by sketch, verified by alignment, changed figures shown."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from reportedly.model.copy import Copy
from reportedly.model.mention import Figure
from reportedly.model.reading import Reading
from reportedly.model.span import Span, Words
from reportedly.relate.copying.alignment import Alignment, align
from reportedly.relate.copying.shingles import Worded, sketch, worded

CopyKind = Literal["copy", "near", "partial"]

COMMON = 3  # shingles of the sketches at least: a copied passage of `PASSAGE` words nearly always leaves so many
PASSAGE = 24  # words in long runs that show copying, however little of a text they are
CROWD = 60  # articles: a shingle in more than these is a template's
TEMPLATE_DAYS = 10  # a shingle that one outlet repeats over more days than these is its template
WHOLE, MOST = 0.95, 0.6  # of the shorter text: a copy, a near copy
LEAST_SHARE = 0.3  # of the shorter text, once aligned: as much as this is a copy in however short runs


@dataclass(frozen=True, slots=True)
class Echo:
    """A copy with its alignment, which later rules ask for opposite places."""

    copy: Copy
    alignment: Alignment


def find_copies(readings: Sequence[Reading]) -> tuple[Echo, ...]:
    """All pairs of articles of which one holds a good part of the other's story, in order of the readings."""
    texts = {reading.article.id: worded(reading) for reading in readings}
    by_article = {reading.article.id: reading for reading in readings}
    echoes = []
    for one, other in _candidates(readings, texts):
        alignment = align(texts[one], texts[other])
        if alignment.share >= LEAST_SHARE or alignment.in_passages >= PASSAGE:
            echoes.append(_echo(by_article[one], by_article[other], alignment))
    return tuple(echoes)


def _candidates(readings: Sequence[Reading], texts: Mapping[str, Worded]) -> list[tuple[str, str]]:
    sketches = {article: sketch(text) for article, text in texts.items()}
    order = {reading.article.id: rank for rank, reading in enumerate(readings)}
    index: defaultdict[int, list[str]] = defaultdict(list)
    for reading in readings:
        for shingle in sketches[reading.article.id]:
            index[shingle].append(reading.article.id)
    templates = _templates(index, {r.article.id: r for r in readings})
    common: Counter[tuple[str, str]] = Counter()
    for shingle, articles in index.items():
        if shingle not in templates:
            common.update(combinations(articles, 2))
    pairs = (pair for pair, shared in common.items() if shared >= COMMON)
    return sorted(pairs, key=lambda pair: (order[pair[0]], order[pair[1]]))


def _templates(index: Mapping[int, list[str]], by_article: Mapping[str, Reading]) -> frozenset[int]:
    """Shingles that an outlet prints again and again, or that stand in a crowd of articles."""
    found = set()
    for shingle, articles in index.items():
        if len(articles) > CROWD or (len(articles) > 1 and _repeated([by_article[a] for a in articles])):
            found.add(shingle)
    return frozenset(found)


def _repeated(readings: Sequence[Reading]) -> bool:
    days: defaultdict[str, list[dt.date]] = defaultdict(list)
    for reading in readings:
        outlet, published = reading.article.outlet, reading.article.published
        if outlet is not None and published is not None and published.when.latest is not None:
            days[outlet.name].append(published.when.latest)
    return any(len(set(seen)) > 2 and (max(seen) - min(seen)).days > TEMPLATE_DAYS for seen in days.values())


def _echo(one: Reading, other: Reading, alignment: Alignment) -> Echo:
    """The later of the two is the copy; where dates do not tell, the one that credits an agency or a carrier is."""
    later, earlier, why = _direction(one, other)
    if later is other:
        alignment = alignment.turned()
    share = alignment.share
    kind: CopyKind = "copy" if share >= WHOLE else "near" if share >= MOST else "partial"
    changed = _changed(later, earlier, alignment)
    copy = Copy(later.article.id, earlier.article.id, kind, round(share, 3), alignment.spans(), changed, why)
    return Echo(copy, alignment)


def _direction(one: Reading, other: Reading) -> tuple[Reading, Reading, str]:
    first, second = one.article.published, other.article.published
    if first and second and first.when.precedes(second.when):
        return other, one, "published later"
    if first and second and second.when.precedes(first.when):
        return one, other, "published later"
    credits = [bool(r.article.wire or r.article.carried_by) for r in (one, other)]
    if credits[0] != credits[1]:
        return (one, other, "credits an agency") if credits[0] else (other, one, "credits an agency")
    return other, one, "direction unknown: listed by path"


def _changed(here: Reading, there: Reading, alignment: Alignment) -> tuple[tuple[Words, Words], ...]:
    pairs = []
    for figure in here.figures:
        place = alignment.opposite(figure.span) or alignment.beside(figure.span)
        facing = _facing(place, there) if place is not None else None
        if facing is not None and facing.quantity != figure.quantity:
            pairs.append((Words(figure.text, figure.span), Words(facing.text, facing.span)))
    return tuple(pairs)


def _facing(place: Span, there: Reading) -> Figure | None:
    return next((figure for figure in there.figures if figure.span.overlaps(place)), None)
