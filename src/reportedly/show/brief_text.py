"""The brief as plain text of 78 columns, for a terminal or a letter."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from reportedly.show.brief import Brief, Sentence
from reportedly.show.visible import visible

WIDTH = 78


def text(brief: Brief) -> str:
    """The page in plain text, footnotes at its end."""
    return "\n".join(_lines(brief)).rstrip() + "\n"


def _lines(brief: Brief) -> Iterator[str]:
    yield from _wrapped(brief.title.upper(), "")
    yield ""
    yield from _wrapped(brief.opening, "")
    for part in brief.parts:
        yield ""
        yield part.heading.upper()
        yield from _wrapped(f"({part.gloss})", "")
        for sentence in part.sentences:
            yield from _wrapped(f"- {line_of(sentence)}", "  ")
        if not part.sentences:
            yield "Nothing in these captures."
        if part.more:
            yield f"- and {part.more} more in the record"
    yield ""
    for note in brief.notes:
        where = f"{note.outlet}, {note.day}, {note.where}, {note.span.start}–{note.span.end}"
        yield from _wrapped(f"[{note.number}] “{_line(note.words)}” — {where}", "    ")


def line_of(sentence: Sentence, *, notes: bool = True) -> str:
    """A sentence in one line, with the numbers of its footnotes or without."""
    standing = f" ({sentence.standing})" if sentence.standing else ""
    given = "; ".join(f"{each} [{each.note}]" if notes else str(each) for each in sentence.given)
    return f"{sentence.question}{standing} {given}."


def _line(words: str) -> str:
    return " ".join(visible(words).split())


def _wrapped(line: str, inner: str) -> list[str]:
    return textwrap.wrap(_line(line), WIDTH, subsequent_indent=inner, break_long_words=False, break_on_hyphens=False)
