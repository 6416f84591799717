"""Pictures, adverts, rules and lines of display text as items."""

from __future__ import annotations

from collections.abc import Iterable

from layout.compose.parts import PartTree
from layout.display.items import Box, Item, Layer, Role, Rule, TextRun
from layout.display.page import Region
from layout.edition.model import RulePlace
from layout.geometry import Point
from layout.ink import BLACK
from layout.plan.art import owned
from layout.plan.grid import PageGrid
from layout.plan.model import AdvertPlan, Caption, GroupPlan, PicturePlan, PlacedWords, Shot
from layout.style.model import PaperStyle


def words_items(words: PlacedWords, part: int) -> Iterable[TextRun]:
    """A line of display text, a run a font."""
    x, y = words.origin.x, words.origin.y
    for run in words.runs:
        yield TextRun(Layer.TEXT, part, Point(x, y), run, words.ink, words.vertical, words.turned)
        if words.vertical or words.turned:
            y += run.width
        else:
            x += run.width


def picture_items(
    picture: PicturePlan, parent: int, story: str | None, tree: PartTree, style: PaperStyle
) -> tuple[list[Item], Region]:
    """The picture with its keyline, caption and credit."""
    part = tree.add(Role.PICTURE, parent, story, picture.place.picture.alt)
    items = [*_shot_items(picture.shot, part, style), *_caption_items(picture.caption, part, story, tree)]
    return items, Region(part, picture.box)


def group_items(
    group: GroupPlan, parent: int, story: str | None, tree: PartTree, style: PaperStyle
) -> tuple[list[Item], Region]:
    """The pictures of a group, each a part of its own, then the caption they share."""
    part = tree.add(Role.GROUP, parent, story)
    items: list[Item] = []
    for picture, shot in group.shots:
        items += _shot_items(shot, tree.add(Role.PICTURE, part, story, picture.alt), style)
    items += _caption_items(group.caption, part, story, tree)
    return items, Region(part, group.box)


def _shot_items(shot: Shot, part: int, style: PaperStyle) -> Iterable[Item]:
    yield from owned(shot.art, part)
    if shot.keyline and style.rules.keyline_weight:
        yield Box(Layer.RULE, part, shot.rect, stroke=BLACK, weight=style.rules.keyline_weight)


def _caption_items(caption: Caption | None, part: int, story: str | None, tree: PartTree) -> Iterable[Item]:
    """The strip under the words, if they stand over the picture, and the words, caption before credit."""
    if caption is None:
        return
    if caption.plate:
        yield Box(Layer.RULE, part, caption.plate.rect, fill=caption.plate.ink)
    by_role: dict[Role, int] = {}
    for words in caption.words:
        if words.role not in by_role:
            by_role[words.role] = tree.add(words.role, part, story)
        yield from words_items(words, by_role[words.role])


def advert_items(advert: AdvertPlan, parent: int, tree: PartTree, style: PaperStyle) -> tuple[list[Item], Region]:
    """The advert with its keyline and its label."""
    part = tree.add(Role.ADVERT, parent, None, advert.place.picture.alt)
    items = owned(advert.art, part)
    items.append(
        Box(Layer.RULE, part, advert.rect, stroke=BLACK, weight=style.rules.keyline_weight or style.rules.column_weight)
    )
    for words in advert.words:
        items += words_items(words, tree.add(words.role, part))
    return items, Region(part, advert.box)


def rule_items(rule: RulePlace, grid: PageGrid, part: int, style: PaperStyle) -> Rule:
    """A rule in the middle of a line's cell, or down the gutter at the left of a column."""
    weight, ink = style.rules.column_weight, style.rules.column_ink
    top = grid.line_top(rule.line)
    if rule.vertical:
        x = grid.column_x(rule.column) - grid.gutter // 2
        return Rule(Layer.RULE, part, Point(x, top), Point(x, grid.line_top(rule.line + rule.lines)), weight, ink)
    y = top + grid.leading // 2
    x = grid.column_x(rule.column)
    return Rule(Layer.RULE, part, Point(x, y), Point(x + grid.width(rule.columns), y), weight, ink)
