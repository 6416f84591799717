"""Small words that belong to no story: lines of a slug, numbers, tags; each set once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from layout.display.items import Glyphs, Layer, TextRun
from layout.geometry import Point
from layout.ink import Ink
from layout.plan.type import Faces
from layout.style.model import Setting
from layout.text.model import Font
from layout.text.words import set_words, width_of
from layout.units import Length, pt

_SETTING = Setting(punctuation="quanshen")


class Writer(Struct):
    """Sets words in one face, each of them once, and writes them into a layer."""

    font: Font
    layer: Layer = Layer.OVERLAY
    _known: dict[tuple[str, Length], tuple[Glyphs, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls: type[Own], faces: Faces, role: str = "sans", layer: Layer = Layer.OVERLAY) -> Own:
        """A writer with the faces of a role."""
        return cls(Font(faces.chain(role), pt(6)), layer)

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
            yield TextRun(self.layer, part, Point(x, at.y), run, ink)
            x += run.width

    def write_ending(self, text: str, at: Point, part: int, size: Length, ink: Ink) -> Iterator[TextRun]:
        """Words that end at a point of their baseline."""
        yield from self.write(text, Point(at.x - self.width(text, size), at.y), part, size, ink)


Own = TypeVar("Own", bound=Writer)
