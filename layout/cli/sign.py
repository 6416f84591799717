"""sign and status: who has signed which page, and how far every page has come."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import click

from layout import api
from layout.cli.build import composed
from layout.cli.session import MOMENT, Session, record_time
from layout.diagnostics import Diagnostic, Severity
from layout.display.digest import DIGITS
from layout.edition.stages import PageStage, Recorded

_STAGES: dict[str, Recorded] = {
    "大样": "proof",
    "清样": "clean",
    "付印": "signed",
    "proof": "proof",
    "clean": "clean",
    "signed": "signed",
}


@click.command()
@click.argument("pages", nargs=-1)
@click.option("--edition", type=click.Path(path_type=Path), default=Path(), help="The edition; default this folder.")
@click.option("--all", "every", is_flag=True, help="Every page of the edition.")
@click.option("--as", "name", required=True, help="Who signs.")
@click.option("--role", required=True, help="In which role: 值班总编, 责任编辑 …")
@click.option(
    "--stage",
    type=click.Choice(list(_STAGES)),
    default="付印",
    help="What was read: 大样 (proof), 清样 (clean) or, by default, what goes to print: 付印 (signed).",
)
@click.option("--hash", "digest", default="", help="The hash on the proof; a page that has another is not signed.")
@click.option("--time", "stamp", type=MOMENT, help="Time of the record; default now.")
@click.pass_obj
def sign(
    session: Session,
    pages: tuple[str, ...],
    edition: Path,
    every: bool,
    name: str,
    role: str,
    stage: str,
    digest: str,
    stamp: datetime | None,
) -> None:
    """Sign PAGES as they are now.

    Who, when and over which hash is added to stages.yaml beside the manifest. A page that is changed afterwards has to
    be signed again; one with errors cannot be signed for the press.
    """
    from layout.release import signing

    if not every and not pages:
        session.wrong_usage("签哪几版？写版次（A01 A02），或者 --all", "which pages? Name them (A01 A02), or --all")
    loaded, composition = composed(session, edition, None if every else ",".join(pages))
    found = [one for one in api.findings(composition, loaded) if _serious(one)]
    if _STAGES[stage] == "signed" and found:
        session.report(found)
        session.end(found)
    when = record_time(stamp)
    names = tuple(page.name for page in composition.pages)
    try:
        entries = signing.sign(composition, loaded, signing.Signing(names, _STAGES[stage], role, name, when, digest))
    except signing.SigningError as error:
        session.report(error.found)
        session.end(error.found)
        return
    for entry in entries:
        session.say(
            f"{entry.page} {stage} {entry.role} {entry.name} {entry.digest[:DIGITS]}",
            f"{entry.page} {entry.stage} {entry.role} {entry.name} {entry.digest[:DIGITS]}",
        )


def _serious(found: Diagnostic) -> bool:
    return found.severity is Severity.ERROR


@click.command()
@click.argument("edition", type=click.Path(path_type=Path))
@click.option("--format", "kind", type=click.Choice(["human", "json"]), default="human", help="How to show it.")
@click.pass_obj
def status(session: Session, edition: Path, kind: str) -> None:
    """Show how far every page of EDITION has come.

    Draft, page proof (大样), clean proof (清样), signed (付印), printed, replated; who has signed, and who has yet to.
    """
    loaded, composition = composed(session, edition, None)
    stages = tuple(api.stages(composition, loaded).values())
    if kind == "json":
        click.echo(json.dumps([_data(stage) for stage in stages], ensure_ascii=False, indent=1))
        return
    for stage in stages:
        click.echo(_row(stage, session.language))


def _data(stage: PageStage) -> dict[str, object]:
    return {
        "page": stage.page,
        "stage": stage.stage,
        "number": stage.number,
        "hash": stage.digest,
        "changed": stage.changed,
        "missing": list(stage.missing),
        "signed": [
            {"time": entry.time, "stage": entry.stage, "role": entry.role, "name": entry.name}
            for entry in stage.entries
        ],
    }


def _row(stage: PageStage, language: str) -> str:
    zh = language == "zh"
    signed = _joined([f"{entry.role} {entry.name} {entry.time[5:16].replace('T', ' ')}" for entry in stage.entries])
    told = [f"{stage.page}  {stage.digest[:DIGITS]}  {stage.named(language)}"]
    if stage.changed:
        told.append("签后改过" if zh else "changed since it was signed")
    if signed:
        told.append(signed)
    if stage.missing:
        told.append(f"{'待签' if zh else 'to sign'}: {_joined(stage.missing)}")
    return "  ".join(told)


def _joined(texts: Sequence[str]) -> str:
    return "、".join(texts)
