"""Documents: when they were published, which of their blocks are boilerplate, which are copies."""

from __future__ import annotations

from collections.abc import Iterable

from benchmarks.scoring.case import Case, Json
from benchmarks.scoring.dates import compatible, interval
from benchmarks.scoring.measure import Measure, measure, share

BOILERPLATE = frozenset(
    ("header", "byline", "caption", "credit", "ad", "navigation", "biography", "related", "comment")
)
PUBLISHED_SLACK = 31


def score_published(case: Case, articles: dict[str, Json]) -> float | None:
    """Share of dated documents whose interval overlaps gold's and is at most 31 days wider."""
    dated = [document for document in case.gold["documents"] if interval(document.get("published"))]
    good = 0
    for document in dated:
        when = articles.get(document["doc"], {}).get("published") or {}
        earliest, latest = when.get("earliest"), when.get("latest")
        if earliest and latest and compatible(document["published"], f"{earliest}/{latest}", PUBLISHED_SLACK):
            good += 1
        else:
            case.errors.append(("published", document["doc"], document["published"], earliest, latest))
    return share(good, len(dated))


def characters(blocks: Iterable[tuple[str, Json]]) -> set[tuple[str, int]]:
    """The places of all that is boilerplate."""
    return {
        (doc, at) for doc, block in blocks if block["kind"] in BOILERPLATE for at in range(block["start"], block["end"])
    }


def score_blocks(case: Case, articles: dict[str, Json]) -> Measure:
    """Characters of boilerplate."""
    wanted = characters((block["doc"], block) for block in case.gold["blocks"])
    given = characters((doc, block) for doc, article in articles.items() for block in article.get("blocks") or [])
    return measure(len(wanted & given), len(given), len(wanted))


def pairs(rows: Iterable[tuple[str, str]]) -> set[tuple[str, str]]:
    """Pairs without order."""
    return {(min(row), max(row)) for row in rows if row[0] != row[1]}


def score_copies(case: Case) -> Measure | None:
    """Pairs of documents; None where gold has none."""
    wanted = pairs(
        (one, other) for copy in case.gold.get("copies", []) for one in copy["docs"] for other in copy["docs"]
    )
    given = pairs(
        (case.doc.get(copy["article"]) or "", case.doc.get(copy["of"]) or "")
        for copy in case.record.get("copies") or []
    )
    return measure(len(wanted & given), len(given), len(wanted)) if wanted else None


def score_documents(case: Case) -> dict[str, Measure | float | None]:
    """All that documents are measured by; blocks only where gold labels them."""
    articles = {case.doc[article["id"]]: article for article in case.record["articles"]}
    out: dict[str, Measure | float | None] = {"published": score_published(case, articles)}
    if case.gold.get("blocks"):
        out["blocks"] = score_blocks(case, articles)
    return out | {"copies": score_copies(case)}
