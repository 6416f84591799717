"""Where packages are: folders of this machine, or what fsspec reaches (`s3://…`, `sftp://…`)."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from layout.catalogue.model import CatalogueError

BAG_FILE = "bagit.txt"


def is_remote(location: str) -> bool:
    """Whether a location is not a path of this machine."""
    return "://" in location


@contextmanager
def local(location: str) -> Iterator[Path]:
    """A package as a folder of this machine: itself, or a copy that is thrown away afterwards.

    Raises CatalogueError when it cannot be reached.
    """
    if not is_remote(location):
        yield Path(location)
        return
    fsspec = _fsspec()
    with tempfile.TemporaryDirectory() as folder:
        try:
            system, path = fsspec.core.url_to_fs(location)
            system.get(path.rstrip("/") + "/", f"{folder}/", recursive=True)
        except (OSError, ValueError, ImportError) as error:
            raise CatalogueError(f"{location}: {error}") from error
        yield Path(folder)


def bags(location: str) -> list[str]:
    """The packages at a location: itself when it is one, else those right below it, in order of their names."""
    if not is_remote(location):
        place = Path(location)
        if (place / BAG_FILE).is_file():
            return [str(place)]
        return [str(folder.parent) for folder in sorted(place.glob(f"*/{BAG_FILE}"))]
    try:
        system, path = _fsspec().core.url_to_fs(location)
        if system.exists(f"{path}/{BAG_FILE}"):
            return [location]
        return [
            system.unstrip_protocol(file.rpartition("/")[0]) for file in sorted(system.glob(f"{path}/*/{BAG_FILE}"))
        ]
    except (OSError, ValueError, ImportError) as error:
        raise CatalogueError(f"{location}: {error}") from error


def _fsspec() -> Any:
    try:
        import fsspec
    except ImportError as error:
        raise CatalogueError("fsspec is not installed: pip install 'paiban[remote]'") from error
    return fsspec
