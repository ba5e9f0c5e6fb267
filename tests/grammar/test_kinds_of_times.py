"""Every kind of time that is read, with an example of our own for each. Published on Wednesday, 17 September 2031."""

import pytest

from reportedly.grammar.dates import moments
from reportedly.grammar.edtf import when

PUBLISHED = when("2031-09-17")
KINDS = {
    "fiscal": [
        ("Sales rose in fiscal 2030.", "2030", "2030"),
        ("Profit fell in the third quarter of fiscal 2029.", "2029-Q3", "2029-07/2029-09"),
        ("It fell in the financial year 2029-30.", "2029/2030", "2029/2030"),
        ("FY2030 was dry.", "2030", "2030"),
        ("Sales fell in Q3 2030.", "2030-Q3", "2030-07/2030-09"),
        ("3Q sales fell.", "2031-Q3", "2031-07/2031-09"),
        ("In H1 2031 they rose.", "2031-H1", "2031-01/2031-06"),
    ],
    "a year earlier": [
        ("Profit rose from the year-earlier quarter.", "2030-Q2", "2030-04/2030-06"),
        ("Exports rose 4 percent from a year earlier.", "2030", "2030"),
        ("In the second quarter more left than in the same period last year.", "2030-Q2", "2030-04/2030-06"),
        ("It was wetter than the corresponding month of the previous year.", "2030-09", "2030-09"),
        ("It cost less than in the same period a year earlier.", "2030", "2030"),
    ],
    "set": [
        ("The council meets every Monday.", "XXXX-WXX-1", None),
        ("Tolls are paid monthly.", "P1M", None),
        ("They march each year.", "P1Y", None),
    ],
    "season": [
        ("It happened last summer.", "2031-SU", "2031-06/2031-08"),
        ("The dam was built in the winter of 2029.", "2029-WI", "2029-12/2030-02"),
        ("They will vote next spring.", "2032-SP", "2032-03/2032-05"),
    ],
    "weekend": [("They met at the weekend.", "2031-W37-WE", "2031-09-13/2031-09-14")],
    "part of day": [
        ("It was shot on Tuesday morning.", "2031-09-16TMO", "2031-09-16"),
        ("The alarm rang last night.", "2031-09-16TNI", "2031-09-16"),
        ("He came at noon on Friday.", "2031-09-12T12:00", "2031-09-12T12:00"),
        ("The mill burned before dawn on Tuesday.", "2031-09-16TMO", "2031-09-16"),
        ("They left at dusk.", "2031-09-17TEV", "2031-09-17"),
        ("It sank in the small hours of Tuesday.", "2031-09-16TNI", "2031-09-16"),
        ("It sank on Friday. The previous evening it had rained.", "2031-09-11TEV", "2031-09-11"),
        ("It sank on Friday. They met the next morning.", "2031-09-13TMO", "2031-09-13"),
    ],
    "two days off": [
        ("She left the day before yesterday.", "2031-09-15", "2031-09-15"),
        ("They meet the day after tomorrow.", "2031-09-19", "2031-09-19"),
    ],
    "decade": [
        ("Rents rose in the 1990s.", "199", "1990/1999"),
        ("The mill closed in the late seventies.", "197", "1976-08-31/1979-12-31"),
        ("Nobody fished in the eighties.", "198", "1980/1989"),
        ("They sailed in the noughties.", "200", "2000/2009"),
    ],
    "anniversary": [
        ("Towns marked the 80th anniversary of the end of World War II.", "2025", "2025"),
        ("It was the second anniversary of Russia's full-scale invasion of Ukraine.", "2024-02-24", "2024-02-24"),
        ("They marked the centenary of the October Revolution.", "2017-11-07", "2017-11-07"),
    ],
    "era": [
        ("In 44 BC the road was cut.", "BC0044", None),
        ("It was built in the 19th century.", "18", "1800/1899"),
        ("The wall is of the 5th century BC.", "BC04", None),
        ("The town burned in AD 79.", "0079", "0079"),
    ],
    "range": [
        ("The strike ran from 3 to 9 September.", "2031-09-03/2031-09-09", "2031-09-03/2031-09-09"),
        ("The fair runs 12-14 October.", "2031-10-12/2031-10-14", "2031-10-12/2031-10-14"),
        ("They talked between May and July 2030.", "2030-05", "2030-05"),
        ("They talked between May and July 2030.", "2030-07", "2030-07"),
        ("It lasted between 3 and 9 September.", "2031-09-03/2031-09-09", "2031-09-03/2031-09-09"),
        ("They talked from May through July.", "2031-07", "2031-07"),
        ("The hut shut in the winter of 2029-30.", "2029-WI", "2029-12/2030-02"),
        ("It fell in late 2029.", "2029", "2029-09/2029-12"),
    ],
    "end of a length": [
        ("The bridge has been shut since Monday.", "2031-09-15", "2031-09-15"),
        ("The road stays closed until 30 September.", "2031-09-30", "2031-09-30"),
        ("Work must end by Friday.", "2031-09-19", "2031-09-19"),
    ],
    "vague": [
        ("It has rained in recent days.", "PXD", None),
        ("They left months ago.", "PAST_REF", None),
        ("Prices rose over the past few weeks.", "PXW", None),
    ],
    "length": [
        ("He waited an hour and a half.", "PT1.5H", None),
        ("It took half an hour.", "PT0.5H", None),
        ("The trial lasted two and a half years.", "P2.5Y", None),
    ],
    "end to come": [
        ("The road is shut until Friday.", "2031-09-19", "2031-09-19"),
        ("The road was shut until Friday.", "2031-09-12", "2031-09-12"),
        ("They must leave by Friday.", "2031-09-19", "2031-09-19"),
    ],
    "middle of a part of day": [
        ("On Monday it rained. It stopped in mid-afternoon.", "2031-09-15TAF", "2031-09-15"),
        ("It was in the early morning hours of 3 May.", "2031-05-03TMO", "2031-05-03"),
    ],
    "year in words": [
        ("He left in nineteen seventy-nine.", "1979", "1979"),
        ("They came in twenty twenty-four.", "2024", "2024"),
        ("It was over by the year two thousand.", "2000", "2000"),
    ],
    "clock without a colon": [
        ("It began at 0900 hours.", "2031-09-17T09:00", "2031-09-17T09:00"),
        ("It sank at 1545 hours on Tuesday.", "2031-09-16T15:45", "2031-09-16T15:45"),
    ],
    "zone": [
        ("It struck at 05:40 UTC on 3 September.", "2031-09-03T05:40", "2031-09-03T05:40Z"),
        ("The blast came at 9 p.m. EDT on Tuesday.", "2031-09-16T21", "2031-09-16T21:00-04:00"),
        ("It struck at 0530 Moscow time.", "2031-09-17T05:30", "2031-09-17T05:30"),
    ],
    "other language": [
        ("He signed on 3 février 2030.", "2030-02-03", "2030-02-03"),
        ("The note is of 12. Dezember 2030.", "2030-12-12", "2030-12-12"),
        ("The note said lundi.", "2031-09-15", "2031-09-15"),
        ("It is dated 12 de enero de 2031.", "2031-01-12", "2031-01-12"),
        ("The gate shut on 12 de octubre del 2030.", "2030-10-12", "2030-10-12"),
        ("«El 12 de agosto», it reads.", "2031-08-12", "2031-08-12"),
        ("A memo of enero de 2031 names him.", "2031-01", "2031-01"),
        ("A 1º de mayo parade filled the square.", "2031-05-01", "2031-05-01"),
        ("He wrote 1er mai on it.", "2031-05-01", "2031-05-01"),
        ("It says «3. Mai» on the poster.", "2031-05-03", "2031-05-03"),
        ("The sign read: Montag, den 5. Mai 2031.", "2031-05-05", "2031-05-05"),
        ("A sheet vom 3. August 2031 was found.", "2031-08-03", "2031-08-03"),
        ("The stamp says 17 октября 2030.", "2030-10-17", "2030-10-17"),
        ("On 3 maart 2031 they met.", "2031-03-03", "2031-03-03"),
    ],
}
OPEN = [
    ("The bridge has been shut since Monday.", "2031-09-15", "2031-09-15/.."),
    ("It has been wet since early May.", "2031-05", "2031-05-01/.."),
    ("Since last October nobody came.", "2030-10", "2030-10/.."),
    ("The road stays closed until 30 September.", "2031-09-30", "../2031-09-30"),
    ("It runs until late 2032.", "2032", "../2032-12"),
    ("Work must end by Friday.", "2031-09-19", "../2031-09-19"),
    ("They must pay by the end of the month.", "2031-09", "../2031-09-30"),
    ("They were struck by Friday's verdict.", "2031-09-12", "2031-09-12"),
    ("They met on Monday.", "2031-09-15", "2031-09-15"),
]
EXAMPLES = [(kind, *example) for kind, examples in KINDS.items() for example in examples]


@pytest.mark.parametrize(("kind", "text", "timex", "edtf"), EXAMPLES)
def test_each_kind_of_time(kind: str, text: str, timex: str, edtf: str | None) -> None:
    found = [(m.timex, m.when.edtf if m.when else None) for m in moments(text, PUBLISHED)]
    assert (timex, edtf) in found, f"{kind}: {found}"


@pytest.mark.parametrize(("text", "timex", "edtf"), OPEN)
def test_an_open_end_is_an_interval_and_its_value_the_day_named(text: str, timex: str, edtf: str) -> None:
    found = {m.timex: m.when.opened(m.end_of) if m.end_of else m.when for m in moments(text, PUBLISHED) if m.when}
    assert found[timex].edtf == edtf
    assert found[timex] == when(edtf)


def test_what_is_open_already_stays_so() -> None:
    known = [
        m.when.opened(m.end_of) for m in moments("Shut since Monday.", when("2031-09-17/..")) if m.when and m.end_of
    ]
    assert [one.edtf for one in known] == ["2031-09-15/.."]


@pytest.mark.parametrize(
    "text",
    [
        "They fled three-quarters of a mile.",
        "She was in her forties.",
        "The 11th Corps came.",
        "He flew to Santo Domingo.",
        "They met in Plaza 25 de Mayo.",
        "Flight 1549 landed.",
        "In twenty houses nobody was home.",
        "Read www.example.org/2030/05/12 first.",
        "Ring 06-1234-5678.",
    ],
)
def test_what_only_looks_like_a_time(text: str) -> None:
    assert moments(text, PUBLISHED) == []
