"""How sure the words are: a hedge goes to the innermost statement around it, a verification to what it speaks of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.extract.draft import Draft, Parse
from reportedly.extract.reserves import Reserve, reserves
from reportedly.model.span import Span
from reportedly.model.statement import Certainty, Hedge, Statement
from reportedly.vocabulary import table

STRONGEST: tuple[Certainty, ...] = ("denied", "unverified", "hedged", "asserted")
POINTING_BACK = frozenset(table("speech")["points_back"]["words"])
LOOSE = frozenset({"mind"})  # a cue's own reserve: it weakens what it introduces, not the sentence around


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
                for statement, tells in _addressed(draft.statements, parse, reserve):
                    given[statement.id].append((reserve, tells))
        text = draft.capture.text
        return replace(draft, statements=tuple(_marked(s, given[s.id], text) for s in draft.statements))


def _addressed(statements: Sequence[Statement], parse: Parse, reserve: Reserve) -> Iterator[tuple[Statement, bool]]:
    """The statements that carry a reserve, and whether it bears on their certainty."""
    holder = _innermost(statements, reserve.span)
    if reserve.kind == "verification":
        target = _before(statements, parse, reserve)
        if target is not None:
            yield target, reserve.rule != "silence"
        if holder is not None and holder is not target:
            yield holder, False
        return
    cued = [s for s in statements if s.cue is not None and s.cue.overlaps(reserve.span)]
    if cued:
        yield cued[0], False
    elif holder is not None:
        yield holder, True


def _innermost(statements: Sequence[Statement], span: Span) -> Statement | None:
    around = [s for s in statements if any(c.overlaps(span) for c in s.content)]
    return min(around, key=lambda s: (s.manner == "narrated", len(s.extent)), default=None)


def _before(statements: Sequence[Statement], parse: Parse, reserve: Reserve) -> Statement | None:
    """The statement that a verification speaks of: the nearest attributed one before it, here or a paragraph back."""
    floor = parse.base
    earlier = [
        s
        for s in statements
        if s.manner != "narrated" and s.extent.start < reserve.span.start and not s.extent.contains(reserve.span)
    ]
    near = [s for s in earlier if s.extent.start >= floor]
    if near:
        return max(near, key=lambda s: (s.extent.end, s.extent.start))
    first = next((s for s in parse.doc.sents), None)
    if first is not None and reserve.at < first.end and earlier and _points_back(parse, reserve):
        return max(earlier, key=lambda s: s.extent.start)
    return None


def _points_back(parse: Parse, reserve: Reserve) -> bool:
    words = {t.lower_ for t in parse.doc[: reserve.at]}
    return bool(words & POINTING_BACK)


def _marked(statement: Statement, given: Sequence[tuple[Reserve, bool]], text: str) -> Statement:
    if not given:
        return statement
    unique = sorted({(r.span, r.kind) for r, _ in given})
    hedges = tuple(Hedge(span.of(text), span, kind) for span, kind in unique)
    found: list[Certainty] = [statement.certainty]
    found += ["hedged" for r, tells in given if tells and r.kind == "hedge"]
    found += ["unverified" for r, tells in given if tells and r.kind == "verification" and r.failed]
    return replace(statement, hedges=hedges, certainty=min(found, key=STRONGEST.index))
