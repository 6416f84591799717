"""One page composed: panels, stories, pictures, adverts and rules become items, in reading order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from layout.compose.matter import panel_items
from layout.compose.parts import PartTree
from layout.compose.pieces import advert_items, group_items, picture_items, rule_items
from layout.compose.story import StoryOnPage, story_items
from layout.diagnostics import Sink
from layout.display.items import Item, Role
from layout.display.page import PageDisplay, Region
from layout.edition.model import Box
from layout.plan.model import PagePlan
from layout.plan.picture import Images
from layout.plan.type import TypeCase


@dataclass(frozen=True, slots=True)
class Workshop:
    """What composing a page needs besides its plan."""

    case: TypeCase
    images: Images
    fields: Mapping[str, str]
    sink: Sink


def compose_page(plan: PagePlan, stories: tuple[StoryOnPage, ...], tree: PartTree, workshop: Workshop) -> PageDisplay:
    """The page as items in reading order: fixed matter, then story by story, then pictures, adverts and rules."""
    style = workshop.case.style
    part = tree.add(Role.PAGE, title=plan.page.name)
    items: list[Item] = []
    regions: list[Region] = []
    for placed in plan.template.panels:
        box = Box(placed.column, placed.columns, placed.line, placed.lines, plan.page.span)
        items += panel_items(placed.panel, plan.grid.rect(box), tree, part, workshop)
    for story in stories:
        drawn, region = story_items(story, tree, plan.grid, style)
        items += drawn
        regions += region
    for picture in plan.pictures:
        drawn, of_picture = picture_items(picture, part, None, tree, style)
        items += drawn
        regions.append(of_picture)
    for group in plan.groups:
        drawn, of_group = group_items(group, part, None, tree, style)
        items += drawn
        regions.append(of_group)
    for advert in plan.adverts:
        drawn, of_advert = advert_items(advert, part, tree, style)
        items += drawn
        regions.append(of_advert)
    rules_part = tree.add(Role.ARTIFACT, part)
    items += [rule_items(rule, plan.grid, rules_part, style) for rule in plan.rules]
    return PageDisplay(
        plan.page.name,
        plan.page.section,
        part,
        style.trim,
        style.bleed,
        plan.grid.type_area,
        tuple(regions),
        tuple(items),
    )
