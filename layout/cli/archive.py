"""archive and rebuild: an edition as a bag for the archive, and the edition made again from its bag."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

import click

from layout import api
from layout.cli.build import EDITION, composed
from layout.cli.session import FINDINGS, TIME, Progress, Session
from layout.diagnostics import Severity, Sink
from layout.release.archive.sources import Fonts


@click.command()
@EDITION
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@TIME
@click.option("--base", default="", help="Address under which the package will be served (IIIF).")
@click.option(
    "--fonts",
    type=click.Choice(["pack", "hash"]),
    default="pack",
    help="Font files in the package where their licence allows, or named by hash only.",
)
@click.pass_obj
def archive(session: Session, edition: Path, folder: Path, stamp: datetime | None, base: str, fonts: Fonts) -> None:
    """Make the archive's package of EDITION in FOLDER.

    A BagIt bag of PDF/A pages, ALTO, METS, PREMIS, IIIF, stories, and the complete source.
    """
    from layout.release.archive.bag import write_bag
    from layout.release.archive.package import Wish, package, presses
    from layout.release.build import ProofError

    loaded, composition = composed(session, edition, None)
    sink = Sink()
    runs = presses(loaded, sink)
    found = (*api.findings(composition, loaded), *sink.found)
    if runs is None or any(entry.severity is Severity.ERROR for entry in found):
        session.report(found, notes=False)
        session.end(found)
        raise AssertionError("a press that cannot be read is an error")
    try:
        with Progress(2 * len(composition.pages) + 1, quiet=session.quiet) as progress:
            made = package(composition, loaded, runs, Wish(stamp, base, fonts), progress.step)
            write_bag(folder, made.payload, made.info)
    except ProofError as error:
        session.report((*found, *error.found), notes=False)
        sys.exit(FINDINGS)
    session.report(found, notes=False)
    session.say(f"{folder}：{len(made.payload)} 个文件", f"{folder}: {len(made.payload)} files")


@click.command()
@click.argument("bag", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--supply",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder with the font files that the bag may not hold.",
)
@click.pass_obj
def rebuild(session: Session, bag: Path, folder: Path, supply: Path | None) -> None:
    """Make the edition of BAG again in FOLDER.

    It is made from the bag alone; every file is told that is not the same byte for byte.
    """
    from layout.release.archive.rebuild import rebuild as again

    result = again(bag, folder, supply)
    session.report(result.found)
    if not result.found:
        session.say(f"{result.files} 个文件，逐字节相同", f"{result.files} files, byte for byte the same")
    session.end(result.found)
