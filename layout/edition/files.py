"""Files that a manifest or a story names: inside the newsroom, and there."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from layout.diagnostics import Sink, Span
from layout.edition.findings import FILE_MISSING, NOT_A_FILE, OUTSIDE_NEWSROOM
from layout.paths import LINKED, Workspace, exists, is_spelt_so, way_out
from layout.source.record import shown


class Files(Struct, frozen=True):
    """Finds the files of one edition: relative to its folder, never outside the newsroom."""

    folder: Path
    workspace: Workspace
    sink: Sink

    def find(self, written: str, span: Span, named_in: Path, field: str = "file") -> Path | None:
        """The file written in `named_in` under the key `field`, or None with the reason reported.

        A story may name its pictures from its own folder or, as the manifest does, from the edition's.
        """
        if reason := way_out(written):
            self._refuse(written, span, field, reason)
            return None
        for folder in (self.folder, named_in.parent):
            path = folder / written
            if not exists(path):
                continue
            if not self.workspace.holds(path):
                self._refuse(written, span, field, LINKED)
            elif not path.is_file():
                what = ("文件夹", "a folder") if path.is_dir() else ("特殊文件", "not a regular file")
                self.sink.report(NOT_A_FILE, span, field, path=shown(written), what_zh=what[0], what_en=what[1])
            elif is_spelt_so(folder, written):
                return path
            else:
                continue
            return None
        self._report_missing(written, span, field)
        return None

    def _refuse(self, written: str, span: Span, field: str, reason: tuple[str, str]) -> None:
        self.sink.report(OUTSIDE_NEWSROOM, span, field, path=shown(written), reason_zh=reason[0], reason_en=reason[1])

    def _report_missing(self, written: str, span: Span, field: str) -> None:
        import difflib

        folder = (self.folder / written).parent
        names = [path.name for path in folder.iterdir()] if folder.is_dir() else []
        names = [name for name in names if name != Path(written).name]
        near = difflib.get_close_matches(Path(written).name, names, n=1, cutoff=0.6)
        self.sink.report(
            FILE_MISSING,
            span,
            field,
            path=shown(written),
            hint_zh=f"是不是“{near[0]}”？" if near else "",
            hint_en=f"did you mean “{near[0]}”?" if near else "",
        )
