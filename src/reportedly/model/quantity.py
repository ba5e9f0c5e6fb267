"""How many, or how much, as the words have it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number or a range of numbers in the text's own unit.

    `low` and `high` are the least and the greatest value, both included; `None` is an open end ("at least
    30" is 30–None). `approximate` says that the words are about, some, nearly …. Raises `ValueError` when
    the ends are out of order or both open.
    """

    low: float | None
    high: float | None
    approximate: bool = False
    unit: str | None = None

    def __post_init__(self) -> None:
        if self.low is None and self.high is None:
            raise ValueError("a quantity needs a low or a high end")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"{self.low} is more than {self.high}")

    @property
    def exact(self) -> bool:
        """Whether it is one number, said without about or some."""
        return self.low == self.high and not self.approximate
