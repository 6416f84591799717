"""What a version of an edition changed against another: pages, articles, pictures, word by word."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from difflib import SequenceMatcher
from operator import eq
from typing import Literal, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from layout.catalogue.model import ArticleEntry
from layout.catalogue.store import Store

What = Literal["page", "article", "picture", "file"]
Thing = TypeVar("Thing")
How = Literal["added", "removed", "changed"]
# So much is shown on either side of what changed in a text.
_AROUND = 6
_SOURCE = "data/source/"


class Change(Struct, frozen=True):
    """A thing that differs; of an article's text, every place as (before, after)."""

    what: What
    how: How
    name: str
    texts: tuple[tuple[str, str], ...] = ()


def changes(store: Store, old: str, new: str) -> Iterator[Change]:
    """The changes from one edition to another: pages by what was printed, articles by their words."""
    yield from _changed("page", _pages(store, old), _pages(store, new))
    before, after = ({article.story: article for article in store.articles(edition)} for edition in (old, new))
    for change in _changed("article", before, after, _same_words):
        texts = _places(before[change.name].text, after[change.name].text) if change.how == "changed" else ()
        yield replace(change, texts=tuple(texts))
    yield from _changed("picture", _pictures(store, old), _pictures(store, new))
    yield from _changed("file", _sources(store, old), _sources(store, new))


def _pages(store: Store, edition: str) -> dict[str, tuple[str, str]]:
    return {page.name: (page.press, page.text) for page in store.pages(edition)}


def _pictures(store: Store, edition: str) -> dict[str, tuple[str, str]]:
    return {f"{one.page} {one.file}".strip(): (one.caption, one.credit) for one in store.pictures(edition)}


def _sources(store: Store, edition: str) -> dict[str, str]:
    return {path: digest for path, digest in store.files(edition).items() if path.startswith(_SOURCE)}


def _same_words(one: ArticleEntry, other: ArticleEntry) -> bool:
    return (one.text, one.byline, one.title) == (other.text, other.byline, other.title)


def _changed(
    what: What, old: Mapping[str, Thing], new: Mapping[str, Thing], same: Callable[[Thing, Thing], bool] = eq
) -> Iterator[Change]:
    for name in dict.fromkeys((*old, *new)):
        if name not in new:
            yield Change(what, "removed", name)
        elif name not in old:
            yield Change(what, "added", name)
        elif not same(old[name], new[name]):
            yield Change(what, "changed", name)


def _places(old: str, new: str) -> Iterator[tuple[str, str]]:
    """Every place where two texts differ, with a little of what stands around it."""
    for how, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if how != "equal":
            yield _around(old, i1, i2), _around(new, j1, j2)


def _around(text: str, start: int, end: int) -> str:
    return text[max(0, start - _AROUND) : end + _AROUND].replace("\n", " ")
