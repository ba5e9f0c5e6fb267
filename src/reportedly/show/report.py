"""The record as one page that needs nothing else: no network, no server, no script."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib import resources

from markupsafe import Markup

from reportedly.model.record import Record
from reportedly.show.environment import environment
from reportedly.show.figures_over_time import figures_over_time
from reportedly.show.index import Index
from reportedly.show.marks import shapes
from reportedly.show.masthead import masthead
from reportedly.show.origins import origins_table
from reportedly.show.questions import questions
from reportedly.show.reader import read_through
from reportedly.show.timeline import date_questions, timeline
from reportedly.show.what_stands_out import what_stands_out
from reportedly.vocabulary import table


def report(record: Record) -> str:
    """One self-contained HTML page; the same record gives the same page.

    It loads nothing and runs without its few lines of script; text of captures is escaped, and stands there whole.
    """
    index = Index(record)
    parts = {
        "masthead": masthead(index),
        "outstanding": what_stands_out(index),
        "questions": questions(index),
        "figures": figures_over_time(index),
        "dates": date_questions(index),
        "timeline": timeline(index),
        "origins": origins_table(index),
    }
    pages = tuple(read_through(index, account) for account in index.accounts)  # last: others set anchors in it
    style, script = _asset("style.css"), _asset("report.js")
    return (
        environment()
        .get_template("report.html")
        .render(
            **parts,
            pages=pages,
            sides=index.sides.shown,
            shapes=shapes(),
            facets=table("standing").values(),
            problems=record.problems,
            pipeline=record.pipeline,
            style=Markup(style),  # noqa: S704 - our own file
            script=Markup(script),  # noqa: S704 - our own file
            policy=_policy(style, script),
        )
    )


def _policy(style: str, script: str) -> Markup:
    """Only this very style sheet and script may act; nothing is loaded, sent or framed."""
    hashes = (base64.b64encode(hashlib.sha256(part.encode()).digest()).decode() for part in (style, script))
    styles, scripts = hashes
    policy = "default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; base-uri 'none'; form-action 'none'"
    return Markup(policy).format(styles, scripts)  # noqa: S704 - our own words


@cache
def _asset(name: str) -> str:
    return (resources.files(__package__) / name).read_text(encoding="utf8")
