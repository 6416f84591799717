"""intake: stories from reporters' and wires' files."""

from __future__ import annotations

from pathlib import Path

import click

from layout.cli.session import Session
from layout.diagnostics import Diagnostic
from layout.source.document import KNOWN_ENCODINGS


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--into", type=click.Path(file_okay=False, path_type=Path), default=Path(), help="Folder of the stories.")
@click.option("--encoding", type=click.Choice(KNOWN_ENCODINGS), help="The encoding of text files that do not say it.")
@click.pass_obj
def intake(session: Session, files: tuple[Path, ...], into: Path, encoding: str | None) -> None:
    """Make story files of FILES (.docx and text); what a story cannot hold is named, and no file is overwritten."""
    from layout.backends.files import write_all
    from layout.intake.story import take_in

    found: list[Diagnostic] = []
    made: dict[str, bytes] = {}
    for path in files:
        name = f"{path.stem}.md"
        if name in made or (into / name).exists():
            session.wrong_usage(f"{into / name} 已经有了", f"{into / name} is there already")
        taken = take_in(path, path.read_bytes(), encoding)
        found += taken.found
        if taken.text is not None:
            made[name] = taken.text.encode()
    written = write_all(into, made) if made else ()
    session.report(found)
    for path in written:
        session.say(str(path), str(path))
    session.end(found)
