"""The page of the word lists, what each is for and holds: `python docs/word_lists.py` writes it anew."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any

from reportedly.vocabulary import table

PAGE = Path(__file__).resolve().parent / "vocabulary.md"
LISTS = resources.files("reportedly.vocabulary")
PART = re.compile(r"^\[(?P<name>[^\[\]]+)\]\s*(?:#\s*(?P<told>.*\S))?\s*$", re.MULTILINE)
TOLD = ("why", "means", "gloss", "example")  # keys by which a part says itself what it is for
MOST_PARTS = 40  # a list with more of them is one of entries, each a part of its own


def names() -> list[str]:
    """Every word list, by its name."""
    return sorted(entry.name.removesuffix(".toml") for entry in LISTS.iterdir() if entry.name.endswith(".toml"))


def head(text: str) -> str:
    """The comment that a list begins with, as one paragraph."""
    lines = []
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        lines.append(line.lstrip("#").strip())
    return " ".join(line for line in " ".join(lines).split("  ") if line).strip()


def vocabulary_page() -> str:
    """Every list with its purpose, and a row for each of its parts."""
    lines = [
        "# The word lists",
        "Words and weights are data: TOML files in `src/reportedly/vocabulary/`, every entry with its reason or an "
        "example of our own. Written from them by `docs/word_lists.py`; "
        "[how to add a word](../CONTRIBUTING.md#a-word).",
        "",
    ]
    for name in names():
        text = (LISTS / f"{name}.toml").read_text(encoding="utf8")
        lines += [f"## {name}.toml", head(text), "", *_parts(table(name), text)]
    return "\n".join(lines)


def _parts(held: dict[str, Any], text: str) -> Iterator[str]:
    comments = {m["name"]: m["told"] for m in PART.finditer(text)}
    parts = {key: value for key, value in held.items() if isinstance(value, dict)}
    if not parts or len(parts) > MOST_PARTS:
        yield f"{len(held)} entries."
        yield ""
        return
    yield "| part | entries | is |"
    yield "|---|---|---|"
    for key, value in parts.items():
        told = comments.get(key) or next((str(value[each]) for each in TOLD if each in value), "")
        yield f"| `{key}` | {_entries(value)} | {told.replace('|', chr(92) + '|')} |"
    yield ""


def _entries(value: Any) -> int:
    """How many words, patterns or weights a part holds."""
    if isinstance(value, dict):
        return sum(_entries(each) for key, each in value.items() if key not in TOLD)
    if isinstance(value, str):
        return len(value.split()) if value.islower() and "\\" not in value else 1
    return sum(_entries(each) for each in value) if isinstance(value, list) else 1


if __name__ == "__main__":
    PAGE.write_text(vocabulary_page(), encoding="utf8")
