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
    """Show what is kept between builds: separated pictures, and pages of proofs.

    Where they are, how many and how large; or clear them.
    """
    from layout.assets.keptfiles import cache_folder
    from layout.assets.picturecache import PictureCache
    from layout.release.keptbatches import kept_files

    sorts = [
        (PictureCache(cache_folder("pictures")).files, "张图", "pictures"),
        (kept_files(), "组版面", "groups of pages"),
    ]
    zh, en = ("清除", "cleared") if clear else ("保存", "kept")
    for files, what_zh, what_en in sorts:
        size = files.clear() if clear else files.size()
        megabytes, most = f"{size.size / 1_000_000:.1f}", files.largest // 1_000_000
        session.say(
            f"{files.folder}：{zh} {size.entries} {what_zh}，{megabytes} MB（至多 {most} MB）",
            f"{files.folder}: {size.entries} {what_en} {en}, {megabytes} MB (at most {most} MB)",
        )
