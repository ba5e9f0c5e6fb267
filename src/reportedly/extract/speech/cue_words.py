"""The tokens that statements' cues are made of, found again in the parse."""

from __future__ import annotations

from spacy.tokens import Token

from reportedly.extract.draft import Draft
from reportedly.model.statement import Statement


class CueWords:
    """The tokens of one article by where they stand in its capture."""

    def __init__(self, draft: Draft) -> None:
        self._at = {parse.base + token.idx: token for parse in draft.parses for token in parse.doc}

    def of(self, statement: Statement) -> list[Token]:
        """The tokens of a statement's cue, in order; none where it has no cue."""
        cue = statement.cue
        if cue is None:
            return []
        return [token for at in range(cue.start, cue.end) if (token := self._at.get(at)) is not None]

    def verb(self, statement: Statement) -> Token | None:
        """The last verb of the cue; its last word where it has none, as in "the denial"."""
        tokens = self.of(statement)
        verbs = [t for t in tokens if t.pos_ in ("VERB", "AUX")]
        return verbs[-1] if verbs else tokens[-1] if tokens else None

    def at(self, offset: int) -> Token | None:
        """The token that begins at an offset of the capture."""
        return self._at.get(offset)
