"""Copies: articles whose words stand in another. Candidates by sketch, verified by alignment, changed figures shown."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from reportedly.model.copy import Copy
from reportedly.model.mention import Figure
from reportedly.model.reading import Reading
from reportedly.model.span import Span, Words
from reportedly.relate.copying.alignment import Alignment, align
from reportedly.relate.copying.shingles import Worded, sketch, worded

Pair = tuple[str, str]
CopyKind = Literal["copy", "near", "partial"]

COMMON = 3  # shingles of the sketches at least: a copied passage of `PASSAGE` words nearly always leaves so many
PASSAGE = 24  # words in long runs that show copying, however little of a text they are
CROWD = 60  # articles: where a shingle is in more than these, each is held against one of them alone
PRINTED = 20  # shingles that two of a crowd have to share: some eighty words, more than a template has
TEMPLATE_OFTEN, TEMPLATE_DAYS = 2, 10  # a shingle that one outlet prints on more days, and over more, is its template
WHOLE, MOST = 0.95, 0.6  # of the shorter text: a copy, a near copy
LEAST_SHARE = 0.3  # of the shorter text, once aligned: as much as this is a copy in however short runs


@dataclass(frozen=True, slots=True)
class Echo:
    """A copy with its alignment, which later rules ask for opposite places."""

    copy: Copy
    alignment: Alignment


@dataclass(frozen=True, slots=True)
class Sketched:
    """An article as copies are sought: its sketch, who published it, and on what day (an ordinal; None: unknown)."""

    article: str
    outlet: str | None
    day: int | None
    sketch: frozenset[int]


def sketched(reading: Reading, text: Worded | None = None) -> Sketched:
    """A reading, once its story has dated it; `text` is its own, where that is at hand."""
    outlet, published = reading.article.outlet, reading.article.published
    day = published.when.latest if published is not None else None
    return Sketched(
        reading.article.id,
        outlet.name if outlet is not None else None,
        day.toordinal() if day is not None else None,
        sketch(text or worded(reading)),
    )


def find_copies(readings: Sequence[Reading], sought: Iterable[Pair] | None = None) -> tuple[Echo, ...]:
    """All pairs of articles of which one holds a good part of the other's story, in order of the readings.

    `sought` are the candidates, where they were sought already.
    """
    texts = {reading.article.id: worded(reading) for reading in readings}
    by_article = {reading.article.id: reading for reading in readings}
    order = {article: rank for rank, article in enumerate(by_article)}
    found = candidates([sketched(r, texts[r.article.id]) for r in readings]) if sought is None else sought
    pairs = [(one, other) if order[one] < order[other] else (other, one) for one, other in found]
    echoes = []
    for one, other in sorted(pairs, key=lambda pair: (order[pair[0]], order[pair[1]])):
        alignment = align(texts[one], texts[other])
        if alignment.share >= LEAST_SHARE or alignment.in_passages >= PASSAGE:
            echoes.append(_echo(by_article[one], by_article[other], alignment))
    return tuple(echoes)


def candidates(articles: Sequence[Sketched]) -> list[Pair]:
    """Pairs of a story's articles that share enough of their sketches; what templates print counts for nothing.

    Of a crowd that shares a shingle all are held against the first by id, so that their pairs are not the square of it.
    """
    common: Counter[Pair] = Counter()
    crowded: Counter[Pair] = Counter()
    for held in buckets(articles).values():
        if len(held) > 1 and not _repeated(held):
            ids = sorted(each.article for each in held)
            if len(ids) <= CROWD:
                common.update(combinations(ids, 2))
            else:
                crowded.update((ids[0], other) for other in ids[1:])
    near = {pair for pair, shared in common.items() if shared >= COMMON}
    return sorted(near.union(pair for pair, shared in crowded.items() if shared + common[pair] >= PRINTED))


def buckets(articles: Iterable[Sketched]) -> dict[int, list[Sketched]]:
    """The articles that have each shingle."""
    index: defaultdict[int, list[Sketched]] = defaultdict(list)
    for each in articles:
        for shingle in each.sketch:
            index[shingle].append(each)
    return index


def _repeated(articles: Iterable[Sketched]) -> bool:
    """Whether an outlet prints it again and again."""
    days: defaultdict[str, set[int]] = defaultdict(set)
    for each in articles:
        if each.outlet is not None and each.day is not None:
            days[each.outlet].add(each.day)
    return any(len(seen) > TEMPLATE_OFTEN and max(seen) - min(seen) > TEMPLATE_DAYS for seen in days.values())


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
