"""No address that is not everybody's is asked, however it is written and whatever its name says later."""

from __future__ import annotations

import socket
from ipaddress import IPv4Address, ip_address
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.read.addresses import AddressError, addresses_of, why_not_public

CLOSED = {
    "127.0.0.1": "loopback",
    "127.255.1.9": "loopback",
    "0.0.0.0": "unspecified",  # noqa: S104 - an address to judge, nothing is bound to it
    "10.1.2.3": "private",
    "172.16.0.1": "private",
    "192.168.1.1": "private",
    "169.254.169.254": "link-local",
    "224.0.0.1": "multicast",
    "255.255.255.255": "reserved",
    "240.0.0.1": "reserved",
    "100.64.0.1": "shared",
    "198.18.0.1": "private",
    "::1": "loopback",
    "::": "unspecified",
    "::ffff:127.0.0.1": "loopback",
    "::ffff:10.0.0.1": "private",
    "::ffff:169.254.169.254": "link-local",
    "::127.0.0.1": "reserved",
    "64:ff9b::7f00:1": "loopback",
    "64:ff9b::a9fe:a9fe": "link-local",
    "64:ff9b:1::1": "reserved",
    "2002:7f00:1::": "loopback",
    "2002:c0a8:101::1": "private",
    "fe80::1": "link-local",
    "fe80::1%1": "link-local",
    "fec0::1": "site-local",
    "fc00::1": "private",
    "fd12:3456::1": "private",
    "ff02::1": "multicast",
    "2001::1": "private",
    "2001:db8::1": "private",
}


@pytest.mark.parametrize(("address", "kind"), CLOSED.items())
def test_closed_addresses_have_their_kind(address: str, kind: str) -> None:
    assert why_not_public(ip_address(address)) == kind


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:4700::1111", "::ffff:93.184.215.14", "64:ff9b::5db8:d70e"])
def test_open_addresses_may_be_asked(address: str) -> None:
    assert why_not_public(ip_address(address)) is None


@given(st.ip_addresses(v=4))
def test_an_address_inside_another_is_judged_as_itself(address: IPv4Address) -> None:
    alone = why_not_public(address)
    number = int(address)
    assert why_not_public(ip_address(f"::ffff:{address}")) == alone
    assert why_not_public(ip_address(f"64:ff9b::{number >> 16:x}:{number & 0xFFFF:x}")) == alone
    assert why_not_public(ip_address(f"2002:{number >> 16:x}:{number & 0xFFFF:x}::1")) == alone


@pytest.mark.skipif(not hasattr(socket, "inet_aton"), reason="the system reads no numbers of other bases")
@pytest.mark.parametrize("host", ["127.0.0.1", "2130706433", "0x7f.1", "0x7f000001", "0177.0.0.1", "127.1", "::1"])
def test_a_host_in_numbers_of_any_base_is_judged_by_its_address(host: str) -> None:
    with pytest.raises(AddressError, match=r"which is loopback; --allow-private permits it"):
        addresses_of(host, 80, allow_private=False)


def test_one_closed_address_among_open_ones_refuses_the_host(monkeypatch: pytest.MonkeyPatch) -> None:
    def answers(host: str, port: int, **_: Any) -> list[Any]:
        return [(None, None, 0, "", (address, port)) for address in ("93.184.215.14", "10.0.0.7")]

    monkeypatch.setattr(socket, "getaddrinfo", answers)
    with pytest.raises(AddressError, match=r"news\.example stands for 10\.0\.0\.7, which is private"):
        addresses_of("news.example", 80, allow_private=False)
    assert [str(found) for found in addresses_of("news.example", 80, allow_private=True)] == [
        "93.184.215.14",
        "10.0.0.7",
    ]


@pytest.mark.parametrize("host", ["a" * 70 + ".example", "nowhere.invalid"])
def test_a_host_without_an_address_says_so(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: Any, **__: Any) -> None:
        raise socket.gaierror(-2, "not known") if host.endswith("invalid") else UnicodeError("label too long")

    monkeypatch.setattr(socket, "getaddrinfo", fails)
    with pytest.raises(AddressError, match="has no address"):
        addresses_of(host, 80, allow_private=False)
