"""Precision, recall and shares, with nothing where there was nothing to find."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measure:
    """Precision and recall, 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __str__(self) -> str:
        return f"P {self.precision:.3f}  R {self.recall:.3f}  F1 {self.f1:.3f}"


def share(part: float, whole: float) -> float | None:
    """Part of whole, None when there is no whole."""
    return part / whole if whole else None


def measure(hit: int, said: int, wanted: int) -> Measure:
    """Precision among what was said, recall of what was wanted; 0 where there is no whole."""
    return Measure(share(hit, said) or 0.0, share(hit, wanted) or 0.0)
