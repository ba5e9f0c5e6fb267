"""What a figure counts where its noun is left out: one example of our own for every way of leaving it out."""

import pytest
from test_figures import figures


def told(text: str, title: str = "") -> list[tuple[str, str | None, str | None]]:
    return [(figure.text, figure.counted, figure.predicate) for figure in figures(text, title)]


@pytest.mark.parametrize(
    ("text", "number", "counted", "predicate"),
    [
        ("The patrol killed 50 raiders, and wounded 47.", "47", "raiders", "injured"),
        ("The mill hired 50 men, and a fire there killed 12.", "12", "men", "killed"),
        ("The cheese was sold in 50 towns, and killed 12.", "12", None, "killed"),
        ("Thirty-one miners died. The figure stood at 12 on Tuesday.", "12", "miners", "killed"),
        ("Forty nurses were hurt, the union said. The ministry put it at 38.", "38", "nurses", "injured"),
        ("The clinic counts 26 dead. The cabinet admits to nineteen.", "nineteen", "dead", "killed"),
        ("Rebels hold 65 prisoners. The army put the number at 80.", "80", "prisoners", "captured"),
        ("Twelve miners had drowned. A surgeon gave a higher number, 14.", "14", "miners", "killed"),
        ("Forty people were aboard. Forty-one is the airport's.", "Forty-one", "people", "aboard"),
        ("Forty people were aboard, by the list. I go with 44.", "44", "people", "aboard"),
        ("Thirty women were hurt. Of the 31, nine were nurses.", "31", "women", "injured"),
        ("Police held 40 men on Monday and another 12 on Tuesday.", "12", "men", "held"),
        ("Some 300 sheds burned, compared with 120 a year earlier.", "120", "sheds", "burned"),
        ("The death toll rose to 22, up from 12 a day earlier.", "12", "death toll", "killed"),
        ("The dead now number twenty-four.", "twenty-four", "dead", "killed"),
        ("The death toll, which had stood at 12, reached 19.", "19", "death toll", "killed"),
        ("There were five wounded on Sunday evening, two on Sunday morning.", "two", "wounded", "injured"),
        ("The mayor counts 300 dead. The clinic's latest bulletin admits 412.", "412", "dead", "killed"),
        ("The mayor counts 300 dead. Colonel Weir holds out for nearly 290.", "nearly 290", "dead", "killed"),
        ("Nine porters drowned. It might reach thirteen, the nurses fear.", "thirteen", "porters", "killed"),
        ("Nine porters drowned. The union's fifteen have no names.", "fifteen", "porters", "killed"),
        ("Nine porters were kidnapped. There were eleven of them.", "eleven", "porters", "abducted"),
        ("Nine porters were kidnapped, not the six of the first bulletins.", "six", "porters", "abducted"),
        ("Nine kilns were stolen. A study found eleven.", "eleven", "kilns", "stolen"),
    ],
)  # fmt: skip
def test_what_is_left_out_is_taken_from_before(text: str, number: str, counted: str, predicate: str) -> None:
    assert (number, counted, predicate) in told(text)


def test_of_two_sets_the_nearer_in_size_is_taken_up() -> None:
    text = "The army got back 62 soldiers for 118 detainees. The rebels put the numbers at 65 and 131."
    assert [counted for _, counted, _ in told(text)] == ["soldiers", "detainees", "soldiers", "detainees"]


def test_the_question_may_stand_in_the_paragraph_before() -> None:
    assert told("Thirty goats drowned.\n\nThe vet put it at 24.")[1] == ("24", "goats", "killed")


def test_what_is_much_greater_answers_something_else() -> None:
    assert told("Three goats drowned. The vet put it at 2,400.")[1] == ("2,400", None, None)


def test_a_measure_without_noun_is_of_the_measure_before() -> None:
    text = "The wreck leaked 400 tonnes of oil. A diver put it at 600 tonnes. The union reckons over 900."
    found = figures(text)
    assert [figure.counted for figure in found] == ["oil", "oil", "oil"]
    assert [figure.quantity.unit for figure in found] == ["tonne", "tonne", "tonne"]


def test_measures_of_one_thing_may_lie_far_apart() -> None:
    text = "Some 40 tonnes of oil leaked into the bay, the line said. Divers reckon between 550 and 900 tonnes."
    assert [(one.counted, one.predicate) for one in figures(text)] == [("oil", "leaked")] * 2


def test_what_is_published_of_a_figure_is_not_what_happened() -> None:
    text = "The mayor said that 14 people had died. The office's last published figure is thirteen."
    assert [one.predicate for one in figures(text)] == ["killed", "killed"]


def test_a_toll_is_of_the_dead_where_the_article_tells_of_dead() -> None:
    assert told("Fourteen pupils have died.", "School toll rises to 14")[0] == ("14", "School toll", "killed")
    assert told("The toll rose to 14.")[0][2] == "casualties"


def test_a_part_of_the_whole_that_the_sentence_opens_with() -> None:
    whole, part = figures("Of the 31, nine were children.")
    assert part.subset_of == whole.id


def test_a_part_of_the_whole_in_the_sentence_before() -> None:
    whole, part = figures("The flight carried 185 detainees. Of these, 61 were soldiers.")
    assert part.subset_of == whole.id


def test_each_line_of_a_table_has_its_own_label() -> None:
    found = told("Dead: 14\nMissing: 6\nInjured: 31")
    assert found == [("14", "Dead", "killed"), ("6", "Missing", "missing"), ("31", "Injured", "injured")]


def test_a_set_told_twice_has_one_predicate() -> None:
    assert told("Gas trapped 250 miners. For the 250 miners there is no lift.")[1] == ("250", "miners", "trapped")


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Fifty-two nuns were on board.", "aboard"),
        ("Nine pupils are in hospital.", "hospitalised"),
        ("Seven men are still in custody.", "arrested"),
        ("The barge rolled with eighty or so aboard.", "aboard"),
        ("38 cadets have been disarmed and detained.", "arrested"),
    ],
)
def test_a_state_in_two_words_and_a_second_verb_tell_too(text: str, predicate: str) -> None:
    assert told(text)[0][2] == predicate


def test_whose_number_it_is_is_not_what_is_counted() -> None:
    assert told("The company stands by 1,180.")[0][1] is None


def test_why_tells_from_where_it_was_taken() -> None:
    figure = figures("Thirty-one miners died. The figure stood at 12 on Tuesday.")[1]
    assert [(why.rule, why.words) for why in figure.why] == [("figures.v1: goes on", "Thirty-one")]


def test_the_final_figure_of_a_measure_is_of_what_was_measured() -> None:
    text = "Some 40 tonnes of oil leaked. The inquiry's final figure, published in May, is 66 tonnes."
    assert [(one.counted, one.predicate) for one in figures(text)] == [("oil", "leaked")] * 2


def test_a_question_right_before_a_measure_says_of_what_it_is() -> None:
    assert figures("How much oil? He gives 120 tonnes.")[0].counted == "oil"


def test_who_reckons_a_measure_is_not_what_is_measured() -> None:
    assert figures("The court has put the aid at 52 million euros.")[0].counted == "aid"


def test_the_noun_of_one_outcome_is_not_that_of_another() -> None:
    assert told("There were 12 dead and 40 in hospital.")[1] == ("40", None, "hospitalised")
