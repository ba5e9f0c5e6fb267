"""Which bearer of a name a text means, if any: by what stands beside it, then by people. Unlocated beats wrong."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from reportedly.vocabulary import table
from reportedly.vocabulary.gazetteer import Entry, EntryKind, area, bearers, key_of
from reportedly.vocabulary.places import country_codes, variants, worded

BESIDE, SENTENCE, ARTICLE = 6.0, 4.0, 1.0  # what an area is worth as a witness, by how near it is named
COUNTRY = 3.0  # how much more likely a country's name means the country than something of its size
MARGIN = 1.0  # a bearer must lead the next, in another place, by a factor of ten or a witness
KNOWN = 50_000  # people from which a town with one bearer is named without its country
FAMOUS = 500_000  # people from which it is named so where another country is the subject
DOMINANT, LEADING = 8, 2  # how often as many people as its namesakes; the lesser suffices for a city of a million
FAR_MORE = 8  # Quebec the province, but Kyiv the town
MILLION = 1_000_000


@dataclass(slots=True)
class Evidence:
    """Areas ("RU", "RU.41") that the article names, by how much each speaks for a bearer inside it."""

    weights: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    beside: set[str] = field(default_factory=set)

    def add(self, area: str, weight: float) -> None:
        """A region speaks for its country too; what is named beside the name must agree with it."""
        for code in {area, area.partition(".")[0]}:
            self.weights[code] = max(self.weights[code], weight)
        if weight >= BESIDE:
            self.beside.add(area)

    def of(self, entry: Entry) -> float:
        """How much speaks for this bearer."""
        return self.weights.get(entry.country, 0.0) + self.weights.get(entry.region, 0.0)

    def agrees(self, entry: Entry) -> bool:
        """Whether what stands beside the name allows this bearer."""
        return not self.beside or bool(self.beside & {entry.country, entry.region})

    @property
    def near(self) -> bool:
        """Whether the sentence names any area at all."""
        return any(weight >= SENTENCE for weight in self.weights.values())


@dataclass(frozen=True, slots=True)
class Choice:
    """A bearer, and the rule that chose it."""

    entry: Entry
    rule: str


def candidates(name: str) -> list[Entry]:
    """Whatever may be meant by a name: countries, towns and areas, under the spellings of English news."""
    key = key_of(name)
    found = list(bearers(key))
    if key in variants():
        spelled, within = variants()[key]
        found += [entry for entry in bearers(spelled) if entry.country == within]
    if (code := country_codes().get(name)) and (nation := area(code)):
        found.append(nation)
    return found or _areas_by_word(key)


def _areas_by_word(key: str) -> list[Entry]:
    """ "Tula Oblast": the area called Tula, else the region in which the town of Tula lies."""
    stem, _, last = key.rpartition(" ")
    if not stem or last not in worded("kinds", "region") | worded("kinds", "town"):
        return []
    named = bearers(stem)
    if last in worded("kinds", "town"):
        return [entry for entry in named if entry.kind == "town"]
    areas = [entry for entry in named if entry.kind in {"region", "district"}]
    return areas or [region for entry in named[:1] if (region := region_of(entry)) is not None]


def region_of(entry: Entry) -> Entry | None:
    """The first-level region that holds a town, known by the town: it lies where the town lies."""
    if entry.kind != "town":
        return None
    return Entry(entry.region, "region", entry.country, entry.region, entry.people, entry.latitude, entry.longitude, 0)


def choose(entries: Sequence[Entry], evidence: Evidence, *, wanted: EntryKind | None = None) -> Choice | None:
    """The bearer that the text means; None where it may be another, or where nothing vouches for it.

    `wanted` is the kind that a word beside the name asks for ("the Kherson region").
    """
    allowed = [entry for entry in entries if evidence.agrees(entry)]
    if wanted is not None and any(entry.kind == wanted for entry in allowed):
        allowed = [entry for entry in allowed if entry.kind == wanted]
    if wanted is None:
        allowed = [entry for entry in allowed if not any(_gives_way(entry, town) for town in allowed)]
        allowed = [entry for entry in allowed if not any(_stands_behind(entry, area) for area in allowed)]
    ranked = sorted(allowed, key=lambda entry: (-_score(entry, evidence), entry.geonames))
    if not ranked:
        return None
    best = ranked[0]
    rivals = [entry for entry in ranked[1:] if not (_gives_way(entry, best) or _gives_way(best, entry))]
    lead = _score(best, evidence) - max((_score(entry, evidence) for entry in rivals), default=0.0)
    if evidence.of(best):
        return Choice(best, "named with its country or region") if lead >= MARGIN else None
    return Choice(best, "its people") if _stands_alone(best, rivals, evidence) else None


def _score(entry: Entry, evidence: Evidence) -> float:
    size = math.log10(entry.people + 10) - (1.0 if entry.kind == "district" else 0.0)
    return size + evidence.of(entry) + (COUNTRY if entry.kind == "country" else 0.0)


def _gives_way(area: Entry, town: Entry) -> bool:
    """A town comes before the area called after it, unless the text asks for the area or far more people live there."""
    if town.kind != "town" or area.kind not in {"region", "district"} or area.country != town.country:
        return False
    return area.kind == "district" or is_capital(town) or area.people < FAR_MORE * town.people


def _stands_behind(town: Entry, area: Entry) -> bool:
    """A town called as a first-level region of its country in which far more people live."""
    if town.kind not in {"town", "district"} or area.kind != "region" or area.country != town.country:
        return False
    return area.people >= FAR_MORE * town.people and not is_capital(town)


def is_capital(entry: Entry) -> bool:
    """Whether a town is the seat of its country's government."""
    seats = table("countries").get(entry.country, {}).get("capitals", ())
    return entry.kind == "town" and key_of(entry.name) in {key_of(seat) for seat in seats}


def _stands_alone(best: Entry, rivals: Sequence[Entry], evidence: Evidence) -> bool:
    if best.kind == "country":
        return True
    most = max((entry.people for entry in rivals if entry.kind != "district"), default=0)
    if is_capital(best):
        return best.people >= most
    if best.kind == "district" or best.people < (FAMOUS if evidence.near and most else KNOWN):
        return False
    return best.people >= DOMINANT * most or (best.people >= MILLION and best.people >= LEADING * most)
