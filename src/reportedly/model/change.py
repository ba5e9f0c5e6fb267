"""The kinds of change that a record can have undergone."""

from __future__ import annotations

from typing import Literal

ChangeKind = Literal[
    "question", "answer", "revision", "denial", "dispute", "confirmation", "origin", "withdrawn", "merged", "parted"
]  # fmt: skip
