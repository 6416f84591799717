"""The build record: what an edition was made with, so that it can be made again byte for byte.

Versions are those of the packages paiban needs, as they were installed; faces are named by the hash of their files.
"""

from __future__ import annotations

import platform
import re
import zlib
from collections.abc import Mapping
from importlib import metadata
from pathlib import Path
from typing import Any

from layout import __version__
from layout.assets.fonts import FaceBook
from layout.backends.files import json_bytes
from layout.release.archive.bag import hashes

FILE = "build.json"
INDEX = "edition.json"
FORMAT = 1
_NAME = re.compile(r"[A-Za-z0-9._-]+")
# Licences under which a font file may be handed on as it is.
_FREE = re.compile(r"OFL|Apache|MIT|CC0|GPL|Ubuntu|Bitstream|public domain", re.IGNORECASE)


def versions() -> dict[str, str]:
    """What has a part in the bytes: paiban, Python, zlib, and the packages that paiban asks for."""
    found = {"paiban": __version__, "python": platform.python_version(), "zlib": zlib.ZLIB_RUNTIME_VERSION}
    for line in metadata.requires("paiban") or ():
        wanted, _, condition = line.partition(";")
        name = _NAME.match(wanted.strip())
        if name and ("extra" not in condition or "segment" in condition):
            try:
                found[name[0].lower()] = metadata.version(name[0])
            except metadata.PackageNotFoundError:
                continue
    return dict(sorted(found.items()))


def may_hand_on(licence: str) -> bool:
    """Whether a licence lets the font file itself go into the package."""
    return bool(_FREE.search(licence))


def used_faces(faces: FaceBook) -> list[str]:
    """The faces that roles are set in, in the order roles name them."""
    return list(dict.fromkeys(key for record in faces.records for key in record.found))


def face_records(faces: FaceBook, packed: Mapping[Path, str]) -> list[dict[str, Any]]:
    """Each face with its file by hash; `packed` says under which path the package holds a file."""
    digests: dict[Path, str] = {}
    made = []
    for key in used_faces(faces):
        face = faces.faces[key]
        file = face.file
        if file.path not in digests:
            digests[file.path] = hashes(file.path)[0]
        made.append(
            {
                "face": key,
                "name": face.name,
                "licence": face.licence,
                "file": f"{digests[file.path][:16]}{file.path.suffix.lower()}",
                "index": file.index,
                "size": file.path.stat().st_size,
                "sha256": digests[file.path],
                "packed": packed.get(file.path, ""),
            }
        )
    return made


def packed_faces(faces: FaceBook, packed: Mapping[Path, str]) -> bytes:
    """A faces.yaml (JSON is YAML) that names the package's own font files, and by hash those it may not hold."""
    entries: dict[str, Any] = {}
    for record in face_records(faces, packed):
        face = faces.faces[record["face"]]
        source = {
            "file": record["packed"] or f"supply/{record['file']}",
            "index": record["index"],
            "sha256": record["sha256"],
            "size": record["size"],
        }
        entry: dict[str, Any] = {"name": face.name, "licence": face.licence, "sources": [source]}
        if face.file.axes:
            entry["axes"] = dict(face.file.axes)
        if face.file.embolden != (0, 0):
            entry["embolden"] = list(face.file.embolden)
        entries[face.key] = entry
    roles = {record.role: list(record.found) for record in faces.records}
    return json_bytes({"format": 1, "faces": entries, "roles": roles})
