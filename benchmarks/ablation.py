"""`python -m benchmarks.ablation`: what each rule, and with --signs each sign of one question, is worth.

Reads events once, then relates them again and again with one rule switched off or one sign at weight nought, and
prints how far the mean scores move: what stands below nought is what is lost without it. Weights are changed in this
process only.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from benchmarks.events import events
from benchmarks.held import SHOWN, held, means
from benchmarks.results import write_section
from reportedly.model.statement import Certainty, Statement
from reportedly.vocabulary import table

CHOSEN = 8  # events of the corpus beside the real ones: enough to see a rule, few enough to wait for


def of_statement(statement: Statement | None, *_: object) -> Certainty:
    """An answer's certainty if a hedge weakened all of its statement."""
    return statement.certainty if statement is not None else "asserted"


def nothing(*_: object) -> tuple[object, ...]:
    """What a rule finds when it is switched off."""
    return ()


def no(*_: object) -> None:
    """What a rule says when it is switched off."""


ROOM = "reportedly.relate."
RULES: dict[str, tuple[str, object]] = {
    "pairs that no weight may join": ("grouping.clusters.kept_apart", no),
    "a question about a part names its whole": ("points.with_wholes", lambda points, claims: points),
    "copied passages are one origin": ("copying.echoes.Echoes.same_passage", no),
    "a body and its office are one origin": ("standing.origins._one_body", no),
    "names that mean one thing are joined": ("naming.bearers.edges", nothing),
    "an office is who holds it": ("telling.with_holders", tuple),
    '"the airline" is the one called so': ("telling.with_bodies", tuple),
    "a paper speaks for its issuer": ("telling.with_issuers", tuple),
    "initials are spelled out": ("telling.spelled_out", tuple),
    "an undated account takes its story's year": ("telling.anchored", tuple),
    "a hedge reaches to the end of its clause": ("claims.claim.certainty_of", of_statement),
    "a greater figure later is growth": ("standing.revisions._grew", no),
    "one voice, a new value": ("standing.revisions._corrected", no),
    "several give a new value, none the old": ("standing.revisions._given_up", nothing),
    "words beside a value say that it changed": ("standing.revisions.said_changed", nothing),
    "words of dispute beside a value": ("standing.disputes._called_wrong", nothing),
    "two voices set against one another": ("standing.disputes.opposed", nothing),
}


@contextmanager
def without(kind: str, sign: str) -> Iterator[None]:
    """One sign of one kind of question at weight nought."""
    weights = table("same_question")[kind]["weight"]
    kept = weights[sign]
    weights[sign] = 0.0
    try:
        yield
    finally:
        weights[sign] = kept


def row(label: str, base: dict[str, float], now: dict[str, float]) -> str:
    """How far each score moved."""
    return f"| {label} | {' | '.join(f'{now[name] - base[name]:+.3f}' for name in SHOWN)} |"


def kept(rows: list[str], one: str) -> None:
    """Keep a row, and show it at once: a run takes minutes."""
    rows.append(one)
    print(one, flush=True)


def main() -> None:
    """The table; that of the rules also in RESULTS.md."""
    arguments = argparse.ArgumentParser(prog="python -m benchmarks.ablation", description=__doc__)
    arguments.add_argument("--signs", action="store_true", help="the signs of figures' questions, not the rules")
    signs = arguments.parse_args().signs
    chosen = [e for e in events() if e.kind == "real"] + [e for e in events() if e.kind == "corpus"][:CHOSEN]
    read = held(chosen)
    base = means(read)
    rows: list[str] = []
    kept(rows, f"| without | {' | '.join(SHOWN)} |")
    kept(rows, f"|---{'|---:' * len(SHOWN)}|")
    kept(rows, f"| (all rules) | {' | '.join(f'{base[name]:.3f}' for name in SHOWN)} |")
    if signs:
        for sign in [name for name in table("same_question")["figure"]["weight"] if name != "bias"]:
            with without("figure", sign):
                kept(rows, row(sign, base, means(read)))
    else:
        for label, (target, instead) in RULES.items():
            with patch(ROOM + target, instead):
                kept(rows, row(label, base, means(read)))
    body = "\n".join(rows)
    if not signs:
        text = f"Means over the real events and {CHOSEN} of the corpus; how far they move without a rule.\n\n{body}"
        write_section("ablation", "What each rule is worth", text, "python -m benchmarks.ablation")


if __name__ == "__main__":
    main()
