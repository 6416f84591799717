"""What the marks of a proof are drawn with: small words, tags on white plates, thin lines."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, field
from msgspec.structs import replace

from layout.display.items import Box, Glyphs, Layer, Rule, TextRun
from layout.geometry import Point, Rect
from layout.ink import WHITE, Ink
from layout.plan.type import Faces
from layout.style.model import Setting
from layout.text.model import Font
from layout.text.words import set_words, width_of
from layout.units import ASCENT, Length, pt

# Blue says where things are, red what is wrong, orange what to look at.
BLUE = Ink(900, 400, 0, 0)
PALE_BLUE = BLUE.tint(450)
ORANGE = Ink(0, 550, 1000, 0)
HAIR = pt(0.35)
_SETTING = Setting(punctuation="quanshen")


class Pen(Struct):
    """Sets words in one face, each of them once."""

    font: Font
    _known: dict[tuple[str, Length], tuple[Glyphs, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, faces: Faces, role: str = "sans") -> Pen:
        """A pen with the faces of a role."""
        return cls(Font(faces.chain(role), pt(6)))

    def runs(self, text: str, size: Length) -> tuple[Glyphs, ...]:
        """The words as glyphs."""
        if (text, size) not in self._known:
            self._known[text, size] = set_words(text, replace(self.font, size=size), _SETTING)
        return self._known[text, size]

    def width(self, text: str, size: Length) -> Length:
        """How wide the words are."""
        return width_of(self.runs(text, size))

    def write(self, text: str, at: Point, part: int, size: Length, ink: Ink) -> Iterator[TextRun]:
        """Words from a point on their baseline."""
        x = at.x
        for run in self.runs(text, size):
            yield TextRun(Layer.OVERLAY, part, Point(x, at.y), run, ink)
            x += run.width

    def write_ending(self, text: str, at: Point, part: int, size: Length, ink: Ink) -> Iterator[TextRun]:
        """Words that end at a point of their baseline."""
        yield from self.write(text, Point(at.x - self.width(text, size), at.y), part, size, ink)

    def tag(self, text: str, corner: Point, part: int, ink: Ink, size: Length) -> Iterator[Box | TextRun]:
        """Words in white on a plate whose top left corner is given."""
        yield Box(Layer.OVERLAY, part, self.plate(text, corner, size), fill=ink)
        yield from self.write(text, Point(corner.x + size // 3, corner.y + size * ASCENT // 900), part, size, WHITE)

    def plate(self, text: str, corner: Point, size: Length) -> Rect:
        """What a tag takes."""
        return Rect(corner.x, corner.y, self.width(text, size) + size * 2 // 3, size * 6 // 5)


def line(start: Point, end: Point, part: int, ink: Ink, weight: Length = HAIR) -> Rule:
    """A thin line."""
    return Rule(Layer.OVERLAY, part, start, end, weight, ink)


def outline(rect: Rect, part: int, ink: Ink, weight: Length) -> Box:
    """A frame."""
    return Box(Layer.OVERLAY, part, rect, stroke=ink, weight=weight)
