"""Plain text: the decoded file is the capture, newlines as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.model.capture import Capture, capture_id
from reportedly.model.problem import Problem
from reportedly.read.encoding import UndecodableError, decode
from reportedly.read.limits import LONGEST_LINE, LONGEST_TEXT
from reportedly.read.problems import problem
from reportedly.read.source import Source

REMARK_OR_ADDRESS = re.compile(r"#.*|https?://\S+")  # a line of a list for `reportedly fetch`


class PlainText:
    """Any file of words that no other format claims."""

    name = "plain text"

    def recognises(self, source: Source) -> bool:
        """Always: it comes last, and says what is wrong with a file that is no text."""
        return True

    def __call__(self, source: Source) -> Iterator[Capture | Problem]:
        """One capture, or the reason why there is none."""
        content = source.content()
        if not content.strip():
            yield problem(source.name, "empty file", "it holds nothing to read")
            return
        try:
            decoded = decode(content)
        except UndecodableError as fault:
            yield problem(source.name, "not text", f"{fault}; convert it to UTF-8 text, or leave it out")
            return
        if decoded.doubt:
            yield problem(source.name, "encoding guessed", f"{decoded.doubt}; convert it to UTF-8 to be sure")
        if addresses(decoded.text):
            yield problem(source.name, "list of addresses", "it tells nothing; get the pages: reportedly fetch --list")
            return
        yield text_capture(decoded.text, content, source.name)


def addresses(text: str) -> bool:
    """Whether a text is a list of addresses: one a line, remarks behind "#" aside."""
    return "http" in text and all(
        REMARK_OR_ADDRESS.fullmatch(row) for line in text.split("\n") if (row := line.strip())
    )


def text_capture(text: str, content: bytes, path: str) -> Capture | Problem:
    """The capture of a plain text, or a problem where it is beyond the limits."""
    cause = unfit(text)
    if cause:
        return problem(path, *cause)
    return Capture(capture_id(content, path, None), path, None, "text/plain", text)


def unfit(text: str) -> tuple[str, str] | None:
    """Why a text cannot be a capture (what, detail), or None when it can."""
    if not text.strip():
        return "empty text", "it holds white space only"
    if len(text) > LONGEST_TEXT:
        return "text too long", f"{len(text)} characters, more than {LONGEST_TEXT}; split it"
    longest = max(map(len, text.splitlines()))
    if longest > LONGEST_LINE:
        return "line too long", f"a line of {longest} characters, more than {LONGEST_LINE}; break it into lines"
    return None
