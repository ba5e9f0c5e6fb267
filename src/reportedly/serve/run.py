"""The server itself: where it listens, under which names, and who gets in."""

from __future__ import annotations

import ipaddress
import secrets
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

import uvicorn

from reportedly.model.errors import ReportedlyError
from reportedly.serve.app import app_of
from reportedly.serve.building import Building
from reportedly.serve.deciding import Decisions
from reportedly.serve.guard import Guard
from reportedly.serve.room import Room

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
AT_ONCE = 64  # connections: further ones are told to come back


@dataclass(frozen=True, slots=True)
class Door:
    """Where the server listens: a bound socket, the names a browser may call it by, and the token it asks for."""

    listener: socket.socket
    names: tuple[str, ...]
    token: str | None
    address: str


def door(host: str, port: int, token: str | None = None, names: tuple[str, ...] = ()) -> Door:
    """A door at `host` (loopback: no token needed) and `port` (0: any that is free); `names` are further ones.

    Beyond loopback there is always a token, made by chance where none is given. Raises `ReportedlyError` where nobody
    can listen.
    """
    beyond = not _loopback(host)
    try:
        kind = socket.AF_INET6 if ":" in host else socket.AF_INET
        listener = socket.create_server((host, port), family=kind)
    except OSError as fault:
        raise ReportedlyError(f"{host}:{port}: {fault.strerror or fault}; choose another with --port") from fault
    port = listener.getsockname()[1]
    if beyond and token is None:
        token = secrets.token_urlsafe(24)
    shown = f"[{host}]" if ":" in host else host
    hosts = dict.fromkeys((shown, *LOOPBACK, *_own(host), *names))
    called = tuple(f"{name}:{port}" for name in hosts) + (tuple(hosts) if port == 80 else ())
    return Door(listener, called, token, f"http://{shown}:{port}/" + (f"?token={token}" if token else ""))


def serve(record: str | Path, at: Door, ready: Callable[[], None] = lambda: None, paths: Sequence[str] = ()) -> None:
    """Answer until told to stop; `ready` is called before the first answer. `paths` are built in meanwhile."""
    room, decisions = Room(record), Decisions(record)
    build = Building(paths, record) if paths else None
    guarded = Guard(app_of(room, decisions, build), at.names, at.token)
    config = uvicorn.Config(
        guarded, log_level="warning", access_log=False, server_header=False, limit_concurrency=AT_ONCE,
        lifespan="off", ws="none",
    )  # fmt: skip
    ready()
    Thread(target=room.empty, daemon=True).start()  # what pages share is made while a browser opens
    try:
        uvicorn.Server(config).run(sockets=[at.listener])
    finally:
        decisions.close()
        if build is not None:
            build.close()
        room.close()


def _loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _own(host: str) -> tuple[str, ...]:
    """The names of this machine, where all of its addresses are listened on."""
    return (socket.gethostname(), socket.getfqdn()) if host in ("0.0.0.0", "::") else ()  # noqa: S104
