"""Captions and credits: set below a picture, over its foot, or in a column beside it."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from layout.diagnostics import Sink
from layout.display.items import Glyphs, Role
from layout.edition.model import Picture
from layout.edition.showing import CaptionPlace
from layout.geometry import Point, Rect, Slot
from layout.ink import WHITE, Ink
from layout.plan.model import Caption, PlacedWords, Plate
from layout.plan.picturefindings import CAPTION_LONG, CREDIT_LONG
from layout.plan.type import TypeCase
from layout.style.model import PaperStyle, TypeStyle
from layout.text.model import Line, Prose
from layout.text.pour import pour
from layout.text.words import set_words, width_of
from layout.units import Length, ascent

# The type of captions and credits that stand over their picture.
OVER_PICTURE = "caption-over"
# A caption is never set narrower than this many of its own characters for the sake of a narrow picture.
NARROWEST_CAPTION = 10
# A strip over a picture's foot may take this much of its height, as one in so many.
_LARGEST_STRIP = 3


class CaptionSetter(Struct, frozen=True):
    """Sets the words of one picture; `most` is the height they may take."""

    picture: Picture
    place: CaptionPlace
    case: TypeCase
    sink: Sink

    def below(self, room: Rect) -> Caption | None:
        """The words on the foot of `room`, as wide as it is."""
        return self._set(room, room.height)

    def over(self, image: Rect) -> Caption | None:
        """The words in white on a strip over the foot of the image."""
        style = self._type("caption")
        pad = style.size // 2
        inner = Rect(image.x + pad, image.y, image.width - 2 * pad, image.height - pad)
        caption = self._set(inner, image.height // _LARGEST_STRIP)
        if caption is None:
            return None
        top = caption.rect.y - pad
        strip = Rect(image.x, top, image.width, image.bottom - top)
        white = tuple(replace(words, ink=WHITE) for words in caption.words)
        return Caption(strip, white, Plate(strip, self.case.style.pictures.strip))

    def _type(self, role: str) -> TypeStyle:
        return caption_type(self.case.style, role, self.place)

    def _set(self, room: Rect, most: Length) -> Caption | None:
        """Lines standing on the foot of `room`; text that finds no place in `most` of its height is reported."""
        style = self._type("caption")
        rows_most = max((most - style.size) // style.leading + 1, 0)
        lines = self._lines(room, rows_most, style)
        credit = self._credit(room)
        own_line = bool(credit) and not self._fits_last_line(lines, room.width, width_of(credit), style)
        rows = len(lines) + own_line
        if not rows:
            return None
        if rows > rows_most:
            self._report_long(0, rows - rows_most)
        height = (rows - 1) * style.leading + style.size
        top = room.bottom - height
        first = top + ascent(style.size)
        words = [_words(line, first + row * style.leading, style.ink) for row, line in enumerate(lines)]
        if credit:
            foot = Point(room.right - width_of(credit), first + (rows - 1) * style.leading)
            words.append(PlacedWords(Role.CREDIT, credit, foot, self._type("credit").ink))
        return Caption(Rect(room.x, top, room.width, height), tuple(words))

    def _lines(self, room: Rect, rows: int, style: TypeStyle) -> tuple[Line, ...]:
        caption = self.picture.caption
        if caption is None:
            return ()
        measure = room.width // style.size * style.size
        prose = Prose(caption.text, self.case.font(style), self.case.body_setting, style.align)
        poured = pour((prose,), tuple(Slot(room.x, 0, measure) for _ in range(rows)))
        if poured.rest:
            self._report_long(sum(line.end - line.start for line in poured.rest), len(poured.rest))
        return poured.placed

    def _credit(self, room: Rect) -> tuple[Glyphs, ...]:
        credit = self.picture.credit
        if credit is None:
            return ()
        runs = set_words(credit.text, self.case.font(self._type("credit")), self.case.headline_setting)
        if width_of(runs) > room.width:
            self.sink.report(CREDIT_LONG, credit.span, "credit", picture=self.picture.file.name, text=credit.text)
        return runs

    def _fits_last_line(self, lines: tuple[Line, ...], width: Length, credit: Length, style: TypeStyle) -> bool:
        at_right = self.case.style.pictures.credit == "right"
        return bool(lines) and at_right and lines[-1].width + credit + 2 * style.size <= width

    def _report_long(self, characters: int, lines: int) -> None:
        words = self.picture.caption or self.picture.credit
        self.sink.report(
            CAPTION_LONG,
            words.span if words else self.picture.span,
            "caption",
            picture=self.picture.file.name,
            characters=characters,
            lines=lines,
        )


def caption_type(style: PaperStyle, role: str, place: CaptionPlace) -> TypeStyle:
    """The type of a caption or a credit; reversed words have a stronger one where the style gives it."""
    return style.types.get(OVER_PICTURE, style.types[role]) if place == "over" else style.types[role]


def _words(line: Line, baseline: Length, ink: Ink) -> PlacedWords:
    return PlacedWords(Role.CAPTION, line.runs, Point(line.x, baseline), ink)


def moved_up(caption: Caption, by: Length) -> Caption:
    """A caption `by` higher on the page."""
    rect = caption.rect
    words = tuple(
        PlacedWords(words.role, words.runs, Point(words.origin.x, words.origin.y - by), words.ink)
        for words in caption.words
    )
    return Caption(Rect(rect.x, rect.y - by, rect.width, rect.height), words, caption.plate)
