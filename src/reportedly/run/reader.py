"""One capture through clean/ and extract/."""

from __future__ import annotations

from reportedly.clean import Cleaner
from reportedly.extract import Extractor
from reportedly.model.capture import Capture
from reportedly.model.problem import Problem
from reportedly.model.reading import Reading
from reportedly.run.limit import TookTooLong, at_most

LONGEST = 120.0  # seconds of computing for one capture: a long article takes one


class Reader:
    """Reads captures one by one; what its stages need is loaded once."""

    def __init__(self) -> None:
        self._clean = Cleaner()
        self._extract = Extractor()

    def __call__(self, capture: Capture) -> Reading | Problem:
        """The reading of a capture; a fault in a stage costs that capture what the stage gives, never the run."""
        article = None
        try:
            with at_most(LONGEST):
                article = self._clean(capture)
                return self._extract(capture, article)
        except Exception as fault:  # a capture that we stumble over is a row in problems, whatever it does to us
            problem = _problem(capture, "extract" if article else "clean", fault)
            return Reading(capture, article, problems=(problem,)) if article else problem


def _problem(capture: Capture, stage: str, fault: Exception) -> Problem:
    where = "" if capture.row_id is None else f"row {capture.row_id}: "
    if isinstance(fault, TookTooLong):
        return Problem(capture.path, stage, "took too long", f"{where}{fault}; split it, or leave it out")
    detail = f"{where}{type(fault).__name__}: {fault}; a fault of ours: please report it with the capture"
    return Problem(capture.path, stage, "fault while reading", detail)
