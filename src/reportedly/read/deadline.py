"""A connection's time: over when it is over, however slowly the other side drips."""

from __future__ import annotations

import socket
from collections.abc import Mapping
from contextlib import suppress
from threading import Timer
from types import TracebackType
from typing import Any, Self

OPENED = ("connect_tcp.complete", "start_tls.complete")


class Deadline:
    """Shuts the connection that it was shown after so many seconds; a time limit of single reads would not.

    `over` says whether it did: an answer without a length ends like a whole one when its connection is shut.
    """

    def __init__(self, seconds: float) -> None:
        self.over = False
        self._socket: socket.socket | None = None
        self._timer = Timer(seconds, self._end)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        self._timer.cancel()

    def notice(self, event: str, told: Mapping[str, Any]) -> None:
        """What httpx calls (its extension `trace`) at every step of a request."""
        if event.endswith(OPENED):
            self._socket = told["return_value"].get_extra_info("socket")
            if self.over:
                self._shut()

    def _end(self) -> None:
        self.over = True
        self._shut()

    def _shut(self) -> None:
        if self._socket is not None:
            with suppress(OSError):
                self._socket.shutdown(socket.SHUT_RDWR)
