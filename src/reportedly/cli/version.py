"""Which version, on what, with which stages."""

from __future__ import annotations

import platform
import sqlite3
from importlib.metadata import PackageNotFoundError, version

import reportedly

EXTRAS = ("sqlalchemy", "psycopg", "ray", "daft", "pyarrow", "mcp")


def version_lines(*, verbose: bool) -> list[str]:
    """`reportedly 0.1.0`, and with `verbose` all that a report of an error should name."""
    lines = [f"reportedly {reportedly.__version__}"]
    if verbose:
        from reportedly.extract.model_check import SHA256
        from reportedly.run.pipeline import ENGINES, fingerprint, pipeline
        from reportedly.store.schema import SCHEMA_VERSION

        lines += [f"python {platform.python_version()}", f"platform {platform.platform()}"]
        lines += [f"sqlite {sqlite3.sqlite_version}", *(f"{engine} {version(engine)}" for engine in ENGINES)]
        lines += [f"{name} {_installed(name)}" for name in EXTRAS]
        lines += [f"model sha256 {SHA256}", f"record format {SCHEMA_VERSION}"]
        lines += [f"stage {stage}: {name}" for stage, name in pipeline()]
        lines += [f"pipeline {fingerprint()}"]
    return lines


def _installed(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"
