"""A build that goes on while its pages are open: in a process of its own, told of capture by capture."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from reportedly.model.errors import ReportedlyError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection


class Building:
    """What a build has read until now; `fault` says why it ended early, where it did."""

    def __init__(self, paths: Sequence[str], record: str | Path) -> None:
        from multiprocessing import get_context  # loaded when it is asked for: most servers build nothing

        self.read: list[tuple[str, int]] = []
        self.done = False
        self.fault = ""
        here, there = get_context("spawn").Pipe(duplex=False)
        self._process = get_context("spawn").Process(target=_build, args=(tuple(paths), str(record), there))
        self._process.start()
        there.close()
        Thread(target=self._listen, args=(here,), daemon=True).start()

    def close(self) -> None:
        """Stop it, if it still goes on; what it has read so far is kept for the next build."""
        if self._process.is_alive():
            self._process.terminate()
        self._process.join(10)

    def _listen(self, here: Connection) -> None:
        ended = False
        try:
            while True:
                told = here.recv()
                ended = isinstance(told, str)
                if ended:
                    self.fault = told
                else:
                    self.read.append(told)
        except EOFError:
            self.fault = self.fault if ended else "the process that builds has died; build again to go on where it was"
            self.done = True


def _build(paths: tuple[str, ...], record: str, there: Connection) -> None:
    """Build, tell of each capture (path, characters), and at the end of the fault, or of none."""
    from reportedly.run.build import build

    try:
        build(paths, record=record, watch=lambda capture: there.send((capture.path, len(capture.text))))
        there.send("")
    except ReportedlyError as fault:
        there.send(str(fault))
