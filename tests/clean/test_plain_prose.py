"""A sentence of the story stays one, however near the masthead it stands."""

import pytest

from reportedly.clean.plain import PlainBlocks

AFTER = (
    "A storm came over the valley at the end of the week, and people there say that they had seen none like it.\n\n"
    "Many of them stayed with their neighbours while the water rose, and some are still waiting for help.\n"
)


@pytest.mark.parametrize(
    "lede",
    [
        "The mayor closed the bridge on 3 May 2031, the council said.",
        "Six wardens have been filmed receiving boots and lamps at a depot in the hills, which appears to bear out "
        "what the forestry office had told reporters, that 1,400 volunteers have been sent to the valley for training.",
    ],
)
def test_a_lede_is_body(lede: str) -> None:
    text = f"Bridge at Old Harrow closed after the storm\n\nPublished 4 May 2031\n\n{lede}\n\n{AFTER}"
    kinds = {block.span.of(text): block.kind for block in PlainBlocks()(text)}
    assert kinds[lede] == "body"
    assert kinds["Published 4 May 2031"] != "body"


@pytest.mark.parametrize(
    ("text", "story"),
    [
        ("The mayor of Brel said on 3 March 2031 that two people had died.", True),
        ("BREL, March 3 (HP) - The mayor said on Monday that two people had died when the ferry sank.", True),
        ("We use cookies to make this site work. Accept all of them here.", False),
        ("Subscribe now and read without limits, on every screen you have.", False),
    ],
)
def test_a_text_of_one_sentence_is_story_unless_it_asks_for_something(text: str, story: bool) -> None:
    assert [block.kind == "body" for block in PlainBlocks()(text)] == [story]


GERMAN = """Fähre vor Brel gesunken

Die Fähre Marisol ist am Montagabend mit 214 Menschen an Bord vor der Küste gesunken, teilte die Hafenbehörde mit.

Taucher fanden zwölf Leichen. Das Ministerium hat eine Untersuchung eingeleitet, sagte ein Sprecher am Dienstag in Brel.

Werbung
"""
RUSSIAN = """Паром затонул у Бреля

Паром «Марисоль» затонул в понедельник вечером у берегов Бреля, на борту было 214 человек, сообщили власти порта.

Водолазы обнаружили двенадцать тел. Министерство моря начало расследование, заявил во вторник его представитель в Бреле.
"""


@pytest.mark.parametrize("text", [GERMAN, RUSSIAN])
def test_a_story_in_another_language_is_cleaned_too(text: str) -> None:
    """Once all of it was navigation, and its headline the name of its outlet."""
    assert [block.kind for block in PlainBlocks()(text)][:3] == ["title", "body", "body"]
