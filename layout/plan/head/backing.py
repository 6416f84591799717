"""What a headline stands on: nothing, a tint, a solid plate it is reversed out of, or a picture (题压图)."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from layout.display.items import Photo
from layout.geometry import Rect
from layout.ink import BLACK, WHITE, Ink
from layout.plan.findings import HEAD_CONTRAST
from layout.plan.head.desk import Desk, HeadCopy
from layout.plan.model import HeadBlock, PicturePlan, Plate
from layout.text.words import width_of
from layout.units import Length, ascent

# Words on a picture want this contrast (WCAG 2, 1.4.3); ratios are given in hundredths.
LEAST_CONTRAST = 450
# White inside a tint or plate: at the sides in ems of the body, above and below in thousandths of a body line.
_SIDE_EMS, _INSIDE = 1, 700
# What is kept free under one at the least.
_UNDER = 950


class Backing(Struct, frozen=True):
    """White at the sides, above and below the words, and what is drawn under them.

    `top` and `foot` are kept free between the block's edge and the plate.
    """

    above: Length
    below: Length
    side: Length = 0
    fill: Ink | None = None
    top: Length = 0
    foot: Length = 0

    def plates(self, block: Rect) -> tuple[Plate, ...]:
        """The tint or plate of a block."""
        if self.fill is None:
            return ()
        return (Plate(Rect(block.x, block.y + self.top, block.width, block.height - self.top - self.foot), self.fill),)


def backed(copy: HeadCopy) -> HeadCopy:
    """The copy in the ink that its backing wants, when it is not given one of its own."""
    if copy.headline.on == "plate" and copy.ink is None:
        return replace(copy, ink=WHITE)
    return copy


def backing_of(copy: HeadCopy, desk: Desk) -> Backing:
    """The backing of a headline."""
    level, on = copy.level, copy.headline.on
    if on in {"none", "picture"}:
        return Backing(desk.white(level.above), desk.white(level.below))
    # The plate's top is level with the characters beside it; under it is the white that stands under any head.
    top, foot = desk.grid.baseline - ascent(desk.grid.em), desk.white(max(level.below, _UNDER))
    inside = desk.white(_INSIDE)
    fill = level.tint if on == "tint" else level.plate
    return Backing(top + inside, inside + foot, _SIDE_EMS * desk.grid.em, fill, top, foot)


def over_picture(copy: HeadCopy, head: HeadBlock, picture: PicturePlan, desk: Desk) -> HeadBlock:
    """The head in the ink that stands out from the picture under it, black or white; reports too little contrast."""
    photo = next((item for item in picture.shot.art if isinstance(item, Photo)), None)
    found = desk.images.luminance(photo.image, _part(photo, _words_rect(head))) if photo else None
    if found is None:
        return head
    dark, light = found
    ratios = {WHITE: _ratio(1.0, light), BLACK: _ratio(dark, 0.0)}
    ink = copy.ink or max(ratios, key=lambda one: ratios[one])
    contrast = ratios.get(ink, _ratio(_ink_luminance(ink), light if _ink_luminance(ink) > light else dark))
    if contrast < LEAST_CONTRAST:
        desk.sink.report(
            HEAD_CONTRAST,
            copy.headline.span,
            "on",
            page=desk.page,
            where=_words_rect(head),
            story=copy.story.id,
            picture=picture.place.picture.file.name,
            contrast=f"{contrast / 100:.1f}",
            least=f"{LEAST_CONTRAST / 100:g}",
        )
    return replace(head, words=tuple(replace(words, ink=ink) for words in head.words))


def _words_rect(head: HeadBlock) -> Rect:
    """The smallest rectangle that holds the head's words."""
    found: Rect | None = None
    for words in head.words:
        long = width_of(words.runs)
        if words.vertical or words.turned:
            own = Rect(words.origin.x - words.size // 2, words.top, words.size, long)
        else:
            own = Rect(words.origin.x, words.top, long, words.size)
        found = own.union(found) if found else own
    return found or head.rect


def _part(photo: Photo, under: Rect) -> tuple[int, int, int, int]:
    """The part of the picture's file that lies under a rectangle, in millionths of its width and height."""
    left, top, right, bottom = photo.crop
    rect = photo.rect

    def across(x: Length) -> int:
        return min(max(left + (x - rect.x) * (right - left) // rect.width, left), right)

    def down(y: Length) -> int:
        return min(max(top + (y - rect.y) * (bottom - top) // rect.height, top), bottom)

    return across(under.x), down(under.y), across(under.right), down(under.bottom)


def _ratio(lighter: float, darker: float) -> int:
    """The contrast ratio of two relative luminances, in hundredths."""
    high, low = max(lighter, darker), min(lighter, darker)
    return round((high + 0.05) * 100 / (low + 0.05))


def _ink_luminance(ink: Ink) -> float:
    """The relative luminance of an ink on white paper, roughly."""
    red, green, blue = ((1 - part / 1000) * (1 - ink.black / 1000) for part in (ink.cyan, ink.magenta, ink.yellow))
    return float(0.2126 * red**2.2 + 0.7152 * green**2.2 + 0.0722 * blue**2.2)
