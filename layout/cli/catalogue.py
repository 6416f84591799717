"""catalogue: the packages of a newspaper's editions, found by word, name and date, and checked."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec import to_builtins

from layout.cli.session import MOMENT, Progress, Session, record_time
from layout.diagnostics import Diagnostic

if TYPE_CHECKING:
    from layout.catalogue.model import ArticleEntry, EditionEntry
    from layout.catalogue.store import Store

_INTERRUPTED = 130
_DAY = click.DateTime(["%Y-%m-%d"])


@click.group()
@click.option(
    "--db",
    type=click.Path(dir_okay=False, path_type=Path),
    envvar="PAIBAN_CATALOGUE",
    default=Path("archive/catalogue.sqlite"),
    help="The catalogue's file; default archive/catalogue.sqlite, or PAIBAN_CATALOGUE.",
)
@click.pass_context
def catalogue(context: click.Context, db: Path) -> None:
    """Keep the archive's packages, and search them.

    See what a re-issue changed, and check every file.
    """
    context.meta["db"] = db


@contextmanager
def _opened() -> Iterator[Store]:
    """The catalogue; leaves when it cannot be opened or reached."""
    from layout.catalogue.model import CatalogueError
    from layout.catalogue.sqlite import SqliteStore

    try:
        store = SqliteStore(click.get_current_context().meta["db"])
        try:
            yield store
        finally:
            store.close()
    except CatalogueError as error:
        click.get_current_context().obj.not_written(error)


def _edition(session: Session, store: Store, name: str) -> EditionEntry:
    """The edition named; leaves when there is none."""
    found = store.edition(name)
    if found is None:
        session.wrong_usage(f"目录里没有 {name}", f"no {name} in the catalogue")
        raise AssertionError("wrong usage leaves")
    return found


@catalogue.command()
@click.argument("places", nargs=-1, required=True)
@click.pass_obj
def add(session: Session, places: tuple[str, ...]) -> None:
    """Take in packages: bags, or folders of bags.

    Paths, or what fsspec reaches. Twice is as good as once.
    """
    from layout.catalogue.ingest import take_in

    problems: list[Diagnostic] = []
    counts = {"added": 0, "known": 0, "refused": 0}
    with _opened() as store:
        try:
            for place in places:
                bar = _Bar(session)
                for _, outcome, found in take_in(store, place, bar.step):
                    counts[outcome] += 1
                    problems += found
                bar.close()
        except KeyboardInterrupt:
            session.say("\n中断了；再运行一次就接着收", "\ninterrupted; run it again to go on")
            sys.exit(_INTERRUPTED)
    session.report(problems)
    zh = f"新收 {counts['added']}，已有 {counts['known']}，不收 {counts['refused']}"
    session.say(zh, ", ".join(f"{count} {outcome}" for outcome, count in counts.items()))
    session.end(problems)


class _Bar:
    """A progress bar whose length is known with the first step."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._bar: Progress | None = None

    def step(self, number: int, total: int, what: str) -> None:
        """One more is done."""
        self._bar = self._bar or Progress(total, quiet=self._session.quiet)
        self._bar.step(Path(what).name)

    def close(self) -> None:
        """Clear the line."""
        if self._bar:
            self._bar.close()


@catalogue.command()
@click.argument("words", required=False, default="")
@click.option("--since", type=_DAY, help="Not before this day.")
@click.option("--until", type=_DAY, help="Not after this day.")
@click.option("--page", default="", help="Only on this page: A01.")
@click.option("--section", default="", help="Only in this section: 要闻.")
@click.option("--byline", default="", help="Only by this person.")
@click.option("--public-on", type=_DAY, help="Leave out what is under embargo that day.")
@click.option("--every-version", is_flag=True, help="Also versions that a later one replaced.")
@click.option("--limit", type=click.IntRange(1, 10_000), default=20, help="Show so many.")
@click.option("--format", "kind", type=click.Choice(["human", "json"]), default="human", help="How to show them.")
@click.pass_obj
def search(
    session: Session,
    words: str,
    since: datetime | None,
    until: datetime | None,
    page: str,
    section: str,
    byline: str,
    public_on: datetime | None,
    every_version: bool,
    limit: int,
    kind: str,
) -> None:
    """Find articles that have all WORDS.

    Each exactly as it is written, two characters or more.
    """
    from layout.catalogue.model import Query

    days = [moment.date() if moment else None for moment in (since, until, public_on)]
    query = Query(words, days[0], days[1], page, section, byline, days[2], every_version, limit)
    with _opened() as store:
        found = store.search(query)
    if kind == "json":
        click.echo(_json([to_builtins(hit) for hit in found.hits]))
        return
    for hit in found.hits:
        place = ",".join(f"{value:g}" for value in hit.place)
        click.echo(f"{hit.date} {hit.page} {hit.section}  {hit.title}\n  {hit.edition} {hit.story} [{place} pt]")
        click.echo(f"  {hit.excerpt}")
    session.say(f"共 {found.total} 篇", f"{found.total} articles")


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1, default=str)


@catalogue.command(name="list")
@click.pass_obj
def list_(session: Session) -> None:
    """List the editions."""
    with _opened() as store:
        for entry in store.editions():
            mark = "" if entry.latest else "  （有新版）" if session.language == "zh" else "  (replaced)"
            click.echo(
                f"{entry.date}  {entry.identifier}  {entry.publication} {entry.number}  "
                f"{entry.pages} / {entry.articles}  {entry.location}{mark}"
            )


@catalogue.command()
@click.argument("edition")
@click.argument("story", required=False)
@click.pass_obj
def show(session: Session, edition: str, story: str | None) -> None:
    """Show what an edition has, or one STORY.

    An edition's pages, articles and pictures; a story whole.
    """
    with _opened() as store:
        entry = _edition(session, store, edition)
        articles = store.articles(entry.identifier)
        if story is None:
            _show_edition(store, entry, articles)
            return
    found = next((article for article in articles if article.story == story), None)
    if found is None:
        session.wrong_usage(f"{entry.identifier} 里没有 {story}", f"no {story} in {entry.identifier}")
    else:
        _show_article(session, found)


def _show_edition(store: Store, entry: EditionEntry, articles: list[ArticleEntry]) -> None:
    click.echo(f"{entry.publication} {entry.date} {entry.number}  {entry.identifier}\n{entry.location}")
    for page in store.pages(entry.identifier):
        click.echo(f"{page.name} {page.section}  press sha256 {page.press}")
        for article in articles:
            if any(name == page.name for name, _ in article.pages):
                people = f"  {'、'.join(article.people)}" if article.people else ""
                click.echo(f"  {article.story}  {article.title}{people}{'  ✝' if article.withdrawn else ''}")
        for picture in store.pictures(entry.identifier):
            if picture.page == page.name:
                click.echo(f"  {picture.file}  {picture.caption} {picture.credit}".rstrip())


def _show_article(session: Session, article: ArticleEntry) -> None:
    click.echo(f"{article.title}\n{article.byline}")
    for page, place in article.pages:
        click.echo(f"{page} [{','.join(f'{value:g}' for value in place)} pt]")
    if article.withdrawn:
        session.say(f"已撤：{article.withdrawn}", f"withdrawn: {article.withdrawn}")
        return
    for label, value in (("版权", article.rights), ("限期", article.embargo)):
        if value:
            click.echo(f"{label}：{value}")
    click.echo(f"\n{article.text}")


@catalogue.command()
@click.argument("edition")
@click.argument("story")
@click.option("--reason", required=True, help="Why; it stays in the article's place.")
@click.option("--time", "stamp", type=MOMENT, help="Time of the record; default now.")
@click.pass_obj
def withdraw(session: Session, edition: str, story: str, reason: str, stamp: datetime | None) -> None:
    """Take an article out, with its reason.

    A tombstone stays in its place; it is found no more, in no version. It is kept in a file beside the catalogue, too
    (catalogue.withdrawn.json), so that a catalogue made anew from the bags does not find the article again.
    """
    when = record_time(stamp)
    with _opened() as store:
        entry = _edition(session, store, edition)
        if not store.withdraw(entry.identifier, story, reason, when):
            session.wrong_usage(f"{entry.identifier} 里没有 {story}", f"no {story} in {entry.identifier}")
    session.say(f"{story} 已撤", f"{story} is withdrawn")


@catalogue.command()
@click.argument("editions", nargs=-1)
@click.pass_obj
def verify(session: Session, editions: tuple[str, ...]) -> None:
    """Make every file's hash anew.

    Of EDITIONS, or of all; says what is damaged, missing or was never listed.
    """
    from layout.catalogue.fixity import verified

    with _opened() as store:
        chosen = [_edition(session, store, name) for name in editions] or store.editions()
        bar = _Bar(session)
        found = list(verified(store, chosen, bar.step))
        bar.close()
    session.report(found)
    if not found:
        session.say(f"{len(chosen)} 期，个个文件完好", f"{len(chosen)} editions, every file is sound")
    session.end(found)


@catalogue.command()
@click.argument("old")
@click.argument("new", required=False)
@click.option("--format", "kind", type=click.Choice(["human", "json"]), default="human", help="How to show it.")
@click.pass_obj
def diff(session: Session, old: str, new: str | None, kind: str) -> None:
    """Say what NEW changed against OLD.

    NEW is by default the latest version. Pages, articles, pictures and sources are compared.
    """
    from layout.catalogue.changes import changes

    with _opened() as store:
        before = _edition(session, store, old)
        after = _edition(session, store, new or before.name)
        found = list(changes(store, before.identifier, after.identifier))
    if kind == "json":
        click.echo(_json([to_builtins(change) for change in found]))
        return
    marks = {"added": "+", "removed": "-", "changed": "~"}
    for change in found:
        click.echo(f"{marks[change.how]} {change.what} {change.name}")
        for one, other in change.texts:
            click.echo(f"    “{one}” → “{other}”")
    if not found:
        session.say("没有不同", "nothing differs")


@catalogue.command()
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="A file; default the screen.")
@click.pass_obj
def export(session: Session, out: Path | None) -> None:
    """Write everything as JSON, an edition a line."""
    from layout.backends.files import write_all

    with _opened() as store:
        lines = [
            {
                **to_builtins(entry),
                "pages": [to_builtins(page) for page in store.pages(entry.identifier)],
                "articles": [to_builtins(article) for article in store.articles(entry.identifier)],
                "pictures": [to_builtins(picture) for picture in store.pictures(entry.identifier)],
            }
            for entry in store.editions()
        ]
    text = "".join(json.dumps(line, ensure_ascii=False, default=str) + "\n" for line in lines)
    if out is None:
        click.echo(text, nl=False)
        return
    write_all(out.parent, {out.name: text.encode()})
    session.say(f"{out}：{len(lines)} 期", f"{out}: {len(lines)} editions")
