"""Files that a manifest or a story names: inside the newsroom, and there."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from pathlib import Path

from layout.diagnostics import Sink, Span
from layout.edition.findings import FILE_MISSING, OUTSIDE_NEWSROOM
from layout.paths import Workspace
from layout.source.record import shown


@dataclass(frozen=True, slots=True)
class Files:
    """Finds the files of one edition: relative to its folder, never outside the newsroom."""

    folder: Path
    workspace: Workspace
    sink: Sink

    def find(self, written: str, span: Span, named_in: Path) -> Path | None:
        """The file written in `named_in`, or None with the reason reported.

        A story may name its pictures from its own folder or, as the manifest does, from the edition's.
        """
        if not self._allowed(written):
            self.sink.report(OUTSIDE_NEWSROOM, span, path=shown(written))
            return None
        for folder in (self.folder, named_in.parent):
            path = folder / written
            if path.is_file():
                if self.workspace.holds(path):
                    return path
                self.sink.report(OUTSIDE_NEWSROOM, span, path=shown(written))
                return None
        self._report_missing(written, span)
        return None

    def _allowed(self, written: str) -> bool:
        parts = written.replace("\\", "/").split("/")
        bad = not written.isprintable() or "://" in written or Path(written).is_absolute() or ":" in parts[0]
        return not bad and ".." not in parts and len(written) < 1000

    def _report_missing(self, written: str, span: Span) -> None:
        folder = (self.folder / written).parent
        names = [path.name for path in folder.iterdir()] if folder.is_dir() else []
        near = difflib.get_close_matches(Path(written).name, names, n=1, cutoff=0.6)
        self.sink.report(
            FILE_MISSING,
            span,
            path=shown(written),
            hint_zh=f"是不是“{near[0]}”？" if near else "",
            hint_en=f"did you mean “{near[0]}”?" if near else "",
        )
