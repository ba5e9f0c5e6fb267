"""The page of the rules by which statements are found: `python docs/statements.py` writes statements.md anew."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reportedly.vocabulary import table

PAGE = Path(__file__).with_name("statements.md")
PARTS = {
    "found": (
        "How a statement is found",
        "Whoever reports has many ways of doing so; each is a rule with a name, kept in the statement's `why`.",
    ),
    "chain": ("Through whom the words come", "`attribution` runs from the origin to the relay nearest the article."),
    "doubt": ("How sure the words are", "Hedges and verifications are kept word by word, and bear on `certainty`."),
    "answer": (
        "What a statement answers, and when it was said",
        "`stance` tells what a statement does to an earlier one (`toward`), `said` the time that its cue names.",
    ),
}
CUES = {
    "verb": "Verbs",
    "noun": "Nouns",
    "adjective": "Adjectives",
    "preposition": "Prepositions",
    "hearsay": "Passives that name nobody",
    "adverb": "Adverbs that name nobody",
}


def page() -> str:
    """The whole page, made of `vocabulary/statement_rules.toml` and `vocabulary/cues.toml`."""
    lines = [
        "# How statements are found",
        "Written from the rule tables by `docs/statements.py`; a test holds every row to what it says.",
        "",
    ]
    for part, (title, lead) in PARTS.items():
        lines += [f"## {title}", lead, "", "| rule | says | example | yields |", "|---|---|---|---|"]
        lines += [_row(rule, row) for rule, row in table("statement_rules")[part].items()]
        lines.append("")
    lines += ["## Words that report", "Each entry of `vocabulary/cues.toml` with its example.", ""]
    for part, title in CUES.items():
        lines += [f"### {title}", "| word | takes | example |", "|---|---|---|", *_cues(part), ""]
    return "\n".join(lines)


def _row(rule: str, row: dict[str, Any]) -> str:
    yields = []
    if "content" in row:
        yields.append("content: " + " … ".join(f"*{piece}*" for piece in row["content"]))
    if "chain" in row:
        yields.append("chain: " + " → ".join(name or "unnamed" for name in row["chain"]))
    if "mode" in row:
        yields.append(f"mode: {row['mode']}")
    if "stance" in row:
        yields.append(f"stance: {row['stance']} " + (f"*{row['toward']}*" if "toward" in row else "toward nobody"))
    if "said" in row:
        yields.append(f"said: {row['said']}")
    if "certainty" in row:
        yields.append(f"certainty: {row['certainty']}")
    return f"| {rule} | {row['says']} | {row['example'].replace(chr(10), ' / ')} | {'; '.join(yields)} |"


def _cues(part: str) -> Iterator[str]:
    for word, row in sorted(table("cues")[part].items()):
        yield f"| {word} | {', '.join(row.get('takes', []))} | {row['example']} |"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf8")
