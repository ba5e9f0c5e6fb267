"""Work that kills the worker it is done in: what the pool must live with."""

import os
import time
from pathlib import Path

import msgspec

from reportedly.model.capture import Capture
from reportedly.run.pool import Outcome


def work(packed: bytes) -> Outcome:
    """`poison` always kills; `once FILE` kills unless the file is there already, which it makes."""
    capture = msgspec.json.decode(packed, type=Capture)
    if capture.text == "poison":
        os._exit(1)
    if capture.text.startswith("once "):
        marker = Path(capture.text.removeprefix("once "))
        if not marker.exists():
            marker.touch()
            os._exit(1)
    if capture.text.startswith("slow "):
        Path(capture.text.removeprefix("slow ")).touch()
        time.sleep(60)
    return capture.text.encode()


class Dies:
    """The same for workers of another engine, by words alone.

    `stalls FILE` stalls unless the file is there already; `works …` takes a second.
    """

    def __call__(self, words: str) -> str:
        verb, _, rest = words.partition(" ")
        if verb == "poison":
            os._exit(1)
        if verb == "works":
            time.sleep(1)
        if verb in ("once", "stalls") and not Path(rest).exists():
            Path(rest).touch()
            if verb == "once":
                os._exit(1)
            time.sleep(600)
        return words
