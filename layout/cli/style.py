"""style: every value in force for a story or a page, and where it comes from."""

from __future__ import annotations

import json
from pathlib import Path

import click

from layout.cli.session import Session
from layout.edition.model import Edition, Page, StoryPlace
from layout.style.inforce import Value


@click.command()
@click.argument("what")
@click.option("--edition", type=click.Path(path_type=Path), default=Path(), help="The edition; default this folder.")
@click.option("--format", "kind", type=click.Choice(["text", "json"]), default="text", help="How to show them.")
@click.pass_obj
def style(session: Session, what: str, edition: Path, kind: str) -> None:
    """Print the style's values in force for WHAT.

    WHAT is a story or a page of the edition; every value comes with the place it is written at.
    """
    from layout import api
    from layout.style.inforce import in_force

    loaded = api.load(edition, root=session.root)
    if loaded.edition is None or loaded.house is None:
        session.report(loaded.diagnostics)
        session.end(loaded.diagnostics)
        return
    found = _found(loaded.edition, what)
    if found is None:
        known = ", ".join([*(page.name for page in loaded.edition.pages), *sorted(loaded.edition.stories)])
        session.wrong_usage(f"这一期没有“{what}”；有的是 {known}", f"the edition has no {what}; it has {known}")
        return
    values = in_force(loaded.house, *found)
    click.echo(_json(values) if kind == "json" else _text(values))


def _found(edition: Edition, what: str) -> tuple[Page, StoryPlace | None] | None:
    """The page of a name, or the first place of a story by its name or file."""
    for page in edition.pages:
        if page.name == what:
            return page, None
    story = Path(what).stem
    return next(((page, place) for page in edition.pages for place in page.stories if place.story == story), None)


def _text(values: tuple[Value, ...]) -> str:
    names, texts = max(len(value.name) for value in values), max(len(value.text) for value in values)
    return "\n".join(f"{value.name:<{names}}  {value.text:<{min(texts, 40)}}  {_origin(value)}" for value in values)


def _json(values: tuple[Value, ...]) -> str:
    listed = [{"name": value.name, "value": value.text, "from": _origin(value)} for value in values]
    return json.dumps(listed, ensure_ascii=False, indent=1)


def _origin(value: Value) -> str:
    """The file and line a value is written at, the path shown from here where it lies below."""
    if value.origin is None:
        return "paiban"
    path, here = value.origin.path.resolve(), Path.cwd()
    shown = path.relative_to(here) if path.is_relative_to(here) else path
    return f"{shown.as_posix()}:{value.origin.line}"
