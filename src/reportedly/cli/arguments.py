"""Arguments that several commands share."""

from __future__ import annotations

from pathlib import Path

import click

RECORD = click.argument("record", type=click.Path(path_type=Path))
