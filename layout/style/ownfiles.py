"""Files that a style or a press names: in the folder of what names them, links followed."""

from __future__ import annotations

from collections.abc import Iterator

from layout.diagnostics import Sink
from layout.edition.findings import OUTSIDE_NEWSROOM
from layout.paths import LINKED, way_out
from layout.source.record import Item, Record, shown


def check_own_files(record: Record, sink: Sink) -> None:
    """Report every logo of a label and picture of a panel that is named by a way out of its style's folder."""
    for field, item in _named(record):
        stays_inside(field, item, sink)


def stays_inside(field: str, item: Item, sink: Sink) -> bool:
    """Whether a path lies in the folder of the file that names it; reports why not."""
    folder, written = item.span.path.parent, str(item.value)
    reason = way_out(written)
    if reason is None and not (folder / written).resolve().is_relative_to(folder.resolve()):
        reason = LINKED
    if reason:
        path = shown(written)
        sink.report(OUTSIDE_NEWSROOM, item.span, field, path=path, reason_zh=reason[0], reason_en=reason[1])
    return reason is None


def _named(record: Record) -> Iterator[tuple[str, Item]]:
    for name, label in record.named("labels").items():
        if "logo" in label.value:
            yield f"labels.{name}.logo", label.value.items["logo"]
    for name, panel in record.named("panels").items():
        for number, picture in enumerate(panel.value.records("pictures")):
            if "file" in picture:
                yield f"panels.{name}.pictures[{number}].file", picture.items["file"]
