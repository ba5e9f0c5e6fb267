"""Workers on a Ray cluster: pieces of work handed out, deaths and stalls of workers lived with."""

from __future__ import annotations

import os
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from types import ModuleType
from typing import Any

TRIES = 3  # how often a piece of work may take its worker with it
STALLED = 900.0  # seconds without an answer from a piece of work, until its worker is given up
PLACING = 600.0  # seconds more for a worker that is not there yet: it waits for room, and its stages are loaded
FETCHED = 60.0  # seconds until an answer that is there has come from its node
ROUND = 5.0  # seconds between two looks at the clock

Work = Callable[[Any], Any]


def engine() -> ModuleType:
    """Ray, loaded when it is wanted: what its environment says counts from then on. It tells nobody of its use."""
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    return import_module("ray")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a piece of work: its result, or the fault that took its workers `TRIES` times."""

    piece: Any
    result: Any = None
    fault: str | None = None


@dataclass(frozen=True, slots=True)
class _Hand:
    """A worker, the number of what it has in hand, until when it may have it, and the sign that it has begun."""

    actor: Any
    number: int
    until: float
    sign: Any = None


class Crew:
    """As many workers as asked for, each made of `maker` once, wherever the cluster has room."""

    def __init__(self, maker: Callable[[], Work], workers: int, *, cpus: float = 1.0, stalled: float = STALLED) -> None:
        self._ray = engine()
        self._actor = self._ray.remote(num_cpus=cpus, max_restarts=0)(_Worker)
        self._maker = maker
        self._workers = workers
        self._stalled = stalled

    def do(self, pieces: Sequence[Any]) -> Iterator[Outcome]:
        """What became of each piece, in any order."""
        waiting, tried = deque(range(len(pieces))), [0] * len(pieces)
        live: dict[Any, _Hand] = {}
        idle: list[Any] = []
        while waiting or live:
            while waiting and len(live) < self._workers:
                hand = self._hand(idle, waiting.popleft())
                live[hand.actor.do.remote(pieces[hand.number])] = hand
            if not waiting:
                self._release(idle)  # one that is not placed yet may be waiting for their room
            done, _ = self._ray.wait(list(live), num_returns=1, timeout=ROUND)
            self._begun(live)
            for answer in [*done, *self._late(live, done)]:
                hand = live.pop(answer)
                outcome = self._outcome(answer, pieces[hand.number], done=answer in done)
                tried[hand.number] += 1
                (self._ray.kill if outcome.fault else idle.append)(hand.actor)
                if outcome.fault and tried[hand.number] < TRIES:
                    waiting.append(hand.number)
                else:
                    yield outcome
        self._release(idle)

    def _release(self, idle: list[Any]) -> None:
        while idle:
            self._ray.kill(idle.pop())

    def _hand(self, idle: list[Any], number: int) -> _Hand:
        """A worker that is free, or one that is begun for this."""
        if idle:
            return _Hand(idle.pop(), number, time.monotonic() + self._stalled)
        actor = self._actor.remote(self._maker)
        return _Hand(actor, number, time.monotonic() + self._stalled + PLACING, actor.begun.remote())

    def _begun(self, live: dict[Any, _Hand]) -> None:
        """The time of those that have been placed counts from now."""
        signs = {hand.sign: answer for answer, hand in live.items() if hand.sign is not None}
        for sign in self._ray.wait(list(signs), num_returns=len(signs), timeout=0)[0] if signs else ():
            answer = signs[sign]
            live[answer] = replace(live[answer], until=time.monotonic() + self._stalled, sign=None)

    def _late(self, live: dict[Any, _Hand], done: Sequence[Any]) -> list[Any]:
        """The watchdog: what has been in hand for too long."""
        now = time.monotonic()
        return [answer for answer, hand in live.items() if hand.until < now and answer not in done]

    def _outcome(self, answer: Any, piece: Any, done: bool) -> Outcome:
        try:
            return Outcome(piece, self._ray.get(answer, timeout=FETCHED if done else 0))
        except self._ray.exceptions.RayError as fault:
            return Outcome(piece, fault=type(fault).__name__ + ": " + str(fault).strip().rpartition("\n")[2])


class _Worker:
    def __init__(self, maker: Callable[[], Work]) -> None:
        self._work = maker()

    def begun(self) -> None:
        """Answered once the worker is there."""

    def do(self, piece: Any) -> Any:
        return self._work(piece)
