"""Random edits of a newsroom's files: what editors do, what slips happen to them, and files that come and go."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from tests.newsrooms import REPOSITORY

PARTS = ("styles", "fonts")
# The sample editions by size.
SMALL, LARGE = "2026-03-21-evening", "2026-03-20"


def copy_of(edition: str, folder: Path) -> Path:
    """A newsroom with one edition of the samples; gives its manifest."""
    for part in PARTS:
        shutil.copytree(REPOSITORY / part, folder / part, ignore=shutil.ignore_patterns("*.md", "sets", "*.ttf"))
    shutil.copytree(REPOSITORY / "issues" / edition, folder / "issues" / edition)
    return folder / "issues" / edition / "issue.yaml"


@dataclass(frozen=True)
class Edit:
    """An edit by name; `which` and `where` choose the file and the place in it, whatever their size."""

    kind: str
    which: int
    where: int

    def make(self, manifest: Path) -> list[Path]:
        """Make the edit; gives the files it changed."""
        return EDITS[self.kind](manifest, self.which, self.where)


def _story(manifest: Path, which: int) -> Path:
    stories = sorted((manifest.parent / "stories").glob("*.md"))
    return stories[which % len(stories)]


def _rewrite(path: Path, change) -> list[Path]:
    old = path.read_text("utf-8")
    new = change(old)
    if new == old:
        return []
    path.write_text(new, "utf-8")
    return [path]


def _body_at(text: str, where: int) -> int:
    """A place between two Han of the body."""
    start = text.index("\n---", 3) + 4
    places = [found.end() for found in re.finditer(r"[\u4e00-\u9fff](?=[\u4e00-\u9fff])", text[start:])]
    return start + places[where % len(places)] if places else len(text)


def _insert(words: str):
    def edit(manifest: Path, which: int, where: int) -> list[Path]:
        def change(text: str) -> str:
            at = _body_at(text, where)
            return text[:at] + words + text[at:]

        return _rewrite(_story(manifest, which), change)

    return edit


def _one_word(manifest: Path, which: int, where: int) -> list[Path]:
    def change(text: str) -> str:
        at = _body_at(text, where)
        return text[: at - 1] + "江" + text[at:]

    return _rewrite(_story(manifest, which), change)


def _cut_paragraph(manifest: Path, which: int, where: int) -> list[Path]:
    def change(text: str) -> str:
        head, _, body = text.rpartition("\n---\n")
        paragraphs = body.split("\n\n")
        if len(paragraphs) > 1:
            del paragraphs[where % len(paragraphs)]
        return f"{head}\n---\n" + "\n\n".join(paragraphs)

    return _rewrite(_story(manifest, which), change)


def _headline(manifest: Path, which: int, where: int) -> list[Path]:
    return _rewrite(_story(manifest, which), lambda text: re.sub(r"(?m)^headline: .", "headline: 春", text, count=1))


def _unfinished(manifest: Path, which: int, where: int) -> list[Path]:
    """A story saved with its front matter left open."""
    return _rewrite(_story(manifest, which), lambda text: text.replace("\n---\n", "\n--\n", 1))


def _mended(manifest: Path, which: int, where: int) -> list[Path]:
    return _rewrite(_story(manifest, which), lambda text: text.replace("\n--\n", "\n---\n", 1))


def _number(pattern: str, by: tuple[int, ...]):
    """A number of the manifest a little larger or smaller."""

    def edit(manifest: Path, which: int, where: int) -> list[Path]:
        def change(text: str) -> str:
            found = list(re.finditer(pattern, text))
            one = found[which % len(found)]
            return text[: one.start(1)] + str(int(one[1]) + by[where % len(by)]) + text[one.end(1) :]

        return _rewrite(manifest, change)

    return edit


def _staff(manifest: Path, which: int, where: int) -> list[Path]:
    return _rewrite(manifest, lambda text: text.replace("editor: 方启明", "editor: 陶野", 1))


def _broken_manifest(manifest: Path, which: int, where: int) -> list[Path]:
    return _rewrite(manifest, lambda text: text[:-1] if text.endswith("[") else text + "[")


def _style(manifest: Path, which: int, where: int) -> list[Path]:
    styles = sorted((manifest.parents[2] / "styles").glob("*/style.yaml"))

    def change(text: str) -> str:
        found = list(re.finditer(r"(?:size|between|above): (\d+)", text))
        one = found[where % len(found)]
        return text[: one.start(1)] + str(int(one[1]) + 1) + text[one.end(1) :]

    return _rewrite(styles[which % len(styles)], change)


def _pictures(manifest: Path) -> list[Path]:
    return sorted((manifest.parent / "pictures").iterdir())


def _other_picture(manifest: Path, which: int, where: int) -> list[Path]:
    pictures = [path for path in _pictures(manifest) if path.suffix == ".jpg"]
    one, other = pictures[which % len(pictures)], pictures[where % len(pictures)]
    if one == other:
        return []
    shutil.copy(other, one)
    return [one]


def _damaged_picture(manifest: Path, which: int, where: int) -> list[Path]:
    pictures = _pictures(manifest)
    one = pictures[which % len(pictures)]
    one.write_bytes(b"no picture")
    return [one]


def _picture_back(manifest: Path, which: int, where: int) -> list[Path]:
    own = REPOSITORY / "issues" / manifest.parent.name / "pictures"
    changed = []
    for path in sorted(own.iterdir()):
        kept = manifest.parent / "pictures" / path.name
        if not kept.exists() or kept.read_bytes() != path.read_bytes():
            shutil.copy(path, kept)
            changed.append(kept)
    return changed


def _remove(manifest: Path, which: int, where: int) -> list[Path]:
    path = _story(manifest, which)
    path.unlink()
    return [path]


def _all_back(manifest: Path, which: int, where: int) -> list[Path]:
    """Stories and manifest as they were."""
    own = REPOSITORY / "issues" / manifest.parent.name
    changed = []
    for path in [own / "issue.yaml", *sorted(own.rglob("*.md"))]:
        kept = manifest.parent / path.relative_to(own)
        if not kept.exists() or kept.read_bytes() != path.read_bytes():
            shutil.copy(path, kept)
            changed.append(kept)
    return changed


def _further_story(manifest: Path, which: int, where: int) -> list[Path]:
    """A story written that stands nowhere yet."""
    path = manifest.parent / "stories" / f"new-{which % 3}.md"
    path.write_text("---\nheadline: 新写的\n---\n还没有给它找到地方。\n", "utf-8")
    return [path]


EDITS = {
    "word": _one_word,
    "phrase": _insert("并请居民现场监督"),
    "long passage": _insert("堤上的人一边走一边数，数到柳树就停下来歇一歇。" * 12),
    "paragraphs": _insert("\n\n"),
    "subhead": _insert("\n\n## 水涨船高\n\n"),
    "emphasis": _insert("**要紧**"),
    "no glyph": _insert("\U0002a700"),
    "invisible": _insert("\u200b"),
    "address": _insert("（见 https://example.org/a/very/long/address/of/some/thing）"),
    "cut": _cut_paragraph,
    "headline": _headline,
    "unfinished": _unfinished,
    "mended": _mended,
    "running number": _number(r"(?m)^number: (\d+)", (1, -1)),
    "lines": _number(r"lines: (\d+)", (1, -1, 3)),
    "columns": _number(r"columns: (\d+)", (1, -1)),
    "staff": _staff,
    "broken manifest": _broken_manifest,
    "style": _style,
    "other picture": _other_picture,
    "damaged picture": _damaged_picture,
    "pictures back": _picture_back,
    "removed": _remove,
    "all back": _all_back,
    "further story": _further_story,
}
