"""Separated pictures kept on disk between builds."""

from __future__ import annotations

import json
from pathlib import Path

from msgspec import Struct

from layout.assets.keptfiles import KeptFiles, KeptSize
from layout.assets.separation import Separated

LARGEST = 1024 * 1024 * 1024
_SUFFIX = ".ink"
_NUMBERS = ("width", "height", "bits")


class PictureCache(Struct, frozen=True):
    """The pictures in a folder; one that cannot be read or written only costs time, so nothing of it is an error."""

    folder: Path
    largest: int = LARGEST

    @property
    def files(self) -> KeptFiles:
        """The files that hold them."""
        return KeptFiles(self.folder, _SUFFIX, self.largest)

    def find(self, key: str) -> Separated | None:
        """The picture kept under a key, if it is there and whole."""
        data = self.files.find(key)
        return _read(data) if data else None

    def keep(self, key: str, picture: Separated) -> None:
        """Keep a picture under a key; another run may do the same at the same time."""
        self.files.keep(key, _written(picture))

    def trim(self) -> None:
        """Take away what was not used for longest, until the rest is within the bound."""
        self.files.trim()

    def size(self) -> KeptSize:
        """What the cache holds."""
        return self.files.size()

    def clear(self) -> KeptSize:
        """Take everything away; gives what was there."""
        return self.files.clear()


def _written(picture: Separated) -> bytes:
    """A line of JSON about the picture, its data, its alpha."""
    head = {name: getattr(picture, name) for name in (*_NUMBERS, "space", "filter", "inverted", "broken")}
    head |= {"data": len(picture.data), "alpha": None if picture.alpha is None else len(picture.alpha)}
    return json.dumps(head).encode() + b"\n" + picture.data + (picture.alpha or b"")


def _read(data: bytes) -> Separated | None:
    head, _, body = data.partition(b"\n")
    try:
        said = json.loads(head)
        length, alpha = said.pop("data"), said.pop("alpha")
        return Separated(**said, data=body[:length], alpha=None if alpha is None else body[length:])
    except (ValueError, KeyError, TypeError):
        return None
