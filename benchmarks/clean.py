"""How well captures are cleaned: `python -m benchmarks.clean [--data FOLDER]`.

`--data` is a folder of development data (`textcap.dev.jsonl.gz`, `gold.dev.jsonl.gz`, `html/`), which belongs to its
publishers and is no part of this project; without it only the corpus is measured.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from benchmarks.cleaning.furniture import corpus_score
from benchmarks.cleaning.pages import page_score
from benchmarks.cleaning.texts import text_scores
from benchmarks.results import write_section

DATA = Path(__file__).parents[2] / "shared/bench/clean"


def table(data: Path | None) -> str:
    """Every measure as a row of a Markdown table."""
    corpus = corpus_score()
    rows = [
        ("corpus: furniture labelled, F1 over characters (learnt from)", f"{corpus.furniture:.3f}"),
        ("corpus: accounts dated right", f"{corpus.dated} of {corpus.datable}"),
        ("corpus: false dates", str(corpus.false_dates)),
    ]
    if data is not None and data.is_dir():
        for kind, score in text_scores(data).items():
            rows += [(f"text captures ({kind}): body F1", f"{score.body:.3f}")]
            rows += [(f"text captures ({kind}): captions kept", f"{score.captions_kept} of {score.captions}")]
        pages = page_score(data)
        rows += [(f"HTML ({source}): body F1", f"{pages.body(source):.3f}") for source in sorted(pages.bodies)]
        rows += [
            (f"HTML: {question}", f"{pages.share(question):.3f} ({pages.right[question]} of {pages.asked[question]})")
            for question in sorted(pages.asked)
        ]
    lines = ["| measure | value |", "|---|---|", *(f"| {name} | {value} |" for name, value in rows)]
    return "\n".join(lines)


def main() -> None:
    """Measure, print and write the section."""
    wish = argparse.ArgumentParser(description=__doc__)
    wish.add_argument("--data", type=Path, default=DATA)
    found = table(wish.parse_args().data)
    print(found)
    write_section("clean", "Cleaning", found, "python -m benchmarks.clean")


if __name__ == "__main__":
    main()
