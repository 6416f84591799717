"""Where a newsroom's styles, fonts and editions are."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from msgspec import Struct

_HERE = Path(__file__).resolve().parent


class Workspace(Struct, frozen=True):
    """A newsroom: the folder that holds `styles/`, `fonts/` and `issues/`.

    `faces` is another folder with a `faces.yaml` than the newsroom's own, when one is asked for.
    """

    root: Path
    faces: Path | None = None

    @property
    def styles(self) -> Path:
        """The folder of styles; the built-in one when the newsroom has none."""
        own = self.root / "styles"
        return own if own.is_dir() else built_in().root / "styles"

    @property
    def fonts(self) -> Path:
        """The folder of `faces.yaml`; the built-in one when the newsroom has none."""
        own = self.faces or self.root / "fonts"
        return own if (own / "faces.yaml").is_file() else built_in().root / "fonts"

    @property
    def glyphs(self) -> Path:
        """The folder of characters the newsroom drew itself."""
        return self.root / "fonts" / "glyphs"

    def holds(self, path: Path) -> bool:
        """Whether a path, links resolved, lies inside the newsroom."""
        return path.resolve().is_relative_to(_resolved(self.root))


@lru_cache(maxsize=8)
def _resolved(root: Path) -> Path:
    return root.resolve()


LINKED = ("链接通到外面", "a link leads out of it")
_LONGEST_PATH = 500
_LONGEST_NAME = 100
# Names that Windows keeps for devices, whatever their ending.
_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}


def way_out(written: str) -> tuple[str, str] | None:
    """Why a path that a file names may not be followed, in Chinese and English; None when it stays where it should."""
    parts = written.replace("\\", "/").split("/")
    reasons = (
        ("://" in written, ("网址", "an address")),
        (written.startswith("~"), ("主目录的简写", "a shorthand of the home folder")),
        (":" in parts[0] or "\\" in written, ("Windows 路径", "a Windows path")),
        (written.startswith("/"), ("绝对路径", "an absolute path")),
        (".." in parts, ("有 ..", "it has ..")),
        (any(part.split(".")[0].strip().lower() in _DEVICES for part in parts), ("设备名", "a device's name")),
        (not written.isprintable(), ("有控制字符", "it has control characters")),
        (len(written) > _LONGEST_PATH or max(map(len, parts)) > _LONGEST_NAME, ("太长", "too long")),
    )
    return next((reason for holds, reason in reasons if holds), None)


def exists(path: Path) -> bool:
    """Whether something is there, be it what it may; False for a path the system cannot take."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def is_spelt_so(folder: Path, written: str) -> bool:
    """Whether a file in `folder` has exactly this name, also where the system takes capitals for small letters."""
    for part in Path(written).parts:
        if part not in _names(str(folder), folder.stat().st_mtime_ns):
            return False
        folder = folder / part
    return True


@lru_cache(maxsize=256)
def _names(folder: str, _changed: int) -> frozenset[str]:
    return frozenset(path.name for path in Path(folder).iterdir())


def built_in() -> Workspace:
    """The newsroom that comes with the package; in a source checkout, the checkout."""
    packaged = _HERE / "newsroom"
    return Workspace(packaged if packaged.is_dir() else _HERE.parent)


def find_workspace(start: Path, root: Path | None = None) -> Workspace:
    """The newsroom of a manifest: `root`, else the nearest folder above with styles/, else the built-in one."""
    if root is not None:
        return Workspace(root.resolve())
    resolved = start.resolve()
    for folder in (resolved, *resolved.parents):
        if (folder / "styles").is_dir():
            return Workspace(folder)
    return Workspace(resolved if resolved.is_dir() else resolved.parent)
