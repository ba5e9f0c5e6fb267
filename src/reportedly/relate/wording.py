"""Questions in plain English, by template."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from reportedly.model.point import PointKind
from reportedly.relate.claims import Claim
from reportedly.vocabulary import table


def commonest(words: Iterable[str | None]) -> str | None:
    """The word that occurs most, the first in the alphabet among equals; None where there is none."""
    counts = Counter(word for word in words if word)
    return min(counts, key=lambda word: (-counts[word], word)) if counts else None


def worded(kind: PointKind, claims: Sequence[Claim]) -> str:
    """The question that a set of claims answers: "How many miners were killed?"."""
    return _how_many(claims) if kind == "figure" else _asked(kind, claims)


def _asked(kind: PointKind, claims: Sequence[Claim]) -> str:
    verb = commonest(claim.head for claim in claims)
    parties = commonest(word for claim in claims for word in sorted(claim.modifiers))
    template = str(table("wording")["asked"][kind])
    return template.format(what=" ".join(filter(None, (verb, parties))) or "unnamed")


def _how_many(sets: Sequence[Claim]) -> str:
    counted = commonest(d.counted for d in sets)
    predicate = commonest(d.predicate for d in sets)
    dimension = commonest(d.dimension for d in sets) or "count"
    templates = table("wording")["figure"]
    template = str(templates.get(dimension, templates["count"]))
    noun = counted or str(table("wording")["noun"].get(predicate or "", "people" if predicate else "there"))
    asked = template.format(counted=noun, predicate=f" ({predicate})" if predicate else "")
    return asked[0].upper() + asked[1:]
