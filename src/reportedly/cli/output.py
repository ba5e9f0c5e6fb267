"""Where a command's product goes: a whole file, or standard output."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from tempfile import NamedTemporaryFile

from reportedly.model.errors import ReportedlyError


def write(pieces: Iterable[str], output: Path | None) -> None:
    """Write pieces of text, in UTF-8. A file is there whole or not at all, whatever happens meanwhile.

    Raises `ReportedlyError` when the file cannot be written.
    """
    if output is None:
        for piece in pieces:
            sys.stdout.buffer.write(piece.encode())
        sys.stdout.buffer.flush()
        return
    try:
        with NamedTemporaryFile("wb", dir=output.parent, prefix=f".{output.name}.", delete=False) as file:
            try:
                file.writelines(piece.encode() for piece in pieces)
            except BaseException:
                Path(file.name).unlink()
                raise
        Path(file.name).replace(output)
    except OSError as fault:
        raise ReportedlyError(f"{output}: cannot be written ({fault.strerror}); name another file with -o") from fault
