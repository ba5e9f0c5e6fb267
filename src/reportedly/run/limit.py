"""A bound on the work that one capture may cost."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class TookTooLong(Exception):  # noqa: N818 - what happened, as the problem will tell it
    """The work was not done when its time was over."""


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Stop what is done inside by `TookTooLong` after so many seconds of this process's own computing.

    Time that other programs take does not count. Where the system has no such clock (Windows), and outside a
    process's main thread, there is no limit.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(_: int, __: FrameType | None) -> None:
        raise TookTooLong(f"it took more than {seconds:g} seconds of computing")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
