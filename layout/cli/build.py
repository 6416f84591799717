"""build, check and dump: an edition composed, and made into PDFs, findings or text."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import cast

import click
from msgspec.structs import replace

from layout import api
from layout.cli.held import PressOptions, broken_profiles, end_with_errors, for_press, press_options
from layout.cli.session import FINDINGS, TIME, Progress, Session
from layout.compose.model import Composition
from layout.diagnostics import Diagnostic, Sink
from layout.edition.load import MANIFEST_NAME
from layout.edition.model import Edition
from layout.overlay.layers import OVERLAYS, Overlay
from layout.report import FORMATS, Format, chosen, tally

EDITION = click.argument("edition", type=click.Path(path_type=Path))
# Cures are looked for anew so many times.
_ROUNDS = 5
PAGES = click.option("--pages", help="Only these pages: A01,A03.")


def _overlays(_context: click.Context, _option: click.Parameter, chosen: str | None) -> tuple[Overlay, ...]:
    """The overlays named, or all."""
    names = [name.strip() for name in chosen.split(",")] if chosen else list(OVERLAYS)
    if unknown := [name for name in names if name not in OVERLAYS]:
        raise click.BadParameter(f"{', '.join(unknown)}; {', '.join(OVERLAYS)}")
    return tuple(cast("Overlay", name) for name in names)


@click.command()
@EDITION
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="Where to; default out/EDITION/PROFILE/.")
@PAGES
@click.option(
    "--profile", type=click.Choice(["proof", "press", "archive"]), default="proof", help="What the PDFs are for."
)
@click.option(
    "--files",
    type=click.Choice(["pages", "edition", "both"]),
    help="A PDF a page, one of the edition, or both; default both, for the press and with --pages a PDF a page.",
)
@press_options
@click.option("--verify", is_flag=True, help="Read every file back before it is written, and stop where it differs.")
@click.option(
    "--overlay", help=f"What a proof shows over its pages, all by default: {','.join(OVERLAYS)}.", callback=_overlays
)
@click.option("--no-overlay", is_flag=True, help="A proof of the pages alone.")
@click.option(
    "--png",
    type=click.IntRange(10, 1200),
    default=None,
    metavar="DPI",
    help="Every page drawn as a PNG, too.",
)
@click.option("--fresh", is_flag=True, help="Make every page of a proof anew, also where nothing has changed.")
@TIME
@click.pass_obj
def build(
    session: Session,
    edition: Path,
    out: Path | None,
    pages: str | None,
    profile: api.Profiles,
    files: api.Files | None,
    how: PressOptions,
    verify: bool,
    overlay: tuple[Overlay, ...],
    no_overlay: bool,
    png: int | None,
    fresh: bool,
    stamp: datetime | None,
) -> None:
    """Make the PDFs of EDITION (its folder or issue.yaml)."""
    loaded, read = read_whole(session, edition)
    names = named_pages(session, read, pages)
    folder = out or Path("out") / read.name / profile
    kind: api.Files = files or ("pages" if profile == "press" or pages else "both")
    target = api.Target(profile, folder, kind, stamp, overlays=() if no_overlay else overlay, png=png or 0)
    if profile == "proof":
        paths, found = _proofs(session, loaded, target, names, verify=verify, fresh=fresh)
    else:
        composition = api.compose(loaded, pages=names)
        target = replace(target, overlays=(), impose=how.impose and profile == "press")
        paths, found = _separated(session, loaded, composition, target, how, verify=verify)
    for path in paths:
        session.say(str(path), str(path))
    session.end(found)


def _proofs(
    session: Session,
    loaded: api.Loaded,
    target: api.Target,
    names: Sequence[str] | None,
    *,
    verify: bool,
    fresh: bool,
) -> tuple[Sequence[Path], Sequence[Diagnostic]]:
    """Make and write proofs; gives their files and what is found. What rules find keeps none from being made."""
    from layout.release.build import write_proofs
    from layout.release.proofs import made_proofs

    with Progress(1, quiet=session.quiet) as progress:
        made = made_proofs(loaded, target, names, progress.reach, read_back=verify, keep="renew" if fresh else "use")
    end_with_errors(session, made.composed, layout=False)
    with _writing(session, made.found):
        paths = write_proofs(made, target)
    session.report(made.found, notes=False)
    return paths, made.found


def _separated(
    session: Session,
    loaded: api.Loaded,
    composition: Composition,
    target: api.Target,
    how: PressOptions,
    *,
    verify: bool,
) -> tuple[Sequence[Path], Sequence[Diagnostic]]:
    """Make and write the files for the press or the archive; gives them and what is found."""
    from layout.release.build import release

    found, press = api.findings(composition, loaded), None
    if target.profile == "press":
        press, held = for_press(composition, loaded, how)
        found = (*found, *held)
    else:
        sink = Sink()
        press = api.press_run(loaded, sink, "a2a")
        found = (*found, *sink.found)
    end_with_errors(session, found, layout=True)
    target = replace(target, press=press)
    if how.unsigned and target.profile == "press":
        target = api.stamped(composition, loaded, target)
    with _writing(session, found), Progress(len(composition.pages) + 1, quiet=session.quiet) as progress:
        paths = release(composition, loaded, target, progress.step, found=tuple(found), read_back=verify)
    session.report((*found, *broken_profiles(press)), notes=False)
    return paths, found


@contextmanager
def _writing(session: Session, found: Sequence[Diagnostic]) -> Iterator[None]:
    """Where a file does not hold what it should or cannot be written, leave with that and what was found before."""
    from layout.backends.files import OutputError
    from layout.release.build import ProofError

    try:
        yield
    except ProofError as error:
        session.report((*found, *error.found), notes=False)
        sys.exit(FINDINGS)
    except OutputError as error:
        session.report(found, notes=False)
        session.not_written(error)


@click.command()
@click.argument("editions", nargs=-1, required=True, type=click.Path(path_type=Path))
@PAGES
@click.option("--format", "kind", type=click.Choice(FORMATS), default="human", help="How to show them.")
@click.option("--select", help="Only these codes, or those that begin so: LAY1,COPY101.")
@click.option("--ignore", help="Not these codes, or those that begin so.")
@click.option("--fix", "mend", is_flag=True, help="Write what normalisation puts right into the stories.")
@click.pass_obj
def check(
    session: Session,
    editions: tuple[Path, ...],
    pages: str | None,
    kind: Format,
    select: str | None,
    ignore: str | None,
    mend: bool,
) -> None:
    """Say everything that is wrong with EDITIONS.

    A story or a picture stands for the edition it lies in. Nothing is written, but for the stories that --fix mends.
    """
    found: list[Diagnostic] = []
    for edition in dict.fromkeys(map(_edition_of, editions)):
        loaded = api.load(edition, root=session.root)
        told = _told(session, loaded, pages)
        found += _mended(session, edition, told) if mend and loaded.complete else told
    found = chosen(found, select, ignore)
    session.report(found, kind)
    if kind == "human" and found:
        session.say(tally(found, "zh"), tally(found, "en"))
    elif kind == "human":
        session.say("没有问题", "nothing found")
    session.end(found)


def _told(session: Session, loaded: api.Loaded, pages: str | None) -> Sequence[Diagnostic]:
    """Everything that is to be said of an edition; of one that cannot be read, why."""
    if not loaded.complete or loaded.edition is None:
        return loaded.diagnostics
    return api.findings(api.compose(loaded, pages=named_pages(session, loaded.edition, pages)), loaded)


@click.command()
@EDITION
@PAGES
@click.pass_obj
def dump(session: Session, edition: Path, pages: str | None) -> None:
    """Print the composed pages of EDITION as text, an item a line."""
    _, composition = composed(session, edition, pages)
    click.echo(api.dump(composition), nl=False)


def composed(
    session: Session, edition: Path, pages: str | None, kind: Format = "human"
) -> tuple[api.Loaded, Composition]:
    """The edition read and composed; leaves with the findings when it cannot be read without error."""
    loaded, read = read_whole(session, edition, kind)
    return loaded, api.compose(loaded, pages=named_pages(session, read, pages))


def read_whole(session: Session, edition: Path, kind: Format = "human") -> tuple[api.Loaded, Edition]:
    """The edition read; leaves with the findings when it cannot be read without error."""
    loaded = api.load(edition, root=session.root)
    if not loaded.complete or loaded.edition is None:
        session.report(loaded.diagnostics, kind)
        session.end(loaded.diagnostics)
        raise AssertionError("an incomplete edition has an error")
    return loaded, loaded.edition


def _mended(session: Session, edition: Path, found: Sequence[Diagnostic]) -> Sequence[Diagnostic]:
    """What is still found when the safe cures are written into the stories; some show only when others are made."""
    for _ in range(_ROUNDS):
        made = api.fix(found)
        if not made:
            break
        for path, count in made.items():
            session.say(f"{path}：改了 {count} 处", f"{path}: {count} mended")
        loaded = api.load(edition, root=session.root)
        found = api.findings(api.compose(loaded), loaded)
    return found


def _edition_of(path: Path) -> Path:
    """The edition that a story or a picture lies in; a manifest or a folder is taken as it is."""
    if path.name != MANIFEST_NAME and (path.suffix in {".yaml", ".yml"} or path.is_dir()):
        return path
    return next((folder for folder in path.parents if (folder / MANIFEST_NAME).is_file()), path)


def named_pages(session: Session, edition: Edition, pages: str | None) -> list[str] | None:
    """The names of the pages asked for, None for all; leaves when there are no such pages."""
    names = [name.strip() for name in pages.split(",")] if pages else None
    known = [page.name for page in edition.pages]
    if names and (unknown := [name for name in names if name not in known]):
        session.wrong_usage(
            f"没有这些版：{'、'.join(unknown)}；有的是 {'、'.join(known)}",
            f"no such pages: {', '.join(unknown)}; there are {', '.join(known)}",
        )
    return names
