"""epaper: an edition as pages for the web."""

from __future__ import annotations

import re
import sys
from datetime import datetime
from pathlib import Path

import click

from layout import api
from layout.cli.build import EDITION, composed
from layout.cli.held import end_with_errors
from layout.cli.session import FINDINGS, TIME, Progress, Session

_ADDRESS = re.compile(r"https?://[^\s/?#]+(/[^\s?#]*)?")


@click.command()
@EDITION
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--site", default="", metavar="ADDRESS", help="The site's address: https://…; without it no sitemap.")
@TIME
@click.pass_obj
def epaper(session: Session, edition: Path, folder: Path, site: str, stamp: datetime | None) -> None:
    """Add EDITION to the e-paper (数字报) in FOLDER.

    Static pages that need no server: page pictures with a zone for every story, the stories, calendar, search. Other
    editions in FOLDER stay as they are; the same edition, no older than it is there, takes its own place.
    """
    from layout.release.epaper import Site, SiteError, add_edition

    if site and not _ADDRESS.fullmatch(site):
        session.wrong_usage(f"--site 要一个网址，像 https://paper.example/：{site}", f"--site is no address: {site}")
    loaded, composition = composed(session, edition, None)
    found = api.findings(composition, loaded)
    end_with_errors(session, found, layout=True)
    try:
        with Progress(2 * len(composition.pages), quiet=session.quiet) as progress:
            added = add_edition(composition, loaded, Site(folder, site, stamp), progress.step)
    except SiteError as error:
        session.report(error.found)
        sys.exit(FINDINGS)
    session.report(found, notes=False)
    if not site:
        session.say("没有给出 --site：不写站点地图和绝对网址", "no --site: no sitemap, no absolute addresses")
    session.say(f"{added.pages} 版，{added.articles} 篇", f"{added.pages} pages, {added.articles} articles")
    session.say(str(added.first), str(added.first))
