"""Who may ask the desk for anything: only this machine's own browser, or one that has the token; and what it may do.

Host is checked against DNS rebinding, and what another site's page sends is refused. The page may load nothing from
elsewhere and run nothing written into it.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders, QueryParams
from starlette.requests import cookie_parser
from starlette.responses import PlainTextResponse, RedirectResponse

LOOPBACK = ("127.0.0.1", "localhost", "::1")
COOKIE = "paiban-token"
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
# What a script of the desk's own page sends; another site's cannot without asking first.
_OWN = ("hx-request", "x-paiban")


def is_loopback(host: str) -> bool:
    """Whether an address is this machine alone."""
    return host in LOOPBACK


class Guard:
    """An ASGI layer that lets through what may come in, and says what the browser may do with what goes out."""

    def __init__(self, app: Any, hosts: Iterable[str], token: str = "") -> None:
        self._app = app
        self._hosts = frozenset(hosts)
        self._token = token

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        refusal = self._refusal(scope)

        async def guarded(message: Any) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await (refusal or self._app)(scope, receive, guarded)

    def _refusal(self, scope: Any) -> Any:
        headers = Headers(scope=scope)
        host = _name_of(headers.get("host", ""))
        if host not in self._hosts:
            return PlainTextResponse("unknown host", 421)
        if _from_elsewhere(headers, scope["method"], scope["path"]):
            return PlainTextResponse("not from the desk's own page", 403)
        return self._asks_for_token(scope, headers) if self._token else None

    def _asks_for_token(self, scope: Any, headers: Headers) -> Any:
        """None for one that has the token; one that brings it in the address is given it as a cookie."""
        given = QueryParams(scope["query_string"]).get("token", "")
        if given and hmac.compare_digest(given.encode(), self._token.encode()):
            answer = RedirectResponse(scope["path"], 303)
            answer.set_cookie(COOKIE, self._token, httponly=True, samesite="strict")
            return answer
        kept = cookie_parser(headers.get("cookie", "")).get(COOKIE, "")
        if hmac.compare_digest(kept.encode(), self._token.encode()):
            return None
        return PlainTextResponse("the desk's address has a token: open it as it was printed", 401)


def _name_of(host: str) -> str:
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""


def _from_elsewhere(headers: Headers, method: str, path: str) -> bool:
    """Whether another site's page asks. Anybody may open the desk's page itself, which does nothing by that."""
    site = headers.get("sec-fetch-site", "same-origin")
    if method in {"GET", "HEAD"}:
        return site in {"cross-site", "same-site"} and path != "/"
    origin = headers.get("origin")
    own = origin is None or urlsplit(origin).netloc == headers.get("host")
    return not own or site not in {"same-origin", "none"} or not any(name in headers for name in _OWN)
