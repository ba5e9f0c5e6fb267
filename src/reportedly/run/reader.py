"""One capture through clean/ and extract/."""

from __future__ import annotations

from reportedly.clean import Cleaner
from reportedly.extract import Extractor
from reportedly.model.capture import Capture
from reportedly.model.problem import Problem
from reportedly.model.reading import Reading


class Reader:
    """Reads captures one by one; what its stages need is loaded once."""

    def __init__(self) -> None:
        self._clean = Cleaner()
        self._extract = Extractor()

    def __call__(self, capture: Capture) -> Reading | Problem:
        """The reading of a capture; a fault in a stage costs that capture what the stage gives, never the run."""
        try:
            article = self._clean(capture)
        except Exception as fault:  # a capture that we stumble over is a row in problems, whatever it does to us
            return _problem(capture, "clean", fault)
        try:
            return self._extract(capture, article)
        except Exception as fault:
            return Reading(capture, article, problems=(_problem(capture, "extract", fault),))


def _problem(capture: Capture, stage: str, fault: Exception) -> Problem:
    where = capture.path if capture.row_id is None else f"{capture.path}, row {capture.row_id}"
    detail = f"{type(fault).__name__}: {fault}; a fault of ours, please report it with the capture"
    return Problem(capture.path, stage, "fault while reading", f"{where}: {detail}")
