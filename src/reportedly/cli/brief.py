"""`reportedly brief`: one page for the editor."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportedly.cli.arguments import RECORD, STORY

if TYPE_CHECKING:
    from reportedly.show.brief import Brief

FORMS = ("md", "html", "eml", "txt")


@click.command()
@RECORD
@STORY
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), help="What was told on this day or later is new "
              "(2026-01-31; default: the last day on which anything was told).")  # fmt: skip
@click.option("-f", "--format", "form", type=click.Choice(FORMS), default="md", show_default=True,
              help="Markdown, one HTML page, a letter, or plain text.")  # fmt: skip
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The file (default: standard output).")
@click.option("--speak", type=click.Path(path_type=Path, dir_okay=False), metavar="WAV",
              help="Also read it aloud into this file (needs espeak-ng).")  # fmt: skip
def brief(
    record: Path | str, story: str | None, since: dt.datetime | None, form: str, output: Path | None, speak: Path | None
) -> None:
    """Write one page on RECORD: what is new, agreed, disputed, revised, not verified.

    Each sentence is made of exact words and of who gives them, with a footnote to the capture.
    """
    import reportedly
    from reportedly.cli.output import write
    from reportedly.show.brief import make_brief

    made = make_brief(reportedly.open(record, story), since.date() if since else None)
    if speak is not None:
        from reportedly.show import brief_speech

        brief_speech.speak(made, speak)
    if speak is None or output is not None:
        write([_pages()[form](made)], output)


def _pages() -> dict[str, Callable[[Brief], str]]:
    from reportedly.show import brief_html, brief_mail, brief_markdown, brief_text

    return {"md": brief_markdown.markdown, "html": brief_html.html, "eml": brief_mail.letter, "txt": brief_text.text}
