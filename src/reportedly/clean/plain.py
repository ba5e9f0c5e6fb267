"""Plain text to blocks: what each line is, by its look, its words and the lines around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.clean.line_features import sights
from reportedly.clean.line_look import Look, Looks
from reportedly.clean.line_model import LineModel, line_model
from reportedly.clean.lines import Line, lines, parted
from reportedly.clean.wrapped import unwrapped
from reportedly.model.article import Block, BlockKind
from reportedly.model.span import Span
from reportedly.vocabulary import table

RULE = "lines.v1"


class PlainBlocks:
    """Labels the lines of a plain text; paragraphs broken at a fixed width are joined into one block."""

    def __init__(self, model: LineModel | None = None) -> None:
        self._looks = Looks()
        self._model = model or line_model()

    def __call__(self, text: str) -> tuple[Block, ...]:
        """Blocks in order, each a line, a joined paragraph, or a part of a line that holds two things."""
        page = parted(unwrapped(lines(text), text), text)
        looks = self._looks(page)
        kinds = self._model(sights(page, looks), [look.prose for look in looks])
        return tuple(_joined(page, looks, _with_story(kinds, looks)))


def _with_story(kinds: Sequence[BlockKind], looks: Sequence[Look]) -> Sequence[BlockKind]:
    """The kinds; where nothing seems story, as in a text of one sentence, sentences that ask for nothing are it."""
    if "body" in kinds or "quote" in kinds:
        return kinds
    pleas = frozenset(table("lines")["prose"]["pleas"])
    told = [look.worth > 0 and not pleas.intersection(look.cues) for look in looks]
    return ["body" if story else kind for kind, story in zip(kinds, told, strict=True)]


def _joined(page: Sequence[Line], looks: Sequence[Look], kinds: Sequence[BlockKind]) -> Iterator[Block]:
    """One block a line; parts of a line that are of one kind are one block again."""
    start = 0
    for n in range(1, len(page) + 1):
        if n == len(page) or not (page[n].glued and kinds[n] == kinds[start]):
            span = Span(page[start].start, page[n - 1].end)
            cues = looks[start].cues
            yield Block(kinds[start], span, " ".join((RULE, *cues)) if cues else RULE)
            start = n
