"""Every kind of figure that is read, with an example of our own for each form of it; and what only looks like one."""

import pytest

from reportedly.grammar.numbers import quantities

KINDS = {
    "ratio": [
        ("One out of every 25 hens died.", [(0.04, 0.04, None)]),
        ("Three in ten voted.", [(0.3, 0.3, None)]),
        ("Some 12 per 100,000 fell ill.", [(12, 12, "per 100,000")]),
        ("There were 3.1 deaths per 1,000.", [(3.1, 3.1, "per 1,000")]),
    ],
    "share": [
        ("Turnout was 48 per cent.", [(48, 48, "%")]),
        ("It rose 2.5 percentage points.", [(2.5, 2.5, "percentage point")]),
    ],
    "change": [("Support fell from 48 to 36 percent.", [(48, 48, "%"), (36, 36, "%")])],
    "range": [("between 10,000 and 50,000 men", [(10_000, 50_000, None)])],
    "money": [
        ("The fine was 3 million euros.", [(3e6, 3e6, "€")]),
        ("Some $3.4bn was spent.", [(3.4e9, 3.4e9, "$")]),
        ("It cost 5 million Swiss francs.", [(5e6, 5e6, "Swiss franc")]),
    ],
    "hyphen compound": [("A 12,000-man, four-brigade force came.", [(12_000, 12_000, None), (4, 4, None)])],
    "age": [("A 53-year-old baker spoke.", [(53, 53, "year-old")])],
    "words": [
        ("Tens of thousands fled.", [(20_000, None, None)]),
        ("They want at least a dozen boats.", [(12, None, None)]),
        ("A couple of dozen boats sank.", [(24, None, None)]),
        ("They won by a score of 3-1.", []),
        ("A score of boats sank.", [(20, 20, None)]),
    ],
    "one of length": [
        ("The wreck lies a mile off the cape.", [(1, 1, "mile")]),
        ("She walked a mile and a half.", [(1.5, 1.5, "mile")]),
        ("They would go a mile for him.", []),
    ],
    "one and a part": [
        ("She ran a mile and a half.", [(1.5, 1.5, "mile")]),
        ("It weighed two tons and a half.", [(2.5, 2.5, "ton")]),
        ("A million and a half fled.", [(1.5e6, 1.5e6, None)]),
        ("It took three-and-a-half years.", [(3.5, 3.5, "year")]),
        ("Some 2½ million litres leaked from ¾ of the vats.", [(2.5e6, 2.5e6, "litre"), (0.75, 0.75, None)]),
        ("Half a mile of road is gone.", [(0.5, 0.5, "mile")]),
        ("They fled three-quarters of a mile.", [(0.75, 0.75, "mile")]),
    ],
    "name": [
        ("The 11th Corps and FFG 31 came on May 9 with a 12-gauge.", []),
        ("A Boeing 737 on Route 66, on Channel 4, in Tier 1.", []),
    ],
    "decimal in words": [
        ("Thirty-one point four per cent were ill.", [(31.4, 31.4, "%")]),
        ("It cost two point five million.", [(2.5e6, 2.5e6, None)]),
    ],
    "million by a letter": [("Some 1.9m people starve beside a 3m wall.", [(1.9e6, 1.9e6, None), (3, 3, "m")])],
    "open magnitude": [("She said 900+ million.", [(9e8, None, None)])],
    "turned by a denial": [
        ("I would not expect more than 1,400.", [(None, 1400, None)]),
        ("They didn't see more than 12 men.", [(None, 12, None)]),
        ("It is not known whether more than 12 came.", [(12, None, None)]),
    ],
    "label": [("Injured 11. Missing 2. Toll 40", [(11, 11, None), (2, 2, None), (40, 40, None)])],
    "one that counts": [
        ("Three died, one of them a stoker.", [(3, 3, None), (1, 1, None)]),
        ("Only one of the mates lived; one of the mates spoke.", [(1, 1, None)]),
    ],
    "-ish": [("It weighs 5.5ish tonnes.", [(5.5, 5.5, "tonne")])],
    "telephone and web": [
        (text, [])
        for text in (
            "Callers dialled 911 at once.",
            "Dial 112 or 999.",
            "Ring 202-555-0134, or (407) 555-0134, or 1-800-555-0134.",
            "The hotline, 1 888 555 0147, is open.",
            "The helpline is on 0800 55 11 22.",
            "Tel. +44 20 7946 0958; fax 020 7946 0123",
            "Relatives may ring +00 55 01 or write to desk12@example.org.",
            "A 911 call was made, and 911 dispatchers sent crews.",
            "Text HELP to 85258.",
            "Ring 1-800-555-TIPS, 202-555-HELP or 1-888-HARBOUR.",
            "The union can be reached on 116 123.",
            "The emergency numbers 15 and 18 did not answer.",
            "See www.example.org/2024/05/12 and https://example.org/a?b=4&c=17.",
            "The page example.org/2030/17 is gone.",
            "Agent 007 came at 0900.",
            "She pledged it in a 911 phone call; the 911 calls came at noon.",
            "At four o'clock they took the pass.",
            "It is ten times the first estimate and four times higher than Friday's.",
            "True losses may be three to five times as high, a ratio of five to one.",
            "The clinic at 946 N. Weir Ave. was full; he lived at 12 Quay Street.",
            "The gulls were hit one after another.",
        )
    ],
    "beside the telephone": [
        ("The hotline took 900 calls.", [(900, 900, None)]),
        ("Call 12 witnesses; he rang 999 times.", [(12, 12, None), (999, 999, None)]),
        ("He was shot five times; they met four times last year.", [(5, 5, None), (4, 4, None)]),
        ("The ratio would be 29 per cent.", [(29, 29, "%")]),
        ("Twelve Weir Street pupils left.", [(12, 12, None)]),
        ("A 300-STRONG CROWD; 12-14 MEN.", [(300, 300, None), (12, 14, None)]),
        ("The line is 118 km long.", [(118, 118, "km")]),
        ("Calls rose to 112.", [(112, 112, None)]),
        ("Police: 6500. The union: 9000.", [(6500, 6500, None), (9000, 9000, None)]),
        ("Dead in the US: 112.", [(112, 112, None)]),
        ("The line: 300. Help: 999. Police: 112.", [(300, 300, None), (999, 999, None), (112, 112, None)]),
        ("Emergency rooms took 112 people.", [(112, 112, None)]),
    ],
}
EXAMPLES = [(kind, *example) for kind, examples in KINDS.items() for example in examples]


@pytest.mark.parametrize(("kind", "text", "values"), EXAMPLES)
def test_each_kind_of_figure(kind: str, text: str, values: list[tuple[float, float | None, str | None]]) -> None:
    found = [(m.low, m.high, m.unit) for m in quantities(text)]
    assert found == values, kind
