"""All that a watch has told, in order, a JSON object a line: each piece of news once."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import msgspec

from reportedly.watch.ledger import LedgerError
from reportedly.watch.news import News

NAME = "changes.jsonl"


class Journal:
    """The journal of a folder; a line that a killed run left torn is cut off. Raises `LedgerError`."""

    def __init__(self, folder: Path) -> None:
        self._place = folder / NAME
        try:
            content = self._place.read_bytes() if self._place.exists() else b""
            whole = content[: content.rfind(b"\n") + 1]
            if whole != content:
                os.truncate(self._place, len(whole))
            self._told = [msgspec.json.decode(line, type=News) for line in whole.splitlines()]
        except (OSError, msgspec.DecodeError) as fault:
            raise LedgerError(f"{self._place}: cannot be read ({fault}); move it away to begin anew") from fault
        self._ids = {each.id for each in self._told}

    def __len__(self) -> int:
        return len(self._told)

    def since(self, number: int) -> tuple[News, ...]:
        """What was told after the first `number` pieces."""
        return tuple(self._told[number:])

    def add(self, found: Iterable[News]) -> None:
        """Add what is not in it; on disk when this returns."""
        fresh: list[News] = []
        for each in found:
            if each.id not in self._ids:
                self._ids.add(each.id)
                fresh.append(each)
        if not fresh:
            return
        try:
            with self._place.open("ab") as out:
                out.write(b"".join(msgspec.json.encode(each) + b"\n" for each in fresh))
                out.flush()
                os.fsync(out.fileno())
        except OSError as fault:
            raise LedgerError(
                f"{self._place}: cannot be written ({fault.strerror}); make room, or use --keep"
            ) from fault
        self._told += fresh
