"""The brief as one HTML page that needs nothing else."""

from __future__ import annotations

from reportedly.show.brief import Brief
from reportedly.show.environment import environment


def html(brief: Brief) -> str:
    """The page in HTML: no script, nothing loaded; its numbers and footnotes lead to one another."""
    return environment().get_template("brief.html").render(brief=brief) + "\n"
