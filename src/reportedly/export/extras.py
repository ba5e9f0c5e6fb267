"""Packages that only some formats need: there, or a sentence that says how to get them."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from reportedly.model.errors import ReportedlyError


class MissingExtraError(ReportedlyError):
    """A package that was not installed with reportedly."""


def needed(module: str, extra: str, what: str) -> Any:
    """A module of an optional package. Raises `MissingExtraError`, which names the extra, where it is not installed."""
    try:
        return import_module(module)
    except ModuleNotFoundError as fault:
        raise MissingExtraError(f"{what} needs {fault.name}: pip install 'reportedly[{extra}]'") from fault
