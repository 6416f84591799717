"""verify: the proof that no character was lost, repeated from finished files."""

from __future__ import annotations

from pathlib import Path

import click

from layout.cli.session import Session
from layout.report import FORMATS, Format


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--edition", type=click.Path(exists=True, path_type=Path), help="The sources; default issues/EDITION.")
@click.option("--format", "kind", type=click.Choice(FORMATS), default="human", help="How to show what is found.")
@click.pass_obj
def verify(session: Session, folder: Path, edition: Path | None, kind: Format) -> None:
    """Prove that the PDFs of FOLDER hold every character.

    They are read back and held against their certificate and the sources.
    """
    from layout.release.verify import verify as verified

    result = verified(folder, edition, root=session.root)
    session.report(result.found, kind)
    if not result.found and kind == "human":
        session.say(
            f"{result.files} 个文件、{result.pages} 版、{result.stories} 篇、{result.characters} 字，一字不差",
            f"{result.files} files, {result.pages} pages, {result.stories} stories, {result.characters} characters: "
            "all there, in order",
        )
    session.end(result.found)
