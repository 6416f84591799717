"""Small newsrooms on disk: the sample papers' styles and faces, a manifest and stories of the test's own."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

REPOSITORY = Path(__file__).resolve().parents[1]

# The faces that come with sets, in the order that roles name them.
SET_FACES = ("song-black-drawn", "song-bold-drawn", "newsroom-kai-bold", "fandol-fang", "newsroom-kai")
_HELD = TemporaryDirectory(prefix="paiban-fonts-")

MANIFEST = """format: 1
paper: lanchuan-daily
date: 2026-03-20
number: 1
pages:
  - page: A01
    section: 要闻
    template: inner-six
    staff: {editor: 方启明}
    stories:
      - story: stories/one.md
        at: {column: 1, columns: 2, line: 6, lines: 12}
        headline: {level: brief}
"""
STORY = """---
headline: 渡口的灯
byline: 本报记者 闻远
---
入夜以后，渡口的灯还亮着。摆渡人把缆绳又系了一道，才回到值班室里，往炉子上添一壶水。

第二班船十点开，来的人不多。一个孩子趴在栏杆上数江里的灯影，数到十一就乱了，从头再数。
"""


def plain_faces(folder: Path) -> None:
    """Write a faces.yaml whose roles name the faces of Python packages alone: no set is asked for, none is missed."""
    text = (REPOSITORY / "fonts" / "faces.yaml").read_text("utf-8")
    for face in SET_FACES:
        text = text.replace(f"[{face}, ", "[")
    folder.mkdir(exist_ok=True)
    (folder / "faces.yaml").write_text(text, "utf-8")


@cache
def fonts_without_sets() -> Path:
    """A fonts folder as it is in a fresh checkout, whatever has been brought into this one."""
    folder = Path(_HELD.name)
    shutil.copy(REPOSITORY / "fonts" / "faces.yaml", folder)
    return folder


def newsroom(folder: Path, *, manifest: str = MANIFEST, stories: dict[str, str] | None = None) -> Path:
    """Write a newsroom into `folder`; gives the manifest's path."""
    for part in ("styles", "fonts"):
        shutil.copytree(REPOSITORY / part, folder / part, ignore=shutil.ignore_patterns("*.md", "sets", "*.ttf"))
    plain_faces(folder / "fonts")
    # Tests number their issues as they like.
    for style in (folder / "styles").glob("*/style.yaml"):
        lines = style.read_text("utf-8").splitlines(keepends=True)
        style.write_text("".join(line for line in lines if not line.startswith("  numbering:")), "utf-8")
    edition = folder / "issues" / "2026-03-20"
    (edition / "stories").mkdir(parents=True)
    for name, text in (stories or {"one": STORY}).items():
        (edition / "stories" / f"{name}.md").write_text(text, "utf-8")
    (edition / "issue.yaml").write_text(manifest, "utf-8")
    return edition / "issue.yaml"
