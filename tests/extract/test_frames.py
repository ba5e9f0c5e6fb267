"""Frames of saying, each by a sentence of our own: what is said and whose word it is."""

import pytest
from tests.extract.paragraphs import article, capture

from reportedly.extract import Extractor
from reportedly.extract.attributions import Attributions
from reportedly.extract.naming.names import Names
from reportedly.extract.parse import Parser
from reportedly.model.statement import Statement

SAID = {
    "The mayor called for the pumps to be tested.": (["the pumps to be tested"], "mayor"),
    "The mayor asked for ten more boats.": (["ten more boats"], "mayor"),
    "The envoy condemned the army for shelling the town.": (["the army for shelling the town"], "envoy"),
    "The firm confirmed having received the letter.": (["having received the letter"], "firm"),
    "The operator declined an interview.": (["an interview"], "operator"),
    "The ministry reminded drivers of the new limit.": (["the new limit"], "ministry"),
    "The minister assured parents of the safety of the school.": (["the safety of the school"], "minister"),
    "Growers fret about an early frost.": (["an early frost"], "Growers"),
    "The deputy railed against the tax.": (["the tax"], "deputy"),
    "The bishop marvelled at the courage of the crews.": (["the courage of the crews"], "bishop"),
    "The clinic advised caution.": (["caution"], "clinic"),
    "The firm denied ever having met the clerk.": (["ever having met the clerk"], "firm"),
    "The firm scoffed at the figure of 40 million.": (["the figure of 40 million"], "firm"),
    "The general's vow to rebuild the bridge was kept.": (["to rebuild the bridge"], "general"),
    "The company would not discuss what he had told her.": (["what he had told her"], "company"),
    "A spokeswoman would not provide the log while the inquiry goes on.": (["the log"], "A spokeswoman"),
    "The nine wounded guards cited by the ministry have gone home.": (["The nine wounded guards"], "ministry"),
    "Thirty now, according to the Red Cross, up from 24 on Monday.": (
        ["Thirty now", "up from 24 on Monday"],
        "Red Cross",
    ),
    "Forty wounded remain here, according to the health office, all out of danger.": (
        ["Forty wounded remain here", "all out of danger"],
        "health office",
    ),
    "Growers fret that the frost will come back.": (["the frost will come back"], "Growers"),
    "The navy has not confirmed that assessment.": (["that assessment"], "navy"),
    "The clinic could not confirm he had spoken at all.": (["he had spoken at all"], "clinic"),
    "The minister did not wish to confirm the existence of the letter.": (["the existence of the letter"], "minister"),
    "The governor did not rule out the recall of the envoy.": (["the recall of the envoy"], "governor"),
    "The ministry appears to have conceded two dead.": (["two dead"], "ministry"),
    "The mayor admitted hiding the report.": (["hiding the report"], "mayor"),
    "The fisherman affirmed having seen the lights go out.": (["having seen the lights go out"], "fisherman"),
    "Nine hundred people slept in churches, estimated the parish priest.": (
        ["Nine hundred people slept in churches"],
        "parish priest",
    ),
    "A crowd estimated by the police at 45,000 filled the square.": (["45,000"], "police"),
    "I was wrong about the number: police now say four.": (["four"], "police"),
    "The navy says 1,350, the blogger says nine.": (["1,350"], "navy"),
    "The guard said no.": (["no"], "guard"),
    "Sister Agnes puts the children admitted this week at 140.": (["the children admitted this week at 140"], "Agnes"),
    "The surgeon would put the dead between 120 and 130.": (["the dead between 120 and 130"], "surgeon"),
    "The clinic put the dead at 12 and the wounded at 40.": (["the dead at 12 and the wounded at 40"], "clinic"),
    "The mayor placed the number of dead at seven and that of the injured at 31.": (
        ["the number of dead at seven and that of the injured at 31"],
        "mayor",
    ),
    "The boat left the port at noon, according to the harbour office, and sank an hour later.": (
        ["The boat left the port at noon", "and sank an hour later"],
        "harbour office",
    ),
    "The boat left the port at noon, according to the harbour office, and the ferry waits.": (
        ["The boat left the port at noon"],  # what has a subject of its own may be anybody's word
        "harbour office",
    ),
    "The three soldiers, two former guards tell me, chose to stay.": (
        ["The three soldiers", "chose to stay"],
        "two former guards",
    ),
    "The letter was dismissed as a joke by the owner.": (["The letter", "as a joke"], "owner"),
    "The bureau issued a warning that the river would rise.": (["the river would rise"], "bureau"),
    "The union takes the view that the lock was old.": (["the lock was old"], "union"),
    "The company is of the opinion that the pipe was sound.": (["the pipe was sound"], "company"),
    "It was the ministry's position that the bridge was safe.": (["the bridge was safe"], "ministry"),
    "The minister's answer was that the road was shut.": (["the road was shut"], "minister"),
    "The mayor made it clear that the road would stay shut.": (["the road would stay shut"], "mayor"),
    "The museum wishes it to be known that it holds the drawings.": (["it holds the drawings"], "museum"),
    "Relatives of the crew question whether the boat was sound.": (
        ["whether the boat was sound"],
        "Relatives of the crew",
    ),
    "The man, the police allege, took the money.": (["The man", "took the money"], "police"),
    "Four more were held on Friday, prosecutors said, bringing the total to nine.": (
        ["Four more were held on Friday"],
        "prosecutors",
    ),
    "The crew found the boat on Friday, the navy said, in what would be its first rescue.": (
        ["The crew found the boat on Friday"],
        "navy",
    ),
    "The minister said the dam was sound, a claim the engineers reject.": (["the dam was sound"], "minister"),
    "The spokesman said the firm had paid, which the union denies.": (["the firm had paid"], "spokesman"),
    "Three residents said they had heard no shots, and an officer estimated that nine boats had sunk.": (
        ["they had heard no shots"],
        "Three residents",
    ),
    "The governor warned of shortages “within days”, saying the depot held half of the fuel.": (
        ["shortages “within days”"],
        "governor",
    ),
    "A go-between who calls himself “the Postman”, assures the paper that four million were asked.": (
        ["himself “the Postman”"],
        "A go-between",
    ),
    "Health: 340 were treated in two days, according to the clinic.": (["340 were treated in two days"], "clinic"),
    "The group claimed the raid in a recording that the paper could not check.": (["the raid"], "group"),
    "The crew left at nine, the mate said in a briefing, according to two guards who were there.": (
        ["The crew left at nine"],
        "mate",
    ),
    "The camp holds 900 people, according to the agency, most of whom fled in May.": (
        ["The camp holds 900 people"],
        "agency",
    ),
    "A “small handful” of firms have left the quay, said Anna Holt.": (
        ["A “small handful” of firms have left the quay"],
        "Anna Holt",
    ),
    "“The quay is shut,” the guard said, referring to the storm.": (["The quay is shut"], "guard"),
    "The mayor said he would offer a prayer but did not suggest it would help.": (["he would offer a prayer"], "mayor"),
    "The engineer's worry is that the wall will fall.": (["the wall will fall"], "engineer"),
    "The bishop asked the council to spare the mill.": (["the council to spare the mill"], "bishop"),
    "A deckhand recalled that the lamp was out.": (["the lamp was out"], "A deckhand"),
    "A teacher at the college swears he heard the bell.": (["he heard the bell"], "teacher at the college"),
}


@pytest.fixture(scope="module")
def extract() -> Extractor:
    return Extractor((Parser(), Names(), Attributions()))


def read(extract: Extractor, text: str) -> list[Statement]:
    it = capture(text)
    return list(extract(it, article(it)).statements)


@pytest.mark.parametrize("text", SAID)
def test_what_is_said_and_by_whom(extract: Extractor, text: str) -> None:
    content, origin = SAID[text]
    said = [([span.of(text) for span in s.content], s.attribution[0].name) for s in read(extract, text)]
    assert (content, origin) in said


def test_a_paper_that_could_not_check_says_nothing_itself(extract: Extractor) -> None:
    assert read(extract, "Transmed could not verify the account.") == []


def test_what_the_paper_was_asked_is_its_own_doing(extract: Extractor) -> None:
    assert read(extract, "The guard asked us not to use his name.") == []


def test_what_one_might_have_said_is_no_report_of_it(extract: Extractor) -> None:
    assert read(extract, "Nobody came out to issue a warning that the river would rise.") == []
    assert read(extract, "The editor has not let it be known that the desk is shut.") == []


def test_who_is_called_for_something_is_called_nothing(extract: Extractor) -> None:
    assert read(extract, "She called her daughter again an hour later to say goodbye.") == []


@pytest.mark.parametrize(
    "text",
    [
        "The guest on the radio's “Harbour Hour” had a cold, the porter says.",
        "The office's 10-year outlook is out.",
        "(Editor's note: the ferry was built in 1990.)",
        "Its seats may be lost to one of four rivals (Holt, Krall or Abt).",
    ],
)
def test_names_of_works_labels_and_those_who_are_meant_say_nothing(extract: Extractor, text: str) -> None:
    said = [s for s in read(extract, text) if s.cue is None or "Hour" in s.content[0].of(text)[:14]]
    assert said == []


def test_a_colon_parts_a_clause_from_the_verb_behind_it(extract: Extractor) -> None:
    text = "I was wrong: the mayor now says six."
    assert all("wrong" not in span.of(text) for s in read(extract, text) for span in s.content)


def test_whose_count_it_is_may_be_told_by_a_pronoun(extract: Extractor) -> None:
    text = "Anna Holt ran to the quay. Some ninety people were on board, by her account."
    said = [(s.content[0].of(text), s.attribution[0].name) for s in read(extract, text)]
    assert ("Some ninety people were on board", "Anna Holt") in said


@pytest.mark.parametrize(
    "text",
    [
        "Note that this counts the crew as well.",
        "It is worth mentioning that the bridge was named after a storm.",
        "The owner asked that her name be left out.",
        "The plan called for four divers to go down.",
        "Across four ports the count stood last night at 26 sick and four dead.",
    ],
)
def test_what_is_planned_or_told_to_the_reader_is_nobodys_word(extract: Extractor, text: str) -> None:
    assert read(extract, text) == []


def test_a_claim_that_another_denies_is_answered_by_that_one(extract: Extractor) -> None:
    text = "The railway said it sold the line in May, a claim the town's council denies."
    said = {s.attribution[0].name: [span.of(text) for span in s.content] for s in read(extract, text)}
    assert said == {"railway": ["it sold the line in May"], "town's council": ["a claim"]}


def test_a_participle_takes_its_own_quotation_and_not_the_sentence_before(extract: Extractor) -> None:
    text = "The boat turned back at noon, a pilot said on Monday, admitting “a certain lack of fuel.”"
    said = [[span.of(text) for span in s.content] for s in read(extract, text)]
    assert said == [["The boat turned back at noon"], ["a certain lack of fuel"]]


def test_the_stop_of_a_shortened_title_ends_no_sentence(extract: Extractor) -> None:
    text = "“No boat of ours left the harbour,” an army spokesman, Brig. Gen. Tom Woldu, said on Monday."
    assert [s.attribution[0].name for s in read(extract, text)] == ["Tom Woldu"]


def test_a_second_verb_takes_what_stands_behind_it_and_not_the_quotation_before(extract: Extractor) -> None:
    text = "The envoy voiced “deep worry” and urged both sides to spare the shelter."
    said = [span.of(text) for s in read(extract, text) for span in s.content]
    assert said == ["deep worry", "both sides to spare the shelter"]


def test_who_reports_the_whole_behind_a_comma_is_no_part_of_what_is_said_in_it(extract: Extractor) -> None:
    text = "The clerk said the gate was “shut for good”, Radio Lagune reported on Monday."
    said = {tuple(link.name for link in s.attribution): s.content[0].of(text) for s in read(extract, text)}
    assert said[("clerk", "Radio Lagune")] == "the gate was “shut for good”"
