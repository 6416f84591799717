"""schema and explain: what paiban knows of its files and its findings."""

from __future__ import annotations

import json
from importlib import import_module

import click

from layout.cli.session import Session

_FORMS = {
    "manifest": ("layout.edition.form", "MANIFEST"),
    "story": ("layout.edition.form", "STORY"),
    "style": ("layout.style.form", "STYLE"),
    "faces": ("layout.assets.fonts.form", "FACES"),
    "press": ("layout.style.pressform", "PRESS"),
    "stages": ("layout.edition.stagesform", "STAGES"),
    "words": ("layout.style.words", "WORDS"),
}
_FINDINGS = "findings"


@click.command()
@click.argument("what", type=click.Choice([*_FORMS, _FINDINGS]), default="manifest")
def schema(what: str) -> None:
    """Print a JSON Schema (draft-07).

    Of a manifest, a story's front matter, a style, a press sheet, the faces, an edition's signatures, a word list, or
    findings.
    """
    from layout.report.data import SCHEMA
    from layout.source.schema import json_schema

    if what == _FINDINGS:
        click.echo(json.dumps(SCHEMA, ensure_ascii=False, indent=1))
        return
    module, name = _FORMS[what]
    form = getattr(import_module(module), name)
    click.echo(json.dumps(json_schema(form, f"paiban {what}"), ensure_ascii=False, indent=1))


@click.command()
@click.argument("code", required=False)
@click.option("--rules", "table", is_flag=True, help="The checker's rules as a table in Markdown.")
@click.pass_obj
def explain(session: Session, code: str | None, table: bool) -> None:
    """Say what the finding CODE means.

    And why it matters and how it is cured; without CODE all are listed.
    """
    from layout.check.explain import rule_explained, rules_table
    from layout.report import explained, kinds

    known = kinds()
    if table:
        click.echo(rules_table(), nl=False)
        return
    if code is None:
        for kind in known.values():
            click.echo(f"{kind.code}  {kind.zh if session.language == 'zh' else kind.en}")
        return
    kind_found = known.get(code.upper())
    if kind_found is None:
        session.wrong_usage(
            f"没有代码 {code}；不带代码运行，列出全部", f"no code {code}; without a code all are listed"
        )
    else:
        click.echo(explained(kind_found, session.language))
        rule = rule_explained(kind_found.code)
        if rule:
            click.echo(f"\n{rule}")
