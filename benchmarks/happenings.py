"""Whether happenings let dates, places, persons and propositions be asked for, by the gold of a corpus.

    python -m benchmarks.happenings [EVENT …] [--errors]

date, place, who, whether   gold answers that something bound to a happening holds: a moment; a place or a phrase that
                            says where; a party, or a name with a role; a verb inside the span
timeline                    gold entries at whose words a happening stands that is bound to a moment
together                    of a gold point's held answers, the share with the commonest family (or, without one, verb)
apart                       pairs of date points, and of place points, of one event whose commonest families differ
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from reportedly.clean import Cleaner
from reportedly.extract import STAGES, Extractor
from reportedly.extract.happening.happenings import Happenings
from reportedly.model.capture import Capture
from reportedly.model.happening import Happening
from reportedly.model.reading import Reading
from reportedly.model.span import Span
from reportedly.read import captures

CORPUS = Path(__file__).parents[1] / "build" / "corpus"
KINDS = ("date", "place", "who", "whether", "timeline")


@dataclass(frozen=True, slots=True)
class Held:
    """A gold answer (or timeline entry), the happening that holds it, if any, and what is missing."""

    kind: str
    point: str
    text: str
    sentence: str
    happening: Happening | None
    lack: str = ""
    role: str = ""

    @property
    def family(self) -> str:
        """What the happening would be asked for by."""
        return "" if self.happening is None else self.happening.family or self.happening.lemma


def readings(event: Path) -> dict[str, Reading]:
    """The readings of an event, by file name."""
    stages = tuple(stage() for stage in STAGES[: STAGES.index(Happenings) + 1])
    cleaner, extractor = Cleaner(), Extractor(stages)
    found = (one for one in captures([event / "captures"]) if isinstance(one, Capture))
    return {Path(one.path).name: extractor(one, cleaner(one)) for one in found}


def held(event: Path) -> Iterator[Held]:
    """Every gold answer that is no figure, and every timeline entry, with its happening."""
    gold = json.loads((event / "gold.json").read_text(encoding="utf8"))
    read = readings(event)
    for point in gold["points"]:
        for answer in point["answers"] if point["kind"] in KINDS else ():
            yield _held(point["kind"], point["id"], answer, read[answer["doc"]])
    for entry in gold["timeline"]:
        yield _held("timeline", "", entry, read[entry["doc"]])


def _held(kind: str, point: str, gold: dict[str, Any], reading: Reading) -> Held:
    span = Span(gold["start"], gold["end"])
    happening, lack = _find(kind, span, reading)
    text = reading.capture.text
    role = next((name.roles[0].text for name in reading.names if name.roles and name.span.overlaps(span)), "")
    return Held(kind, point, span.of(text), text[max(0, span.start - 120) : span.end + 80], happening, lack, role)


def _find(kind: str, span: Span, reading: Reading) -> tuple[Happening | None, str]:
    if kind == "date":
        mentions = [moment.id for moment in reading.moments if moment.span.overlaps(span)]
        return _bound(mentions, reading) if mentions else (None, "no moment")
    if kind == "place":
        return _where(span, reading)
    if kind == "who":
        return _party(span, reading)
    verbs = [h for h in reading.happenings if span.contains(h.verb.span)]
    if kind == "timeline":
        verbs = [h for h in reading.happenings if h.span.overlaps(span) and h.moments and h.verb.span.shared(span)]
        verbs = verbs or [h for h in reading.happenings if h.span.overlaps(span) and h.moments]
    return (_best(verbs), "") if verbs else (None, "no verb" if kind == "whether" else "no dated happening")


def _bound(mentions: list[str], reading: Reading) -> tuple[Happening | None, str]:
    found = [h for h in reading.happenings if set(mentions) & {*h.moments, *h.places}]
    return (_best(found), "") if found else (None, "unbound")


def _where(span: Span, reading: Reading) -> tuple[Happening | None, str]:
    phrases = [h for h in reading.happenings if any(words.span.overlaps(span) for words in h.where)]
    if phrases:
        return _best(phrases), ""
    mentions = [place.id for place in reading.places if place.span.overlaps(span)]
    if mentions and (found := _bound(mentions, reading))[0] is not None:
        return found
    happening, _ = _party(span, reading)
    return happening, "" if happening is not None else "no phrase"


def _party(span: Span, reading: Reading) -> tuple[Happening | None, str]:
    found = [
        h
        for h in reading.happenings
        for party in (h.subject, h.object)
        if party is not None and party.span.overlaps(span)
    ]
    return (_best(found), "") if found else (None, "no party")


def _best(found: list[Happening]) -> Happening:
    return min(found, key=lambda h: (h.family is None, len(h.span), h.span))


def coherence(found: list[Held]) -> tuple[list[float], list[bool]]:
    """For each date and place point how much of it stands together; for each pair of one kind, whether they differ."""
    families: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for one in found:
        if one.kind in {"date", "place"} and one.happening is not None:
            families[one.kind, one.point][one.family] += 1
    together = [count.most_common(1)[0][1] / count.total() for count in families.values() if count.total() > 1]
    pairs = [(families[a], families[b]) for a, b in combinations(sorted(families), 2) if a[0] == b[0]]
    return together, [one.most_common(1)[0][0] != other.most_common(1)[0][0] for one, other in pairs]


def main(arguments: list[str]) -> None:
    """Prints the shares; with --errors, what is not held."""
    chosen = [a for a in arguments if not a.startswith("--")]
    events = [path for path in sorted(CORPUS.iterdir()) if not chosen or path.name in chosen]
    everything: list[Held] = []
    together: list[float] = []
    apart: list[bool] = []
    for event in events:
        found = list(held(event))
        everything += found
        one, other = coherence(found)
        together += one
        apart += other
        if "--errors" in arguments:
            _print_errors(event.name, found)
    for kind in KINDS:
        of_kind = [one for one in everything if one.kind == kind]
        got = sum(_is_held(one) for one in of_kind)
        known = sum(one.happening is not None and one.happening.family is not None for one in of_kind)
        lacks = dict(Counter(one.lack for one in of_kind if not _is_held(one)))
        print(f"{kind:9} held {got}/{len(of_kind)} = {got / max(1, len(of_kind)):.3f}; of a family {known}; {lacks}")
    print(f"together {sum(together) / max(1, len(together)):.3f} over {len(together)} points; "
          f"apart {sum(apart) / max(1, len(apart)):.3f} of {len(apart)} pairs")  # fmt: skip


def _is_held(one: Held) -> bool:
    return one.happening is not None or (one.kind == "who" and bool(one.role))


def _print_errors(name: str, found: list[Held]) -> None:
    for one in found:
        if not _is_held(one):
            print(f"{name} {one.kind} {one.lack}: “{one.text}” in …{' '.join(one.sentence.split())}…")
        elif one.kind in {"date", "place", "who"}:
            lemma = one.happening.lemma if one.happening is not None else ""
            print(f"{name} {one.kind} {one.point} [{one.family}]: {lemma} “{one.text}” ({one.role})")


if __name__ == "__main__":
    main(sys.argv[1:])
