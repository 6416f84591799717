"""Small newsrooms for hostile inputs: everything in them is sound but the one thing that is fed."""

from __future__ import annotations

import hashlib
import json
import shutil
from dataclasses import dataclass, field
from pathlib import Path

from tests.newsrooms import REPOSITORY, plain_faces

GOOD_TEXT = "入夜以后，渡口的灯还亮着。摆渡人把缆绳又系了一道，才回到值班室里，往炉子上添一壶水。\n"
STYLE = "hostile"
# What follows from how small and odd the inputs are rather than from a fault: boxes not filled, holes, short heads, the
# same words over and over. A style may say so; it is left on for faults that are about that.
_OF_SMALL_INPUTS = (
    "LAY002", "LAY101", "LAY102", "LAY103", "LAY104", "LAY108", "LAY111", "LAY112", "LAY124", "LAY134", "LAY054",
    "COPY101",
)  # fmt: skip


@dataclass(slots=True)
class Room:
    """A newsroom at `root` with the edition in `issues/hostile`."""

    root: Path
    strict: bool = False
    loose: str = "warning"
    stories: list[str] = field(default_factory=list)

    @property
    def edition(self) -> Path:
        """The folder of the edition."""
        return self.root / "issues" / "hostile"

    @property
    def manifest(self) -> Path:
        """The manifest's file."""
        return self.edition / "issue.yaml"

    def story(self, name: str, body: bytes | str, front: str = "headline: 渡口的灯\nbyline: 本报记者 闻远\n") -> None:
        """Write a story: the body as it is, its byte order mark (if any) at the file's start."""
        data = body.encode() if isinstance(body, str) else body
        path = self.edition / "stories" / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_with_front(f"---\n{front}---\n", data))

    def style(self, text: str = "") -> None:
        """Write the style: the sample daily's, and what `text` says otherwise."""
        folder = self.root / "styles" / STYLE
        folder.mkdir(parents=True, exist_ok=True)
        # The index's pages list their stories, so that one that stands nowhere is lost; pictures of a few pixels are
        # told of, not refused.
        graded = {"COPY104": "error", "PRESS118": "warning" if self.strict else "off"}
        graded |= dict.fromkeys(("LAY110", "LAY113"), "off")
        graded |= {} if self.strict else dict.fromkeys(_OF_SMALL_INPUTS, "off")
        # How evenly odd text can be set in a narrow column is not what is asked; only a notice is wanted, or none.
        graded |= dict.fromkeys(("TXT002", "TXT003", "TXT005"), self.loose)
        checks = ", ".join(f"{code}: {severity}" for code, severity in graded.items())
        own = f"checks: {{severity: {{{checks}}}}}\n"
        (folder / "style.yaml").write_text(f"format: 1\nextends: lanchuan-daily\n{own}{text}", "utf-8")

    def issue(self, pages: str, head: str = "date: 2026-03-20\nnumber: 18234\n") -> None:
        """Write the manifest: its head, and its pages in YAML."""
        self.manifest.write_text(f"format: 1\npaper: {STYLE}\n{head}{pages}", "utf-8")

    def page_of(self, places: list[str], more: str = "", name: str = "A01") -> str:
        """One page of the manifest with some placed stories, each a flow mapping."""
        listed = "".join(f"      - {place}\n" for place in places)
        stories = f"    stories:\n{listed}" if places else ""
        return f"  - page: {name}\n    section: 要闻\n    template: inner-six\n{stories}{more}"

    def snapshot(self) -> dict[str, str]:
        """What lies in the newsroom and beside it: every file by name, with its content's digest."""
        return {str(path.relative_to(self.root.parent)): _digest(path) for path in sorted(self.root.parent.rglob("*"))}


def new_room(folder: Path, *, strict: bool = False, loose: str = "warning") -> Room:
    """A newsroom with styles and faces, and an edition without a manifest yet; `strict` leaves every check on."""
    root = folder / "room"
    for part in ("styles", "fonts"):
        shutil.copytree(REPOSITORY / part, root / part, ignore=shutil.ignore_patterns("*.md", "sets", "*.ttf"))
    plain_faces(root / "fonts")
    room = Room(root, strict, loose)
    (room.edition / "stories").mkdir(parents=True)
    room.style()
    return room


def at(column: int = 1, columns: int = 2, line: int = 6, lines: int = 12, legs: int | None = None) -> str:
    """A box in YAML."""
    last = "" if legs is None else f", legs: {legs}"
    return f"{{column: {column}, columns: {columns}, line: {line}, lines: {lines}{last}}}"


def placed(name: str, box: str, more: str = "headline: {level: brief}") -> str:
    """A placed story in YAML."""
    return f"{{story: {json.dumps(f'stories/{name}.md')}, at: {box}, {more}}}"


def _with_front(front: str, data: bytes) -> bytes:
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if data.startswith(mark):
            return mark + front.encode(encoding) + data[len(mark) :]
    return front.encode() + data


def _digest(path: Path) -> str:
    if path.is_symlink():
        return f"link to {path.readlink()}"
    if not path.is_file():
        return "folder" if path.is_dir() else "device"
    return hashlib.sha256(path.read_bytes()).hexdigest()
