"""Towns and regions of the world by name: 205,000 towns, 37,000 administrative areas, from GeoNames (CC BY 4.0)."""

from __future__ import annotations

import gzip
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

GAZETTEER = Path(__file__).with_name("gazetteer.tsv.gz")
HYPHENS = str.maketrans({"-": " ", "‐": " ", "‑": " ", "’": "'", "‘": "'", "ʼ": "'", "`": "'", ".": ""})
UNFOLDED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"})
CODE = "@"  # before the code of a country, by which it stands in the table; no name begins so

EntryKind = Literal["town", "region", "district", "country"]
KINDS: dict[str, EntryKind] = {"c": "town", "r": "region", "d": "district", "k": "country"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One bearer of a name: `country` is ISO 3166-1, `region` the GeoNames code of the first level ("RU.41")."""

    name: str
    kind: EntryKind
    country: str
    region: str
    people: int
    latitude: float
    longitude: float
    geonames: int


@lru_cache(maxsize=16_384)
def key_of(name: str) -> str:
    """A name as the gazetteer compares it: without case, accents, hyphens and full stops."""
    folded = unicodedata.normalize("NFKD", name.casefold().translate(UNFOLDED).translate(HYPHENS))
    return " ".join("".join(letter for letter in folded if not unicodedata.combining(letter)).split())


def bearers(key: str) -> tuple[Entry, ...]:
    """Every town and area with this key, those with most people first."""
    return () if key.startswith(CODE) else _under(key)


def area(code: str) -> Entry | None:
    """The country with this ISO 3166-1 code, or the region with this one of GeoNames; it lies where its people live."""
    return next(iter(_under(f"{CODE}{code.lower()}")), None)


@lru_cache(maxsize=16_384)
def _under(key: str) -> tuple[Entry, ...]:
    lines, sought = _lines(), key.encode("utf8") + b"\t"
    low, high = 0, len(lines)
    while low < high:
        middle = (low + high) // 2
        start = lines.rfind(b"\n", 0, middle) + 1
        if lines[start : start + len(sought)] < sought:
            end = lines.find(b"\n", middle)
            low = end + 1 if end >= 0 else high
        else:
            high = start
    found: list[Entry] = []
    while lines.startswith(sought, low):
        end = lines.index(b"\n", low)
        found.append(_entry(lines[low:end].decode("utf8")))
        low = end + 1
    return tuple(sorted(found, key=lambda entry: (-entry.people, entry.geonames)))


@cache
def _lines() -> bytes:
    """The table, unpacked: some 20 MB, searched where it lies."""
    return gzip.decompress(GAZETTEER.read_bytes())


def _entry(line: str) -> Entry:
    _, name, kind, country, region, people, latitude, longitude, number = line.split("\t")
    return Entry(name, KINDS[kind], country, region, int(people), float(latitude), float(longitude), int(number))
