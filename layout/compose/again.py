"""A composition made again when the text of a story has changed: the pages it stands on, and nothing else.

Whatever hangs on more than the pages of that story is left to a fresh composition; `again` says so by None.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from layout.compose.characters import report_missing_characters
from layout.compose.edition import (
    Materials,
    Prepared,
    Steps,
    composition_of,
    draw_page,
    plan_pages,
    pour_stories,
    prepare_edition,
)
from layout.compose.model import Composition
from layout.compose.normalised import normalised_edition
from layout.compose.parts import PartTree
from layout.compose.readings import with_readings
from layout.diagnostics import Diagnostic, Sink
from layout.edition.model import Edition, Page, Story
from layout.plan.type import TypeCases


class Workings(Struct):
    """A composition with how it was made. `trees` are the parts before each page and, under "", after the last."""

    prepared: Prepared
    steps: Steps
    trees: dict[str, PartTree]
    composition: Composition


def composed(materials: Materials) -> Workings:
    """Compose all pages of an edition, and keep how."""
    prepared = prepare_edition(materials)
    steps, trees, tree = Steps(), {}, PartTree()
    plan_pages(prepared, prepared.edition.pages, steps)
    pour_stories(prepared, steps.plans, steps)
    for page in prepared.edition.pages:
        trees[page.name] = tree.copy()
        draw_page(prepared, page, tree, steps)
    trees[""] = tree
    made = composition_of(prepared, steps, tree)
    return Workings(prepared, steps, trees, replace(made, diagnostics=prepared.diagnostics + made.diagnostics))


def again(kept: Workings, old: Story, new: Story) -> Workings | None:
    """The composition with a story as it is written now; None when that takes a fresh one.

    `old` and `new` are the story as it is read, with the same pictures.
    """
    prepared = _prepared(kept.prepared, old, new)
    if prepared is None:
        return None
    before, after = kept.prepared.edition.stories[old.id], prepared.edition.stories[new.id]
    touched = _touched(prepared.edition, new.id, others=_but_body(before) != _but_body(after))
    steps = Steps(*(dict(getattr(kept.steps, name)) for name in Steps.__struct_fields__))
    if _but_body(before) == _but_body(after) and before.body and after.body:
        _in_new_words(steps, touched, after)
    else:
        plan_pages(prepared, touched, steps)
    pour_stories(prepared, steps.plans, steps)
    return _drawn(kept, prepared, steps, touched)


def _but_body(story: Story) -> tuple[Story, tuple[str, ...]]:
    """All of a story that its head and its place hang on: everything but its text, and the names marked in it."""
    names = tuple(
        paragraph.text[stretch.start : stretch.end] for paragraph in story.body for stretch in paragraph.stretches
    )
    return replace(story, body=(), tables=()), names


def _touched(edition: Edition, story: str, *, others: bool) -> list[Page]:
    """The pages a story stands on; with `others` those, too, that may show its head or stand beside it."""
    spread = {name for pair in edition.spreads for name in pair}
    return [
        page
        for page in edition.pages
        if story in page.story_names or (others and (page.matter.contents or page.name in spread))
    ]


def _prepared(kept: Prepared, old: Story, new: Story) -> Prepared | None:
    """The edition made ready with the story as it is now; None where more than the story would be ready otherwise."""
    edition = kept.edition
    noticed = any(notice.story == new.id for page in edition.pages for notice in page.notices)
    if noticed or any(filler.id == new.id for filler in edition.fillers):
        return None
    (was, told_before), (now, told_now) = (_alone(kept, story) for story in (old, new))
    if was is None or now is None or was != edition.stories[old.id]:
        return None
    found = _spliced(kept.diagnostics, told_before, told_now)
    if found is None:
        return None
    ready = replace(edition, stories={**edition.stories, new.id: now})
    cases = TypeCases(kept.materials.styles, kept.materials.faces)
    return Prepared(replace(kept.materials, edition=ready), cases, found)


def _alone(kept: Prepared, story: Story) -> tuple[Story | None, list[Diagnostic]]:
    """A story made ready by itself, and what is told of it on the way; None when it has characters without a glyph."""
    pages = tuple(_page_of(page, story.id) for page in kept.edition.pages if story.id in page.story_names)
    edition = replace(kept.edition, stories={story.id: story}, pages=pages, fillers=())
    told, missing = Sink(), Sink()
    policy = kept.materials.style.normalise
    words = normalised_edition(replace(edition, pages=()), policy, told)
    ready = with_readings(replace(words, pages=pages), kept.cases)
    report_missing_characters(ready, kept.cases.paper, missing)
    return None if missing.found else ready.stories[story.id], told.found


def _page_of(page: Page, story: str) -> Page:
    """A page with one of its stories alone, without pictures."""
    own = tuple(replace(place, pictures=(), groups=()) for place in page.stories if place.story == story)
    return replace(page, stories=own, pictures=(), groups=(), fold=None)


def _spliced(
    found: Sequence[Diagnostic], old: Sequence[Diagnostic], new: Sequence[Diagnostic]
) -> tuple[Diagnostic, ...] | None:
    """Findings with some that stand together in place of others; None when it cannot be told where they stand."""
    if not old:
        return None if new else tuple(found)
    places = [at for at in range(len(found) - len(old) + 1) if list(found[at : at + len(old)]) == list(old)]
    if len(places) != 1:
        return None
    return (*found[: places[0]], *new, *found[places[0] + len(old) :])


def _in_new_words(steps: Steps, pages: Sequence[Page], story: Story) -> None:
    """The plans of pages with the story's new text: where it stands hangs on its head alone."""
    for page in pages:
        plan = steps.plans[page.name]
        blocks = (replace(one, story=story) if one.story.id == story.id else one for one in plan.blocks)
        steps.plans[page.name] = replace(plan, blocks=tuple(blocks))


def _drawn(kept: Workings, prepared: Prepared, steps: Steps, touched: Sequence[Page]) -> Workings:
    """The pages touched drawn anew, and those whose parts are numbered otherwise because of them."""
    names, trees, shifted = {page.name for page in touched}, dict(kept.trees), False
    pages = prepared.edition.pages
    following = [*(page.name for page in pages[1:]), ""]
    parts = kept.trees[""].parts
    for page, after in zip(pages, following, strict=True):
        if page.name not in names and not shifted:
            continue
        before = trees[page.name]
        tree = before.copy(parts[: len(before.parts)])
        draw_page(prepared, page, tree, steps)
        shifted = shifted or not tree.grows_like(trees[after])
        if shifted:
            trees[after], parts = tree.copy(), tree.parts
        else:
            parts = [*tree.parts, *parts[len(tree.parts) :]]
    last = trees[""] = trees[""].copy(parts)
    made = composition_of(prepared, steps, last)
    found = prepared.diagnostics + made.diagnostics
    return Workings(prepared, steps, trees, replace(made, diagnostics=found))
