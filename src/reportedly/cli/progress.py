"""How far a build is: on a terminal only, never in a pipe."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from reportedly.model.capture import Capture


@contextmanager
def progress() -> Iterator[Callable[[Capture], None]]:
    """A line on stderr that counts captures while they are read."""
    console = Console(stderr=True)
    count = TextColumn("{task.completed:.0f} read")
    path = TextColumn("{task.fields[path]}", markup=False)
    columns = (SpinnerColumn(), TimeElapsedColumn(), count, path)
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("read", total=None, path="")
        yield lambda capture: bar.update(task, advance=1, path=capture.path)
