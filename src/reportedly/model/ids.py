"""Names made of content: the same thing has the same id in every build."""

from __future__ import annotations

import hashlib

DIGITS = 24  # 96 bits: a collision among 10^11 things is less likely than 10^-7


def content_id(kind: str, *parts: object) -> str:
    """`kind:` and a hash of the parts; parts are told apart, so ("ab", "c") is not ("a", "bc")."""
    pieces = [str(part).encode("utf8", "surrogatepass") for part in parts]
    whole = b"".join([len(piece).to_bytes(8, "big") + piece for piece in pieces])
    return f"{kind}:{hashlib.sha256(whole).hexdigest()[:DIGITS]}"


def sha256_of(content: bytes) -> str:
    """The plain SHA-256 of some bytes, as 64 hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()
