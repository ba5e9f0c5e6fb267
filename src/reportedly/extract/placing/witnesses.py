"""Countries and regions that an article names, as witnesses for where its other places lie."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reportedly.extract.placing.choice import ARTICLE, BESIDE, SENTENCE, Choice, Evidence, candidates, is_capital
from reportedly.grammar.sentence_end import sentence_end
from reportedly.model.span import Span
from reportedly.vocabulary.places import country_codes, peoples, worded

NEAR = 400  # code points beyond which a sentence does not reach
FARTHEST = 60  # code points between a name and what stands beside it
WORD = re.compile(r"[\w-]+")
PEOPLE = re.compile(r"\b[A-ZÀ-Ý]\w+(?: [A-ZÀ-Ý]\w+)?")
SHARE = 3  # an area speaks where it is not three times smaller than the greatest area of its name


@dataclass(frozen=True, slots=True)
class Witness:
    """An area by its code ("RU", "RU.41") and where its name, or that of its people, stands."""

    area: str
    span: Span
    adjective: bool = False


def of_name(name: str, span: Span, choice: Choice | None) -> Iterator[Witness]:
    """The areas that a name stands for: the bearer's own region or country, else each area of this name."""
    if choice is not None and choice.entry.kind != "country":
        yield Witness(choice.entry.region or choice.entry.country, span)
        return
    areas = [entry for entry in candidates(name) if entry.kind in {"country", "region"}]
    most = max((entry.people for entry in areas), default=0)
    for entry in areas:
        if entry.people * SHARE >= most:
            yield Witness(entry.country if entry.kind == "country" else entry.region, span)


def of_peoples(text: str, start: int) -> Iterator[Witness]:
    """The countries whose people or adjective the text names ("the Danish ferry")."""
    for match in PEOPLE.finditer(text):
        for word in (match.group(), match.group().split()[0], match.group().split()[-1]):
            if code := peoples().get(word):
                yield Witness(code, Span(start + match.start(), start + match.end()), adjective=True)
                break


class Witnesses:
    """All witnesses of an article, those near a place of the text quickly at hand."""

    def __init__(self, text: str, witnesses: Iterable[Witness]) -> None:
        self._text = text
        self._sorted = sorted(witnesses, key=lambda witness: witness.span)
        self._starts = [witness.span.start for witness in self._sorted]
        self._areas = Counter(witness.area for witness in self._sorted)

    def evidence(self, spans: Sequence[Span]) -> Evidence:
        """All that speaks for the name that stands at these places, nearest counting most; no name for itself."""
        evidence = Evidence()
        own = set(spans)
        elsewhere = Counter(self._areas)
        for span in spans:
            for witness in self._near(span):
                if witness.span in own:
                    elsewhere[witness.area] -= witness.span == span
                elif not witness.span.overlaps(span):
                    evidence.add(witness.area, _weight(self._text, span, witness))
        for area, times in elsewhere.items():
            if times > 0:
                evidence.add(area, ARTICLE)
        return evidence

    def _near(self, span: Span) -> list[Witness]:
        first = bisect_left(self._starts, span.start - NEAR)
        return self._sorted[first : bisect_right(self._starts, span.end + NEAR)]


def _weight(text: str, span: Span, witness: Witness) -> float:
    after = witness.span.start >= span.end
    first, last = (span.end, witness.span.start) if after else (witness.span.end, span.start)
    gap = text[first:last]
    if _sentence_behind(text, first) <= last:
        return ARTICLE
    if after and _is_seat(span.of(text)) and _is_seat(witness.span.of(text)):
        return SENTENCE  # "Tunis, Nairobi and Washington": side by side, none inside another
    if len(gap) <= FARTHEST and not witness.adjective and _ties(gap, after=after):
        return BESIDE
    return SENTENCE


@lru_cache(maxsize=1024)
def _sentence_behind(text: str, place: int) -> int:
    """Where the sentence behind a place of the text begins; the farthest that is asked for where none does."""
    farthest = place + NEAR + 1
    end = sentence_end().search(text, place, farthest)
    return farthest if end is None else end.end()


@lru_cache(maxsize=4096)
def _is_seat(name: str) -> bool:
    """Whether a name means the capital of a country, and not the country itself."""
    found = candidates(name)
    return any(is_capital(entry) for entry in found) and all(entry.kind != "country" for entry in found)


def _ties(gap: str, *, after: bool) -> bool:
    """Whether the words between a name and an area put one inside the other."""
    plain = " ".join(part for part in re.split(r"[’']s? ", gap) if part.removeprefix(" in ") not in country_codes())
    if any(word.lower() not in worded("wording", "gap") for word in WORD.findall(plain)):
        return False
    if after:
        return gap.startswith((",", " in ", " (", " of ")) and " and " not in gap
    return gap.startswith(("’s ", "'s ", "’ ", "' "))
