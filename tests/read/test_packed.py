"""What comes packed is unpacked within limits, or refused by name."""

from __future__ import annotations

import gzip
import zlib

import pytest

from reportedly.read.packed import PackedError, unpacked

PAGE = b"Nine people were rescued after the ferry sank." * 9


@pytest.mark.parametrize(
    ("coding", "packed"),
    [
        ("", PAGE),
        ("identity", PAGE),
        ("gzip", gzip.compress(PAGE, mtime=0)),
        (" X-GZip", gzip.compress(PAGE, mtime=0)),
        ("deflate", zlib.compress(PAGE)),
    ],
)
def test_codings_that_servers_use(coding: str, packed: bytes) -> None:
    assert unpacked(packed, coding, 1000) == PAGE


def test_a_bomb_is_unpacked_no_further_than_asked() -> None:
    assert len(unpacked(gzip.compress(bytes(10**7)), "gzip", 1000)) == 1001


@pytest.mark.parametrize(
    ("coding", "packed", "said"),
    [
        ("br", b"..", "packed as br, which was not asked for"),
        ("gzip", b"no gzip", "broken"),
        ("gzip", gzip.compress(PAGE, mtime=0)[:-9], "cut short"),
    ],
)
def test_what_cannot_be_unpacked_is_refused(coding: str, packed: bytes, said: str) -> None:
    with pytest.raises(PackedError, match=said):
        unpacked(packed, coding, 1000)
