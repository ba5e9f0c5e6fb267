import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.extract.counting.figures import Figures
from reportedly.extract.draft import Draft
from reportedly.extract.moments import Moments
from reportedly.extract.parse import Parser
from reportedly.model.article import Article, Block
from reportedly.model.capture import Capture
from reportedly.model.mention import Figure
from reportedly.model.span import Span


def draft_of(text: str, title: str = "") -> Draft:
    whole = f"{title}\n\n{text}" if title else text
    capture = Capture(id="sha256:0", path="own.txt", row_id=None, media_type="text/plain", text=whole)
    start = len(whole) - len(text)
    blocks = [Block("title", Span(0, len(title)))] if title else []
    article = Article(
        id="article:0", capture=capture.id, language="en", read=True, title=None, byline=(), outlet=None,
        carried_by=None, wire=None, genre=None, published=None,
        blocks=(*blocks, Block("body", Span(start, len(whole)))),
    )  # fmt: skip
    draft = Draft(capture, article)
    for stage in (Parser(), Moments(), Figures()):
        draft = stage(draft)
    return draft


def figures(text: str, title: str = "") -> list[Figure]:
    return list(draft_of(text, title).figures)


def one(text: str, title: str = "") -> Figure:
    found = figures(text, title)
    assert len(found) == 1, [f.text for f in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "words", "low", "high", "approximate", "unit"),
    [
        ("Around 12,000 pilgrims set out.", "Around 12,000", 12000, 12000, True, None),
        ("At least 14 miners drowned.", "At least 14", 14, None, False, None),
        ("The barge held 118 tonnes of cement.", "118 tonnes", 118, 118, False, "tonne"),
        ("Up to 60 goats were lost.", "Up to 60", None, 60, False, None),
        ("Between 30 and 40 tents burned.", "Between 30 and 40", 30, 40, False, None),
        ("The fine came to €3.4m.", "€3.4m", 3.4e6, 3.4e6, False, "€"),
        ("Turnout was 48 per cent.", "48 per cent", 48, 48, False, "%"),
        ("Dozens of houses fell.", "Dozens", 24, None, True, None),
        ("Tens of thousands of bees escaped.", "Tens of thousands", 20000, None, True, None),
        ("One in four pupils was ill.", "One in four", 0.25, 0.25, False, None),
        ("Three thousand, four hundred and ten left.", "Three thousand, four hundred and ten", 3410, 3410, False, None),
        ("Eight or nine thousand marched.", "Eight or nine thousand", 8000, 9000, False, None),
        ("Another 53 were hurt.", "53", 53, 53, False, None),
        ("It lasted about an hour.", "about an hour", 1, 1, True, "hour"),
        ("The leak ran at 40 barrels a day.", "40 barrels", 40, 40, False, "barrel per day"),
    ],
)  # fmt: skip
def test_value_and_words(text: str, words: str, low: float, high: float, approximate: bool, unit: str | None) -> None:
    figure = one(text)
    quantity = figure.quantity
    assert figure.text == words
    assert (quantity.low, quantity.high, quantity.approximate, quantity.unit) == (low, high, approximate, unit)


@pytest.mark.parametrize(
    ("text", "counted", "predicate"),
    [
        ("Two clerks were found dead in the mill.", "clerks", "killed"),
        ("Two clerks were found shot dead in the mill.", "clerks", "killed"),
        ("Two clerks were pronounced dead at the mill.", "clerks", "killed"),
        ("Two clerks were shot to death in the mill.", "clerks", "killed"),
        ("Two clerks were found in the mill.", "clerks", "found"),
        ("The slide killed nine shepherds.", "shepherds", "killed"),
        ("Nine shepherds died in the slide.", "shepherds", "killed"),
        ("The slide left 12 dead.", "dead", "killed"),
        ("The toll rose to 41.", "toll", "casualties"),
        ("Police arrested 30 marchers.", "marchers", "arrested"),
        ("Eleven miners lost their lives.", "miners", "killed"),
        ("Forty-eight passengers were never found.", "passengers", "missing"),
        ("The clinic treated 40 people who were hurt.", "people", "injured"),
        ("The 300-strong crew sailed on.", "crew", "departed"),
    ],
)
def test_what_is_counted_and_what_happened(text: str, counted: str, predicate: str | None) -> None:
    figure = one(text)
    assert (figure.counted, figure.predicate) == (counted, predicate)


def test_a_people_of_two_words_is_counted_whole() -> None:
    (figure,) = figures("The raid killed 50 South Africans.")
    assert (figure.counted, figure.holder) == ("South Africans", "South African")


def test_holder_is_told_apart_from_what_is_counted() -> None:
    figure = one("The ship carried 900 Tolghani conscripts.")
    assert (figure.counted, figure.holder) == ("conscripts", "Tolghani")


def test_a_noun_left_out_is_the_one_before() -> None:
    killed, wounded = figures("Shells killed 60 Orvan conscripts, and wounded 55.")
    assert (killed.predicate, wounded.predicate) == ("killed", "injured")
    assert wounded.counted == killed.counted == "conscripts"
    assert wounded.holder == "Orvan"


def test_a_noun_left_out_can_come_after() -> None:
    first, second = figures("The blast killed 100 and injured more than 400 people.")
    assert first.counted == second.counted == "people"


def test_a_part_knows_its_whole() -> None:
    whole, part = figures("The slide buried 40 hikers, including 12 cadets.")
    assert part.subset_of == whole.id
    assert whole.subset_of is None


def test_a_part_is_not_the_whole_of_what_follows() -> None:
    whole, part, hurt = figures("The blast killed 259 people, including 12 cadets, and injured more than 5,500.")
    assert (whole.counted, part.counted, hurt.counted) == ("people", "cadets", "people")


def test_who_did_it_is_not_counted_as_done_to() -> None:
    doers = figures("Four gunmen killed nine guards.")[0]
    assert doers.predicate is None


def test_who_reckons_is_not_counted() -> None:
    assert one("The union counts 57.").counted is None


def test_a_label_says_what_is_counted() -> None:
    assert one("Survivors. The clinic says five.").predicate == "survived"


def test_a_repeated_value_takes_its_unit() -> None:
    figure = figures("The train did 118 km/h. The driver disputes the 118.")[1]
    assert figure.quantity.unit == "km/h"


def test_zero_is_a_count_only_of_what_is_counted() -> None:
    assert [f.quantity.high for f in figures("There were no deaths. There was no reason.")] == [0]


def test_a_change_is_two_values() -> None:
    assert [(f.quantity.low, f.quantity.unit) for f in figures("Turnout fell from 48 to 36 percent.")] == [
        (48, "%"),
        (36, "%"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Flight 370 vanished.",
        "An F-16 passed.",
        "The 11th Corps moved.",
        "See Article 5.",
        "They won 3-1.",
        "Page 1 of 229",
    ],
)
def test_numbers_of_names_count_nothing(text: str) -> None:
    assert figures(text) == []


def test_as_of_a_day() -> None:
    assert one("As of 3 May 2031, 41 miners had died.").as_of == "2031-05-03"


def test_headlines_say_what_happened() -> None:
    assert figures("The ferry sank.", title="Ferry sinks, at least 43 drowned")[0].predicate == "killed"


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["At least", "12", "dead", ",", "and", "between", "30", "40", "of", "the", "crew", "killed", "$", "4m", "%",
             "dozens", "wounded", "no", "one", "in", "three", "to", ".", "including", "injured", "Monday", "\n", "-"]
        ),
        max_size=18,
    )
)  # fmt: skip
def test_any_words_keep_their_places(words: list[str]) -> None:
    text = " ".join(words) or "x"
    draft = draft_of(text)
    ends = 0
    for figure in draft.figures:
        assert figure.span.of(draft.capture.text) == figure.text
        assert figure.span.start >= ends
        ends = figure.span.end
        if figure.counted_span is not None:
            assert 0 <= figure.counted_span.start < figure.counted_span.end <= len(text)


@pytest.mark.parametrize(
    ("text", "predicates"),
    [
        ("Three squads, totalling 40 men, were sent to the dam.", ["deployed", "deployed"]),
        ("Volk spoke of deployment figures between 300 and 400 wardens.", ["deployed"]),
        ("Forty miners are feared to have drowned.", ["killed"]),
        ("The new pier cost 14 million crowns.", ["costs"]),
    ],
)
def test_what_happened_is_told_by_the_clause_that_governs_the_whole(text: str, predicates: list[str]) -> None:
    assert [figure.predicate for figure in figures(text)] == predicates


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("The wreck lies 46 metres deep.", "deep"),
        ("The wreck lies in 46 metres of water.", "deep"),
        ("The camp lies at an altitude of 4,600 metres.", "high"),
        ("The slick was eleven kilometres long.", "long"),
        ("The crater is nine metres across.", "wide"),
        ("The piece weighed eleven kilograms.", "heavy"),
        ("The tram took the curve at a speed of 60 km/h.", "fast"),
        ("It lasted three hours.", "lasted"),
        ("He drew up a long list of twelve names.", None),
        ("At least three porters are among the wounded.", "injured"),
        ("The brigade admits losing fifteen men.", "casualties"),
        ("The herder lost thirty goats.", "killed"),
    ],
)
def test_what_a_measure_or_a_loss_is_of(text: str, predicate: str | None) -> None:
    assert one(text).predicate == predicate


@pytest.mark.parametrize(
    "text",
    [
        "The ministry spoke of 40 drowned miners. The union says 57.",
        "Drowned miners: our own divers have counted 57.",
    ],
)
def test_a_bare_number_that_somebody_gives_goes_on_from_what_was_asked(text: str) -> None:
    last = figures(text)[-1]
    assert (last.text, last.predicate) == ("57", "killed")


@pytest.mark.parametrize(
    "text",
    [
        "The ministry spoke of 40 drowned miners. Four tell another story.",
        "The ministry spoke of 40 drowned miners. Its debts came to 9,000.",
    ],
)
def test_another_number_does_not_go_on(text: str) -> None:
    assert figures(text)[-1].predicate is None


def test_a_question_in_the_paragraph_ahead_says_what_its_answer_counts() -> None:
    whole = "How many crates were recovered?\n\nThis morning thirty-six."
    capture = Capture(id="sha256:0", path="own.txt", row_id=None, media_type="text/plain", text=whole)
    article = Article(
        id="article:0", capture=capture.id, language="en", read=True, title=None, byline=(), outlet=None,
        carried_by=None, wire=None, genre=None, published=None,
        blocks=(Block("body", Span(0, 31)), Block("body", Span(33, len(whole)))),
    )  # fmt: skip
    draft = Draft(capture, article)
    for stage in (Parser(), Moments(), Figures()):
        draft = stage(draft)
    assert [(f.text, f.counted, f.predicate) for f in draft.figures] == [("thirty-six", "crates", "found")]
