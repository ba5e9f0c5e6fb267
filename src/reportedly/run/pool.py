"""Processes that work on captures, and what happens when one of them dies."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import connection, get_context, parent_process
from threading import Thread

import msgspec

from reportedly.model.capture import Capture
from reportedly.model.problem import Problem
from reportedly.run.collecting import collect_seldom

Outcome = bytes | Problem  # a packed reading, or why there is none
DEATHS = 2  # how often a worker may die alone with a capture before that capture is put aside


class Pool:
    """Worker processes that do `work` behind a bounded window; one's death costs a second try of what was in hand."""

    def __init__(self, work: Callable[[bytes], Outcome], workers: int) -> None:
        self._work = work
        self._workers = workers
        self._suspects: list[Capture] = []  # in hand when a worker died

    def read(self, captures: Iterator[Capture]) -> Iterator[tuple[Capture, Outcome]]:
        """Each capture with what became of it."""
        while True:
            yield from self._round(captures)
            if not self._suspects:
                return
            suspects, self._suspects = self._suspects, []
            for suspect in suspects:
                yield suspect, self._alone(suspect)

    def _round(self, captures: Iterator[Capture]) -> Iterator[tuple[Capture, Outcome]]:
        """Read until all is read or a worker dies; then what was in hand is suspect."""
        live: dict[Future[Outcome], Capture] = {}
        with self._executor(self._workers) as executor:
            while True:
                for capture in islice(captures, 2 * self._workers - len(live)):
                    live[executor.submit(self._work, msgspec.json.encode(capture))] = capture
                if not live:
                    return
                for future in wait(live, return_when=FIRST_COMPLETED).done:
                    try:
                        outcome = future.result()
                    except BrokenProcessPool:
                        self._suspects = list(live.values())
                        return
                    yield live.pop(future), outcome

    def _alone(self, capture: Capture) -> Outcome:
        """A capture read with nothing beside it, so that a death is its own doing."""
        for _ in range(DEATHS):
            with self._executor(1) as executor:
                try:
                    return executor.submit(self._work, msgspec.json.encode(capture)).result()
                except BrokenProcessPool:
                    continue
        detail = f"the process that read it died {DEATHS} times; the capture was put aside and is tried again next time"
        return Problem(capture.path, "run", "fatal capture", detail)

    @staticmethod
    def _executor(workers: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_begin)


def _begin() -> None:
    """A worker goes without a word at Ctrl-C, and when the build is gone."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    collect_seldom()
    parent = parent_process()
    if parent is not None:
        Thread(target=_follow, args=(parent.sentinel,), daemon=True).start()


def _follow(parent: int) -> None:
    connection.wait([parent])
    os._exit(1)
