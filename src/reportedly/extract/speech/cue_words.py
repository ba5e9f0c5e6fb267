"""The tokens that statements' cues are made of, found again in the parse."""

from __future__ import annotations

from bisect import bisect_right

from reportedly.extract.draft import Draft
from reportedly.extract.words import Token
from reportedly.model.statement import Statement


class CueWords:
    """The tokens of one article by where they stand in its capture."""

    def __init__(self, draft: Draft) -> None:
        self._parses = draft.parses
        self._bases = [parse.base for parse in draft.parses]
        self._at: dict[int, dict[int, Token]] = {}  # of each parse, made when it is asked for

    def of(self, statement: Statement) -> list[Token]:
        """The tokens of a statement's cue, in order; none where it has no cue."""
        cue = statement.cue
        if cue is None:
            return []
        return [token for at in range(cue.start, cue.end) if (token := self.at(at)) is not None]

    def verb(self, statement: Statement) -> Token | None:
        """The last verb of the cue; its last word where it has none, as in "the denial"."""
        tokens = self.of(statement)
        verbs = [t for t in tokens if t.pos_ in ("VERB", "AUX")]
        return verbs[-1] if verbs else tokens[-1] if tokens else None

    def at(self, offset: int) -> Token | None:
        """The token that begins at an offset of the capture."""
        number = bisect_right(self._bases, offset) - 1
        if number < 0:
            return None
        if number not in self._at:
            parse = self._parses[number]
            self._at[number] = {parse.base + token.idx: token for token in parse.doc}
        return self._at[number].get(offset)
