"""A style that extends another: both YAML trees laid over each other, key by key; lists replace whole."""

from __future__ import annotations

from pathlib import Path

from layout.diagnostics import Sink, Span
from layout.paths import Workspace, built_in, way_out
from layout.source.document import Document, read_document
from layout.source.record import Item, Reader, Record, shown
from layout.source.yamltree import compose_yaml, is_mapping
from layout.style.findings import CIRCLE, UNKNOWN_PAPER
from layout.style.form import STYLE

WORDS_FILE = "words.yaml"


def style_path(paper: str, workspace: Workspace) -> Path | None:
    """The file of a paper's style, in a folder of its own or alone: the newsroom's, else one that comes with paiban."""
    if way_out(paper):
        return None
    for styles in (workspace.styles, built_in().styles):
        for path in (styles / paper / "style.yaml", styles / f"{paper}.yaml"):
            if path.is_file() and path.resolve().is_relative_to(styles.resolve()):
                return path
    return None


def known_papers(workspace: Workspace) -> list[str]:
    """The papers that have a style."""
    folders = [path.parent.name for path in workspace.styles.glob("*/style.yaml")]
    alone = (path.stem for path in workspace.styles.glob("*.yaml") if path.name != WORDS_FILE)
    return sorted([*folders, *alone])


def style_record(
    paper: str, workspace: Workspace, sink: Sink, named_by: Span | None, seen: tuple[str, ...] = ()
) -> Record | None:
    """The style's record with everything it extends merged in; None with the mistakes reported."""
    path = style_path(paper, workspace)
    if path is None:
        sink.report(UNKNOWN_PAPER, named_by, "paper", paper=shown(paper), known=", ".join(known_papers(workspace)))
        return None
    if paper in seen:
        sink.report(CIRCLE, named_by, "extends", paper=paper)
        return None
    document = read_document(path, sink, named_by)
    return _read(document, workspace, sink, (*seen, paper)) if document else None


def _read(document: Document, workspace: Workspace, sink: Sink, seen: tuple[str, ...]) -> Record | None:
    node = compose_yaml(document, sink)
    if node is None or not is_mapping(node):
        Reader(document, sink).record(node, STYLE)
        return None
    # What a style leaves out its base has: missing keys are looked for after merging.
    held = Sink()
    record = Reader(document, held).record(node, STYLE)
    base = None
    if record and "extends" in record:
        base = style_record(record["extends"], workspace, sink, record.at("extends"), seen)
        held.found = [found for found in held.found if found.code != "SRC013"]
    sink.found += held.found
    return merged(base, record) if base and record else record


def merged(base: Record, over: Record) -> Record:
    """`over` laid on `base`."""
    return Record(_merged_items(base.items, over.items), over.span)


def _merged_items(base: dict[str, Item], over: dict[str, Item]) -> dict[str, Item]:
    return {**base, **{name: _merged(base.get(name), item) for name, item in over.items()}}


def _merged(base: Item | None, over: Item) -> Item:
    if base is not None and isinstance(base.value, Record) and isinstance(over.value, Record):
        return Item(merged(base.value, over.value), over.span)
    if base is not None and isinstance(base.value, dict) and isinstance(over.value, dict):
        return Item(_merged_items(base.value, over.value), over.span)
    return over
