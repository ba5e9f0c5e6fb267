"""How sure the words are: a hedge goes to the innermost statement around it, a verification to what it speaks of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.extract.checked import checked
from reportedly.extract.draft import Draft, Parse
from reportedly.extract.reserves import Reserve, reserves
from reportedly.model.span import Span
from reportedly.model.statement import Certainty, Hedge, Statement

STRONGEST: tuple[Certainty, ...] = ("denied", "unverified", "hedged", "asserted")
WEAK_CUE = "passive"  # "are thought to": of a cue's own words only these weaken; of verbs of opinion the cue tells


class Doubts:
    """Gives statements their hedges and verification words, and the certainty that follows from them."""

    name = "doubts.v1"
    requires = ("parses", "statements")
    assigns = ("statements",)

    def __call__(self, draft: Draft) -> Draft:
        """The draft with hedged and unverified statements marked."""
        given: defaultdict[str, list[tuple[Reserve, bool]]] = defaultdict(list)
        for parse in draft.parses:
            for reserve in reserves(parse):
                for statement, tells in _addressed(draft, parse, reserve):
                    given[statement.id].append((reserve, tells))
        text = draft.capture.text
        return replace(draft, statements=tuple(_marked(s, given[s.id], text) for s in draft.statements))


def _addressed(draft: Draft, parse: Parse, reserve: Reserve) -> Iterator[tuple[Statement, bool]]:
    """The statements that carry a reserve, and whether it bears on their certainty."""
    statements = draft.statements
    holder = _innermost(statements, reserve.span)
    if reserve.kind == "verification":
        sourced = [s for s in statements if reserve.rule == "unverified" and _in_source(s, reserve.span)]
        if sourced:
            yield from ((statement, True) for statement in sourced)
            return
        targets = checked(draft, parse, reserve)
        yield from ((target, reserve.rule != "silence") for target in targets)
        if holder is not None and holder not in targets:
            yield holder, False
        return
    cued = [s for s in statements if s.cue is not None and s.cue.overlaps(reserve.span)]
    if cued:
        yield cued[0], reserve.rule == WEAK_CUE
    elif holder is not None:
        yield holder, reserve.rule != "attribute"


def _in_source(statement: Statement, span: Span) -> bool:
    """Whether words stand in who said it: "according to unconfirmed reports"."""
    return any(link.span is not None and link.span.contains(span) for link in statement.attribution)


def _innermost(statements: Sequence[Statement], span: Span) -> Statement | None:
    around = [s for s in statements if any(c.overlaps(span) for c in s.content)]
    return min(around, key=lambda s: (s.manner == "narrated", len(s.extent)), default=None)


def _marked(statement: Statement, given: Sequence[tuple[Reserve, bool]], text: str) -> Statement:
    if not given:
        return statement
    unique = sorted({(r.span, r.kind) for r, _ in given})
    hedges = tuple(Hedge(span.of(text), span, kind) for span, kind in unique)
    found: list[Certainty] = [statement.certainty]
    found += ["hedged" for r, tells in given if tells and r.kind == "hedge"]
    found += ["unverified" for r, tells in given if tells and r.kind == "verification" and r.failed]
    return replace(statement, hedges=hedges, certainty=min(found, key=STRONGEST.index))
