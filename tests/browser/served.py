"""A desk served in this process, for the browser."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import uvicorn

from layout.desk.room import Room
from layout.desk.serve import Address, listening
from layout.desk.server import Wishes, application


@contextmanager
def served(edition: Path, language="zh") -> Iterator[tuple[str, Room]]:
    room = Room(edition)
    with listening(Address("127.0.0.1", 0, "", False)) as bound:
        config = uvicorn.Config(
            application(room, Wishes(language=language)), log_level="warning", timeout_graceful_shutdown=1
        )
        server = uvicorn.Server(config)
        thread = Thread(target=server.run, kwargs={"sockets": [bound]})
        room.start()
        thread.start()
        try:
            yield f"http://127.0.0.1:{bound.getsockname()[1]}/", room
        finally:
            server.should_exit = True
            thread.join(timeout=10)
            room.stop()
