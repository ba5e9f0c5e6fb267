"""`reportedly fetch`: pages of the web in, a web archive out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from reportedly.cli import exits
from reportedly.cli.arguments import asking

if TYPE_CHECKING:
    from reportedly.read.fetch import Fetcher

LONGEST_TOLD = 300  # characters of an address or a cause on one line of a terminal


def _archive(_: click.Context, __: click.Parameter, path: Path) -> Path:
    if not path.name.endswith((".warc", ".warc.gz")):
        raise click.BadParameter(f"{path.name!r} must end in .warc or .warc.gz: so it is known as an archive")
    return path


@click.command()
@click.argument("urls", nargs=-1, metavar="[URL]...")
@click.option("--list", "listed", type=click.File(encoding="utf8"), help="A file with one URL a line; # for remarks.")
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    callback=_archive,
    help="The archive, .warc.gz or .warc.",
)
@asking
@click.pass_context
def fetch(
    ctx: click.Context,
    urls: tuple[str, ...],
    listed: TextIO | None,
    output: Path,
    pause: float,
    seconds: float,
    allow_private: bool,
) -> None:
    """Fetch pages into a web archive, for build to read.

    Each URL is asked for once, as robots.txt allows, one connection at a time. An archive that is there already is
    added to, and a page that has not changed since is not kept twice.
    """
    from reportedly.read.archive import Archive
    from reportedly.read.exchange import Exchange, Limits
    from reportedly.read.fetch import Fetcher

    wanted = [*urls, *_lines(listed)]
    if not wanted:
        raise click.UsageError("no URL was given: name one, or a file of them with --list")
    exchange = Exchange(Limits(seconds=seconds, pause=pause), allow_private=allow_private)
    with Archive(output) as archive:
        new, unchanged, failed = _fetched(Fetcher(exchange, archive), wanted)
    click.echo(f"{output}: pages fetched {new}, unchanged {unchanged}, not fetched {failed}")
    done = exits.WITH_PROBLEMS if new or unchanged else exits.REFUSED
    ctx.exit(done if failed else exits.FINE)


def _lines(listed: TextIO | None) -> Iterator[str]:
    for line in listed or ():
        text = line.strip().removeprefix("\ufeff")
        if text and not text.startswith("#"):
            yield text


def _fetched(fetcher: Fetcher, urls: list[str]) -> tuple[int, int, int]:
    """Counts of what was fetched, had not changed, and failed; each failure is told as it happens."""
    from reportedly.model.problem import Problem
    from reportedly.show.visible import cut, visible

    new = unchanged = failed = 0
    for made in fetcher(urls):
        if isinstance(made, Problem):
            failed += 1
            url, detail = (cut(visible(text), LONGEST_TOLD) for text in (made.path, made.detail))
            click.echo(f"problem: {url}: {made.what}: {detail}", err=True)
        else:
            new, unchanged = new + made.new, unchanged + (not made.new)
    return new, unchanged, failed
