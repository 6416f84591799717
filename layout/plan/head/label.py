"""Standing labels (栏目题): above the head, beside it, or at the top of the first column, with a logo if it has one."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from layout.display.items import Glyphs, Role
from layout.edition.model import Words
from layout.geometry import Point, Rect
from layout.ink import WHITE
from layout.plan.grid import Leg
from layout.plan.head.desk import Desk, HeadCopy
from layout.plan.head.stack import Group, Placed, Row, place_stack
from layout.plan.model import Emblem, Plate
from layout.style.model import TypeStyle
from layout.text.sense import break_head
from layout.text.words import set_words, width_of
from layout.units import Length, ascent

# Half the white round a label's words and the height of its plate, in thousandths of the type's size.
_PADDING, _PLATE_HEIGHT = 500, 1600
# A logo is this high beside words of one row.
_LOGO_HEIGHT = 1900
# A label beside the head stands in two rows when it has this many characters.
_TWO_ROWS = 4


class _Cut(Struct, frozen=True):
    """A label's words cut into rows and set, and its logo."""

    style: TypeStyle
    rows: tuple[tuple[Glyphs, ...], ...]
    logo: Emblem | None

    @property
    def width(self) -> Length:
        return max(width_of(runs) for runs in self.rows)


def label_group(copy: HeadCopy, words: Words, width: Length, desk: Desk) -> Group:
    """A label above the head, at the left or in the middle of `width`."""
    cut = _cut(copy, words, desk, rows=1)
    logo, padding = cut.logo, cut.style.size * _PADDING // 1000
    taken = _plate_width(copy, cut) + (logo.rect.width + padding if logo else 0)
    start = (width - taken) // 2 if copy.label.align == "center" else 0
    return _overhanging(_boxed(copy, cut, start, desk, above=desk.white(copy.level.between)))


def _overhanging(group: Group) -> Group:
    """The group as high as its words, its plate standing on their foot: it reaches into the white above the head."""
    if group.emblems:
        return group
    by = 2 * group.padding
    plates = tuple(replace(plate, rect=replace(plate.rect, y=plate.rect.y - by)) for plate in group.plates)
    return replace(group, plates=plates, padding=0, raised=group.padding)


def beside_width(copy: HeadCopy, desk: Desk) -> Length:
    """What a label beside the head takes from its width, the white between them included."""
    words = copy.story.label
    if words is None or copy.label.place != "beside" or copy.place.continued:
        return 0
    cut = _beside(copy, words, desk)
    return max(_plate_width(copy, cut), cut.logo.rect.width if cut.logo else 0) + cut.style.size


def place_beside(copy: HeadCopy, corner: Point, height: Length, desk: Desk) -> Placed:
    """A label at the left of a head that is `height` high, half-way down it."""
    assert copy.story.label is not None
    cut = _beside(copy, copy.story.label, desk)
    group = _boxed(copy, replace(cut, logo=None), 0, desk, above=0)
    logo_height = cut.logo.rect.height + cut.style.size // 2 if cut.logo else 0
    width = _plate_width(copy, cut)
    y = corner.y + (height - group.height - logo_height) // 2
    placed = place_stack((group,), Point(corner.x, y + logo_height), width)
    if cut.logo is None:
        return placed
    at = Rect(corner.x + max(0, (width - cut.logo.rect.width) // 2), y, cut.logo.rect.width, cut.logo.rect.height)
    return placed + Placed(emblems=(replace(cut.logo, rect=at),))


def place_in_column(copy: HeadCopy, leg: Leg, line: int, desk: Desk) -> tuple[Placed, Rect]:
    """A label at the top of a column, from `line` on; and the whole lines it takes."""
    assert copy.story.label is not None
    cut = _cut(copy, copy.story.label, desk, rows=1)
    logo = cut.logo.rect.width + cut.style.size * _PADDING // 1000 if cut.logo else 0
    start = (leg.width - _plate_width(copy, cut) - logo) // 2 if copy.label.align == "center" else 0
    group = _boxed(copy, cut, start, desk, above=0)
    lines = -(-(group.height + desk.grid.leading // 4) // desk.grid.leading)
    top = desk.grid.line_top(line)
    shoulder = desk.grid.baseline - ascent(desk.grid.em)
    taken = Rect(leg.x, top, leg.width, lines * desk.grid.leading)
    return place_stack((group,), Point(leg.x, top + shoulder), leg.width), taken


def _beside(copy: HeadCopy, words: Words, desk: Desk) -> _Cut:
    return _cut(copy, words, desk, rows=2 if len(words.text) >= _TWO_ROWS else 1)


def _cut(copy: HeadCopy, words: Words, desk: Desk, *, rows: int) -> _Cut:
    style = desk.case.style.types[copy.label.type]
    if copy.label.look != "plate" and style.ink == WHITE:
        # White words need their plate.
        style = replace(style, ink=copy.label.fill)
    lines = break_head(words.text, rows) if rows > 1 else (words.text,)
    font = desk.case.font(style)
    runs = tuple(set_words(line, font, desk.case.headline_setting) for line in lines)
    return _Cut(style, runs, _logo(copy, style, rows, desk))


def _logo(copy: HeadCopy, style: TypeStyle, rows: int, desk: Desk) -> Emblem | None:
    file: Path | None = copy.story.logo or copy.label.logo
    image = desk.images.open(file, desk.sink, copy.story.span) if file else None
    if image is None:
        return None
    height = style.size * _LOGO_HEIGHT * rows // 1000
    return Emblem(Rect(0, 0, height * image.width // image.height, height), image)


def _plate_width(copy: HeadCopy, cut: _Cut) -> Length:
    return cut.width + (2 * cut.style.size * _PADDING // 1000 if copy.label.look != "plain" else 0)


def _boxed(copy: HeadCopy, cut: _Cut, start: Length, desk: Desk, *, above: Length) -> Group:
    """The words on their plate or between their rules from `start` on, the logo at their left."""
    style, look = cut.style, copy.label.look
    inner = style.size * _PLATE_HEIGHT // 1000 * len(cut.rows)
    logo, gap = cut.logo, style.size * _PADDING // 1000
    height = max(inner, logo.rect.height if logo else 0)
    left = start + (logo.rect.width + gap if logo else 0)
    emblems = (replace(logo, rect=replace(logo.rect, x=start, y=(height - logo.rect.height) // 2)),) if logo else ()
    plate = Rect(left, (height - inner) // 2, _plate_width(copy, cut), inner)
    indent = left + (gap if look != "plain" else 0)
    pitch = style.size * _PLATE_HEIGHT // 1000
    rows = tuple(Row(Role.LABEL, runs, width_of(runs), style.size, pitch, "left", style.ink) for runs in cut.rows)
    words_height = pitch * (len(rows) - 1) + style.size
    return Group(rows, above, _plates(copy, plate, desk), emblems, indent, (height - words_height) // 2)


def _plates(copy: HeadCopy, plate: Rect, desk: Desk) -> tuple[Plate, ...]:
    fill, weight = copy.label.fill, desk.case.style.rules.box_weight
    if copy.label.look == "plate":
        return (Plate(plate, fill),)
    if copy.label.look == "rules":
        rules = (Rect(plate.x, y, plate.width, weight) for y in (plate.y, plate.bottom - weight))
        return tuple(Plate(rule, fill) for rule in rules)
    return ()
