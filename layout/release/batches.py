"""Which pages are made together: those that share a story, and no fewer than pay."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from layout.edition.model import Edition

# Composing so many pages at a time costs no more for each than composing all.
PAGES = 2


def batches_of(edition: Edition, names: Collection[str], least: int = PAGES) -> Iterator[tuple[str, ...]]:
    """The pages named in batches of `least` or more; pages that share a story, directly or by others, are in one."""
    batch: tuple[str, ...] = ()
    for group in _groups(edition, names):
        batch += group
        if len(batch) >= least:
            yield batch
            batch = ()
    if batch:
        yield batch


def _groups(edition: Edition, names: Collection[str]) -> Iterator[tuple[str, ...]]:
    """Pages that share stories, in the order of the last page of each group."""
    groups: list[tuple[set[str], tuple[str, ...]]] = []
    for page in edition.pages:
        if page.name in names:
            stories = set(page.story_names)
            sharing = [group for group in groups if not stories.isdisjoint(group[0])]
            groups = [group for group in groups if group not in sharing]
            pages = tuple(name for _, own in sharing for name in own)
            groups.append((stories.union(*(own for own, _ in sharing)), (*pages, page.name)))
    return (pages for _, pages in groups)
