"""`python -m benchmarks.ferry`: write examples/ferry/captures and examples/ferry/gold.json."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

from benchmarks.corpus.account import Account, read_account, roles_of
from benchmarks.corpus.gold import Gold, add
from benchmarks.events import CORPUS, HOUSE
from benchmarks.ferry.page import set_into

EVENT = CORPUS / "ferry-reine-de-koume"
EXAMPLE = HOUSE / "examples" / "ferry"
PAGES = Path(__file__).parent / "pages"
ROWS_FILE = "agencies.jsonl"
ROWS = {
    "03_fairhaven_ledger": {
        "id": "fairhaven-ledger-brief",
        "url": "https://fairhavenledger.example/world/briefs/2013-11-18/ferry",
        "captured": "2013-11-19",
    },
    "04_agence_ambayenne": {
        "id": "aai-18112013-1705",
        "url": "https://aai.example/english/18112013-1705",
        "published": "2013-11-18",
        "outlet": "Agence Ambayenne d'Information",
    },
}


def told(path: Path, to: Path) -> tuple[Account, dict[str, str] | None]:
    """One account as the example tells it; a text or a page is written below `to`, a row is given back."""
    account = read_account(path)
    template = PAGES / f"{path.stem}.html"
    if template.exists():
        markup, account = set_into(template.read_text(encoding="utf8"), account, template.name)
        (to / template.name).write_text(markup, encoding="utf8", newline="")
        return dataclasses.replace(account, roles=roles_of(account.marks)), None
    if path.stem in ROWS:
        row = ROWS[path.stem]
        return dataclasses.replace(account, doc=row["id"]), {**row, "text": account.text}
    (to / account.doc).write_text(account.text, encoding="utf8", newline="")
    return account, None


def write_example(to: Path = EXAMPLE) -> Gold:
    """Write the captures and the gold of the example below `to`."""
    event = json.loads((EVENT / "event.json").read_text(encoding="utf8"))
    points: dict[str, Gold] = {point["id"]: {**point, "answers": []} for point in event["points"]}
    gold: Gold = {"event": event["event"], "documents": [], "attributions": [], "blocks": [], "certainty": []}
    gold["timeline"] = []
    captures = to / "captures"
    captures.mkdir(parents=True, exist_ok=True)
    rows, names = [], {}
    for path in sorted(EVENT.glob("*.account")):
        account, row = told(path, captures)
        names[f"{path.stem}.txt"] = account.doc
        rows += [row] if row else []
        add(account, gold, points)
    gold["points"] = list(points.values())
    gold["copies"] = [{**copy, "docs": [names[doc] for doc in copy["docs"]]} for copy in event["copies"]]
    lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    (captures / ROWS_FILE).write_text("".join(lines), encoding="utf8", newline="")
    (to / "gold.json").write_text(json.dumps(gold, ensure_ascii=False, indent=1) + "\n", encoding="utf8")
    return gold


if __name__ == "__main__":
    write_example()
