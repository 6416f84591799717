"""fonts: which face each role has, and where it comes from."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

import click

from layout.assets.fonts import FaceBook, load_faces
from layout.cli.session import FINDINGS, Session
from layout.diagnostics import Sink
from layout.paths import find_workspace


@click.command()
@click.option("--verify", is_flag=True, help="Also print the SHA-256 of every font file.")
@click.pass_obj
def fonts(session: Session, verify: bool) -> None:
    """Show role, face, version, licence and origin; what is missing and what stands in for it."""
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
