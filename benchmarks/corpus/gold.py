"""Accounts of one event made into captures and a gold record."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from benchmarks.corpus.account import ROLE, Account, read_account
from benchmarks.corpus.marks import Mark, MarkupError
from benchmarks.corpus.values import answer_value

BLOCKS = frozenset(
    ("title", "header", "byline", "quote", "caption", "credit", "ad", "navigation", "biography", "related", "comment")
)
QUOTES = '"“”'
Gold = dict[str, Any]


def manner(text: str, start: int, end: int) -> str:
    """direct when quotation marks stand around the content, mixed when one is inside or beside it, else indirect."""
    around = text[max(0, start - 1) : end + 1]
    marks = sum(around.count(mark) for mark in QUOTES)
    if marks >= 2 and around[0] in QUOTES[:2]:
        return "direct"
    return "mixed" if marks else "indirect"


def first(role: dict[str, list[list[int]]], letter: str) -> list[int] | None:
    """The first span of one part of an attribution, or None where it has no such part."""
    return role[letter][0] if letter in role else None


def attributions(account: Account) -> list[Gold]:
    """Every attribution with content, in the order of its number."""
    found = []
    for number, role in account.roles.items():
        if "q" not in role:
            continue
        note = account.notes[number]
        start, end = role["q"][0][0], role["q"][-1][1]
        found.append(
            {
                "doc": account.doc,
                "content": [start, end],
                "contents": role["q"],
                "source": first(role, "s"),
                "cue": first(role, "c"),
                "resolved": note.origin,
                "via": list(note.via),
                "certainty": note.certainty,
                "manner": note.manner or manner(account.text, start, end),
                "text": account.text[start:end],
            }
        )
    return found


def certainty(account: Account) -> list[Gold]:
    """Hedges and sentences on verification, each with the number of its note."""
    return [
        {"doc": account.doc, "kind": kind, "cue": span, "attribution": number}
        for number, role in account.roles.items()
        for letter, kind in (("h", "hedge"), ("x", "verification"))
        for span in role.get(letter, [])
    ]


def answer(account: Account, mark: Mark) -> Gold:
    """What one tag answers, on whose word: the innermost attributed content around it, else the account's own."""
    kind, _, *rest = mark.tag.split()
    marked = [word[1:] for word in rest if word.startswith("!")]
    number, note = account.note_around(mark)
    source = first(account.roles.get(number or 0, {}), "s")
    return {
        "doc": account.doc,
        "start": mark.start,
        "end": mark.end,
        "text": account.text[mark.start : mark.end],
        "value": answer_value(kind, " ".join(word for word in rest if not word.startswith("!"))),
        "origin": note.origin,
        "origin_start": source[0] if source else None,
        "origin_end": source[1] if source else None,
        "via": list(note.via),
        "certainty": marked[0] if marked else note.certainty,
        "as_of": None,
    }


def add(account: Account, gold: Gold, points: dict[str, Gold]) -> None:
    """What one account holds, added to the event's gold. Raises `MarkupError` at a tag or point that is unknown."""
    blocks, happenings, answers = [], [], []
    for mark in account.marks:
        word = mark.tag.split()
        place = {"doc": account.doc, "start": mark.start, "end": mark.end}
        if mark.tag in BLOCKS:
            blocks.append({"kind": mark.tag, **place})
        elif word[0] == "t" and len(word) >= 3:
            happenings.append({"edtf": word[1], "what": " ".join(word[2:]), **place})
        elif word[0] in "fdpnw" and len(word) >= 3:
            if word[1] not in points:
                raise MarkupError(f"unknown point {word[1]!r}")
            answers.append((word[1], answer(account, mark)))
        elif not ROLE.match(mark.tag):
            raise MarkupError(f"unknown tag {mark.tag!r}")
    head = {key: account.head.get(key) or None for key in ("outlet", "published", "capture_date")}
    gold["documents"].append({"doc": account.doc, **head})
    gold["attributions"] += attributions(account)
    gold["blocks"] += blocks
    gold["certainty"] += certainty(account)
    gold["timeline"] += happenings
    for point, given in answers:
        points[point]["answers"].append(given)


def read_event(folder: Path) -> tuple[dict[str, str], Gold, list[str]]:
    """Captures (text by name), gold and faults of the event in `folder`.

    A fault is a sentence: an account that does not hold to the format is left out, the others are kept.
    """
    event = json.loads((folder / "event.json").read_text(encoding="utf8"))
    points: dict[str, Gold] = {point["id"]: {**point, "answers": []} for point in event["points"]}
    lists = ("documents", "attributions", "blocks", "certainty", "timeline")
    gold: Gold = {"event": event["event"], "copies": event.get("copies", []), **{name: [] for name in lists}}
    captures: dict[str, str] = {}
    faults: list[str] = []
    for path in sorted(folder.glob("*.account")):
        try:
            account = read_account(path)
            add(account, gold, points)
        except ValueError as fault:
            faults.append(f"{path.name}: {fault}")
        else:
            captures[account.doc] = account.text
    gold["points"] = list(points.values())
    faults += [f"point {point['id']} has no answer" for point in gold["points"] if not point["answers"]]
    named = [doc for copy in gold["copies"] for doc in copy["docs"]]
    faults += [f"copy names unknown document {doc}" for doc in named if doc not in captures]
    return captures, gold, faults


def write_event(folder: Path, to: Path) -> list[str]:
    """Write the captures and `gold.json` of the event in `folder` below `to`; the faults that it has."""
    captures, gold, faults = read_event(folder)
    (to / "captures").mkdir(parents=True, exist_ok=True)
    for name, text in captures.items():
        (to / "captures" / name).write_text(text, encoding="utf8", newline="")
    (to / "gold.json").write_text(json.dumps(gold, ensure_ascii=False, indent=1), encoding="utf8")
    return faults
