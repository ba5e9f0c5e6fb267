"""How well places are located: 150 sentences of our own (`places.toml`), and a corpus whose places are invented.

    python -m benchmarks.places [--corpus] [--errors] [--write]

accuracy       mentions found and resolved as the sentences say, of all mentions
wrong country  mentions located in another country, of all mentions
invented       mentions in the corpus located as a point or town, of all places found there
"""

from __future__ import annotations

import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.results import write_section
from benchmarks.sentences import draft_of
from reportedly.clean import Cleaner
from reportedly.extract.draft import Draft
from reportedly.extract.naming.names import Names
from reportedly.extract.parse import Parser
from reportedly.extract.placing.choice import candidates
from reportedly.extract.placing.places import Places
from reportedly.model.capture import Capture
from reportedly.model.mention import PlaceMention
from reportedly.read import captures
from reportedly.vocabulary.gazetteer import key_of
from reportedly.vocabulary.places import waters

SENTENCES = Path(__file__).with_suffix(".toml")
COMMAND = "python -m benchmarks.places --write"
CORPUS = Path(__file__).parents[1] / "build" / "corpus"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one mention of the test set: right, wrong, wrong country, unlocated or not found."""

    what: str
    text: str
    name: str
    at: tuple[str, ...]
    found: str


def outcomes() -> Iterator[Outcome]:
    """Each mention of the test set, and places found where there are none."""
    stages = (Parser(), Names(), Places())
    for sentence in tomllib.loads(SENTENCES.read_text(encoding="utf8"))["sentence"]:
        draft = draft_of(sentence["text"])
        for stage in stages:
            draft = stage(draft)
        places = {place.text: place for place in reversed(draft.places)}
        for gold in sentence["places"]:
            yield _outcome(sentence["text"], gold, places.pop(gold["name"], None))
        for place in places.values():
            if place.latitude is not None:
                yield Outcome("wrong country", sentence["text"], place.text, ("no place",), _described(place))


def _outcome(text: str, gold: dict[str, Any], place: PlaceMention | None) -> Outcome:
    at = tuple(gold["at"])
    if place is None:
        what = "right" if "unlocated" in at else "not found"
        return Outcome(what, text, gold["name"], at, "")
    if any(_agrees(place, one) for one in at):
        what = "right"
    elif place.latitude is None:
        what = "unlocated"
    else:
        what = "wrong" if place.country in {_country(one, gold["name"]) for one in at} else "wrong country"
    return Outcome(what, text, gold["name"], at, _described(place))


def _agrees(place: PlaceMention, at: str) -> bool:
    kind, _, value = at.partition(" ")
    if kind == "unlocated":
        return place.latitude is None
    if kind == "town":
        return place.gazetteer == f"geonames:{value}"
    if kind == "water":
        return key_of(place.text) in waters() and place.precision == "region"
    return place.precision == kind and value in {place.country, place.region}


def _country(at: str, name: str) -> str | None:
    kind, _, value = at.partition(" ")
    if kind == "town":
        return next(entry.country for entry in candidates(name) if entry.geonames == int(value))
    return value.partition(".")[0] or None


def _described(place: PlaceMention) -> str:
    why = place.why[0].words if place.why else ""
    return f"{place.precision} {place.gazetteer} {place.region or place.country} ({why})"


def invented() -> tuple[int, int, Counter[str]]:
    """Places of the corpus: how many, how many of them located as a point or town, and which."""
    cleaner, stages = Cleaner(), (Parser(), Names(), Places())
    total, located = 0, Counter[str]()
    for capture in captures(sorted(CORPUS.glob("*/captures"))):
        if not isinstance(capture, Capture):
            continue
        draft = Draft(capture, cleaner(capture))
        for stage in stages:
            draft = stage(draft)
        total += len(draft.places)
        located.update(f"{p.text} → {p.region}" for p in draft.places if p.precision in {"point", "town"})
    return total, sum(located.values()), located


def main() -> None:
    """Prints the scores; with --errors, what went wrong; with --write they go into RESULTS.md."""
    found = list(outcomes())
    counts = Counter(one.what for one in found)
    total = sum(counts.values())
    rows = [
        f"| 150 sentences of our own, {total} mentions | accuracy {counts['right'] / total:.3f} (asked .90) · "
        f"wrong country {counts['wrong country'] / total:.3f} (asked at most .01) |"
    ]
    if "--errors" in sys.argv:
        for one in found:
            if one.what != "right":
                print(f"  {one.what}: {one.name} {one.at} got {one.found} | {one.text}")
    if CORPUS.exists() and ("--corpus" in sys.argv or "--write" in sys.argv):
        places, located, names = invented()
        share = located / max(1, places)
        rows.append(
            f"| the corpus, whose places are invented, {places} mentions | located as a point or town {share:.3f} "
            "(asked at most .05) |"
        )
        if "--errors" in sys.argv:
            print("  " + "; ".join(f"{name} ×{times}" for name, times in names.most_common(60)))
    body = "| what | result |\n|---|---|\n" + "\n".join(rows)
    print(body)
    if "--write" in sys.argv:
        write_section("places", "Places", body, COMMAND)


if __name__ == "__main__":
    main()
