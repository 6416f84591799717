"""watch: an edition's proofs kept as its files are."""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from layout import api
from layout.api.live import LiveEdition, Refreshed
from layout.api.livepages import LivePages, write_pages
from layout.cli.build import EDITION
from layout.cli.session import Session
from layout.diagnostics import Diagnostic, Severity

# What editors leave beside the file they write, and what paiban itself is writing.
_PASSING = (".", "~", "#")
_PASSING_ENDS = ("~", ".tmp", ".swp", ".swx", ".bak", ".part")
# How long a run of changes is waited for, and how often it is looked, in milliseconds.
_TOGETHER, _STEP = 100, 10
# How long it is waited for a change before it is looked whether there is one, in milliseconds.
_WAIT = 200


@click.command()
@EDITION
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="Where to; default out/EDITION/proof/.")
@click.pass_obj
def watch(session: Session, edition: Path, out: Path | None) -> None:
    """Keep a proof of every page of EDITION as its files are, until Ctrl-C.

    A page is written anew when what it shows has changed. Input that cannot be read is told of; the last good pages
    stay.
    """
    try:
        import watchfiles  # noqa: F401  # an extra, asked for before anything is made
    except ImportError:
        session.wrong_usage(
            "缺少 watchfiles：pip install 'paiban[desk]'", "watchfiles is missing: pip install 'paiban[desk]'"
        )
    since = time.time()
    live = LiveEdition(edition, root=session.root)
    name = live.loaded.edition.name if live.loaded.edition else edition.resolve().stem
    target = api.Target("proof", out or Path("out") / name / "proof", "pages")
    watching = Watching(session, live, target)
    try:
        watching.begin()
        for paths in changes(folders(live, edition), target.out, since):
            watching.take(paths)
    except KeyboardInterrupt:
        pass
    session.say("不看了", "stopped")


class Watching:
    """Brings proofs up to date and says what became of each change."""

    def __init__(self, session: Session, live: LiveEdition, target: api.Target) -> None:
        self._session, self._live, self._target = session, live, target
        self._pages = LivePages()
        self._told: tuple[Diagnostic, ...] = ()
        # Pages whose files could not be written are written with the next change.
        self._unwritten: dict[str, None] = {}

    def begin(self) -> None:
        """Write every page, and tell everything that was found."""
        start, made = time.perf_counter(), self._live.composition
        self._bring(Refreshed(self._live.sound, tuple(page.name for page in made.pages) if made else ()), start)
        # The edition stays: looking through it for garbage after every change would take longer than the change.
        gc.collect()
        gc.freeze()

    def take(self, paths: Sequence[Path]) -> None:
        """Take in a change of files; whatever is wrong with them is told, and the last good pages stay."""
        start = time.perf_counter()
        self._bring(self._live.refresh(paths), start)

    def _bring(self, made: Refreshed, start: float) -> None:
        """Write what has changed, then say what is found; a picture may turn out to be damaged only now."""
        from layout.assets.images import PictureError

        try:
            if made.sound:
                self._write(made.changed, start)
                self._remove(made.gone)
            self._tell()
        except PictureError as error:
            self._session.report([error.found])

    def _write(self, names: Sequence[str], start: float) -> None:
        from layout.backends.files import OutputError

        self._unwritten |= dict.fromkeys(names)
        wanted = list(self._unwritten)
        try:
            files = self._pages.files(self._live, self._target, wanted)
            if files:
                write_pages(self._target.out, files)
        except OutputError as error:
            click.echo(f"paiban: {error}", err=True)
            return
        self._unwritten.clear()
        spent, pages = round((time.perf_counter() - start) * 1000), "、".join(wanted)
        if wanted:
            self._session.say(f"{pages} 已重做，{spent} 毫秒", f"{', '.join(wanted)} made in {spent} ms")
        else:
            self._session.say(f"各版不变，{spent} 毫秒", f"no page is different, {spent} ms")

    def _remove(self, names: Sequence[str]) -> None:
        """Take away the files of pages that the edition has no longer."""
        for name in names:
            self._unwritten.pop(name, None)
            (self._target.out / f"{api.file_stem(self._live.loaded, name)}.pdf").unlink(missing_ok=True)

    def _tell(self) -> None:
        """Tell what is found now and was not before, and how many findings went; notes aside."""
        found = tuple(one for one in self._live.findings if one.severity is not Severity.NOTE)
        if not self._live.sound:
            # What was found on the pages is still so when they can be read again.
            self._session.report(found)
            return
        new = [one for one in found if one not in self._told]
        gone = sum(1 for one in self._told if one not in found)
        self._told = found
        self._session.report(new)
        if new or gone:
            self._session.say(f"新查出 {len(new)} 处，消去 {gone} 处", f"{len(new)} findings came, {gone} went")


def folders(live: LiveEdition, edition: Path) -> tuple[Path, ...]:
    """The folders to watch: editors save by renaming, so that files themselves cannot be."""
    workspace = live.loaded.workspace
    own = edition if edition.is_dir() else edition.parent
    wanted = (own, workspace.styles, workspace.fonts)
    found = dict.fromkeys(folder.resolve() for folder in wanted if folder.is_dir())
    return tuple(one for one in found if not any(one != other and one.is_relative_to(other) for other in found))


def changes(watched: Sequence[Path], out: Path, since: float) -> Iterator[list[Path]]:
    """The files that changed `since` a time, as often as some did, without what is written to `out` or in passing.

    Editors leave files of their own for a moment while they save; those are passed over.
    """
    import watchfiles

    made = out.resolve()

    def counts(path: Path) -> bool:
        return not is_passing(path) and not path.is_relative_to(made)

    first = True
    for found in watchfiles.watch(
        *watched,
        watch_filter=lambda _, path: counts(Path(path)),
        debounce=_TOGETHER,
        step=_STEP,
        rust_timeout=_WAIT,
        yield_on_timeout=True,
        raise_interrupt=False,
    ):
        paths = {Path(path) for _, path in found}
        if first:
            # What was saved while the edition was read, before its folders were watched.
            paths |= {path for path in _younger(watched, since) if counts(path)}
            first = False
        if paths:
            yield sorted(paths)


def _younger(watched: Sequence[Path], since: float) -> Iterator[Path]:
    """The files made or changed since a time."""
    for folder in watched:
        for path in folder.rglob("*"):
            try:
                found = path.stat()
            except OSError:
                continue
            if max(found.st_mtime, found.st_ctime) >= since and path.is_file():
                yield path


def is_passing(path: Path) -> bool:
    """Whether a file is one that an editor makes while it saves another."""
    return path.name.startswith(_PASSING) or path.name.endswith(_PASSING_ENDS) or path.name == "4913"
