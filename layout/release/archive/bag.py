"""BagIt 1.0 (RFC 8493): a folder whose every file is listed with its hashes."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Literal

from msgspec import Struct

from layout.backends.files import OutputError, writing

Payload = Mapping[str, bytes | Path]
DATA = "data"
_DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
_ALGORITHMS = ("sha256", "sha512")
_CHUNK = 1 << 20


class Fault(Struct, frozen=True):
    """A file of a bag that is not as it was listed."""

    path: str
    what: Literal["missing", "changed", "extra", "not a bag"]


def write_bag(folder: Path, payload: Payload, info: Mapping[str, str]) -> None:
    """Write a bag; it appears whole or not at all. A bag that is there already with the same files is left as it is.

    Raises OutputError when it cannot be written, or when something else is in its place.
    """
    with writing(folder):
        folder.parent.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(prefix=".paiban-", dir=folder.parent))
        try:
            made.chmod(0o755)
            _fill(made, payload, info)
            _move(made, folder)
        finally:
            shutil.rmtree(made, ignore_errors=True)


def _move(made: Path, folder: Path) -> None:
    """Put a bag in its place; the same one there already may stay, anything else may not be lost."""
    if folder.is_dir() and any(folder.iterdir()):
        manifest = f"manifest-{_ALGORITHMS[0]}.txt"
        there = folder / manifest
        if not there.is_file() or there.read_bytes() != (made / manifest).read_bytes() or list(faults(folder)):
            raise OutputError(folder, "something else is there; a bag is never written over")
        return
    if folder.is_dir():
        folder.rmdir()
    made.rename(folder)


def _fill(folder: Path, payload: Payload, info: Mapping[str, str]) -> None:
    sums: dict[str, dict[str, str]] = {name: {} for name in _ALGORITHMS}
    size = 0
    for path, content in sorted(payload.items()):
        target = folder / DATA / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, Path):
            shutil.copyfile(content, target)
        else:
            target.write_bytes(content)
        size += target.stat().st_size
        for name, digest in zip(_ALGORITHMS, hashes(target), strict=True):
            sums[name][f"{DATA}/{path}"] = digest
    tags = {"bagit.txt": _DECLARATION, "bag-info.txt": _lines({**info, "Payload-Oxum": f"{size}.{len(payload)}"})}
    tags |= {f"manifest-{name}.txt": _sums(own) for name, own in sums.items()}
    for name, text in tags.items():
        (folder / name).write_text(text, "utf-8", newline="\n")
    own = {name: hashes(folder / name)[0] for name in sorted(tags)}
    (folder / f"tagmanifest-{_ALGORITHMS[0]}.txt").write_text(_sums(own), "utf-8", newline="\n")


def _lines(info: Mapping[str, str]) -> str:
    return "".join(f"{key}: {' '.join(value.split())}\n" for key, value in info.items() if value)


def _sums(sums: Mapping[str, str]) -> str:
    return "".join(f"{digest}  {_encoded(path)}\n" for path, digest in sums.items())


def _encoded(path: str) -> str:
    """A path as a manifest has it (RFC 8493, 2.1.3)."""
    return path.replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D")


def _decoded(path: str) -> str:
    return path.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")


def hashes(path: Path) -> tuple[str, str]:
    """SHA-256 and SHA-512 of a file."""
    digests = [hashlib.new(name) for name in _ALGORITHMS]
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            for digest in digests:
                digest.update(chunk)
    return digests[0].hexdigest(), digests[1].hexdigest()


def listed(folder: Path) -> dict[str, str]:
    """The files of a bag with their SHA-256, by their paths in it, as its manifest has them.

    Raises OSError or ValueError when it has none that can be read.
    """
    return _read_sums(folder / f"manifest-{_ALGORITHMS[0]}.txt")


def _read_sums(manifest: Path) -> dict[str, str]:
    """A manifest's hashes by path. Raises OSError, or ValueError for a line that is none, or leads out of the bag."""
    found = {}
    for line in manifest.read_text("utf-8").splitlines():
        digest, path = line.split(maxsplit=1)
        own = _decoded(path)
        if own.startswith("/") or "\\" in own or ".." in own.split("/"):
            raise ValueError(own)
        found[own] = digest
    return found


def faults(folder: Path, progress: Callable[[str], None] | None = None) -> Iterator[Fault]:
    """Every file of a bag that is missing, changed, or not listed; its hashes are made anew."""
    try:
        wanted = listed(folder)
        tags = _read_sums(folder / f"tagmanifest-{_ALGORITHMS[0]}.txt")
    except (OSError, ValueError):
        yield Fault(folder.name, "not a bag")
        return
    for path, digest in {**tags, **wanted}.items():
        file = folder / path
        if not file.is_file():
            yield Fault(path, "missing")
        elif hashes(file)[0] != digest:
            yield Fault(path, "changed")
        if progress:
            progress(path)
    there = {file.relative_to(folder).as_posix() for file in (folder / DATA).rglob("*") if file.is_file()}
    for path in sorted(there - wanted.keys()):
        yield Fault(path, "extra")
