"""The complete source of an edition, as a small newsroom of its own that builds where it lies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal

from msgspec import Struct

from layout import api
from layout.edition.model import Edition
from layout.release.archive.bag import hashes
from layout.release.archive.record import may_hand_on, packed_faces, used_faces

FOLDER = "source"
Fonts = Literal["pack", "hash"]


def sources(loaded: api.Loaded, fonts: Fonts) -> tuple[dict[str, bytes | Path], dict[Path, str]]:
    """The newsroom's files by their paths in the package; and the path in its fonts/ of every font file packed."""
    if loaded.edition is None or loaded.faces is None:
        raise ValueError("the edition was not read completely")
    root = loaded.workspace.root.resolve()
    found: dict[str, bytes | Path] = {}
    inside = (file for file in _within(loaded.edition.folder) if file.resolve().is_relative_to(root))
    for file in (*inside, *_named(loaded.edition, root)):
        found[f"{FOLDER}/{place_of(file, loaded)}"] = file
    for file in _within(loaded.workspace.styles):
        found[f"{FOLDER}/styles/{file.relative_to(loaded.workspace.styles).as_posix()}"] = file
    for file in _within(loaded.workspace.glyphs):
        found[f"{FOLDER}/fonts/glyphs/{file.relative_to(loaded.workspace.glyphs).as_posix()}"] = file
    packed = _packed(loaded) if fonts == "pack" else {}
    found |= {f"{FOLDER}/fonts/{path}": file for file, path in packed.items()}
    faces = f"{FOLDER}/fonts/faces.yaml"
    found[faces] = packed_faces(loaded.faces, packed) if fonts == "pack" else loaded.workspace.fonts / "faces.yaml"
    return found, packed


def place_of(file: Path, loaded: api.Loaded) -> str:
    """Where a file lies in the newsroom; one of an edition that lies outside it, under issues/."""
    assert loaded.edition is not None
    root, folder = loaded.workspace.root.resolve(), loaded.edition.folder
    own = f"issues/{loaded.edition.name}"
    if folder.resolve().is_relative_to(root) and folder.resolve() != root:
        own = folder.resolve().relative_to(root).as_posix()
    if file.is_relative_to(folder):
        return f"{own}/{file.relative_to(folder).as_posix()}"
    return file.resolve().relative_to(root).as_posix()


def _within(folder: Path) -> list[Path]:
    """The files of a folder and below, hidden ones left out."""
    if not folder.is_dir():
        return []
    files = (file for file in folder.rglob("*") if file.is_file())
    return sorted(file for file in files if not _hidden(file.relative_to(folder)))


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") or part == "__pycache__" for part in path.parts)


def _named(edition: Edition, root: Path) -> Iterator[Path]:
    """The files that the edition names wherever they lie in the newsroom."""
    for path in dict.fromkeys(_paths(edition)):
        if path.is_file() and path.resolve().is_relative_to(root) and not path.is_relative_to(edition.folder):
            yield path


def _paths(value: Any) -> Iterator[Path]:
    """Every path in a value of the edition's model."""
    if isinstance(value, Path):
        yield value
    elif isinstance(value, Struct):
        for field in value.__struct_fields__:
            yield from _paths(getattr(value, field))
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _paths(one)
    elif isinstance(value, tuple | list):
        for one in value:
            yield from _paths(one)


def _packed(loaded: api.Loaded) -> dict[Path, str]:
    """The font files that may be handed on, by the names they have in the package: those follow from their bytes."""
    assert loaded.faces is not None
    found: dict[Path, str] = {}
    for key in used_faces(loaded.faces):
        face = loaded.faces.faces[key]
        if face.file.path not in found and may_hand_on(face.licence):
            found[face.file.path] = f"packed/{font_name(face.file.path)}"
    return found


def font_name(path: Path) -> str:
    """A name for a font file that follows from its bytes."""
    return f"{hashes(path)[0][:16]}{path.suffix.lower()}"
