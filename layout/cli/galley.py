"""galley: stories set alone (小样), to be read before they have their place."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from layout import api
from layout.cli.session import TIME, Session
from layout.diagnostics import Severity, Sink
from layout.edition.load import MANIFEST_NAME


@click.command()
@click.argument("stories", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="Where to; default out/EDITION/galley/.")
@click.option("--png", type=click.IntRange(10, 1200), metavar="DPI", help="Every sheet drawn as a PNG, too.")
@TIME
@click.pass_obj
def galley(
    session: Session, stories: tuple[Path, ...], out: Path | None, png: int | None, stamp: datetime | None
) -> None:
    """Set STORIES alone (小样).

    Each in the measure it has in its edition, or in a basic column when it has no place yet: lines numbered, with a
    wide margin to write in.
    """
    from layout.api.galley import galley as set_alone

    sink = Sink()
    loaded: dict[Path, api.Loaded] = {}
    made: dict[Path, dict[str, bytes]] = {}
    for path in stories:
        folder = _edition_of(session, path)
        if folder not in loaded:
            loaded[folder] = api.load(folder, root=session.root)
        edition = loaded[folder]
        if not edition.complete or edition.edition is None:
            session.report(edition.diagnostics)
            session.end(edition.diagnostics)
            return
        printed = set_alone(edition, path, sink, stamp)
        if printed:
            target = out or Path("out") / edition.edition.name / "galley"
            made.setdefault(target, {}).update({printed.file: printed.data, **_pngs(printed.file, printed.data, png)})
    session.report(sink.found, notes=False)
    if not any(found.severity is Severity.ERROR for found in sink.found):
        _write(session, made)
    session.end(sink.found)


def _pngs(file: str, data: bytes, png: int | None) -> dict[str, bytes]:
    if not png:
        return {}
    from layout.backends.raster import previews

    stem = file.removesuffix(".pdf")
    return {f"{stem}_{number}.png": sheet.data for number, sheet in enumerate(previews(data, png), 1)}


def _write(session: Session, made: dict[Path, dict[str, bytes]]) -> None:
    from layout.backends.files import write_all

    for folder, files in made.items():
        for path in write_all(folder, files):
            session.say(str(path), str(path))


def _edition_of(session: Session, story: Path) -> Path:
    """The edition that a story lies in; leaves when it lies in none."""
    for folder in story.resolve().parents:
        if (folder / MANIFEST_NAME).is_file():
            return folder
    session.wrong_usage(
        f"{story} 不在一期的文件夹里：往上没有 {MANIFEST_NAME}",
        f"{story} lies in no edition: no folder above it has an {MANIFEST_NAME}",
    )
    raise AssertionError("wrong usage leaves")
