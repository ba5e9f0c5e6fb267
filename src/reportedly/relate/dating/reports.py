"""Reports of happenings: clauses that tell what happened, with the date that their article gives it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reportedly.model.happening import Happening
from reportedly.model.mention import Moment
from reportedly.model.reading import Reading
from reportedly.model.span import Span, hull
from reportedly.model.statement import Statement
from reportedly.model.when import When
from reportedly.relate.claims.dimension import noun_family
from reportedly.relate.terms import content_stems, stem
from reportedly.vocabulary import table

LONGEST = 300  # code points of a clause with its party and what was said: more is a paragraph, not an entry
VAGUEST = 3653  # days of a decade: "in the 21st century" dates no happening


@dataclass(frozen=True, slots=True)
class Report:
    """One clause that dates what happened: `acts` are its verb and family, `parties` the stems of who took part.

    `span` are its words with who took part and, where it tells that somebody spoke, what was said; `what` is that text.
    """

    reading: Reading
    happening: Happening
    when: When
    span: Span
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
            yield report(reading, happening, when, _told(reading, happening))


def report(reading: Reading, happening: Happening, when: When, told: Statement | None) -> Report:
    """A clause with its date, and what it is compared by; `told` is what it says that somebody said."""
    span = _words(happening, told)
    what = span.of(reading.capture.text)
    return Report(
        reading=reading,
        happening=happening,
        when=when,
        span=span,
        what=what,
        acts=acts(happening),
        parties=parties(happening),
        words=frozenset(content_stems(what)),
    )


def _told(reading: Reading, happening: Happening) -> Statement | None:
    """The statement whose cue a clause's verb is."""
    verb = happening.verb.span
    return next((said for said in reading.statements if said.cue is not None and said.cue.contains(verb)), None)


def _words(happening: Happening, told: Statement | None) -> Span:
    """The clause with the party it hangs on ("the letter | sent on Monday") and with what was said, if not too long."""
    involved = [party.span for party in (happening.subject, happening.object) if party is not None]
    whole = hull([happening.span, *involved, *(told.content if told is not None else ())])
    return whole if len(whole) <= LONGEST else happening.span


def acts(happening: Happening) -> frozenset[str]:
    """What a clause is about: its verb, and the family that it belongs to; nothing for a verb that tells nothing."""
    known = {f"={happening.family}"} if happening.family else set()
    return frozenset(known if weak(happening.lemma) else {happening.lemma, *known})


def parties(happening: Happening) -> frozenset[str]:
    """The stems of who or what took part, of several words for one thing the same ("the jet", "the airliner")."""
    involved = (party.text for party in (happening.subject, happening.object) if party)
    return frozenset(_kin().get(word) or noun_family(word) or word for text in involved for word in content_stems(text))


@cache
def _kin() -> dict[str, str]:
    return {stem(word): kind for kind, words in table("timeline")["kin"].items() for word in words.split()}


@cache
def sayings() -> frozenset[str]:
    """Verbs that only tell that somebody spoke."""
    return frozenset(table("timeline")["weak"]["saying"].split())


@cache
def _weak() -> frozenset[str]:
    return frozenset(verb for line in table("timeline")["weak"].values() for verb in line.split())


def weak(lemma: str) -> bool:
    """Whether a verb tells of no happening by itself."""
    return lemma in _weak()


def _date(happening: Happening, moments: dict[str, Moment]) -> When | None:
    """The most exact date that stands with the clause."""
    known = [w for m in happening.moments if m in moments and (w := moments[m].when) is not None]
    dated = [when for when in known if (when.earliest or when.latest) and (when.days or 1) <= VAGUEST]
    return min(dated, key=lambda when: (when.days or 1_000_000, when.edtf), default=None)
