"""A desk served until it is stopped."""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path

import uvicorn
from msgspec import Struct

from layout.desk.room import Room
from layout.desk.server import Wishes, application, token_for
from layout.report import Language


class Address(Struct, frozen=True):
    """Where a desk is served, how it opens editors, and whether it opens the browser."""

    host: str
    port: int
    editor: str
    browse: bool


def serve(edition: Path, root: Path | None, language: Language, address: Address, told: Callable[[str], None]) -> None:
    """Serve an edition until the run is ended; `told` is given the page's address once it can be opened.

    Raises OSError when the address cannot be had.
    """
    with listening(address) as bound:
        room = Room(edition, root=root)
        token = token_for(address.host)
        wishes = Wishes(address.host, language, address.editor, token)
        config = uvicorn.Config(
            application(room, wishes), log_level="warning", access_log=False, timeout_graceful_shutdown=1
        )
        url = _url(address.host, bound.getsockname()[1], token)
        room.start()
        try:
            told(url)
            if address.browse:
                import webbrowser

                webbrowser.open(url)
            uvicorn.Server(config).run(sockets=[bound])
        except KeyboardInterrupt:
            pass
        finally:
            room.stop()


def listening(address: Address) -> socket.socket:
    """A socket bound to an address; raises OSError when it cannot be had."""
    family = socket.AF_INET6 if ":" in address.host else socket.AF_INET
    bound = socket.socket(family, socket.SOCK_STREAM)
    try:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind((address.host, address.port))
        bound.listen(64)
    except BaseException:
        bound.close()
        raise
    return bound


def _url(host: str, port: int, token: str) -> str:
    name = f"[{host}]" if ":" in host else host
    return f"http://{name}:{port}/" + (f"?token={token}" if token else "")
