"""preflight and cache: finished files read back for the press, and the pictures kept between builds."""

from __future__ import annotations

from pathlib import Path

import click

from layout.cli.session import Session
from layout.diagnostics import Diagnostic, Sink
from layout.paths import find_workspace
from layout.report import FORMATS, Format
from layout.style.press import DEFAULT, load_press


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--press", "name", default=DEFAULT, help="The press whose sheet they are held against.")
@click.option("--format", "kind", type=click.Choice(FORMATS), default="human", help="How to show what is found.")
@click.pass_obj
def preflight(session: Session, files: tuple[Path, ...], name: str, kind: Format) -> None:
    """Say what keeps finished PDFs from the press.

    They are read back, whoever made them.
    """
    from layout.release.preflight.finished import file_findings
    from layout.release.preflight.sheet import FILE

    # The page to sign lies beside the pages and is not for the press.
    files = tuple(path for path in files if path.name != FILE) or files
    sink = Sink()
    press = load_press(name, find_workspace(Path.cwd(), session.root), sink, None)
    found: list[Diagnostic] = [*sink.found]
    if press:
        found += [one for path in files for one in file_findings(path, press)]
    session.report(found, kind)
    if not found and kind == "human":
        session.say(f"{len(files)} 个文件可以付印", f"{len(files)} files may go to the press")
    session.end(found)


@click.command()
@click.option("--clear", is_flag=True, help="Take everything away.")
@click.pass_obj
def cache(session: Session, clear: bool) -> None:
    """Show the separated pictures kept between builds.

    Where they are, how many and how large; or clear them.
    """
    from layout.assets.picturecache import LARGEST, PictureCache, cache_folder

    kept = PictureCache(cache_folder())
    size = kept.clear() if clear else kept.size()
    megabytes = f"{size.size / 1_000_000:.1f}"
    zh, en = ("清除", "cleared") if clear else ("保存", "kept")
    session.say(
        f"{kept.folder}：{zh} {size.pictures} 张图，{megabytes} MB（至多 {LARGEST // 1_000_000} MB）",
        f"{kept.folder}: {size.pictures} pictures {en}, {megabytes} MB (at most {LARGEST // 1_000_000} MB)",
    )
