"""What somebody checked and found right: a film, a document or a post that an answer rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.model.point import Answer, Reason
from reportedly.relate.clippings import Clippings


def verified(answers: Sequence[Answer], clippings: Clippings) -> Iterator[Reason]:
    """For each check that succeeded, who made it and of what, with the answers whose statement is of that exhibit."""
    for article in dict.fromkeys(answer.article for answer in answers):
        mine = [a for a in answers if a.article == article and a.statement is not None and a.struck is None]
        for exhibit in clippings.reading(article).exhibits:
            held = tuple(answer.id for answer in mine if answer.statement in exhibit.statements)
            for check in exhibit.verifications:
                if held and check.status == "verified":
                    by = check.by or "somebody who is not named"
                    yield Reason("verified: somebody checked it", f"{by}: {check.aspect} of the {exhibit.kind}", held)
