"""A clause is put plainly where its grammar is sure, and not at all where it is not."""

from __future__ import annotations

import pytest

from reportedly.clean import Cleaner
from reportedly.extract import Extractor
from reportedly.model.capture import Capture, capture_id
from reportedly.model.plain import Plain
from reportedly.model.reading import Reading

EXTRACT = Extractor()
HEAD = (
    "Storm over Old Harrow\n\nPublished 4 May 2031\n\n"
    "A storm came over the valley at the end of the week, and people there say that they had seen none like it.\n\n"
)
REST = (
    " Everybody in the valley hopes that better weather will come with the new week, "
    "now that the rain and the wind have passed."
)


def reading(body: str) -> Reading:
    text = f"{HEAD}{body}{REST}\n"
    capture = Capture(capture_id(text.encode(), "a.txt", None), "a.txt", None, "text/plain", text)
    return EXTRACT(capture, Cleaner()(capture))


def clauses(body: str) -> dict[str, Plain | None]:
    return {h.lemma: h.plain for h in reading(body).happenings if h.span.start >= len(HEAD)}


def said(plain: Plain | None) -> str | None:
    return (
        None if plain is None else " ".join(w for w in (plain.opening, plain.verb, *(p.words for p in plain.tail)) if w)
    )


@pytest.mark.parametrize(
    ("body", "lemma", "plain"),
    [
        ("The mayor closed the old bridge on Monday.", "close", "did the mayor close the old bridge on Monday"),
        ("The old bridge was closed by the mayor.", "close", "was the old bridge closed by the mayor"),
        ("Rescuers have found the missing boat.", "find", "have rescuers found the missing boat"),
        ("The crew could not reach the lighthouse.", "reach", "could the crew reach the lighthouse"),
        ("The engineers tried to close the sluice.", "try", "did the engineers try to close the sluice"),
        ("The warden said that the sluice was open.", "be", "was the sluice open"),
        ("The bridge, which was built in 1901, stands empty.", "build", "was the bridge built in 1901"),
        ("No siren sounded in the lower town.", "sound", "did any siren sound in the lower town"),
    ],
)
def test_a_sure_clause_is_put_plainly(body: str, lemma: str, plain: str) -> None:
    assert said(clauses(body)[lemma]) == plain


@pytest.mark.parametrize(
    ("body", "lemma"),
    [
        ("He closed the old bridge on Monday.", "close"),  # nobody outside knows who he is
        ("The mayor closed it on Monday.", "close"),
        ("The sluice was open, the warden said.", "say"),  # what was said stands before it
        ("Did the mayor close the old bridge?", "close"),  # a question already
        (
            "The choir seems strong considering its funds: roughly 4 million crowns.",
            "seem",
        ),  # two in one place
        ("Nobody knows what the mayor is offering the guards.", "offer"),  # what is left open
        ("The guards heard it early Monday, which was broadcast in Old Harrow.", "broadcast"),
        ("Our officers closed the old bridge.", "close"),  # whoever speaks is not in the question
    ],
)
def test_what_names_nobody_or_says_nothing_is_not(body: str, lemma: str) -> None:
    assert clauses(body)[lemma] is None


def test_the_verb_follows_who_in_the_singular() -> None:
    plain = clauses("The guards have closed the old bridge.")["close"]
    assert plain is not None
    assert plain.finite == "has closed"


def test_a_name_that_is_a_common_word_keeps_its_capital() -> None:
    body = "The warden met Ada Price at noon. A friend of Price called the guards.\n\nPrice lay on the quay."
    assert said(clauses(body)["lie"]) == "did Price lie on the quay"
    assert [name.name for name in reading(body).names if name.text == "Price"] == ["Ada Price"] * 2
    assert (
        said(clauses("The price is high.\n\nPrice rose on Monday. The price was paid.")["rise"])
        == "did price rise on Monday"
    )


def test_a_verb_cut_short_has_a_lemma() -> None:
    assert "be" in clauses("What’s on the roof of the mill? The warden asked it twice.")


def test_a_name_keeps_its_capital_and_no_other_word() -> None:
    assert said(clauses("Danish guards closed the gate.")["close"]) == "did Danish guards close the gate"
    assert said(clauses("Military guards closed the gate.")["close"]) == "did military guards close the gate"
