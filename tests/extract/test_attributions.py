import pytest
from tests.extract.paragraphs import article, capture

from reportedly.extract import Extractor
from reportedly.extract.attributions import Attributions
from reportedly.extract.naming.names import Names
from reportedly.extract.parse import Parser
from reportedly.model.reading import Reading


@pytest.fixture(scope="session")
def extract() -> Extractor:
    return Extractor((Parser(), Names(), Attributions()))


def read(extract: Extractor, text: str) -> Reading:
    it = capture(text)
    return extract(it, article(it))


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        ("The mayor said that the bridge was closed.", "the bridge was closed", "The mayor"),
        ("The bridge was closed, the mayor said.", "The bridge was closed", "the mayor"),
        ("“The bridge is closed,” said the mayor.", "The bridge is closed", "the mayor"),
        ("According to the harbour master, nine people drowned.", "nine people drowned", "the harbour master"),
        ("The union put the number of strikers at 4,000.", "the number of strikers at 4,000", "The union"),
        (
            "The unit claims to have sunk 30 rafts, and burnt 18.",
            "to have sunk 30 rafts, and burnt 18",
            "The unit",
        ),
        (
            "They were seen at a quay, appearing to confirm reports from the Border Service that 800 were hired.",
            "800 were hired",
            "the Border Service",
        ),
    ],
)
def test_who_said_what(extract: Extractor, text: str, content: str, source: str) -> None:
    (statement,) = read(extract, text).statements
    assert statement.content[0].of(text) == content
    span = statement.attribution[0].span
    assert span is not None
    assert span.of(text) == source


@pytest.mark.parametrize(
    "text",
    [
        "You can say that the light was out.",
        "Nobody says that the gate was open.",
        "No one says that the gate was open.",
        "Almost nobody says that the gate was open.",
        "The tale that he floated, told by “two drivers”, was old.",
        "I asked the guard whether the gate was shut.",
        "Asked whether the gate was shut, the mayor left.",
        "The crew of the Northern Coast Office (NCO) has 30 boats.",
        "The one laboratory that could verify this is closed.",
        "The desk asked the Fourth Division for a map.",
    ],
)
def test_what_is_nobodys_statement(extract: Extractor, text: str) -> None:
    assert read(extract, text).statements == ()


def test_a_title_means_whom_the_story_names(extract: Extractor) -> None:
    it = capture("Fever kills nine, minister says\nHealth Minister Anna Holt said that nine people had died.")
    first, second = extract(it, article(it, title=True)).statements
    assert first.attribution[0].name == second.attribution[0].name == "Anna Holt"
    assert first.attribution[0].described == "minister"


def test_a_title_that_is_all_dateline_says_nothing(extract: Extractor) -> None:
    it = capture("LUND — HARBOUR FIRE — The council\n\nThe council said that the harbour would open again.")
    statements = extract(it, article(it, title=True)).statements
    assert [s.content[0].of(it.text) for s in statements] == ["the harbour would open again"]


def test_a_title_over_a_part_is_no_speaker(extract: Extractor) -> None:
    it = capture("Harbour police: what we know\nThe ferry sank.")
    assert extract(it, article(it, title=True)).statements == ()


def test_a_semicolon_ends_what_is_said(extract: Extractor) -> None:
    text = "Nine are dead, says the navy; 19, says the mayor."
    told = {s.attribution[0].name: s.content[0].of(text) for s in read(extract, text).statements}
    assert told == {"navy": "Nine are dead", "mayor": "19"}


@pytest.mark.parametrize(
    "text",
    ["Anna Holt said she remembered that the gate was open.", "Anna Holt reportedly said that the gate was open."],
)
def test_one_speaker_says_it_once(extract: Extractor, text: str) -> None:
    assert len(read(extract, text).statements) == 1


def test_a_weak_verb_without_a_subject_reports_nothing(extract: Extractor) -> None:
    assert read(extract, "The crane was left alone, allowing the tank to overflow.").statements == ()


def names(reading: Reading) -> list[list[str | None]]:
    return [[link.name for link in statement.attribution] for statement in reading.statements]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("The minister, in a message read on state radio, said the bridge was shut.", ["minister", "state radio"]),
        ("The director confirmed the loss of the pump to Radio Lagune.", ["director", "Radio Lagune"]),
        ("“The gate was open,” a keeper told the breakfast show on Radio Lagune.", ["a keeper", "Radio Lagune"]),
        ("Rebels blamed the fog in a note sent to the exile station Radio Sever.", ["Rebels", "Radio Sever"]),
        ("An envoy says, citing a guard of the port, that the gate was shut.", ["a guard of the port", "An envoy"]),
        ("The port has offered “a rope and a bell”, per two guards.", ["port", "two guards"]),
        (
            "The wreck was in the Harbour Post. Four guards told the paper that it sank.",
            ["Four guards", "Harbour Post"],
        ),
        ("A guard told a cousin, who rang us, that the lamp was out.", ["A guard", "a cousin"]),
        ("Envoys, quoted by the Lund daily Harbour Dawn, say the quay is safe.", ["Envoys", "Harbour Dawn"]),
        (
            "The engineer blamed the fog for the crash in an interview with state telly.",
            ["engineer", "state television"],
        ),
        (
            "The panel, in a draft described to me by a clerk, concluded that the pump was sound.",
            ["panel", "a clerk"],
        ),
        (
            "The mayor, in a message read on state radio, thanked the crews and denied any delay.",
            ["mayor", "state radio"],
        ),
    ],
)
def test_through_whom(extract: Extractor, text: str, chain: list[str]) -> None:
    assert chain in names(read(extract, text))


def test_what_a_quotation_reports_is_theirs_whom_it_names_and_of_nobody_where_it_says_they(extract: Extractor) -> None:
    told = read(extract, "“The guards told us that the gate was shut, and they say that it is open,” Ada Krall said.")
    within = [s for s in told.statements if s.why[0].rule == "within.v1"]
    assert [[link.name for link in s.attribution] for s in within] == [["guards", "Ada Krall"], [None, "Ada Krall"]]
    assert not any(
        s.why[0].rule == "within.v1" for s in read(extract, "“My wife knew that it was shut,” Bo Lind said.").statements
    )


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        ("Lund Mills said it would cut 2,150 jobs, 1,180 of them in the valley, blaming the drought.",
         "it would cut 2,150 jobs, 1,180 of them in the valley", "Lund Mills"),
        ("The guard said that nine had been seized: four rowers, three drivers and two cooks.",
         "nine had been seized: four rowers, three drivers and two cooks", "guard"),
        ("The clinic reported fourteen dead, including five firefighters.",
         "fourteen dead, including five firefighters", "clinic"),
        ("The guard said that nine had been seized, and four boats lay at the quay.", "nine had been seized", "guard"),
        ("The figure of 118 knots, published by the ministry, was too high.", "118 knots", "ministry"),
        ("As reported to us by the harbour office, there were nine boats.", "there were nine boats", "harbour office"),
    ],
)  # fmt: skip
def test_what_counts_on_is_reported_too_and_figures_are_whose_they_are_said_to_be(
    extract: Extractor, text: str, content: str, source: str
) -> None:
    told = {s.extent.of(text): [link.name for link in s.attribution] for s in read(extract, text).statements}
    assert told.get(content) == [source]


INTERVIEW = (
    "Ada Brook has kept the lock for thirty years. She is a patient woman.\n"
    "When did you see the barge?\nAt noon. I rang the bell at once. The skipper told me that his pump had failed.\n"
    "Was anybody hurt?\nMy cousin counted nine men on the bank.\n"
    "What will you do now?\nWe shall drain the lock.\nThe Lantern appears on Fridays."
)


def test_whole_answers_are_the_words_of_who_is_interviewed(extract: Extractor) -> None:
    answers = [s for s in read(extract, INTERVIEW).statements if s.why[0].rule == "turn.v1"]
    assert [s.attribution[0].name for s in answers] == ["Ada Brook"] * 3
    assert answers[2].content[0].of(INTERVIEW) == "We shall drain the lock"


def test_whoever_an_answer_reports_comes_through_who_is_interviewed(extract: Extractor) -> None:
    assert ["skipper", "Ada Brook"] in names(read(extract, INTERVIEW))


def test_whoever_is_told_something_in_an_interview_answers_it(extract: Extractor) -> None:
    text = INTERVIEW.replace(
        "What will you do now?\n",
        "You have been blamed for the flood.\nA member of the council called it “theatre”.\nAnd now?\n",
    )
    assert ["A member of the council", "Ada Brook"] in names(read(extract, text))


def test_i_in_a_labelled_answer_is_who_is_interviewed(extract: Extractor) -> None:
    text = (
        "Ada Brook has kept the lock.\nQ: What did you see?\nA: I suspect that nine barges sank there.\n"
        "Q: And then?\nA: We went home.\nQ: Was it late?\nA: I think that it was noon."
    )
    assert ["Ada Brook"] in [chain for chain in names(read(extract, text)) if chain]
    assert all(chain[0] == "Ada Brook" for chain in names(read(extract, text)) if chain)


def test_questions_that_nobody_answers_about_himself_are_no_interview(extract: Extractor) -> None:
    text = "What is a lock?\nA gate.\nWho keeps it?\nA keeper does.\nIs it deep?\nIt is nine metres deep."
    assert read(extract, text).statements == ()


def test_a_noun_behind_an_article_is_no_verb_of_saying(extract: Extractor) -> None:
    text = "Of these 40 were sold and six were never found, in the words of the note, “and are held to be lost at sea.”"
    names = {link.name for s in read(extract, text).statements for link in s.attribution}
    assert "words of the" not in names
    assert "note" in names


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The driver – since identified as Ada Krall, 29 – left the quay.", None),
        (
            "With regard to the baker of the Marché Vert, the Government's spokeswoman, Mrs. Lena Ostrov, indicated "
            "that he had been isolated and that fifty persons who had met him were under observation.",
            "Lena Ostrov",
        ),
        ("On the origin of the leak, the Warden of Toubal, Colonel Jan Brod, informed them that it was shut.",
         "Jan Brod"),
        (
            "The line said on Monday it would close and cut 2,150 jobs, 1,180 of them in the Orle valley, "
            "blaming energy costs.",
            "line",
        ),
        ("HARBOUR, Norland -- Sudland on Friday denied that its ships had shelled the quay.", "Sudland"),
        ("“There are nine aboard,” declared to Radio Lagune the director, engineer Ada Krall.", "Ada Krall"),
    ],
)  # fmt: skip
def test_a_speaker_whom_the_sentence_hides(extract: Extractor, text: str, source: str | None) -> None:
    assert {links[0] for links in names(read(extract, text))} == ({source} if source is not None else set())


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The mayor is relieved: “The only insiders were the mice of the old mill.”", "mayor"),
        ("Norland says it sank. A cultural attaché was in little doubt: “There is one ship that does this.”",
         "cultural attaché"),
        ("The club put out a line: “We sold nine thousand seats and not one more.”", "club"),
        ("The mayor had no doubt. The rule was clear: “No boat may leave the harbour after nine.”", None),
        ("The chairman, Ivo Lann, wrote on his channel:\n“I have had 120 tonnes in my nets alone.”", "Ivo Lann"),
    ],
)  # fmt: skip
def test_whose_a_quotation_behind_a_colon_is(extract: Extractor, text: str, source: str | None) -> None:
    (said,) = [s for s in read(extract, text).statements if s.why[0].rule == "floating.v1"]
    assert (said.attribution[0].name or "").removeprefix("A ") == (source or "")


def test_she_is_the_one_person_whom_the_paragraph_has_just_named(extract: Extractor) -> None:
    told = "I had coffee with Ines Bell, the physicist behind the count. “Everybody thanked us for it,” she told me."
    assert names(read(extract, told)) == [["Ines Bell"]]
    two = "I met Ines Bell and Ada Krall there. “Everybody thanked us for it,” she told me."
    assert names(read(extract, two)) == [[None]]
    before = "In May she met Ines Bell there. “Everybody thanked us for it,” she told me."
    assert names(read(extract, before)) == [[None]]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("'I held my boy over my head': teacher relives fire", "I held my boy over my head"),
        ("Ship “may have lost 300 tonnes” of fuel", "may have lost 300 tonnes"),
    ],
)
def test_a_headlines_quotation_is_somebodys(extract: Extractor, text: str, content: str) -> None:
    it = capture(text)
    statements = extract(it, article(it, title=True)).statements
    assert content in [s.content[0].of(text) for s in statements if s.attribution]


@pytest.mark.parametrize(
    "text",
    [
        "The “Iron Duke” sails again",
        "The firm raised the toll to 9, a figure the union disputes.",
        "They saw the quay, where nobody asked.",
    ],
)
def test_no_statement_is_made_of_what_only_hangs_on_it(extract: Extractor, text: str) -> None:
    it = capture(text)
    found = [(s.why[0].rule, s.content[0].of(text)) for s in extract(it, article(it, title=True)).statements]
    assert not [row for row in found if row[0] in ("tail.v1", "floating.v1")]


def test_what_was_dismissed_may_stand_behind_what_it_was_called(extract: Extractor) -> None:
    text = "The minister dismissed as “market gossip” reports that the fever had spread."
    assert names(read(extract, text))[0][0] == "minister"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "The talks were led by the Emirate of Lund. Its foreign ministry expressed hope for a second round.",
            ["Emirate of Lund's foreign ministry"],
        ),
        (
            "A diver with knowledge of the hull said it was whole.\nThe diver said the depth was 40 metres.",
            ["A diver with knowledge of the hull"] * 2,
        ),
        (
            "Two engineers said the dam was whole. Both engineers said the gate was shut. "
            "According to the same source, it had held since May.",
            ["Two engineers"] * 3,
        ),
        (
            "The Harbour Office denied that it was late. “Nobody was late,” a spokeswoman said.",
            ["Harbour Office", "Harbour Office's spokeswoman"],
        ),
        (
            "Ada Krall denied that it was late. “Nobody was late,” a spokeswoman said.",
            ["Ada Krall", "a spokeswoman"],
        ),
    ],
)
def test_whose_word_it_is_where_the_text_points_back(extract: Extractor, text: str, names: list[str]) -> None:
    told = [statement.attribution[0].name for statement in read(extract, text).statements]
    assert told == names


def test_who_is_named_in_marks_says_nothing_but_words_behind_by_may_be_said(extract: Extractor) -> None:
    text = "The dam was weakened by “years of neglect,” said the mayor."
    (statement,) = read(extract, text).statements
    assert statement.attribution[0].name == "mayor"


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said that the loan had been cleared by the board, calling it “a sound thing”.",
        "The ministry denies that the pass is closed, calling it “a short pause”.",
        "The ministry said the recorder showed “ninety, on a clear signal”, adding that the signal was old.",
    ],
)
def test_a_mute_thing_says_nothing_where_somebody_speaks_of_it(extract: Extractor, text: str) -> None:
    sources = {link.name for s in read(extract, text).statements for link in s.attribution}
    assert sources == {"ministry"}


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Harbour co-ordinators told the press that the divers would stay.", ["co-ordinators"]),
        ("Relatives were informed by telephone that the ferry had been lost.", [None]),
        ("Eyes were on two guests confirmed to be staying under false names.", [None]),
        ("The extent of the damage signalled that the wave was high.", []),
        ("The log indicated that the ship had turned.", ["log"]),
    ],
)
def test_whose_word_it_is_is_read_past_the_parser(extract: Extractor, text: str, sources: list[str | None]) -> None:
    found = [links[0] for links in names(read(extract, text)) if links]
    assert [name and name.removeprefix("Harbour ") for name in found] == sources


def test_a_day_says_nothing(extract: Extractor) -> None:
    told = [capture(f"{who}: nine barges lost at the old mill") for who in ("Wednesday", "Minister")]
    day, minister = (extract(it, article(it, title=True)).statements for it in told)
    assert not [s for s in day if s.attribution]
    assert [s for s in minister if s.attribution]
