"""deliver: an edition's pages for the press, handed to the print shop."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from layout import api
from layout.cli.build import EDITION, PAGES, composed
from layout.cli.held import PressOptions, end_with_errors, for_press, press_options
from layout.cli.session import FINDINGS, Session, record_time, time_option
from layout.compose.model import Composition
from layout.diagnostics import Diagnostic

if TYPE_CHECKING:
    from layout.release import delivery


@click.command()
@EDITION
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@PAGES
@press_options
@click.option("--replace", is_flag=True, help="Replace pages that were delivered before.")
@time_option(
    "Time of the files (default: SOURCE_DATE_EPOCH, else the edition's date) and of the record (default: now)."
)
@click.pass_obj
def deliver(
    session: Session,
    edition: Path,
    folder: Path,
    pages: str | None,
    how: PressOptions,
    replace: bool,
    stamp: datetime | None,
) -> None:
    """Hand the pages of EDITION to the print shop in FOLDER.

    Under the names it wants, with checksums, ink presets and a ticket. Pages that were delivered before and are others
    now are told, and replaced only with --replace.
    """
    from layout.release import delivery
    from layout.release.build import ProofError
    from layout.release.signing import SigningError

    loaded, composition = composed(session, edition, pages)
    press, held = for_press(composition, loaded, how)
    found: tuple[Diagnostic, ...] = (*api.findings(composition, loaded), *held)
    end_with_errors(session, found, layout=True)
    target = api.Target("press", folder, "pages", stamp, press, how.impose)
    if how.unsigned:
        target = api.stamped(composition, loaded, target)
    try:
        made = delivery.made_delivery(composition, loaded, target, found)
        paths, changes = delivery.deliver(made, folder, replace=replace)
        _record(composition, loaded, folder, stamp)
    except ProofError as error:
        session.report((*found, *error.found), notes=False)
        sys.exit(FINDINGS)
    except SigningError as error:
        session.report(error.found)
        sys.exit(FINDINGS)
    except delivery.DeliveredError as error:
        session.report([error.found])
        sys.exit(FINDINGS)
    session.report(found, notes=False)
    _tell(session, paths, changes)


def _record(composition: Composition, loaded: api.Loaded, folder: Path, stamp: datetime | None) -> None:
    """Record of the signed pages that they went to the print shop."""
    from layout.release.signing import record_printed

    assert loaded.edition is not None
    when = record_time(stamp)
    stages = tuple(api.stages(composition, loaded).values())
    record_printed(stages, loaded.edition.folder, folder.resolve().name, when)


def _tell(session: Session, paths: tuple[Path, ...], changes: delivery.Changes) -> None:
    if not paths:
        session.say("和已交的一样，没有改动", "the same as delivered before; nothing was changed")
        return
    for zh, en, names in (
        ("新交", "new", changes.new),
        ("换了", "replaced", changes.changed),
        ("撤了", "taken away", changes.gone),
    ):
        if names:
            session.say(f"{zh}：{'、'.join(names)}", f"{en}: {', '.join(names)}")
    for path in paths:
        session.say(str(path), str(path))
