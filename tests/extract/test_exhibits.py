import pytest
from tests.extract.paragraphs import article, capture

from reportedly.extract import Extractor
from reportedly.extract.attributions import Attributions
from reportedly.extract.exhibits import Exhibits
from reportedly.extract.naming.names import Names
from reportedly.extract.parse import Parser
from reportedly.model.exhibit import Exhibit


@pytest.fixture(scope="session")
def extract() -> Extractor:
    return Extractor((Parser(), Names(), Attributions(), Exhibits()))


def exhibits(extract: Extractor, text: str) -> tuple[Exhibit, ...]:
    it = capture(text)
    return extract(it, article(it)).exhibits


def test_one_video_keeps_its_publisher_and_its_checks(extract: Extractor) -> None:
    (video,) = exhibits(
        extract, "Governor Ilse Brandt posted a video of the flooded square.\nThe video was geolocated by Nordwire."
    )
    assert (video.kind, video.publisher) == ("video", "Ilse Brandt")
    (check,) = video.verifications
    assert (check.by, check.status, check.aspect) == ("Nordwire", "verified", "place")


def test_what_nobody_could_verify_says_so(extract: Extractor) -> None:
    (photo,) = exhibits(extract, "A photograph shows a burning barge. It could not be independently verified.")
    (check,) = photo.verifications
    assert (check.by, check.status, check.aspect) == (None, "could-not", "authenticity")


def test_another_clip_is_another_exhibit(extract: Extractor) -> None:
    found = exhibits(extract, "A clip shows a bridge. Another clip shows a tower. The letter is short.")
    assert [e.kind for e in found] == ["video", "video", "document"]


@pytest.mark.parametrize(
    ("text", "checks"),
    [
        ("The Harbour Post has partly verified the video.", [("Harbour Post", "partly", "authenticity")]),
        ("The Harbour Post has verified parts of the video.", [("Harbour Post", "partly", "authenticity")]),
        (
            "Radio Lagune posted a video and did not specify where or on which day it was filmed.",
            [("Radio Lagune", "could-not", "place"), ("Radio Lagune", "could-not", "time")],
        ),
        ("The minister posted a video. He did not say who had paid.", []),
    ],
)
def test_what_was_checked_in_part_or_left_open(
    extract: Extractor, text: str, checks: list[tuple[str, str, str]]
) -> None:
    found = {(c.by, c.status, c.aspect) for exhibit in exhibits(extract, text) for c in exhibit.verifications}
    assert found == set(checks)
