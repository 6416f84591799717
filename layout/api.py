"""The stages wired together: load, compose, check, export. The only module that knows them all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from layout.paths import Workspace

from layout.diagnostics import Diagnostic

if TYPE_CHECKING:
    from layout.assets.fonts import FaceBook
    from layout.assets.images import ImageStore

    from layout.edition.model import Edition
    from layout.style.model import PaperStyle

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read; a part that could not be read is None, with the reasons among the diagnostics."""

    edition: Edition | None
    style: PaperStyle | None
    faces: FaceBook | None
    images: ImageStore
    workspace: Workspace
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Target:
    """What to make of a composition: the profile, where, one PDF a page or one for all or both, and the time."""

    profile: Literal["proof"]
    out: Path
    files: Literal["pages", "edition", "both"] = "both"
    time: datetime | None = None
