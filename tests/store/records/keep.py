"""A record as this version writes it, for later versions to open: `python tests/store/records/keep.py`.

Run it once when a version is released; a record that is kept is never made again. It holds two captures, a decision on
them, a problem, and a reading that no record holds yet, as a build leaves it that was stopped.
"""

from pathlib import Path

import reportedly
from reportedly.model.capture import Capture
from reportedly.model.problem import Problem
from reportedly.run.build import related
from reportedly.run.judging import judge
from reportedly.run.pipeline import fingerprint
from reportedly.run.reading import outcome
from reportedly.store import new_record

HERE = Path(__file__).parent
ONE = """Ferry sinks off the northern cape

Nine people died when a ferry sank in the bay on Monday, said Anna Bell, the harbour master. The rescuers searched
through the night, and she thanked them for their work in the storm.
"""
TWO = """Toll of the ferry rises

At least 11 people died, Captain Tom Reed said on Tuesday. Anna Bell, the harbour master, had spoken of nine dead. The
ferry carried more passengers than it was built for, according to the owners of the harbour.
"""
CAPTURES = (
    Capture("sha256:1", "one.txt", None, "text/plain", ONE),
    Capture("sha256:2", "two.jsonl", "7", "text/plain", TWO),
)
STOPPED = Capture("sha256:3", "three.txt", None, "text/plain", "Ferry raised\n\nThe ferry was raised on Monday.\n")
PROBLEM = Problem("four.txt", "read", "empty file", "it holds nothing; bring its text")


def keep(path: Path) -> None:
    """Write the record."""
    with new_record(path) as store:
        read = [(capture, outcome(capture)) for capture in (*CAPTURES, STOPPED)]
        store.keep([(capture, reading) for capture, reading in read if isinstance(reading, bytes)], fingerprint())
        store.integrate([capture.id for capture in CAPTURES], set(), [PROBLEM], related)
        store.finished(1.0, len(CAPTURES), len(CAPTURES))
    judge(path, "one side", ("Anna Bell", "Tom Reed"), by="an editor")


if __name__ == "__main__":
    keep(HERE / f"reportedly-{reportedly.__version__}.db")
