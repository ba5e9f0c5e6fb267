"""A picture by itself: in a frame of its own, so that its style stays with it and nothing in it can act."""

from __future__ import annotations

from importlib import resources

from markupsafe import Markup

HEIGHT = 420  # px


def framed(picture: Markup, caption: str) -> str:
    """An HTML frame that holds the picture in the report's style: no script runs in it, nothing is loaded."""
    style = (resources.files(__package__) / "style.css").read_text(encoding="utf8")
    page = Markup("<!doctype html><meta charset='utf-8'><style>{}</style><body><p>{}</p>{}</body>").format(
        Markup(style),  # noqa: S704 - our own file
        caption,
        picture,
    )
    frame = Markup("<iframe sandbox srcdoc='{}' title='{}' style='width:100%;height:{}px;border:0'></iframe>")
    return str(frame.format(str(page), caption, HEIGHT))
