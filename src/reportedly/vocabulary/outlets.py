"""Outlets and agencies under all their spellings, by name or by address."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from reportedly.vocabulary import table


@dataclass(frozen=True, slots=True)
class KnownOutlet:
    """One outlet of `outlets.toml`: its usual name, its kind, its country (ISO 3166-1 alpha-2)."""

    name: str
    kind: str
    country: str

    @property
    def speaks_for(self) -> str | None:
        """The country whose government it speaks for; None for all but a state's outlet."""
        return self.country if self.kind == "state" else None


def known_outlet(name: str) -> KnownOutlet | None:
    """The outlet that a name stands for, whatever its spelling ("the Tass news agency"); None for an unknown one."""
    whole = " ".join(name.split()).strip(" .,:;–—-()[]“”\"'")
    return _found(whole) or _found(_bare(whole))


def outlet_of_address(address: str) -> KnownOutlet | None:
    """The outlet on whose site an address (URL, host or e-mail) lies, if it is a known one."""
    labels = _host(address).lower().split(".")
    tails = (".".join(labels[start:]) for start in range(len(labels) - 1))
    return next((found for tail in tails if (found := _domains().get(tail))), None)


def outlet_of_file(path: str) -> KnownOutlet | None:
    """The one known outlet that a file is named after ("03_washingtonpost-1779.txt"); None for none and for several.

    A keeper's own label: good enough to tell that two pages which name nobody are of one house, no evidence to date
    or to quote by.
    """
    stem = path.replace("\\", "/").rsplit("/", 1)[-1].rsplit(".", 1)[0]
    found = {_squeezed().get(word) for word in re.findall(r"[^\W\d_]{3,}", stem.casefold())} - {None}
    return found.pop() if len(found) == 1 else None


@cache
def _squeezed() -> dict[str, KnownOutlet]:
    """Outlets by their name without blanks and by the name of their site ("washingtonpost")."""
    names = {name.casefold().removeprefix("the ").replace(" ", ""): entry for name, entry in _entries().items()}
    return {domain.split(".")[0]: entry for domain, entry in _domains().items()} | names


def _host(address: str) -> str:
    try:
        return urlsplit(address if "//" in address else f"//{address}").hostname or ""
    except ValueError:  # no address at all
        return ""


def _found(name: str) -> KnownOutlet | None:
    short = name.isupper() and len(name) <= 6
    return _names().get(name if short else name.casefold()) or (_names().get(name.casefold()) if short else None)


def _bare(name: str) -> str:
    """The name without article and without words that only say what kind of house it is."""
    return _endings().sub("", re.sub(r"^(?:the|russia’s|state-run|state) ", "", name, flags=re.I))


@cache
def _endings() -> re.Pattern[str]:
    words = "|".join(map(re.escape, table("outlets")["suffix"]["words"]))
    return re.compile(rf"(?:\s+(?:{words}))+$", re.I)


@cache
def _entries() -> dict[str, KnownOutlet]:
    return {
        name: KnownOutlet(name, entry["kind"], entry["country"]) for name, entry in table("outlets")["outlet"].items()
    }


@cache
def outlet_spellings() -> frozenset[str]:
    """Every spelling of the table, as it is written there."""
    listed = table("outlets")["outlet"].items()
    return frozenset(spelling for name, entry in listed for spelling in (name, *entry.get("also", ())))


@cache
def _names() -> dict[str, KnownOutlet]:
    """By small letters; a short name in capitals (AP, RIA) by its capitals alone, since "time" and "map" are words."""
    names: dict[str, KnownOutlet] = {}
    others = frozenset(table("outlets")["not_alone"]["words"])
    for name, entry in _entries().items():
        for spelling in (name, *table("outlets")["outlet"][name].get("also", ())):
            key = spelling if spelling.isupper() and len(spelling) <= 6 else spelling.casefold()
            names.setdefault(key, entry)
            if (bare := _bare(key)) not in others:
                names.setdefault(bare, entry)
    return names


@cache
def _domains() -> dict[str, KnownOutlet]:
    entries = table("outlets")["outlet"].items()
    return {domain: _entries()[name] for name, entry in entries for domain in entry.get("domains", ())}
