"""What a format is: it knows its own files by their first bytes, and turns them into captures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from reportedly.model.capture import Capture
from reportedly.model.problem import Problem
from reportedly.read.source import Source


class Format(Protocol):
    """One kind of file. `name` is what a person calls it."""

    name: str

    def recognises(self, source: Source) -> bool:
        """Whether the file is of this kind, by its content first and its ending second."""
        ...

    def __call__(self, source: Source) -> Iterator[Capture | Problem]:
        """What the file holds, in its order; raises `OSError` and `TooLargeError` for a file that cannot be had."""
        ...
