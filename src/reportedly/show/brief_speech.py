"""The brief read aloud by espeak-ng, which says first that a machine speaks."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from reportedly.model.errors import ReportedlyError
from reportedly.show.brief import Brief
from reportedly.show.brief_text import line_of

PROGRAM = "espeak-ng"
LONGEST = 300  # seconds that it may take
FIRST = "This is a machine speaking. A program made this brief, and no person has checked it."


class SpeechError(ReportedlyError):
    """A brief that could not be read aloud."""


def speech(brief: Brief) -> str:
    """The words to be spoken: no footnotes, but everything else."""
    return "\n".join(_spoken(brief))


def speak(brief: Brief, to: Path) -> None:
    """Write the spoken brief to a WAV file. Raises `SpeechError` where espeak-ng is not installed, or fails."""
    program = shutil.which(PROGRAM)
    if program is None:
        raise SpeechError(f"--speak needs {PROGRAM}, which is not installed (Debian: apt install {PROGRAM})")
    command = [program, "-v", "en", "-s", "160", "--stdin", "-w", str(to)]
    done = subprocess.run(command, input=speech(brief).encode(), capture_output=True, timeout=LONGEST, check=False)  # noqa: S603 - text goes by standard input
    if done.returncode or not to.is_file():
        told = done.stderr.decode(errors="replace").strip() or f"exit code {done.returncode}"
        raise SpeechError(f"{to}: {PROGRAM} wrote nothing ({told}); name another file with --speak")


def _spoken(brief: Brief) -> Iterator[str]:
    yield FIRST
    yield f"{brief.title}."
    yield brief.opening.replace(" Numbers lead to the words.", "")
    for part in brief.parts:
        yield f"{part.heading}: {part.gloss}."
        yield from (line_of(sentence, notes=False) for sentence in part.sentences)
        if not part.sentences:
            yield "Nothing in these captures."
    yield "End of the brief. It tells who says what, not what is true."
