"""Hostile text made visible: nothing that a capture holds can act, hide or turn other words round."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

CONTROLS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # C0 and C1 but for tab and ends of line
    "\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c"  # marks, embeddings, overrides, isolates of direction
    "\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"  # byte order mark, annotations, tags
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"  # halves of pairs, and what is no character
)
LEFTWARDS = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")
PICTURES = 0x2400  # U+2400 is the picture of NUL, and so on to U+241F


def visible(text: str) -> str:
    """The text with every acting or invisible control shown as a picture or as its code point.

    NUL to US become their control pictures, all others `[U+202E]`; a carriage return before a line feed goes.
    """
    if text.isprintable():  # then there is none of them
        return text
    return CONTROLS.sub(_picture, text.replace("\r\n", "\n"))


def apart(text: str) -> str:
    """The text so that it turns nothing beside it round: isolated, where it holds letters that run from the right.

    With words of ours in it ("…, own words") it runs as ours do, else as its first letter does.
    """
    if text.isascii() or not LEFTWARDS.search(text):
        return text
    ours = any(sign.isascii() and sign.isalpha() for sign in text)
    return ("\u2066" if ours else "\u2068") + text + "\u2069"


def shown(text: str) -> Markup:
    """The text, visible and escaped, fit for any place of a page."""
    return escape(visible(text))


def cut(text: str, longest: int = 90) -> str:
    """The text in one line, ended by an ellipsis after a word where it is longer than `longest` characters."""
    line = " ".join(text[: 4 * longest].split())
    if len(line) <= longest and len(text) <= 4 * longest:
        return text if line == text else line
    whole = line[:longest].rpartition(" ")[0]
    return (whole if len(whole) > longest // 2 else line[:longest]) + "…"


def _picture(found: re.Match[str]) -> str:
    code = ord(found.group())
    return chr(PICTURES + code) if code < 0x20 else f"[U+{code:04X}]"
