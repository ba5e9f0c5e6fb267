"""Questions read as a person would ask them, or quote the words they stand on."""

import pytest

from reportedly.clean import Cleaner
from reportedly.extract import Extractor
from reportedly.model.capture import Capture, capture_id
from reportedly.model.point import PointKind
from reportedly.model.reading import Reading
from reportedly.model.record import Record
from reportedly.read.html import markup_captures
from reportedly.relate import relate
from reportedly.relate.wording.asking import holding_none, unclear
from reportedly.relate.wording.counting import commonest, plural

EXTRACT = Extractor()


def reading(name: str, text: str) -> Reading:
    id = capture_id(text.encode(), name, None)
    capture = Capture(id=id, path=name, row_id=None, media_type="text/plain", text=text)
    return EXTRACT(capture, Cleaner()(capture))


def record_of(*texts: str) -> Record:
    return relate([reading(f"{n}.txt", text) for n, text in enumerate(texts)], pipeline=())


def asked(record: Record, kind: PointKind) -> list[str]:
    return [point.question for point in record.points if point.kind == kind]


HEAD = (
    "Storm over Old Harrow\n\nPublished 4 May 2031\n\n"
    "A storm came over the valley at the end of the week, and people there say that they had seen none like it.\n\n"
    "Many of them stayed with their neighbours while the water rose, and some are still waiting for help.\n\n"
)


@pytest.mark.parametrize(
    ("body", "kind", "question"),
    [
        ("The collapse killed nine miners near the old shaft, the district said.", "figure", "killed?"),
        ("Rescuers said that 31 passengers were injured in the crash.", "figure", "How many passengers were injured?"),
        (
            "The mayor closed the bridge on 3 May 2031, the council said.",
            "date",
            "When did the mayor close the bridge?",
        ),
        ("The bridge was closed on 3 May 2031, the council said.", "date", "When was the bridge closed?"),
    ],
)
def test_a_sure_clause_makes_a_plain_question(body: str, kind: PointKind, question: str) -> None:
    questions = asked(record_of(HEAD + body + "\n"), kind)
    assert any(q.endswith(question) for q in questions), questions


def test_a_disputed_proposition_is_asked_in_its_own_words() -> None:
    told = (
        "The council said that the river had flooded the lower town. The mayor denied that the river had flooded it.\n"
    )
    questions = asked(record_of(HEAD + told), "whether")
    assert any("the river flood" in q or "the river had flooded" in q for q in questions), questions


def test_no_question_shows_a_bare_stem_or_an_unfilled_place() -> None:
    told = (
        "The company spent 3.5 million crowns on the dam, an engineer said. Some 40 per cent of it had leaked away.\n\n"
        "He was seen near the sluice at 11 p.m. on Sunday. Two of the five gates had been opened before the flood.\n"
    )
    for point in record_of(HEAD + told).points:
        assert point.question.endswith("?")
        assert "{" not in point.question
        assert "None" not in point.question
        assert point.question[0].isupper() or not point.question[0].isalpha()


def test_a_quoted_question_leaves_its_value_out() -> None:
    record = record_of(HEAD + "It is said to have cost them 3.5 million crowns by now, as an engineer told us.\n")
    (question,) = [p.question for p in record.points if p.kind == "figure"]
    assert "…" in question
    assert "3.5" not in question


def test_an_hour_on_a_line_of_its_own_is_asked_of_what_follows() -> None:
    body = "11:25 a.m.\n\nThe guards of the lower gate let the first of the waiting lorries through after long talks.\n"
    questions = asked(record_of(f"{HEAD}{body}"), "date")
    assert not any("“…”" in question for question in questions)
    assert any("… The guards of the lower gate" in question for question in questions)


def test_the_commonest_word_is_the_first_of_the_alphabet_among_equals() -> None:
    assert commonest(["b", None, "a", "b", "a"]) == "a"
    assert commonest([None]) is None


def test_a_participle_is_no_noun_to_be_made_many() -> None:
    record = record_of(
        HEAD + "Of those who were buried, 69 survived, the warden said. The 69 buried survived the night.\n"
    )
    questions = asked(record, "figure")
    assert questions
    assert not any("burieds" in question for question in questions)


def test_who_died_is_not_what_was_killed() -> None:
    record = record_of(HEAD + "Two fatalities were reported at the mill.\n", HEAD + "The mill had two fatalities.\n")
    assert asked(record, "figure") == ["How many people were killed?"]


def test_words_for_numbers_are_not_what_is_counted() -> None:
    bodies = ("The toll stands at 57 dead, the ministry said.", "The true figure was more than 300, the union said.")
    questions = [question for body in bodies for question in asked(record_of(f"{HEAD}{body}\n"), "figure")]
    assert questions
    assert not [question for question in questions if "many toll" in question.lower() or "many true" in question]


def test_what_one_party_did_is_not_one_question() -> None:
    """A party that does most of what is told: its name alone once joined all of it to "Who broke the sluice?"."""
    first = "Orin Vask sold the barge. Orin Vask painted the chapel. Vask lost his licence. Vask fed the swans."
    other = "Orin Vask studied law. Vask owned two horses. Vask crossed the border. Vask broke the sluice."
    record = record_of(HEAD + first + "\n", HEAD + other + "\n")
    assert max(len(p.answers) for p in record.points if p.kind == "who") <= 2


def test_who_did_not_is_asked_of_who_did_not() -> None:
    record = record_of(HEAD + "The Harbour Board did not close the north gate on Monday, the warden said.\n")
    assert "Who did not close the north gate?" in asked(record, "who")
    assert not any(question.startswith("When did the Harbour Board") for question in asked(record, "date"))


def test_a_letter_of_somebody_is_nobody() -> None:
    record = record_of(HEAD + "The clerk read Ada Krall's letter to the crowd. The clerk thanked Ada Krall.\n")
    answers = [answer.text for point in record.points if point.kind == "who" for answer in point.answers]
    assert "Ada Krall" in answers
    assert not any("letter" in text for text in answers)


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("fisherman", "fishermen"),
        ("fishermen", "fishermen"),
        ("grandchild", "grandchildren"),
        ("German", "Germans"),
        ("specimen", "specimens"),
        ("rescue worker", "rescue workers"),
        ("person", "people"),
    ],
)
def test_a_plural_is_made_once(one: str, many: str) -> None:
    assert plural(one) == many


DONE = "Officials said on Friday that the inquiry would go on, and that nobody had yet been told what it would ask.\n\n"


@pytest.mark.parametrize(
    ("texts", "question"),
    [
        (  # no car was hurt
            (
                "Eleven cars left the track at the bend.",
                "Eleven cars left the track, the railway said; 40 were injured.",
            ),
            "How many cars departed?",
        ),
        (  # what happens to people happens to no thing
            ("A plane dropped four bombs on the market.", "Four bombs struck the market in the attack."),
            "How many bombs did a plane drop on the market?",
        ),
        (("Police led 414 raids on Friday.", "Police led 168 raids on Friday."), "How many raids were there?"),
        (("There were no casualties.", "No casualties were reported injured."), "How many casualties were there?"),
        (("It raided 2 camps in 4 attacks.", "The 4 attacks on camps went on."), "How many attacks were there?"),
        (("Nine miners were killed.", "Nine miners were killed, the union said."), "How many miners were killed?"),
        (("There were 38 persons on board.", "All 38 persons on board died."), "How many people were aboard?"),
        (("A 300-strong force was deployed.", "A force of 320 was deployed."), "How many people were deployed?"),
        (
            ("A union put the toll at 14.", "A fund for the 14 dead patients’ families is open."),
            "How many patients were killed?",
        ),
        (("Police burned two burnt roofs.", "Two burnt roofs burned."), "How many roofs burned?"),
        (("Men came ashore. Men, 12 of them, arrived.", "Twelve men arrived."), "How many men arrived?"),
        (("It lost 64 million in losses.", "It told of 41 million in losses."), "How large were the losses?"),
        (("Two officials spoke of it.", "Two officials wrote of it at night."), "How many officials were there?"),
    ],
)
def test_a_count_is_asked_of_what_one_claim_tells_whole(texts: tuple[str, ...], question: str) -> None:
    questions = asked(record_of(*(HEAD + text + "\n\n" + DONE for text in texts)), "figure")
    assert question in questions, questions


def test_of_questions_that_read_alike_the_smaller_quotes_its_words() -> None:
    record = record_of(
        HEAD + "Nine miners were killed in the new shaft on Friday, the union said.\n",
        HEAD + "Eleven miners were killed in the new shaft on Friday, the owner said.\n",
        HEAD + "In the flood of 1987 forty miners were killed in the old mill.\n",
    )
    questions = sorted((q for q in asked(record, "figure") if "miners were killed" in q), key=len)
    assert questions == [
        "How many miners were killed?",
        "How many miners were killed: “In the flood of 1987 … miners were killed in the old mill”?",
    ]


def test_an_amount_is_asked_for_by_what_it_is_of_or_quoted() -> None:
    texts = ("The freight office acknowledges 60 tonnes.", "The freight office acknowledged 65 tonnes.")
    questions = asked(record_of(*(HEAD + text + "\n\n" + DONE for text in texts)), "figure")
    assert "How much: “The freight office acknowledged …”?" in questions
    assert not any("acknowledge?" in question for question in questions)


@pytest.mark.parametrize(
    ("clear", "unclear_one"),
    [
        ("For how many passengers was the hull licensed?", "How many passengers did the plate say?"),
        ("How fast was the train going?", "How fast was it going according to the minister?"),
        ("How long was the call?", "How long did his call last?"),
    ],
)
def test_a_question_that_tells_its_matter_is_clearer(clear: str, unclear_one: str) -> None:
    assert unclear(clear) < unclear(unclear_one)


@pytest.mark.parametrize(("one", "many"), [("loss", "losses"), ("glass", "glasses"), ("boats", "boats")])
def test_a_noun_in_double_s_is_no_plural(one: str, many: str) -> None:
    assert plural(one) == many


def test_no_question_holds_an_answer() -> None:
    asked = ["how far north of the city is a base 19 miles north?", "how far from the city is the base?"]
    assert holding_none(asked, ["19 miles", "30 km"]) == ["how far from the city is the base?"]


def test_a_quoted_question_ends_with_its_block() -> None:
    shown = 'It may have been carrying {} tonnes of cement <span class="credit">Pic: Tide Agency</span>'
    page = "<html><body><article><h1>Storm</h1>{}<figure><figcaption>{}</figcaption></figure></article></body></html>"
    told = "".join(f"<p>{line}</p>" for line in HEAD.split("\n\n")[2:] if line)
    pages = [page.format(told, shown.format(many)) for many in (120, 60)]
    captures = [one for n, markup in enumerate(pages) for one in markup_captures(markup, f"sha256:{n}", f"{n}.html")]
    readings = [EXTRACT(one, Cleaner()(one)) for one in captures if isinstance(one, Capture)]
    questions = [point.question for point in relate(readings, pipeline=()).points]
    assert any("of cement”" in question for question in questions), questions
    assert not any("Pic:" in question for question in questions)
