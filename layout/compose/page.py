"""One page composed: panels, stories, pictures, adverts and rules become items, in reading order."""

from __future__ import annotations

from collections.abc import Iterator

from layout.compose.contents import contents_items
from layout.compose.ears import ear_items, ornament_items
from layout.compose.fold import fold_items
from layout.compose.inks import report_colour
from layout.compose.matter import panel_items
from layout.compose.model import Sheet
from layout.compose.parts import PartTree
from layout.compose.pieces import advert_items, group_items, picture_items, rule_items
from layout.compose.room import BoxSetter
from layout.compose.story import story_items
from layout.compose.weather import weather_items
from layout.compose.workshop import Workshop
from layout.display.items import Item, Layer, Role, Rule
from layout.display.page import PageDisplay, Region
from layout.edition.model import Box
from layout.plan.model import PagePlan


def compose_page(sheet: Sheet, tree: PartTree, workshop: Workshop) -> PageDisplay:
    """The page as items in reading order: fixed matter, then story by story, then pictures, adverts and rules."""
    plan, style = sheet.plan, workshop.case.style
    part = tree.add(Role.PAGE, title=plan.page.name)
    items: list[Item] = []
    regions: list[Region] = []
    for placed in plan.template.panels:
        box = Box(placed.column, placed.columns, placed.line, placed.lines, plan.page.span)
        items += panel_items(placed.panel, plan.grid.rect(box), tree, part, workshop)
    for story in sheet.stories:
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
    for advert in plan.every_advert:
        drawn, of_advert = advert_items(advert, part, tree, style)
        items += drawn
        regions.append(of_advert)
    items += _matter(plan, part, tree, workshop)
    drawn, of_notices = fold_items(plan, sheet.notices, tree, part, workshop)
    items += drawn
    regions += of_notices
    rules_part = tree.add(Role.ARTIFACT, part)
    items += [rule_items(rule, plan.grid, rules_part, style) for rule in plan.rules]
    weight, ink = style.rules.column_weight, style.rules.column_ink
    items += [Rule(Layer.RULE, rules_part, start, end, weight, ink) for start, end in plan.separators]
    report_colour(items, workshop)
    return PageDisplay(
        plan.page.name,
        plan.page.section,
        part,
        style.trim,
        style.bleed,
        plan.grid.type_area,
        tuple(regions),
        tuple(items),
        plan.page.ink,
    )


def _matter(plan: PagePlan, page: int, tree: PartTree, workshop: Workshop) -> Iterator[Item]:
    """Contents box, weather, ears and ornaments."""
    matter = plan.page.matter

    def draw(role: Role, title: str) -> BoxSetter:
        return BoxSetter(tree.add(role, page, title=title), plan.grid, workshop)

    for contents in matter.contents:
        yield from contents_items(contents, draw(Role.CONTENTS, contents.title))
    for weather in matter.weather:
        yield from weather_items(weather, draw(Role.WEATHER, weather.title))
    for ear in matter.ears:
        yield from ear_items(ear, draw(Role.EAR, ear.title))
    for ornament in matter.ornaments:
        yield from ornament_items(ornament, draw(Role.ARTIFACT, ornament.alt))
