"""Own sentences: what happened, who to whom, and whether it is so, sure, or still to come."""

import pytest

from reportedly.extract.counting.figures import Figures
from reportedly.extract.draft import Draft
from reportedly.extract.happening.happenings import Happenings
from reportedly.extract.naming.names import Names
from reportedly.extract.parse import Parser
from reportedly.extract.placing.places import Places
from reportedly.model.article import Article, Block, BlockKind
from reportedly.model.capture import Capture
from reportedly.model.happening import Happening
from reportedly.model.span import Span


def draft_of(text: str, kind: BlockKind = "body") -> Draft:
    capture = Capture(id="sha256:0", path="own.txt", row_id=None, media_type="text/plain", text=text)
    article = Article(
        id="article:0", capture=capture.id, language="en", read=True, title=None, byline=(), outlet=None,
        carried_by=None, wire=None, genre=None, published=None, blocks=(Block(kind, Span(0, len(text))),),
    )  # fmt: skip
    return Figures()(Parser()(Draft(capture, article)))


def happening(text: str, lemma: str, kind: BlockKind = "body") -> Happening:
    found = [one for one in Happenings()(draft_of(text, kind)).happenings if one.lemma == lemma]
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "lemma", "family", "subject", "obj"),
    [
        ("The ferry sank within an hour.", "sink", "sank", "The ferry", None),
        ("Nine drivers were abducted by gunmen.", "abduct", "abducted", "gunmen", "Nine drivers"),
        ("The board fired the director on Monday.", "fire", "dismissed", "The board", "the director"),
        ("The patrol fired two shots.", "fire", "fired", "The patrol", "two shots"),
        ("Air defence shot down three drones.", "shoot", "shot down", "Air defence", "three drones"),
        ("The embankment gave way at dawn.", "give", "collapsed", "The embankment", "way"),
        ("Forty guests were killed in the blast.", "blast", "exploded", None, None),
        ("The shelling of the market went on.", "shelling", "attacked", None, "the market"),
        ("Nine drivers were found dead in the hold.", "find", "killed", None, "Nine drivers"),
        ("The guard was pronounced dead at noon.", "pronounce", "killed", None, "The guard"),
        ("Two clerks were stabbed to death.", "stab", "killed", None, "Two clerks"),
        ("Nine drivers were found alive in the hold.", "find", "survived", None, "Nine drivers"),
        ("Nine drivers were found in the hold.", "find", "found", None, "Nine drivers"),
    ],
)
def test_family_and_parties(text: str, lemma: str, family: str, subject: str | None, obj: str | None) -> None:
    one = happening(text, lemma)
    assert one.family == family
    assert (one.subject and one.subject.text, one.object and one.object.text) == (subject, obj)


@pytest.mark.parametrize(
    ("text", "lemma", "negated", "hedged", "phase"),
    [
        ("No siren sounded.", "sound", True, False, "done"),
        ("The siren never sounded.", "sound", True, False, "done"),
        ("The pump failed to start.", "start", True, False, "done"),
        ("The ship may have sunk.", "sink", False, True, "done"),
        ("The gate was reportedly locked.", "lock", False, True, "done"),
        ("The guard appears to have fled.", "flee", False, True, "done"),
        ("The works will close in March.", "close", False, False, "planned"),
        ("The firm plans to close the works.", "close", False, False, "planned"),
        ("Rescuers are searching the hillside.", "search", False, False, "under way"),
        ("The army had withdrawn.", "withdraw", False, False, "done"),
    ],
)
def test_so_sure_and_when(text: str, lemma: str, negated: bool, hedged: bool, phase: str) -> None:
    one = happening(text, lemma)
    assert (one.negated, one.hedged, one.phase) == (negated, hedged, phase)


def test_the_present_of_a_headline_is_done() -> None:
    assert happening("Ferry sinks near the old lighthouse", "sink", "title").phase == "done"


@pytest.mark.parametrize(
    ("text", "lemma", "where"),
    [
        ("The rocket blasted off from the desert base.", "blast", ["from the desert base"]),
        ("Four men came through a gate of the harbour.", "come", ["through a gate of the harbour"]),
        ("The boat ran onto the bank late on Monday.", "run", ["onto the bank"]),
        ("The clerk read of it from the harbour.", "read", []),
    ],
)
def test_of_what_moves_a_direction_says_where(text: str, lemma: str, where: list[str]) -> None:
    assert [words.text for words in happening(text, lemma).where] == where


@pytest.mark.parametrize(
    "text",
    [
        "A guard was shot in the head on Friday.",
        "The flood was the worst in the history of the harbour.",
        "The booms are in place.",
        "They met under the auspices of the harbour board.",
    ],
)
def test_what_no_place_is_says_nowhere(text: str) -> None:
    assert [words.text for one in Happenings()(draft_of(text)).happenings for words in one.where] == []


def test_the_head_of_a_dock_is_a_place() -> None:
    assert [words.text for words in happening("The barge sank at the head of the dock.", "sink").where] == [
        "at the head of the dock"
    ]


def test_where_takes_the_whole_phrase() -> None:
    one = happening("The bus crashed 6 km west of the village on Monday.", "crash")
    assert [words.text for words in one.where] == ["6 km west of the village"]


def test_spans_hold_their_words() -> None:
    draft = draft_of("Some 40 houses, the mayor said, burned in the village of stone.\nNobody was hurt, he added.")
    for one in Happenings()(draft).happenings:
        for words in (one.verb, one.subject, one.object, *one.where):
            assert words is None or words.span.of(draft.capture.text) == words.text
        assert one.span.contains(one.verb.span)


def test_a_clause_ends_before_the_conjunction_to_the_next() -> None:
    text = "The depot burned on Monday, but the tanks held."
    assert happening(text, "burn").span.of(text) == "The depot burned on Monday"
    assert happening(text, "hold").span.of(text) == "the tanks held"


def test_a_note_glued_to_a_sentence_is_no_part_of_it() -> None:
    draft = draft_of("The cadets were trained in the old harbour.[Taken from a channel of the unit")
    assert [words.text for one in Happenings()(draft).happenings for words in one.where] == ["in the old harbour"]


@pytest.mark.parametrize(
    "text",
    [
        "Moscow said that it sank three ships.",
        "The strike was condemned by Moscow.",
        "Talks with Pyongyang collapsed on Monday.",
        "Tensions grew between Seoul and Pyongyang.",
        "The truce between Kyiv and Moscow collapsed.",
    ],
)
def test_a_capital_that_stands_for_its_government_is_where_nothing_happened(text: str) -> None:
    draft = Places()(Names()(draft_of(text)))
    assert [words.text for one in Happenings()(draft).happenings for words in one.where] == []


def test_between_two_towns_is_where_it_happened() -> None:
    draft = Places()(Names()(draft_of("The train derailed between Warsaw and Berlin.")))
    assert [w.text for one in Happenings()(draft).happenings for w in one.where] == ["between Warsaw and Berlin"]
