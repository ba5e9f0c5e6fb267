"""Who may ask, and what a page may do: Host and Origin checked, a token where others can reach us, a strict policy.

A page on another site that names this machine by a name of its own (DNS rebinding) has the wrong Host; a form on
another site has the wrong Origin. Neither gets an answer.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterable
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

CYTOSCAPE = "sha256-pgvDUBa4IjFA2yuSJ2cqcyxmNYJMborsd0ORcRv9vw8="  # the one rule that it writes into the page itself
POLICY = (
    f"default-src 'none'; style-src 'self' '{CYTOSCAPE}'; script-src 'self'; "
    "img-src 'self'; connect-src 'self'; frame-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",  # with none at all a form of ours has no Origin
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "x-frame-options": "DENY",
    "cache-control": "no-store",
}
COOKIE = "reportedly"
FORMS = ("json", "csv")
WHY = "this page answers only to the address that `reportedly serve` printed\n"


class Guard:
    """Lets through what asks under one of our names, from our own pages, and with the token if there is one.

    `names` are `host:port` as a browser writes them. It also takes `.json` and `.csv` off an address and keeps them as
    the form that is wanted.
    """

    def __init__(self, app: ASGIApp, names: Iterable[str], token: str | None = None) -> None:
        self._app = app
        self._names = frozenset(name.lower() for name in names)
        self._token = token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        refusal = self._refusal(scope)
        await (refusal or self._formed)(scope, receive, _sealed(send))

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        if headers.get("host", "").lower() not in self._names:
            return PlainTextResponse(f"unknown Host: {WHY}", 421)
        origin = headers.get("origin")
        followed = scope["method"] in ("GET", "HEAD") and headers.get("sec-fetch-mode", "navigate") == "navigate"
        ours = origin is None or urlsplit(origin).netloc.lower() in self._names
        if not ours or (headers.get("sec-fetch-site") == "cross-site" and not followed):
            return PlainTextResponse(f"asked from another site: {WHY}", 403)
        if scope["method"] not in ("GET", "HEAD") and origin is None:
            return PlainTextResponse("a decision needs an Origin: take it in a browser, or by the commands\n", 403)
        return self._stranger(scope, headers) if self._token else None

    def _stranger(self, scope: Scope, headers: Headers) -> Response | None:
        """What one gets who has not shown the token: by cookie, by header, or once by the address."""
        shown = headers.get("authorization", "").removeprefix("Bearer ")
        if self._is_token(_cookie(headers)) or self._is_token(shown):
            return None
        given = parse_qs(scope["query_string"].decode("latin-1")).get("token", [""])[0]
        if not self._is_token(given):
            return PlainTextResponse("open the address with its token, as `reportedly serve` printed it\n", 401)
        answer = RedirectResponse(scope["path"], 303)
        answer.set_cookie(COOKIE, given, httponly=True, samesite="strict")
        return answer

    def _is_token(self, given: str) -> bool:
        return hmac.compare_digest(given.encode(), (self._token or "").encode())

    async def _formed(self, scope: Scope, receive: Receive, send: Send) -> None:
        path, _, form = scope["path"].rpartition(".")
        known = form in FORMS and not scope["path"].startswith("/static/")
        more = {"path": path, "raw_path": path.encode(), "form": form} if known else {"form": "html"}
        await self._app({**scope, **more}, receive, send)


def _sealed(send: Send) -> Send:
    """Every answer carries the policy, unless it has a stricter one of its own."""

    async def sealed(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return sealed


def _cookie(headers: Headers) -> str:
    try:
        held = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return ""
    return held.value if held else ""
