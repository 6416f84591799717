"""From faces.yaml to a FaceBook: each face is looked for where the file says, in order, and nowhere else."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from layout.assets.fonts.book import FaceBook, RoleRecord
from layout.assets.fonts.drawn import load_drawn
from layout.assets.fonts.examine import broken, digest, is_collection, may_embed, must_be_whole
from layout.assets.fonts.face import Face, FaceFile
from layout.assets.fonts.findings import (
    FACE_BROKEN,
    FACE_OUTSIDE,
    FACE_UNKNOWN,
    FALLBACK,
    NO_EMBEDDING,
    ROLE_MISSING,
    WHOLE_FACE,
)
from layout.assets.fonts.form import FACES
from layout.diagnostics import Severity, Sink
from layout.paths import way_out
from layout.source.document import read_document
from layout.source.record import Item, Reader, Record, shown
from layout.source.yamltree import compose_yaml

FACES_FILE = "faces.yaml"


def load_faces(folder: Path, sink: Sink, glyphs: Path | None = None) -> FaceBook | None:
    """The faces of a newsroom's fonts folder, and the characters drawn in `glyphs`; None with the mistakes reported."""
    document = read_document(folder / FACES_FILE, sink)
    node = compose_yaml(document, sink) if document else None
    if document is None or node is None:
        return None
    before = _errors(sink)
    record = Reader(document, sink).record(node, FACES)
    if record is None or _errors(sink) > before:
        return None
    faces = _faces(record, folder, sink)
    records = []
    for role, item in record.named("roles").items():
        records.append(_role(role, item, record, faces, sink))
    drawn = load_drawn(glyphs, sink) if glyphs else None
    return FaceBook(faces, tuple(records), drawn) if _errors(sink) == before else None


def _errors(sink: Sink) -> int:
    return sum(1 for entry in sink.found if entry.severity is Severity.ERROR)


def _faces(record: Record, folder: Path, sink: Sink) -> dict[str, Face]:
    """The faces that are there and may be used."""
    found: dict[str, Face] = {}
    defined = record.named("faces")
    for key, item in defined.items():
        own: Record = item.value
        base = defined[own["like"]].value if own.get("like", "") in defined else own
        located = _locate(base, folder, sink)
        if located:
            path, index, origin = located
            if not _usable(key, item, located, sink):
                continue
            across, down = [i.value for i in own.many("embolden")] or (0, 0)
            axes = tuple((tag, axis.value) for tag, axis in (own.named("axes") or base.named("axes")).items())
            whole = must_be_whole(path, index)
            if whole:
                sink.report(WHOLE_FACE, item.span, f"faces.{key}", face=key, bytes=path.stat().st_size)
            file = FaceFile(path, index, axes, (across, down), whole)
            found[key] = Face(key, file, own["name"], own["licence"], origin, own.get("without", ""))
    return found


def _usable(key: str, item: Item, located: tuple[Path, int, str], sink: Sink) -> bool:
    """Whether a face can be read and may be embedded; reports why not."""
    path, index, _ = located
    reason = broken(path, index)
    wanted = next((source["sha256"] for source in item.value.records("sources") if "sha256" in source), "")
    if not reason and wanted and digest(path) != wanted:
        reason = "sha256"
    if reason:
        sink.report(FACE_BROKEN, item.span, f"faces.{key}", file=path.name, reason=reason)
    elif not may_embed(path, index) or (must_be_whole(path, index) and not _as_it_is(item.value, path)):
        sink.report(NO_EMBEDDING, item.span, f"faces.{key}", face=key)
    else:
        return True
    return False


def _as_it_is(record: Record, path: Path) -> bool:
    """Whether a face is used just as its file has it, so that the file can be embedded whole."""
    return "embolden" not in record and "axes" not in record and not is_collection(path)


def _locate(record: Record, folder: Path, sink: Sink) -> tuple[Path, int, str] | None:
    """The first of a face's sources that is there: its file, the face's index in it, and where it is from."""
    for source in record.records("sources"):
        if _is_outside(source, folder):
            written = source.get("system", source.get("file", ""))
            sink.report(FACE_OUTSIDE, source.span, "file", path=shown(written), folders=_folders(folder))
            continue
        path, origin = _source_path(source, folder)
        if path and path.is_file() and source.get("size", path.stat().st_size) == path.stat().st_size:
            return path, source.get("index", 0), origin
    return None


def _is_outside(source: Record, folder: Path) -> bool:
    """Whether a source leads out of the folder of faces, of its package, or of the system's folders of fonts."""
    if "system" in source:
        resolved = Path(source["system"]).expanduser().resolve()
        return not any(resolved.is_relative_to(home) for home in system_folders())
    written = source.get("file", "")
    if way_out(written):
        return True
    return "package" not in source and not (folder / written).resolve().is_relative_to(folder.resolve())


def system_folders() -> tuple[Path, ...]:
    """Where systems keep their fonts."""
    home = Path.home()
    return (
        Path("/usr/share/fonts"),
        Path("/usr/local/share/fonts"),
        Path("/usr/share/texmf/fonts"),
        Path("/usr/share/texlive"),
        Path("/System/Library/Fonts"),
        Path("/Library/Fonts"),
        Path("C:/Windows/Fonts"),
        home / ".fonts",
        home / ".local/share/fonts",
        home / "Library/Fonts",
    )


def _folders(folder: Path) -> str:
    return ", ".join(map(str, (folder, *system_folders())))


def _source_path(source: Record, folder: Path) -> tuple[Path | None, str]:
    if "package" in source:
        spec = find_spec(source["package"])
        places = spec.submodule_search_locations if spec else None
        return (Path(places[0]) / source.get("file", "") if places else None), f"package {source['package']}"
    if "system" in source:
        return Path(source["system"]), "system"
    path = folder / source.get("file", "")
    return (path if path.resolve().is_relative_to(folder.resolve()) else None), "newsroom"


def _role(role: str, item: Item, record: Record, faces: dict[str, Face], sink: Sink) -> RoleRecord:
    wanted = tuple(face.value for face in item.value)
    for face in item.value:
        if face.value not in record.named("faces"):
            known = ", ".join(record.named("faces"))
            sink.report(FACE_UNKNOWN, face.span, f"roles.{role}", face=face.value, known=known)
    found = tuple(name for name in wanted if name in faces)
    if not found:
        sink.report(ROLE_MISSING, item.span, f"roles.{role}", role=role, looked=_looked(wanted, record))
    elif found[0] != wanted[0]:
        sink.report(FALLBACK, item.span, f"roles.{role}", role=role, wanted=wanted[0], taken=found[0])
    return RoleRecord(role, wanted, found)


def _looked(wanted: tuple[str, ...], record: Record) -> str:
    places: list[str] = []
    for name in wanted:
        face = record.named("faces").get(name)
        sources = face.value.records("sources") if face else ()
        places += [str(source.get("system", source.get("file", ""))) for source in sources]
    return ", ".join(places) or ", ".join(wanted)
