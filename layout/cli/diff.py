"""diff: what changed between two versions of an edition, character by character."""

from __future__ import annotations

import json
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from layout.cli.session import CLEAN, FINDINGS, Session

if TYPE_CHECKING:
    from layout.release.changes.compare import Change, Difference
    from layout.release.changes.sheet import Compared

_VERSION = click.Path(exists=True, path_type=Path)


@click.command()
@click.argument("old", type=_VERSION)
@click.argument("new", type=_VERSION)
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="Where to write diff.pdf and diff.json.")
@click.option("--png", type=click.IntRange(10, 1200), metavar="DPI", help="Every sheet drawn as a PNG, too.")
@click.option("--format", "kind", type=click.Choice(["human", "json"]), default="human", help="How to show the list.")
@click.pass_obj
def diff(session: Session, old: Path, new: Path, out: Path | None, png: int | None, kind: str) -> None:
    """Show what changed from OLD to NEW.

    Each is a folder that build wrote, or an edition: the working files. Ends with 1 when they differ, 0 when they are
    the same. With --out the pages that changed are drawn beside each other, every character marked.
    """
    from layout.release.changes.compare import compare
    from layout.release.changes.data import difference_data
    from layout.release.changes.sheet import Compared
    from layout.release.changes.versions import VersionError, version_at

    try:
        versions = [version_at(path, session.root) for path in (old, new)]
        difference = compare(versions[0].layout, versions[1].layout)
        if kind == "json":
            click.echo(json.dumps(difference_data(difference), ensure_ascii=False, indent=1))
        else:
            _tell(session, difference)
        if out and not difference.same:
            _write(session, Compared(versions[0], versions[1], difference), out, png)
    except VersionError as error:
        session.report(error.found)
        session.end(error.found)
    sys.exit(CLEAN if difference.same else FINDINGS)


def _write(session: Session, compared: Compared, out: Path, png: int | None) -> None:
    from layout.assets.fonts import load_faces
    from layout.backends.files import json_bytes, write_all
    from layout.backends.raster import previews
    from layout.diagnostics import Sink
    from layout.paths import find_workspace
    from layout.release.changes.data import difference_data
    from layout.release.changes.sheet import difference_pdf

    workspace, sink = find_workspace(Path(), session.root), Sink()
    faces = load_faces(workspace.fonts, sink, workspace.glyphs)
    if faces is None:
        session.report(sink.found)
        session.end(sink.found)
        return
    made = difference_pdf(compared, faces, datetime.fromisoformat(compared.new.layout.date))
    files = {"diff.pdf": made, "diff.json": json_bytes(difference_data(compared.difference))}
    for number, sheet in enumerate(previews(made, png) if png else (), 1):
        files[f"diff_{number:02d}.png"] = sheet.data
    for path in write_all(out, files):
        session.say(str(path), str(path))


def _tell(session: Session, difference: Difference) -> None:
    """The list: page by page the blocks that moved and the characters that changed, in their context."""
    from layout.release.changes.words import move_words

    if difference.same:
        session.say("两版相同", "the two are the same")
        return
    for page in difference.pages:
        if page.same:
            continue
        session.say(f"{page.name}：", f"{page.name}:")
        for move in difference.moves:
            if move.page == page.name:
                session.say(*(f"  {words}" for words in move_words(move)))
        for change in difference.changes:
            if change.page == page.name:
                session.say(*_changed(change))
        if page.reset:
            session.say(f"  重排 {len(page.reset)} 行", f"  {len(page.reset)} lines set anew")


def _changed(change: Change) -> tuple[str, str]:
    from layout.release.changes.words import flat, place_words

    before, old, new, after = map(flat, (change.before, change.old, change.new, change.after))
    context = f"…{before}〔{old}〕→【{new}】{after}…"
    zh, en = place_words(change)
    return f"  {zh}：{context}", f"  {en}: {context}"
