"""Names in the story: persons, organisations, units, outlets, ships, places, groups, each with its fullest form."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from reportedly.extract.draft import Draft, Parse
from reportedly.extract.naming.aliases import tied
from reportedly.extract.naming.capitals import Run, Word, runs, shouts, unlisted, words
from reportedly.extract.naming.fullest import Fullest
from reportedly.extract.naming.kinds import REACH, STRONG, Beside, decided, listed, of_things, peoples, usual, witnesses
from reportedly.extract.naming.office_of import OF, is_matter, office_of
from reportedly.extract.naming.roles import is_role, roles
from reportedly.model.mention import NameKind, NameMention
from reportedly.model.span import Span
from reportedly.vocabulary import table
from reportedly.vocabulary.gazetteer import bearers, key_of

NAME_TAGS = frozenset({"NNP", "NNPS"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A run of words that may be a name, where it and its title stand in the capture, and what speaks for each kind."""

    text: str
    span: Span
    found: Counter[NameKind]
    title: Span | None = None


class Names:
    """Finds names by their capitals and by what stands around them; no list of names is needed.

    Where a block shouts (headlines, words all with capitals), only names that the rest of the article has are found.
    """

    name = "names.v1"
    requires: tuple[str, ...] = ("parses",)
    assigns = ("names",)

    def __call__(self, draft: Draft) -> Draft:
        """The draft with its names, in document order."""
        texts = [(parse, words(parse.text)) for parse in draft.parses]
        calm = [(parse, found) for parse, found in texts if not _shouts(parse, found)]
        written = _Written.of((found for _, found in texts), (found for _, found in calm))
        candidates = [one for parse, found in calm for one in _candidates(parse, found, written)]
        votes = _votes(candidates)
        known = set(votes) | {name.split()[-1] for name, found in votes.items() if decided(found) == "person"}
        for parse, found in texts:
            if _shouts(parse, found):
                candidates += _echoes(parse, found, known)
        candidates.sort(key=lambda one: one.span)
        return replace(draft, names=tuple(tied(draft.capture.text, _mentions(draft, candidates))))


@dataclass(frozen=True, slots=True)
class _Written:
    """The words that an article has in small letters, and those that have a capital wherever they stand in it."""

    small: frozenset[str]
    capital: frozenset[str]

    @classmethod
    def of(cls, texts: Iterable[list[Word]], calm: Iterable[list[Word]]) -> _Written:
        """Of all its blocks, and of those in which a capital tells something."""
        small = frozenset(word.text for found in texts for word in found if word.text[0].islower())
        within = (word for found in calm for word in found if word.capital and not word.first)
        return cls(small, frozenset(word.text for word in within if word.lower not in small))


def _shouts(parse: Parse, found: list[Word]) -> bool:
    if parse.block.kind == "title":
        return shouts(found, least=3)
    return shouts(found) and shouts(unlisted(parse.text, found))


def _mentions(draft: Draft, candidates: Sequence[Candidate]) -> Iterator[NameMention]:
    votes = _votes(candidates)
    fullest = Fullest([one.text for one in candidates], {text: decided(found) for text, found in votes.items()})
    for one in candidates:
        name = fullest.of(one.text)
        kind = decided(votes[name] if _shouted(one.text, name) else _together(votes[one.text], votes[name]))
        held = roles(draft.capture.text, one.span, one.title) if kind == "person" else ()
        yield NameMention(draft.article.id, one.span, one.text, name, kind, held)


def _shouted(text: str, name: str) -> bool:
    """Whether it is the same name, in capitals only."""
    return text == name or (text.isupper() and text == name.upper())


def _votes(candidates: Iterable[Candidate]) -> dict[str, Counter[NameKind]]:
    """All that speaks for each kind of each name, with what a name of its shape usually is."""
    votes: dict[str, Counter[NameKind]] = {}
    for one in candidates:
        votes.setdefault(one.text, usual(one.text)).update(one.found)
    return votes


def _together(one: Counter[NameKind], other: Counter[NameKind]) -> Counter[NameKind]:
    """Both counts, with what speaks against a kind."""
    both = Counter(one)
    both.update(other)
    return both


def _candidates(parse: Parse, found: list[Word], written: _Written) -> Iterator[Candidate]:
    text = parse.text
    for run in runs(text, found):
        for title, part in _parts(_without_day(_without_number(_without_opening(run, parse, written)))):
            if not _is_name(part) or _is_adjective(part, parse):
                continue
            span = _hull(part)
            beside = Beside(
                _calling(title),
                text[max(0, span.start - REACH) : span.start],
                text[span.end : span.end + REACH],
                *(_doings(part[0], parse) if len(part) == 1 else ()),
            )
            seen = witnesses(part, beside)
            if part[-1] is not run[-1] and _stands_before_title(run, part):
                seen["person"] -= STRONG
            titled = _hull(title).shift(parse.base) if title else None
            yield Candidate(span.of(text), span.shift(parse.base), seen, titled)


def _calling(title: Run) -> str:
    """The word of a title that says what its bearer is: of "Secretary of State" the secretary."""
    before = listed("person", "before")
    return next((word.lower for word in reversed(title) if word.lower.rstrip(".") in before), "")


def _stands_before_title(run: Run, part: Run) -> bool:
    """ "Velden Presidential" in "Velden Presidential Spokesman Ivo Dahl": whose title it is, nobody who bears one."""
    behind = run[run.index(part[-1]) + 1]
    return behind.lower.rstrip(".") in listed("person", "before")


def _doings(word: Word, parse: Parse) -> tuple[str, str]:
    """The verb whose subject a word is, and the noun that is its own; empty where there is none."""
    held = parse.doc.char_span(word.start, word.end)
    token = held.root if held is not None else None
    if token is None or token.dep_ not in {"nsubj", "nsubjpass", "poss"}:
        return "", ""
    lemma = token.head.lemma_.lower()
    return ("", lemma) if token.dep_ == "poss" else (lemma, "")


def _is_adjective(run: Run, parse: Parse) -> bool:
    """One word that says of what kind the noun after it is ("Western officials")."""
    held = parse.doc.char_span(run[0].start, run[0].end, whole=True) if len(run) == 1 else None
    return held is not None and held[0].tag_ == "JJ" and held[0].dep_ == "amod"


def _hull(run: Run) -> Span:
    return Span(run[0].start, run[-1].end)


def _without_opening(run: Run, parse: Parse, written: _Written) -> Run:
    """The run without words that have a capital only because a sentence begins with them."""
    if len(run) > 1 and run[0].lower == "the" and run[1].lower in listed("place", "with_the"):
        return run
    while run and run[0].first and _is_common(run[0], parse, written, alone=len(run) == 1):
        run = _trimmed(run[1:])
    while run and _opens(run[0]):
        run = _trimmed(run[1:])
    return run


def _opens(word: Word) -> bool:
    """A word with which sentences begin; in capitals alone it is a name ("US")."""
    return word.lower in listed("never", "starts") and not (len(word.text) > 1 and word.text.isupper())


def _without_day(run: Run) -> Run:
    """The run without the day that follows somebody's name: "Ada Brook Sunday defended it", but "Bloody Sunday"."""
    return run[:-1] if len(run) > len(("Ada", "Brook")) and run[-1].lower in table("dates")["weekday"]["names"] else run


def _without_number(run: Run) -> Run:
    """The run without a bare number before it, unless that numbers a unit: "50 Danes", but "11 Corps"."""
    if run and run[0].text.isdigit() and not any(word.lower in listed("unit", "heads") for word in run):
        return _trimmed(run[1:])
    return run


def _is_common(word: Word, parse: Parse, written: _Written, *, alone: bool) -> bool:
    if _opens(word):
        return True
    if len(word.text) > 1 and word.text.isupper():
        return False
    held = parse.doc.char_span(word.start, word.end)
    named = (held is not None and held[0].tag_ in NAME_TAGS) or word.text in written.capital
    return not named or (alone and word.lower in written.small)


def _trimmed(run: Run) -> Run:
    """The run without small words at its ends."""
    first, last = 0, len(run)
    while first < last and not _carries(run[first]):
        first += 1
    while last > first and not _carries(run[last - 1]):
        last -= 1
    return run[first:last]


def _carries(word: Word) -> bool:
    return word.capital or word.text[0].isdigit()


def _parts(run: Run) -> Iterator[tuple[Run, Run]]:
    """The names in a run, each with the title before it: "Kered President Omar Sall" holds two."""
    whole = _ends_in_head(run) and not _is_of_body(run)
    start = int(not whole and _is_opening_role(run))
    title: Run = run[:start]
    for at, word in enumerate(run):
        if whole or at < start or word.lower.rstrip(".") not in listed("person", "before") or at == len(run) - 1:
            continue
        if part := _trimmed(run[start:at]):
            yield title, part
            title = ()
        title, start = (*title, word), at + 1
    following = run[start] if start < len(run) else None
    if following is not None and following.lower in OF:
        end = start + office_of(run[start:]) if title else start
        if (held := _trimmed(run[start:end])) and not is_matter(held):
            yield (), held
        title, start = ((*title, *run[start:end]), end) if end > start else ((), start)
    if part := _trimmed(run[start:]):
        yield from _with_origin(title, part)


def _is_of_body(run: Run) -> bool:
    """ "Prof. Ann Lowell of Kings College": a person with a title, and the body that he or she is of."""
    at = next((place for place, word in enumerate(run) if word.lower == "of"), 0)
    before = listed("person", "before")
    titled = at > len(("Prof.", "Ann")) and run[0].lower.rstrip(".") in before
    return titled and run[at - 1].lower not in before | of_things() and _is_body(run[at + 1 :])


def _is_body(run: Run) -> bool:
    return any(word.lower in _heads() for word in run)


def _is_opening_role(run: Run) -> bool:
    """ "Landlord Keith Purvis": a word for a role with which a sentence begins, and then who bears it."""
    full = len(run) > len(("Keith", "Purvis")) and all(word.capital for word in run[:3])
    return full and run[0].first and is_role(run[0].text)


def _with_origin(title: Run, run: Run) -> Iterator[tuple[Run, Run]]:
    """ "Ada Brook of Port Amal" are a person and a place, where nothing before the "of" says that it is one thing."""
    at = next((place for place, word in enumerate(run) if word.lower == "of"), 0)
    named = at >= 2 and run[at - 1].lower not in of_things() and run[0].lower not in listed("place", "first")
    if _is_way(run):
        yield title, run[:1]
        yield (), run[2:]
    elif (
        named
        and at + 1 < len(run)
        and (bearers(key_of(" ".join(word.text for word in run[at + 1 :]))) or (title and _is_body(run[at + 1 :])))
    ):
        yield title, run[:at]
        yield (), _trimmed(run[at + 1 :])
    else:
        yield title, run


def _is_way(run: Run) -> bool:
    """ "(left) Manila for Cebu": two places and the way from one to the other."""
    if len(run) != len(("from", "for", "to")) or run[1].lower != "for":
        return False
    return all(bearers(key_of(word.text)) for word in (run[0], run[2]))


def _ends_in_head(run: Run) -> bool:
    return bool(run) and run[-1].lower in _heads()


@cache
def _heads() -> frozenset[str]:
    return listed("organisation", "heads") | listed("outlet", "heads") | listed("unit", "heads")


@cache
def _never() -> frozenset[str]:
    return listed("never", "calendar") | listed("never", "short")


def _is_name(run: Run) -> bool:
    text = " ".join(word.text for word in run)
    if all(word.text in peoples() or not word.text[0].isalpha() for word in run) and len(run) > 1:
        return text in peoples()
    if len(run) == 1:
        word = run[0]
        if not any(letter.isalpha() for letter in word.text) or len(word.text) < 2:
            return False
        if _opens(word) or word.lower.rstrip(".") in listed("person", "before"):
            return False
    if run[-1].lower in listed("of", "conditions") and any(word.lower == "of" for word in run):
        return False  # "a State of Emergency"
    if all(word.lower.partition(".")[0] in _never() or not word.text[0].isalpha() for word in run):
        return False
    return not (text in peoples() and not text.endswith("s"))


def _echoes(parse: Parse, found: list[Word], known: Iterable[str]) -> Iterator[Candidate]:
    """Names of the article that a shouting block repeats, in whatever case."""
    longest = _by_first(known)
    at = 0
    while at < len(found):
        match = next((name for name in longest.get(found[at].lower, ()) if _matches(found, at, name)), None)
        if match is None:
            at += 1
            continue
        last = at + len(match) - 1
        start, end = found[at].start, found[last].end
        yield Candidate(parse.text[start:end], Span(parse.base + start, parse.base + end), Counter())
        at = last + 1


def _by_first(known: Iterable[str]) -> Mapping[str, list[tuple[str, ...]]]:
    index: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    for name in known:
        parts = tuple(word.lower for word in words(name))
        if parts:
            index[parts[0]].append(parts)
    return {first: sorted(names, key=lambda name: (-len(name), name)) for first, names in index.items()}


def _matches(found: list[Word], at: int, name: tuple[str, ...]) -> bool:
    return tuple(word.lower for word in found[at : at + len(name)]) == name and found[at].capital
