"""fonts: which face each role has and where it comes from; `fonts get` brings more."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from layout.assets.fonts import FaceBook, load_faces
from layout.cli.session import CLEAN, FINDINGS, NOT_WRITTEN, Session
from layout.diagnostics import Sink
from layout.paths import find_workspace

if TYPE_CHECKING:
    from layout.assets.fonts.sets.bring import Brought


@click.group(invoke_without_command=True)
@click.option("--verify", is_flag=True, help="Also print the SHA-256 of every font file.")
@click.pass_context
def fonts(context: click.Context, verify: bool) -> None:
    """Show which face each role has; bring others.

    With version, licence and origin; what is missing, and what stands in for it.
    """
    if context.invoked_subcommand is None:
        _show(context.obj, verify)


def _show(session: Session, verify: bool) -> None:
    sink = Sink()
    workspace = find_workspace(Path.cwd(), session.root)
    book = load_faces(workspace.fonts, sink, workspace.glyphs)
    session.report(sink.found, notes=False)
    if book is None:
        sys.exit(FINDINGS)
    for record in book.records:
        click.echo(f"{record.role:<14}{_chain(record.found, book)}")
        missing = [name for name in record.wanted if name not in record.found]
        if missing:
            stands = record.found[0]
            session.say(
                f"{'':<14}没有 {'、'.join(missing)}，用 {stands} 代替",
                f"{'':<14}{', '.join(missing)} not found; {stands} stands in",
            )
        if verify:
            for name in record.found:
                path = book.faces[name].file.path
                click.echo(f"{'':<14}{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}")
    if book.drawn:
        characters = "".join(sorted(book.drawn.artworks))
        session.say(f"自画的字{'':<10}{characters}", f"{'drawn':<14}{characters}")


def _chain(names: tuple[str, ...], book: FaceBook) -> str:
    faces = [book.faces[name] for name in names]
    return " → ".join(f"{face.name} ({face.version.split(';')[0]}, {face.licence}, {face.origin})" for face in faces)


@fonts.command()
@click.argument("wanted", metavar="SET", required=False)
@click.pass_obj
def get(session: Session, wanted: str | None) -> None:
    """Bring a SET of faces into the newsroom's fonts/sets/, through the package clients of this machine.

    Without SET the sets are listed. Files are checked against their SHA-256; what is there already is kept.
    """
    from layout.assets.fonts.sets.bring import Bringer
    from layout.assets.fonts.sets.catalogue import read_sets

    sink = Sink()
    folder = find_workspace(Path.cwd(), session.root).fonts
    sets = read_sets(folder, sink)
    session.report(sink.found)
    if wanted is None:
        for one in sets.values():
            click.echo(f"{one.key:<8}{one.name}: {', '.join(item.name for item in one.items)}")
        session.end(sink.found)
    if wanted not in sets:
        session.wrong_usage(
            f"没有“{wanted}”这套；有的是 {'、'.join(sets)}", f"no set {wanted}; there are {', '.join(sets)}"
        )
    found = Bringer(folder, lambda what: session.say(f"正在取 {what} …", f"bringing {what} …")).bring(sets[str(wanted)])
    for brought in found:
        _tell(brought, session)
    sys.exit(CLEAN if all(brought.path for brought in found) else NOT_WRITTEN)


def _tell(brought: Brought, session: Session) -> None:
    item = brought.item
    if brought.path:
        zh, en = ("取来", "brought") if brought.new else ("已有", "there already")
        session.say(f"{zh}  {brought.path}  （许可：{item.licence}）", f"{en}  {brought.path}  ({item.licence})")
        return
    click.echo(f"{item.name}: {'取不到' if session.language == 'zh' else 'not to be had'}", err=True)
    for reason in brought.reasons:
        click.echo(f"    {reason}", err=True)
