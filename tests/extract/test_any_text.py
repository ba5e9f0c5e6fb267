"""Names, places and happenings of any text: no error, and every word stands where it says."""

from benchmarks.places import draft_of
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.extract.counting.figures import Figures
from reportedly.extract.happening.happenings import Happenings
from reportedly.extract.naming.names import Names
from reportedly.extract.parse import Parser
from reportedly.extract.placing.places import Places

PIECES = [
    "Captain ",
    "Ada Brook",
    ", 51, ",
    "the ferry",
    " sank",
    " off ",
    "Lagos",
    " on ",
    "3rd",
    " Brigade",
    "’s ",
    "\n\n",
    "“",
    ".",
    "NWA ",
    "not ",
    "was ",
    "-",
    "of ",
    "(",
    "Peru",
]


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES), max_size=25).map("".join)))
def test_words_stand_where_they_say(text: str) -> None:
    draft = draft_of(text)
    for stage in (Parser(), Figures(), Names(), Places(), Happenings()):
        draft = stage(draft)
    for place in draft.places:
        assert place.span.of(text) == place.text
    for name in draft.names:
        assert all(words.span.of(text) == words.text for words in name.roles)
    for one in draft.happenings:
        parties = [words for words in (one.verb, one.subject, one.object, *one.where) if words is not None]
        assert all(words.span.of(text) == words.text for words in parties)
        assert one.span.contains(one.verb.span)
