"""Where a newsroom's styles, fonts and editions are."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

_HERE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Workspace:
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
        return path.resolve().is_relative_to(self.root.resolve())


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
