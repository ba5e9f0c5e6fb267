"""PDF pages with a text layer."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator

from reportedly.model.capture import Capture, capture_id
from reportedly.model.problem import Problem
from reportedly.read.plain import unfit
from reportedly.read.problems import problem
from reportedly.read.source import Source

MOST_PAGES = 1000

SILENT = logging.NullHandler()


class Pdf:
    """A document; its text layer, page after page, is the capture. Pictures of text are not read."""

    name = "PDF"

    def recognises(self, source: Source) -> bool:
        """It opens with the mark of PDF."""
        return source.head.lstrip().startswith(b"%PDF-")

    def __call__(self, source: Source) -> Iterator[Capture | Problem]:
        """One capture, or the reason why there is none."""
        content = source.content()
        try:
            text = _layer(content)
        except Exception as fault:  # pypdf raises whatever a broken file makes its parts raise
            yield problem(source.name, "broken PDF", f"{type(fault).__name__}: {fault}; save it again, or as text")
            return
        cause = unfit(text)
        if not text.strip():
            yield problem(source.name, "no text layer", "it is pictures of text; run it through text recognition first")
        elif cause:
            yield problem(source.name, *cause)
        else:
            yield Capture(capture_id(content, source.name, None), source.name, None, "application/pdf", text)


def _layer(content: bytes) -> str:
    from pypdf import PdfReader  # noqa: PLC0415 - slow to load, and most builds read no PDF

    logging.getLogger("pypdf").addHandler(SILENT)  # what is wrong with a file is told once, as a problem
    pages = PdfReader(io.BytesIO(content)).pages
    texts = (pages[number].extract_text() for number in range(min(len(pages), MOST_PAGES)))
    return "\n\n".join(texts).encode("utf8", "replace").decode("utf8")
