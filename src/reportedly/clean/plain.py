"""Plain text to blocks: what each line is, by its look, its words and the lines around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.clean.line_features import sight
from reportedly.clean.line_look import NEITHER, Look, Looks
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
        return self.several((text,))[0]

    def several(self, texts: Sequence[str]) -> list[tuple[Block, ...]]:
        """The blocks of each text; some dozens at a time take about half as long as one by one."""
        pages = [parted(unwrapped(lines(text), text), text) for text in texts]
        held = [page for page in pages if page]
        looks = self._looks(held) if held else []
        seen = [sight(page, *look) for page, look in zip(held, looks, strict=True)]
        kinds = self._model(seen, [look.prose for some, _ in looks for look in some]) if held else []
        blocks = iter([
            tuple(_joined(page, sees.cues, _with_story(said, some)))
            for page, sees, said, (some, _) in zip(held, seen, kinds, looks, strict=True)
        ])  # fmt: skip
        return [next(blocks) if page else () for page in pages]


def _with_story(kinds: Sequence[BlockKind], looks: Sequence[Look]) -> Sequence[BlockKind]:
    """The kinds; where nothing seems story, as in a text of one sentence, sentences that ask for nothing are it."""
    if "body" in kinds or "quote" in kinds:
        return kinds
    pleas = frozenset(table("lines")["prose"]["pleas"])
    told = [look.worth > NEITHER and not pleas.intersection(look.cues) for look in looks]
    return ["body" if story else kind for kind, story in zip(kinds, told, strict=True)]


def _joined(page: Sequence[Line], cues: Sequence[tuple[str, ...]], kinds: Sequence[BlockKind]) -> Iterator[Block]:
    """One block a line; parts of a line that are of one kind are one block again."""
    start = 0
    for n in range(1, len(page) + 1):
        if n == len(page) or not (page[n].glued and kinds[n] == kinds[start]):
            span = Span(page[start].start, page[n - 1].end)
            yield Block(kinds[start], span, " ".join((RULE, *cues[start])))
            start = n
