"""What times and figures are measured on, one measure a file."""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType

BENCH = Path(__file__).parents[3] / "shared" / "bench"


@dataclass(slots=True)
class Part:
    """Rows of the table, and a line for each error."""

    rows: list[tuple[str, str]] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


def scorer(path: Path) -> ModuleType:
    """A scoring script as a module. Raises `FileNotFoundError` where it is not."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
