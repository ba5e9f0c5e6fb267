"""One account: its head, its marked-up text and the notes on its attributions."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.corpus.marks import Mark, MarkupError, parse

CERTAINTIES = ("asserted", "hedged", "unverified", "denied")
ROLE = re.compile(r"([scqvhx])(\d+)$")
PART = re.compile(r"^---\s*$\n?", re.MULTILINE)
NOTE = re.compile(r"@(\d+)\s+(.*)")


@dataclass(frozen=True, slots=True)
class Note:
    """What `@N` says of attribution N: whose word it is, through whom, how sure."""

    origin: str | None = None
    via: tuple[str, ...] = ()
    certainty: str = "asserted"
    manner: str | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """One telling of an event: plain text, marks over it and notes by number.

    `roles` gives, for each attribution, the spans of its parts: s(ource), c(ue), q (content), v(ia), h(edge) and
    x (a sentence on whether it is verified).
    """

    doc: str
    head: dict[str, str]
    text: str
    marks: list[Mark]
    notes: dict[int, Note]
    roles: dict[int, dict[str, list[list[int]]]] = field(default_factory=dict)

    def note_around(self, mark: Mark) -> tuple[int | None, Note]:
        """Number and note of the innermost attributed content that holds `mark`; the account's own voice has none."""
        for tag in reversed(mark.around):
            role = ROLE.match(tag)
            if role and role[1] == "q":
                return int(role[2]), self.notes[int(role[2])]
        return None, Note()


def read_note(words: str) -> Note:
    """`origin=A; via=B, C; certainty=hedged; manner=direct` as a note."""
    parts = {key.strip(): value.strip() for key, _, value in (p.partition("=") for p in words.split(";") if "=" in p)}
    certainty = parts.get("certainty") or "asserted"
    if certainty not in CERTAINTIES:
        raise MarkupError(f"certainty {certainty!r}: one of {', '.join(CERTAINTIES)}")
    via = tuple(name.strip() for name in parts.get("via", "").split(",") if name.strip())
    return Note(parts.get("origin") or None, via, certainty, parts.get("manner"))


def roles_of(marks: list[Mark]) -> dict[int, dict[str, list[list[int]]]]:
    """The spans of each attribution's parts, by its number."""
    roles: dict[int, dict[str, list[list[int]]]] = {}
    for mark in marks:
        role = ROLE.match(mark.tag)
        if role:
            roles.setdefault(int(role[2]), {}).setdefault(role[1], []).append(mark.span)
    return dict(sorted(roles.items()))


def check(roles: dict[int, dict[str, list[list[int]]]], notes: dict[int, Note]) -> None:
    """Raise `MarkupError` where tags and notes do not answer each other."""
    for number, role in roles.items():
        if number not in notes:
            raise MarkupError(f"no note @{number}")
        if "q" not in role and "x" not in role:
            raise MarkupError(f"@{number} has no content q{number}")
    for number in notes:
        if number not in roles:
            raise MarkupError(f"note @{number} has no tags")


def read_account(path: Path) -> Account:
    """The account in a file. Raises `MarkupError` for one that does not hold to the format."""
    parts = PART.split(path.read_text(encoding="utf8"))
    if len(parts) < 3:
        raise MarkupError("needs head, text and notes parted by ---")
    pairs = (line.split(":", 1) for line in parts[0].splitlines() if ":" in line)
    head = {key.strip(): value.strip() for key, value in pairs}
    text, marks = parse("---\n".join(parts[1:-1]).strip("\n") + "\n")
    found = (NOTE.match(line.strip()) for line in parts[-1].splitlines())
    notes = {int(note[1]): read_note(note[2]) for note in found if note}
    roles = roles_of(marks)
    check(roles, notes)
    return Account(path.stem + ".txt", head, text, marks, notes, roles)
