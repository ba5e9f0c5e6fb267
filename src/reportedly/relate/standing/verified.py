"""What somebody checked and found right: a film, a document or a post that an answer rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.model.exhibit import Exhibit, Verification
from reportedly.model.point import Answer, DateValue, NameValue, Reason, StanceValue
from reportedly.relate.clippings import Clippings


def verified(answers: Sequence[Answer], clippings: Clippings) -> Iterator[Reason]:
    """For each check that succeeded, who made it and of what, with the answers that it bears out."""
    for article in dict.fromkeys(answer.article for answer in answers):
        mine = [a for a in answers if a.article == article and a.statement is not None and a.struck is None]
        for exhibit in clippings.reading(article).exhibits:
            for check in exhibit.verifications:
                held = tuple(answer.id for answer in mine if _bears_out(check, exhibit, answer))
                if held and check.status == "verified":
                    by = check.by or "somebody who is not named"
                    yield Reason("verified: somebody checked it", f"{by}: {check.aspect} of the {exhibit.kind}", held)


def _bears_out(check: Verification, exhibit: Exhibit, answer: Answer) -> bool:
    """Whether a check of an exhibit is one of what an answer says of it.

    That a film is genuine says nothing of how long it is, nor where it was checked: a place and a time are borne out
    where they are what it shows and what was checked; that something is so, where the sentence is of the exhibit.
    """
    if answer.statement not in exhibit.statements:
        return False
    if isinstance(answer.value, NameValue):
        return check.aspect == "place" and exhibit.place is not None and exhibit.place in answer.text
    if isinstance(answer.value, DateValue):
        return check.aspect == "time" and exhibit.time == answer.value.edtf
    return answer.value == StanceValue("affirms")
