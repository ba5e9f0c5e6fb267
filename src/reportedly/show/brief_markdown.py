"""The brief as Markdown, with footnotes."""

from __future__ import annotations

import re

from reportedly.show.brief import Brief, Given, Sentence
from reportedly.show.visible import visible

ACTING = re.compile(r"([\\`*_{}\[\]<>#|~!]|^[-+=>](?=\s)|^\d+(?=[.)]\s)|(?<=:)//)", re.MULTILINE)


def plain(text: str) -> str:
    """Text of captures that Markdown takes for nothing but text, in one line; no address becomes a link."""
    return ACTING.sub(_quoted, " ".join(visible(text).split()))


def markdown(brief: Brief) -> str:
    """The page in Markdown."""
    lines = [f"# {plain(brief.title)}", "", brief.opening, ""]
    for part in brief.parts:
        lines += [f"## {part.heading}", f"*{part.gloss}*", ""]
        lines += [f"- {_sentence(sentence)}" for sentence in part.sentences] or ["Nothing in these captures."]
        lines += [f"- and {part.more} more in the record"] if part.more else []
        lines.append("")
    for note in brief.notes:
        where = f"{plain(note.outlet)}, {note.day}, {plain(note.where)}, {note.span.start}–{note.span.end}"
        lines.append(f"[^{note.number}]: “{plain(note.words)}” — {where}")
    return "\n".join(lines).rstrip() + "\n"


def _sentence(sentence: Sentence) -> str:
    standing = f" *({sentence.standing})*" if sentence.standing else ""
    return f"**{plain(sentence.question)}**{standing} {'; '.join(map(_given, sentence.given))}."


def _given(given: Given) -> str:
    return f"{plain(str(given))}[^{given.note}]"


def _quoted(found: re.Match[str]) -> str:
    return "".join(f"\\{sign}" for sign in found[0]) if not found[0].isdigit() else f"{found[0]}\\"
