"""Decisions are taken in a process of their own: relating a record anew needs memory that pages do not."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from reportedly.model.errors import JudgementError, ReportedlyError
from reportedly.model.judgement import JUDGEMENT_KINDS, JudgementKind

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor


class Decisions:
    """Takes decisions and takes them back, one after the other."""

    def __init__(self, record: str | Path) -> None:
        self._record = str(record)
        self._pool: ProcessPoolExecutor | None = None
        self._lock = Lock()

    def take(self, what: str, on: Sequence[str], by: str) -> None:
        """Keep a decision and relate the record anew. Raises `ReportedlyError` where it cannot be taken."""
        if what not in JUDGEMENT_KINDS:
            raise JudgementError(f"{what!r} is no decision; choose from: {', '.join(JUDGEMENT_KINDS)}")
        self._done(self._submit(_judge, self._record, what, tuple(on), by))

    def undo(self, judgement: str, by: str) -> None:
        """Take a decision back and relate the record anew. Raises `ReportedlyError` where there is none."""
        self._done(self._submit(_undo, self._record, judgement, by))

    def close(self) -> None:
        """Let the process go."""
        with self._lock:
            if self._pool is not None:
                self._pool.shutdown(cancel_futures=True)
                self._pool = None

    def _submit(self, work: Any, *given: Any) -> Future[str | None]:
        from concurrent.futures import ProcessPoolExecutor
        from multiprocessing import get_context

        with self._lock:
            if self._pool is None:
                self._pool = ProcessPoolExecutor(1, mp_context=get_context("spawn"))
            return self._pool.submit(work, *given)

    def _done(self, future: Future[str | None]) -> None:
        from concurrent.futures.process import BrokenProcessPool

        try:
            fault = future.result()
        except BrokenProcessPool:
            self.close()
            fault = "the process that relates the record died; the decision may be kept, see the decisions"
        if fault is not None:
            raise ReportedlyError(fault)


def _judge(record: str, what: JudgementKind, on: tuple[str, ...], by: str) -> str | None:
    from reportedly.run.judging import judge

    try:
        judge(record, what, on, by=by)
    except ReportedlyError as fault:
        return str(fault)
    return None


def _undo(record: str, judgement: str, by: str) -> str | None:
    from reportedly.run.judging import undo

    try:
        undo(record, judgement, by=by)
    except ReportedlyError as fault:
        return str(fault)
    return None
