"""desk: an edition in the browser, edited in place and made up anew at every change."""

from __future__ import annotations

from pathlib import Path

import click

from layout.cli.session import Session

EDITOR = "vscode://file{file}:{line}:{column}"


@click.command()
@click.argument("edition", type=click.Path(path_type=Path), default=Path())
@click.option("--host", default="127.0.0.1", help="Address to serve on; any but loopback asks for a token.")
@click.option("--port", type=click.IntRange(0, 65535), default=8340, help="Port; 0 takes a free one.")
@click.option("--editor", default=EDITOR, help="Address that opens a place in an editor: {file}, {line}, {column}.")
@click.option("--open/--no-open", "browse", default=False, help="Open the browser.")
@click.pass_obj
def desk(session: Session, edition: Path, host: str, port: int, editor: str, browse: bool) -> None:
    """Serve EDITION (its folder or issue.yaml) as a web page to look at and to edit.

    Only this machine can reach it unless --host says otherwise. Edits go into the files of the newsroom.
    """
    from layout.desk.assets import missing

    if lacking := missing():
        session.wrong_usage(
            f"编辑台还缺 {'、'.join(lacking)}：pip install 'paiban[desk]'",
            f"the desk lacks {', '.join(lacking)}: pip install 'paiban[desk]'",
        )
    _check_wishes(session, edition, editor)
    from layout.desk.serve import Address, serve

    address = Address(host, port, editor, browse)
    try:
        serve(edition, session.root, session.language, address, lambda url: session.say(*_told(url)))
    except OSError as error:
        session.not_written(f"{host}:{port}: {error.strerror or error}")


def _told(url: str) -> tuple[str, str]:
    return f"编辑台：{url}（Ctrl+C 结束）", f"desk: {url} (Ctrl+C ends it)"


def _check_wishes(session: Session, edition: Path, editor: str) -> None:
    """Leave when there is no such edition, or the editor's address cannot be filled in."""
    from layout.edition.load import MANIFEST_NAME

    manifest = edition / MANIFEST_NAME if edition.is_dir() else edition
    if not manifest.is_file():
        session.wrong_usage(f"没有 {manifest}", f"there is no {manifest}")
    try:
        address = editor.format(file="f", line=1, column=1)
    except (KeyError, ValueError, IndexError):
        address = ""
    if ":" not in address or address.lower().startswith(("javascript:", "data:")):
        session.wrong_usage(
            f"--editor 要是一个地址，含 {{file}}、{{line}}、{{column}}：{editor}",
            f"--editor has to be an address with {{file}}, {{line}}, {{column}}: {editor}",
        )
