"""The brief as a letter (`.eml`): plain text and HTML beside one another, to be sent by whoever has an outbox."""

from __future__ import annotations

import hashlib
from email.message import EmailMessage
from email.policy import SMTP

from reportedly.show.brief import Brief
from reportedly.show.brief_html import html
from reportedly.show.brief_text import text
from reportedly.show.visible import cut, visible

SUBJECT = 120  # signs


def letter(brief: Brief) -> str:
    """The letter, without sender and addressee. The same brief gives the same letter: it bears no date of its own."""
    message = EmailMessage(policy=SMTP.clone(utf8=False))
    message["Subject"] = "Brief: " + " ".join(visible(cut(brief.title, SUBJECT)).split())
    message["X-Unsent"] = "1"  # mail programs open it as a draft
    plain, page = text(brief), html(brief)
    message.set_content(plain, cte="quoted-printable")
    message.add_alternative(page, subtype="html", cte="quoted-printable")
    message.set_boundary("=_" + hashlib.sha256((plain + page).encode("utf8", "replace")).hexdigest()[:32])
    return message.as_string()
