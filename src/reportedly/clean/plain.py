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
LONG_LINE, SENTENCE_LINE = 7, 6  # buckets of lengths from which on a line is running text, or a sentence


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
    """The kinds; where nothing seems story, as in a text of one sentence, sentences that ask for nothing are it.

    In a text whose paragraphs have not the small words of English, which the model knows a sentence by, its long lines
    are the story, and the line above them the title.
    """
    if _foreign(looks):
        return _foreign_kinds(kinds, looks)
    if "body" in kinds or "quote" in kinds:
        return kinds
    pleas = frozenset(table("lines")["prose"]["pleas"])
    told = [look.worth > NEITHER and not pleas.intersection(look.cues) for look in looks]
    return ["body" if story else kind for kind, story in zip(kinds, told, strict=True)]


def _foreign(looks: Sequence[Look]) -> bool:
    """Whether most of its lines that are long and end as a sentence have few of the small words of English."""
    long = [look for look in looks if look.length >= LONG_LINE and look.end < 2]
    return sum(look.worth == NEITHER for look in long) * 2 > len(long)


def _foreign_kinds(kinds: Sequence[BlockKind], looks: Sequence[Look]) -> list[BlockKind]:
    told = [look.length >= SENTENCE_LINE and look.end < 2 and not look.cues for look in looks]
    first = told.index(True) if True in told else 0
    titled = first > 0 and not looks[first - 1].cues
    out: list[BlockKind] = ["body" if story else kind for story, kind in zip(told, kinds, strict=True)]
    if titled and "title" not in out[:first]:
        out[first - 1] = "title"
    return out


def _joined(page: Sequence[Line], cues: Sequence[tuple[str, ...]], kinds: Sequence[BlockKind]) -> Iterator[Block]:
    """One block a line; parts of a line that are of one kind are one block again."""
    start = 0
    for n in range(1, len(page) + 1):
        if n == len(page) or not (page[n].glued and kinds[n] == kinds[start]):
            span = Span(page[start].start, page[n - 1].end)
            yield Block(kinds[start], span, " ".join((RULE, *cues[start])))
            start = n
