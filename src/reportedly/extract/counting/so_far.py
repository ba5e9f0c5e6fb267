"""The figures that an article has told so far, and in which of its sentences: what a later one may take up."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from reportedly.extract.words import Doc
from reportedly.model.mention import Figure


@dataclass(slots=True)
class SoFar:
    """Figures in the order of the article, each with the number of its sentence; sentences run on over paragraphs."""

    figures: list[Figure] = field(default_factory=list)
    _sentences: list[int] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)  # first tokens of the sentences of the paragraph being read
    _base: int = 0

    def turn_to(self, doc: Doc) -> None:
        """Go on with the next paragraph."""
        self._base += len(self._starts)
        self._starts = [sentence.start for sentence in doc.sents]

    def sentence(self, token: int) -> int:
        """The number of the sentence that starts at a token of the paragraph."""
        return self._base + bisect_left(self._starts, token)

    def add(self, figure: Figure, sentence: int) -> None:
        """Told now, in that sentence."""
        self.figures.append(figure)
        self._sentences.append(sentence)

    def in_sentence(self, sentence: int) -> Figure | None:
        """The last figure, if it stands in that sentence."""
        return self.figures[-1] if self.figures and self._sentences[-1] == sentence else None

    def before(self, sentence: int, back: int) -> list[Figure]:
        """The figures of that sentence and of so many before it, the last first."""
        first = bisect_left(self._sentences, sentence - back)
        return self.figures[first:][::-1]

    def whole(self, figure: Figure) -> Figure:
        """The set that a part was taken of: "259 people, including 12 boys, and hurt 5,500" goes on from the people."""
        if figure.subset_of is None:
            return figure
        return next((one for one in reversed(self.figures) if one.id == figure.subset_of), figure)
