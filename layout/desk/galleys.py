"""The galley (小样) of a story for the screen: set alone in the measure of its place, as it is now."""

from __future__ import annotations

from layout.backends.svg import Screen, document, draw_page
from layout.compose.galley import GalleyText, compose_galley
from layout.desk.state import State


def galley_sheets(state: State, screen: Screen, page: str, story: str) -> tuple[str, ...]:
    """The sheets of a story's galley as SVG documents; none when the story does not stand on the page."""
    shown = state.pages.get(page)
    placed = [one for one in shown.sheet.stories if one.block.story.id == story] if shown else []
    if not shown or not placed or state.loaded.edition is None or state.loaded.style is None:
        return ()
    on_page, grid = placed[0], shown.sheet.plan.grid
    frames = [frame for legs in on_page.block.frames for frame in legs if not frame.vertical]
    measure = frames[0].rect.width if frames else grid.measure
    slug = f"{state.loaded.style.identity.name}　{state.loaded.edition.date.isoformat()}　{story}"
    made = compose_galley(GalleyText(on_page.block.story, on_page.case, measure, slug))
    return tuple(document(draw_page(sheet, made.tree.parts, screen)) for sheet in made.pages)
