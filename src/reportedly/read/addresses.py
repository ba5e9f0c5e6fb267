"""Which addresses may be asked: only those that are open to everybody, unless the person says otherwise."""

from __future__ import annotations

import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from reportedly.model.errors import ReportedlyError

Address = IPv4Address | IPv6Address

TRANSLATED = IPv6Network("64:ff9b::/96")  # RFC 6052: an IPv4 address in its last 32 bits
KINDS = ("unspecified", "loopback", "link_local", "site_local", "multicast", "reserved", "private")


class AddressError(ReportedlyError):
    """A host that has no address, or one that is not open to everybody."""


def why_not_public(address: Address) -> str | None:
    """What keeps an address from being everybody's ("loopback"); None where nothing does.

    The standard library knows IANA's registries of special addresses; an IPv4 address inside an IPv6 one (mapped,
    6to4, NAT64) is judged by itself.
    """
    inner = _inner(address)
    if inner is not None:
        return why_not_public(inner)
    for kind in KINDS:
        if getattr(address, f"is_{kind}", False):
            return kind.replace("_", "-")
    return None if address.is_global else "shared"  # 100.64.0.0/10, a carrier's own


def addresses_of(host: str, port: int, *, allow_private: bool) -> tuple[Address, ...]:
    """The addresses that a host's name stands for now, to be connected to as they are and never looked up again.

    A host in numbers of any base (`2130706433`, `0x7f.1`, `0177.0.0.1`) is read as the system reads it. One address
    that is not everybody's refuses the host whole. Raises `AddressError`.
    """
    try:
        entries = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as fault:
        raise AddressError(f"{host} has no address ({fault}); check its spelling and your connection") from fault
    found = tuple(dict.fromkeys(ip_address(entry[4][0]) for entry in entries))
    for address in found:
        kind = None if allow_private else why_not_public(address)
        if kind:
            raise AddressError(f"{host} stands for {address}, which is {kind}; --allow-private permits it")
    return found


def _inner(address: Address) -> IPv4Address | None:
    if isinstance(address, IPv4Address):
        return None
    if address in TRANSLATED:
        return IPv4Address(int(address) & 0xFFFF_FFFF)
    return address.ipv4_mapped or address.sixtofour
