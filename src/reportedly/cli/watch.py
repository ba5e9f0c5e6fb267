"""`reportedly watch`: feeds in, what is new out, again and again."""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportedly.cli import exits
from reportedly.cli.arguments import RecordName, asking

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportedly.model.problem import Problem
    from reportedly.watch.news import News

UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}
SHORTEST = 60.0  # seconds between two cycles: no feed needs to be asked more often
LONGEST_TOLD = 300  # characters of one line of a terminal


def _seconds(_: click.Context, __: click.Parameter, said: str) -> float:
    found = re.fullmatch(r"(\d{1,6})([smhd])", said.strip())
    if not found:
        raise click.BadParameter(f"{said!r} is no length of time: write 90s, 15m, 6h or 1d")
    seconds = float(found[1]) * UNITS[found[2]]
    if seconds < SHORTEST:
        raise click.BadParameter(f"{said} is too often: no feed is asked more than once a minute")
    return seconds


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="FEEDS.opml|URL...")
@click.option("-o", "--output", "record", required=True, type=RecordName(), help="The record that is built.")
@click.option("--every", default="15m", show_default=True, callback=_seconds, help="Time between two cycles.")
@click.option("--once", is_flag=True, help="One cycle, then stop: for a timer of your own.")
@click.option("--rules", type=click.Path(path_type=Path, dir_okay=False), help="What is worth telling, in TOML.")
@click.option("--post", "hooks", multiple=True, metavar="URL", help="Send news there as JSON. May be repeated.")
@click.option("--keep", type=click.Path(path_type=Path, file_okay=False), help="Folder for pages, feeds and journal.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line instead of words.")
@asking
@click.pass_context
def watch(
    ctx: click.Context,
    sources: tuple[str, ...],
    record: Path | str,
    every: float,
    once: bool,
    rules: Path | None,
    hooks: tuple[str, ...],
    keep: Path | None,
    as_json: bool,
    pause: float,
    seconds: float,
    allow_private: bool,
) -> None:
    """Watch feeds: fetch what they name, read it into a record, and print what is new.

    What is new is also kept as feeds (changes.atom, changes.json) in the folder RECORD.watch, beside the pages. A
    cycle that was stopped is made up for by the next one; nothing is told twice.
    """
    from reportedly.read.exchange import Exchange, Limits
    from reportedly.watch.cycle import Watch, Wish
    from reportedly.watch.rules import read_rules
    from reportedly.watch.sources import feeds

    if keep is None and not isinstance(record, Path):
        raise click.UsageError(
            "a record in a database needs a folder for pages, feeds and journal: name it with --keep"
        )
    wish = Wish(
        feeds=feeds(sources),
        record=record,
        folder=keep or Path(f"{record}.watch"),
        every=every,
        rules=read_rules(rules) if rules else (),
        hooks=hooks,
    )
    cycle = Watch(wish, Exchange(Limits(seconds=seconds, pause=pause), allow_private=allow_private), time.time)
    while True:
        begun = time.monotonic()
        failed = _told(cycle())
        cycle.printed(_as_json if as_json else _in_words)
        if once:
            ctx.exit(exits.WITH_PROBLEMS if failed else exits.FINE)
        time.sleep(max(0.0, every - (time.monotonic() - begun)))


def _told(problems: Iterable[Problem]) -> int:
    from reportedly.run.build import lost
    from reportedly.show.visible import cut, visible

    count = 0
    for problem in problems:
        count += lost(problem)
        path, detail = (cut(visible(text), LONGEST_TOLD) for text in (problem.path, problem.detail))
        click.echo(f"problem: {path}: {problem.what}: {detail}", err=True)
    return count


def _as_json(news: News) -> None:
    import json
    from dataclasses import asdict

    click.echo(json.dumps(asdict(news), ensure_ascii=False))


def _in_words(news: News) -> None:
    from reportedly.show.visible import cut, visible
    from reportedly.watch.feeds_out import headline

    where = " · ".join(part for part in (news.origin, news.outlet, news.url) if part)
    line = f"{news.told[:16].replace('T', ' ')}  {cut(visible(headline(news)), LONGEST_TOLD)}"
    click.echo(f"{line}  ({cut(visible(where), LONGEST_TOLD)})" if where else line)
