"""The desk as a web application: the page, its fragments, its edits, and the stream of news."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from msgspec import Struct
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.templating import Jinja2Templates

from layout.desk.assets import TEMPLATES, asset
from layout.desk.compared import changes_of
from layout.desk.galleys import galley_sheets
from layout.desk.guard import LOOPBACK, Guard, is_loopback
from layout.desk.hands import Hands
from layout.desk.journal import Journal
from layout.desk.orders import orders_of
from layout.desk.posts import Posts
from layout.desk.room import Room, screen_of
from layout.desk.state import PageState, State
from layout.desk.views import Links, drawing_data, news, rows
from layout.desk.words import words
from layout.report import Language

EDITOR = "vscode://file{file}:{line}:{column}"
_LANGUAGE = "paiban-language"
_FOREVER = {"Cache-Control": "private, max-age=31536000, immutable"}
_FRESH = {"Cache-Control": "no-store"}
# A comment is sent in the stream so often, so that a lost browser is noticed.
_HEARTBEAT = 15


class Wishes(Struct, frozen=True):
    """How a desk is to be: its address, the language, and how editors are opened."""

    host: str = "127.0.0.1"
    language: Language = "zh"
    editor: str = EDITOR
    token: str = ""


def token_for(host: str) -> str:
    """A new token for a desk that others than this machine can reach; none is needed on loopback."""
    return "" if is_loopback(host) else secrets.token_urlsafe(24)


def application(room: Room, wishes: Wishes) -> Any:
    """The desk's ASGI application for a room that is or will be started."""
    desk = Desk(room, wishes)
    posts = Posts(room, desk.hands, desk.shown, desk.language_of)
    routes = [
        Route("/", desk.page),
        Route("/strip", desk.strip),
        Route("/findings/{page}", desk.findings),
        Route("/orders/{page}", desk.orders),
        Route("/galley/{page}/{zone}", desk.galley),
        Route("/galley/{page}/{zone}/{number:int}.svg", desk.galley_sheet),
        Route("/compare/{page}", desk.compare),
        Route("/story/{page}/{zone}", posts.story),
        Route("/part/{page}/{zone}/{part}", posts.part),
        Route("/field", posts.field, methods=["POST"]),
        Route("/move", posts.move, methods=["POST"]),
        Route("/undo", posts.undo, methods=["POST"]),
        Route("/redo", posts.redo, methods=["POST"]),
        Route("/pages/{page}/drawing", desk.drawing),
        Route("/pages/{page}/thumb.svg", desk.thumb),
        Route("/pictures/{key}", desk.picture),
        Route("/news", desk.news),
        Route("/static/{name}", desk.static),
    ]
    hosts = {*LOOPBACK, wishes.host} - {"0.0.0.0", "::"}
    return Guard(Starlette(routes=routes), hosts if wishes.host in {*LOOPBACK} else _reachable(hosts), wishes.token)


def _reachable(hosts: set[str]) -> set[str]:
    """The names a desk may be called by that others can reach: what it was bound to, and the machine's own."""
    import socket

    name = socket.gethostname()
    found = {name.lower()}
    with suppress(OSError):
        found |= {str(entry[4][0]) for entry in socket.getaddrinfo(name, None)}
    return hosts | found


class Desk:
    """Everything that is read."""

    def __init__(self, room: Room, wishes: Wishes) -> None:
        self._room = room
        self._wishes = wishes
        workspace = room.state.loaded.workspace
        folder = room.manifest if room.manifest.is_dir() else room.manifest.parent
        self.hands = Hands(workspace, Journal(workspace.root, folder.resolve().name))
        self._links = Links(wishes.editor, workspace.root)
        self._templates = Jinja2Templates(directory=TEMPLATES)
        self._templates.env.trim_blocks = self._templates.env.lstrip_blocks = True
        self._listeners: set[asyncio.Queue[str]] = set()
        self._loop: asyncio.AbstractEventLoop | None = None
        room.changed = self._tell

    def language_of(self, request: Request) -> Language:
        """The language of one browser: what it asked for, else the desk's."""
        asked = request.query_params.get("lang") or request.cookies.get(_LANGUAGE)
        return "en" if asked == "en" else "zh" if asked == "zh" else self._wishes.language

    def shown(self, request: Request, template: str, status: int = 200, **values: Any) -> Response:
        """A template filled in."""
        language = self.language_of(request)
        values = {"t": words(language), "lang": language, "state": self._room.state, **values}
        return self._templates.TemplateResponse(request, template, values, status, _FRESH)

    def page(self, request: Request) -> Response:
        """The whole page."""
        state = self._room.state
        undo, redo = self.hands.counts()
        title = _title(state, self._room.manifest)
        answer = self.shown(request, "desk.html", title=title, news=news(state, undo, redo))
        if request.query_params.get("lang") in {"zh", "en"}:
            answer.set_cookie(_LANGUAGE, self.language_of(request), httponly=True, samesite="strict")
        return answer

    def strip(self, request: Request) -> Response:
        """The thumbnails."""
        return self.shown(request, "strip.html")

    def findings(self, request: Request) -> Response:
        """The findings of a page, or of all (`-`)."""
        page = request.path_params["page"]
        state, language = self._room.state, self.language_of(request)
        found = list(rows(state, self._links, language, None if page == "-" else page))
        return self.shown(request, "findings.html", rows=found, page=page)

    def orders(self, request: Request) -> Response:
        """The copyfit orders of a page."""
        state, page = self._room.state, request.path_params["page"]
        found = list(orders_of(state.composition, page)) if state.composition else []
        return self.shown(request, "orders.html", orders=found, page=page)

    def galley(self, request: Request) -> Response:
        """The galley of a zone's story, as pictures of its sheets."""
        page, zone = request.path_params["page"], request.path_params["zone"]
        return self.shown(request, "galley.html", page=page, zone=zone, count=len(self._galley(request)))

    def galley_sheet(self, request: Request) -> Response:
        """A sheet of a galley."""
        sheets, number = self._galley(request), request.path_params["number"]
        if number >= len(sheets):
            return Response(status_code=404)
        return Response(sheets[number], media_type="image/svg+xml", headers=_FRESH)

    def _galley(self, request: Request) -> tuple[str, ...]:
        page = self._page(request)
        zones = page.zones if page else ()
        story = next((zone.story for zone in zones if zone.name == request.path_params["zone"]), "")
        state = self._room.state
        return galley_sheets(state, screen_of(state.loaded), page.name, story) if page and story else ()

    def compare(self, request: Request) -> Response:
        """What changed on a page since it was signed last."""
        page = request.path_params["page"]
        return self.shown(request, "compare.html", page=page, changes=changes_of(self._room.state, page))

    def drawing(self, request: Request) -> Response:
        """A page's drawing as JSON: what differs from the one the browser has."""
        page = self._page(request)
        if page is None:
            return Response(status_code=404)
        before = self._room.drawing(page.name, request.query_params.get("have", ""))
        return JSONResponse(drawing_data(page, before), headers=_FRESH)

    def thumb(self, request: Request) -> Response:
        """A page made small."""
        page = self._page(request)
        if page is None:
            return Response(status_code=404)
        fresh = request.query_params.get("v") == page.digest
        return Response(page.thumb, media_type="image/svg+xml", headers=_FOREVER if fresh else _FRESH)

    def picture(self, request: Request) -> Response:
        """A picture by the key under which the page names it."""
        found = self._room.pictures.get(request.path_params["key"], self._room.state.loaded.images)
        if found is None:
            return Response(status_code=404)
        return Response(found[0], media_type=found[1], headers=_FOREVER)

    def static(self, request: Request) -> Response:
        """A script or a style sheet."""
        found = asset(request.path_params["name"])
        if found is None:
            return Response(status_code=404)
        return Response(found[0], media_type=found[1], headers={"Cache-Control": "no-cache"})

    async def news(self, request: Request) -> Response:
        """The stream: a message for every new state, the present one first."""
        self._loop = asyncio.get_running_loop()
        queue: asyncio.Queue[str] = asyncio.Queue()
        queue.put_nowait(self._news(self._room.state))

        async def stream() -> AsyncIterator[str]:
            self._listeners.add(queue)
            try:
                while True:
                    try:
                        told = await asyncio.wait_for(queue.get(), _HEARTBEAT)
                    except TimeoutError:
                        yield ":\n\n"
                        continue
                    yield f"data: {told}\n\n"
            finally:
                self._listeners.discard(queue)

        return StreamingResponse(stream(), media_type="text/event-stream", headers=_FRESH)

    def _news(self, state: State) -> str:
        return news(state, *self.hands.counts())

    def _tell(self, state: State) -> None:
        """Tell every browser of a new state; called in the room's thread."""
        if self._loop is None or self._loop.is_closed():
            return
        told = self._news(state)
        for queue in tuple(self._listeners):
            self._loop.call_soon_threadsafe(queue.put_nowait, told)

    def _page(self, request: Request) -> PageState | None:
        return self._room.state.pages.get(request.path_params["page"])


def _title(state: State, manifest: Path) -> str:
    edition, style = state.loaded.edition, state.loaded.style
    if edition is None or style is None:
        return (manifest if manifest.is_dir() else manifest.parent).name
    return f"{style.identity.name} {edition.date.isoformat()}"
