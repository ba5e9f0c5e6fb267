"""What became of those a figure counts, where the words are not simply "N people were killed"."""

from __future__ import annotations

import pytest
from test_figures import draft_of

from reportedly.model.mention import Figure


def figure(text: str, words: str, title: str = "") -> Figure:
    return next(one for one in draft_of(text, title).figures if words in one.text)


@pytest.mark.parametrize(
    ("text", "words", "counted", "predicate"),
    [
        ("The minister refuted the figure of forty deaths spread by the newspapers.", "forty", "deaths", "killed"),
        ("Three arrests made on Sunday were lawful.", "Three", "arrests", "arrested"),
        ("Seven lie in hospital, and four more have not been seen since the blast.", "four", None, "missing"),
        ("Some 314 people are dead and 46 are still listed as missing.", "46", "missing", "missing"),
        ("The dead number 208, with nearly 900 hurt, the committee said.", "900", "hurt", "injured"),
        ("Forty-one (41) letters to members of the club were posted.", "Forty", "letters", None),
        ("One old man urged them all to go home.", "One", "old man", None),
        ("Fifteen women were among those arrested.", "Fifteen", "women", "arrested"),
        ("The dead across the republic now number 24, the council said.", "24", "dead", "killed"),
        ("Some 900 troops are preparing to leave the valley.", "900", "troops", "departed"),
        ("There were 12,000 Tolgan soldiers in Kelsk.", "12,000", "soldiers", "deployed"),
        ("There are 900 troops at the border.", "900", "troops", "deployed"),
        ("Three divers were taken to hospital with cuts.", "Three", "divers", "hospitalised"),
        ("Three divers were rushed to hospitals nearby.", "Three", "divers", "hospitalised"),
        ("Four were shot, one fatally.", "one", None, "killed"),
        ("Two divers were fatally stabbed.", "Two", "divers", "killed"),
        ("The mill put the number of sacks recalled at 12,000.", "12,000", "sacks", "recalled"),
        ("There was grief for the 12 who drowned.", "12", None, "killed"),
        ("On Friday 12 reached the shore.", "12", None, "arrived"),
        ("Three Weir County sheriff's deputies resigned.", "Three", "sheriff deputies", "resigned"),
        ("Three men's wives resigned.", "Three", "men", "resigned"),
        ("He put the wounded at about 30, two-thirds of them nuns.", "30", None, "injured"),
        ("They counted 250,000, up from the 200,000 her party gave.", "200,000", None, None),
        ("There is word of one man who drowned.", "one", "man", "killed"),
        ("Two nails pierced his body, one through the hip.", "one", "nails", None),
        ("Sold in four countries, it has killed three.", "three", None, "killed"),
        ("The group total is 2,600.", "2,600", "group total", None),
        ("The troop count was reduced to 196,700.", "196,700", "troop", None),
        ("Officials believe between 35 and 40 more lie under the fan.", "35", None, None),
        ("Nine people died, three of whom were children.", "three", "children", "killed"),
        ("Community leaders list 14 names.", "14", "names", None),
        ("Two miners were still being looked for.", "Two", "miners", "missing"),
        ("Crews are searching for 40 people.", "40", "people", "missing"),
        ("Crews searched 40 houses.", "40", "houses", "searched"),
        ("Two of the four missing men were found.", "four", "missing men", "missing"),
        ("Two of the four missing men were found.", "Two", "missing men", "found"),
        ("Of 65 suspected patients, seven have died.", "65", "patients", "infected"),
        ("The mill reported 64 million in losses.", "64 million", "losses", "lost money"),
        ("Some 40 tonnes of oil leaked into the bay.", "40 tonnes", "oil", "leaked"),
        ("He said no fisherman of any country was hurt.", "no", "fisherman", "injured"),
        ("Nobody died, please write it.", "Nobody", None, "killed"),
        ("A barge carrying 40 people vanished on Friday.", "40", "people", "aboard"),
        ("The barge went down with the loss of dozens of lives.", "dozens", "lives", "killed"),
        ("Police freed seven of the porters kidnapped in May.", "seven", "porters", "released"),
        ("They handed 65 prisoners over to the consul.", "65", "prisoners", "captured"),
        ("The number of homes lost rose from 12 to 19.", "19", "homes", None),
        ("Sunday's march drew 45,000, the police said.", "45,000", None, "attended"),
        ("No more than 40 tonnes had left the hull.", "40 tonnes", None, "leaked"),
        ("The charity defends its claim of 1,000-plus sheep.", "1,000", "sheep", None),
        ("The number on board has been established at 251.", "251", None, "aboard"),
        ("Bulletin 3 gave about 410 dead.", "about 410", "dead", "killed"),
        ("Mary Teal, the judge, found 41 boats.", "41", "boats", "found"),
        ("Dead 12, hurt 3.", "12", "Dead", "killed"),
        ("Dead 12, hurt 3.", "3", "hurt", "injured"),
        ("Guards killed. The army claims 23.", "23", "killed", "killed"),
        ("Dead seals brought to the three vets since Friday: 143.", "143", "Dead", "killed"),
        ("The fishermen's co-operative reckons over 500.", "500", None, None),
    ],
)
def test_what_became_of_whom(text: str, words: str, counted: str | None, predicate: str | None) -> None:
    found = figure(text, words)
    if counted is not None or predicate is None:
        assert found.counted == counted
    assert found.predicate == predicate


def test_who_reckons_is_not_counted() -> None:
    text = "Sunday's march drew 45,000 (police, revised) or 92,000 to 110,000 (university researchers)."
    assert figure(text, "92,000").counted is None
    text = "Researchers at the school, who flew cameras over the route, estimated from 92,000 to 110,000."
    assert figure(text, "92,000").counted is None


def test_a_label_gives_way_to_what_stands_with_the_number() -> None:
    assert figure("Cheese recall: three dead in Norrland", "three").predicate == "killed"


def test_a_heading_says_what_is_counted() -> None:
    assert figure("3. Bombs. The commissioner counted five, the agency four.", "five").counted == "bombs"
    assert figure("Helicopters: 4", "4").counted == "helicopters"
    assert figure("Dates. She was taken on the 6th. The log says 13.", "13").counted is None
    assert figure("MALYSHKO: Twenty-seven.", "Twenty-seven").counted is None
    assert figure("Enough! He said four.", "four").counted is None


def test_a_toll_and_victims_are_of_the_dead_that_the_article_tells_of() -> None:
    assert figure("At least 12 people died on Friday.", "12", "Kered disowns the raid; toll 12").predicate == "killed"
    text = "A silence was held for all sixteen victims. Sixteen people had died."
    assert figure(text, "sixteen").predicate == "killed"


def test_earlier_estimates_are_of_what_was_told_before_them() -> None:
    text = "They sent between 400 and 900 soldiers to the pass. Earlier estimates spoke of a force of 600."
    assert figure(text, "600").predicate == "deployed"


def test_a_person_of_a_number_is_so_old() -> None:
    assert figure("She confirmed the death of a boy of nine.", "nine").quantity.unit == "year-old"
    assert figure("They are a group of nine.", "nine").quantity.unit is None


def test_what_is_taken_on_the_way_did_not_go_there() -> None:
    told = "The squads have joined the war, taking three farms."
    assert figure(told, "three").predicate is None


def test_an_age_in_words_after_several_people_is_an_age() -> None:
    found = [(one.text, one.quantity.unit) for one in draft_of("It hurt nine, four of them under fifteen.").figures]
    assert found == [("nine", None), ("four", None), ("under fifteen", "year-old")]
    assert figure("Nine children under five died.", "under five").quantity.unit == "year-old"
    assert figure("The toll stood at under 20.", "20").quantity.unit is None


def test_a_headlines_verb_is_not_what_is_counted() -> None:
    found = figure("The barge sank on Monday.", "34", "At least 34 drown as overloaded barge sinks")
    assert (found.counted, found.predicate) == (None, "killed")


def test_the_number_of_a_bulletin_counts_nothing() -> None:
    assert [one.text for one in draft_of("Bulletin 3 gave about 410 dead.").figures] == ["about 410"]


def test_a_number_behind_a_name_is_how_old_they_are() -> None:
    found = draft_of("Two porters, Ida Holt, 62, and Ivo Marsh, 31, were killed. Brandt, 19, was hurt.").figures
    assert [(one.text, one.quantity.unit) for one in found if one.text != "Two"] == [
        ("62", "year-old"),
        ("31", "year-old"),
        ("19", "year-old"),
    ]
