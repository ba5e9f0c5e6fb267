"""A person's decision: it outlives rebuilding and can be undone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from reportedly.model.ids import content_id

JudgementKind = Literal[
    "same name", "not the same name", "same question", "not the same question", "wrong source", "not a statement",
    "one side",
]  # fmt: skip
JUDGEMENT_KINDS: tuple[JudgementKind, ...] = get_args(JudgementKind)
CONTRARY: dict[JudgementKind, JudgementKind] = {
    "same name": "not the same name",
    "not the same name": "same name",
    "same question": "not the same question",
    "not the same question": "same question",
}


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person decided on some things, by their ids.

    The ids are made of content, so that they mean the same after every rebuild: `name:` and the words of a name, plain
    ("name:ada krall"), for names and sides; answers for questions; statements for the rest. "Not the same" tells the
    first from each of the others. When it was decided is kept in the file, never in the record.
    """

    what: JudgementKind
    on: tuple[str, ...]
    by: str
    undone: bool = False

    @property
    def id(self) -> str:
        """The same decision on the same things has the same id, whoever takes it."""
        return content_id("judgement", self.what, *self.on)
