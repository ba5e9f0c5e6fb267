"""Reports of happenings: clauses that tell what happened, with the date that their article gives it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reportedly.model.happening import Happening
from reportedly.model.mention import Moment
from reportedly.model.reading import Reading
from reportedly.model.when import When
from reportedly.relate.terms import content_stems
from reportedly.vocabulary import table


@dataclass(frozen=True, slots=True)
class Report:
    """One clause that dates what happened: `acts` are its verb and family, `parties` the stems of who took part."""

    reading: Reading
    happening: Happening
    when: When
    what: str
    acts: frozenset[str]
    parties: frozenset[str]
    words: frozenset[str]

    @property
    def days(self) -> int:
        """How many days it can lie in; very many where an end is open."""
        return self.when.days or 1_000_000


def reports(reading: Reading) -> Iterator[Report]:
    """Every dated clause of a reading that tells of something; what is said not to have happened is none."""
    moments = {moment.id: moment for moment in reading.moments}
    for happening in reading.happenings:
        when = _date(happening, moments)
        if when is not None and not happening.negated:
            yield report(reading, happening, when)


def report(reading: Reading, happening: Happening, when: When) -> Report:
    """A clause with its date, and what it is compared by."""
    what = happening.span.of(reading.capture.text)
    return Report(
        reading=reading,
        happening=happening,
        when=when,
        what=what,
        acts=acts(happening),
        parties=parties(happening),
        words=frozenset(content_stems(what)),
    )


def acts(happening: Happening) -> frozenset[str]:
    """What a clause is about: its verb, and the family that it belongs to; nothing for a verb that tells nothing."""
    known = {f"={happening.family}"} if happening.family else set()
    return frozenset(known if weak(happening.lemma) else {happening.lemma, *known})


def parties(happening: Happening) -> frozenset[str]:
    """The stems of who or what took part."""
    return frozenset(
        stem for party in (happening.subject, happening.object) if party for stem in content_stems(party.text)
    )


@cache
def _weak() -> frozenset[str]:
    return frozenset(verb for line in table("timeline")["weak"].values() for verb in line.split())


def weak(lemma: str) -> bool:
    """Whether a verb tells of no happening by itself."""
    return lemma in _weak()


def _date(happening: Happening, moments: dict[str, Moment]) -> When | None:
    """The most exact date that stands with the clause."""
    known = [w for m in happening.moments if m in moments and (w := moments[m].when) is not None]
    dated = [when for when in known if when.earliest is not None or when.latest is not None]
    return min(dated, key=lambda when: (when.days or 1_000_000, when.edtf), default=None)
