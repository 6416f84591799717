"""fit: how large a story is, and in which boxes it fits, before it is given a place."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import click

from layout import api
from layout.cli.session import Session
from layout.compose.copyfit import Fit
from layout.units import to_points


@click.command()
@click.argument("story", type=click.Path(path_type=Path))
@click.option("--columns", type=click.IntRange(1, 60), default=1, help="How many basic columns.")
@click.option("--style", "paper", help="The paper; by default that of the edition the story lies in.")
@click.option("--template", help="A page template of the paper; by default its first.")
@click.option("--level", help="A headline level; by default all of them.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.pass_obj
def fit(
    session: Session,
    story: Path,
    columns: int,
    paper: str | None,
    template: str | None,
    level: str | None,
    as_json: bool,
) -> None:
    """Tell how long STORY is, and the boxes it fits in.

    Its length is told in 字, 行 and column-centimetres.
    """
    found = api.fit(story, api.Wanted(columns, paper, template, level), root=session.root)
    if found.measured is None:
        session.report(found.diagnostics)
        session.end(found.diagnostics)
        return
    measured = found.measured
    if as_json:
        rows = [{name: getattr(row, name) for name in Fit.__struct_fields__} for row in measured.fits]
        data = {"story": measured.story, "characters": measured.characters, "paragraphs": measured.paragraphs}
        click.echo(json.dumps({**data, "fits": rows}, ensure_ascii=False, indent=1))
        return
    session.say(*_heading(measured))
    for line in _table(measured.fits, zh=session.language == "zh"):
        click.echo(line)


def _heading(measured: api.Measured) -> tuple[str, str]:
    name, number, parts = measured.story, measured.characters, measured.paragraphs
    grid = f"{measured.paper} {measured.template}"
    return (
        f"{name}：正文 {number} 字、{parts} 段（{grid}，每栏 {measured.measure} 字，主题 {measured.headline} 字）",
        f"{name}: {number} characters in {parts} paragraphs ({grid}, {measured.measure} a column, "
        f"main head {measured.headline})",
    )


def _table(rows: Sequence[Fit], *, zh: bool) -> list[str]:
    head = (
        "  ".join(("栏数", "级别      ", "文行", "题行", "框行", "空行", "栏厘米", "主题"))
        if zh
        else ("cols  level         text  head   box  left  col-cm  main head")
    )
    return [head, *(_row(row, zh=zh) for row in rows)]


def _row(row: Fit, *, zh: bool) -> str:
    size = f"{to_points(row.head_size):g}pt" if row.head_size else "-"
    room = f"{row.room[0]}–{row.room[1]}"
    holds = f"{size}，一行容 {room} 字" if zh else f"{size}, {room} 字 a line"
    if row.over:
        holds += f"，多 {row.over} 字" if zh else f", {row.over} too many"
    numbers = f"{row.text_lines:>4}  {row.head_lines:>4}  {row.lines:>4}  {row.spare:>4}  {row.column_cm:>6}"
    return f"{row.columns:>4}  {row.level:<12}{numbers}  {holds}"
