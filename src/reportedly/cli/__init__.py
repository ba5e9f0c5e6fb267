"""The command line: what people type, and what the exit code says of it."""

from reportedly.cli.main import main

__all__ = ["main"]
