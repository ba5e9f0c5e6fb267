"""Newsletters (`.eml`) and pages saved with all their parts (`.mhtml`): both are MIME messages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import policy
from email.errors import MessageError
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parseaddr, parsedate_to_datetime

from reportedly.model.capture import Capture, Given, capture_id
from reportedly.model.problem import Problem
from reportedly.read.encoding import UndecodableError, decode
from reportedly.read.html import markup_captures
from reportedly.read.plain import unfit
from reportedly.read.problems import problem
from reportedly.read.source import Source

NAMES = (".eml", ".mhtml", ".mht")
HEADERS = re.compile(rb"\A(?:[\w-]{2,40}:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}", re.I)
# what the library's grammar of headers trips over
BROKEN = (MessageError, IndexError, AttributeError, TypeError, ValueError)
TELLING = re.compile(rb"^(?:mime-version|content-type|received|return-path|snapshot-content-location):", re.I | re.M)


class Mail:
    """A message; its HTML part is the capture, else its plain part."""

    name = "mail"

    def recognises(self, source: Source) -> bool:
        """It opens with header lines, among them one that only mail and saved pages have."""
        opening = HEADERS.match(source.head.replace(b"\r\n", b"\n"))
        return opening is not None and (source.suffix in NAMES or len(TELLING.findall(opening[0])) > 1)

    def __call__(self, source: Source) -> Iterator[Capture | Problem]:
        """One capture, or the reason why there is none."""
        content = source.content()
        message = BytesParser(policy=policy.default).parsebytes(content)
        try:
            body = message.get_body(("html", "plain")) if isinstance(message, EmailMessage) else None
        except BROKEN as fault:
            yield problem(source.name, "broken header", f"what the message is cannot be read ({fault}); save it again")
            return
        if body is None:
            yield problem(source.name, "empty message", "it holds neither an HTML nor a plain text part")
            return
        try:
            words = decode(body.get_payload(decode=True) or b"", body.get_content_charset()).text  # type: ignore[arg-type]
        except (UndecodableError, LookupError, ValueError) as fault:
            yield problem(source.name, "not text", f"{fault}; save the message again")
            return
        saved = _header(message, "Snapshot-Content-Location")
        sent = _sent(message)
        given = (
            Given()
            if saved
            else Given(_header(message, "Subject"), sent, parseaddr(_header(message, "From") or "")[0] or None)
        )
        identity = capture_id(content, saved or source.name, None)
        captured = sent if saved else None
        if body.get_content_type() == "text/html":
            yield from markup_captures(words, identity, source.name, url=saved, captured=captured, given=given)
        elif cause := unfit(words):
            yield problem(source.name, *cause)
        else:
            yield Capture(identity, source.name, None, "text/plain", words, saved, captured, given)


def _header(message: EmailMessage, name: str) -> str | None:
    """A header's words; one whose grammar is broken ("From: ada@.") as it stands, None where there is none."""
    try:
        return str(message.get(name, "")).strip() or None
    except BROKEN:
        return next((str(value).strip() for key, value in message.raw_items() if key.lower() == name.lower()), None)


def _sent(message: EmailMessage) -> str | None:
    """The date of the message as EDTF, None where it has none that can be read."""
    try:
        return parsedate_to_datetime(_header(message, "Date") or "").isoformat(timespec="seconds")
    except (ValueError, OverflowError):  # a day of twenty digits
        return None
