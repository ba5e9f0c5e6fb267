"""`reportedly build`: captures in, a record out."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportedly.cli import exits
from reportedly.cli.arguments import RecordName, pairs, told

if TYPE_CHECKING:
    from reportedly.model.problem import Problem
    from reportedly.run.build import Built

PROBLEMS_SHOWN = 5


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "-o",
    "--output",
    "record",
    required=True,
    type=RecordName(),
    help="The record: a file, or postgresql://user@host/database for a team.",
)
@click.option("-j", "--workers", type=click.IntRange(min=1), help="Processes that read (default: as many as pay).")
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="FIELD=COLUMN",
    callback=pairs,
    help="Which column of a table (or key of JSONL) holds a field: --column text=body. May be repeated.",
)
@click.option("--engine", type=click.Choice(["local", "ray"]), default="local", show_default=True, help="Who reads.")
@click.option(
    "--address", metavar="ADDRESS", help="With ray: the cluster (auto, ray://host:10001; default: a new one)."
)
@click.option("--work", metavar="FOLDER", help="With ray: a folder or URL that all machines see, for shards.")
@click.pass_context
def build(
    ctx: click.Context,
    paths: tuple[str, ...],
    record: Path | str,
    workers: int | None,
    columns: dict[str, str],
    engine: str,
    address: str | None,
    work: str | None,
) -> None:
    """Read captures into a record.

    PATH is a folder, a file or a glob (text, saved pages, web archives, feeds, JSONL, CSV, mail, PDF), or - for JSONL
    on standard input. A record that is there already is added to: what it holds stays, and is not read again.

    With --engine ray the captures are read by the workers of a cluster. PATH may then be a URL with globs
    (s3://bucket/2026/*.warc.gz) or @file, a list of places.
    """
    from reportedly.run.build import NothingReadError, lost

    if (engine == "ray") != (work is not None) or (address and engine != "ray"):
        raise click.UsageError("--engine ray needs --work, a folder that all machines see; both go with ray alone")
    try:
        if work is not None:
            built = _on_ray(paths, record, work, address, workers, columns)
        else:
            built = _here(paths, record, workers, columns)
    except NothingReadError as fault:
        _tell(fault.problems)
        raise
    for line in _summary(built, record):
        click.echo(line)
    _tell(built.problems)
    ctx.exit(exits.WITH_PROBLEMS if any(map(lost, built.problems)) else exits.FINE)


def _here(paths: Sequence[str], record: Path | str, workers: int | None, columns: dict[str, str]) -> Built:
    from reportedly.cli.progress import progress
    from reportedly.run.build import build as run

    with progress() as watch:
        return run(paths, record=record, workers=workers, stdin=sys.stdin.buffer, watch=watch, columns=columns)


def _on_ray(
    paths: Sequence[str],
    record: Path | str,
    work: str,
    address: str | None,
    workers: int | None,
    columns: dict[str, str],
) -> Built:
    if missing := [name for name in ("ray", "daft", "pyarrow", "fsspec") if not find_spec(name)]:
        raise click.UsageError(f"--engine ray needs {', '.join(missing)}: pip install 'reportedly[scale]'")
    from reportedly.run.many_machines import build_on_ray

    return build_on_ray(paths, record=record, work=work, address=address, workers=workers, columns=columns)


def _summary(built: Built, record: Path | str) -> list[str]:
    from reportedly.store import open_record

    with open_record(record) as store, store.pages() as pages:
        held, facets = pages.counts(), sorted(pages.facets().items(), key=lambda pair: (-pair[1], pair[0]))
    standing = ", ".join(f"{count} {facet}" for facet, count in facets)
    return [
        f"{told(record)}: {_captures(built.captures)}, {built.added} of them new, in {built.seconds:.1f} s",
        "  " + ", ".join(f"{what} {held[what]}" for what in ("statements", "figures", "stories", "copies")),
        f"  points {held['points']}" + (f": {standing}" if standing else ""),
    ]


def _captures(count: int) -> str:
    return "1 capture" if count == 1 else f"{count} captures"


def _tell(problems: Sequence[Problem]) -> None:
    for problem in problems[:PROBLEMS_SHOWN]:
        click.echo(f"problem: {problem.path}: {problem.what}: {problem.detail}", err=True)
    if len(problems) > PROBLEMS_SHOWN:
        click.echo(f"problem: and {len(problems) - PROBLEMS_SHOWN} more, all in the record", err=True)
