import pytest
from tests.extract.paragraphs import article, capture

from reportedly.extract import Extractor
from reportedly.extract.attributions import Attributions
from reportedly.extract.names import Names
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
    ],
)
def test_who_said_what(extract: Extractor, text: str, content: str, source: str) -> None:
    (statement,) = read(extract, text).statements
    assert statement.content[0].of(text) == content
    span = statement.attribution[0].span
    assert span is not None
    assert span.of(text) == source
