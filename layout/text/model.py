"""What line composition takes and gives."""

from __future__ import annotations

from typing import Literal, Protocol

from msgspec import Struct

from layout.assets.shaped import Shaped
from layout.display.items import Glyphs
from layout.geometry import Slot
from layout.style.model import Align, Setting
from layout.units import Length


class Typeface(Protocol):
    """A face as text sees it; `layout.assets.fonts.Face` is one, the stub metrics of the tests another."""

    @property
    def key(self) -> str:
        """The face's name in faces.yaml's terms, the same in every run."""

    @property
    def units_per_em(self) -> int:
        """Font units an em."""

    def covers(self, character: str) -> bool:
        """Whether the face has a glyph for the character."""

    def lacking(self, text: str) -> set[str]:
        """The characters of a text that the face has no glyph for, white space aside."""

    def shape(self, text: str, *, vertical: bool = False) -> Shaped:
        """Shape one run; ligatures that join characters of one unit (——) are kept, kerning is off."""

    def vertical_origin(self, glyph: int) -> int:
        """How far above the baseline a glyph's cell begins in vertical text, in font units."""

    def ink(self, character: str) -> tuple[int, int, int, int]:
        """The ink of the character's glyph in font units from its origin: left, bottom, right, top."""


StandKind = Literal["upright", "across", "turned"]


class Stand(Struct, frozen=True):
    """How one run of a vertical line stands, and how far it goes down the line."""

    kind: StandKind
    length: Length


class Font(Struct, frozen=True):
    """A chain of faces at one size: the first that has a character sets it."""

    faces: tuple[Typeface, ...]
    size: Length
    stretch: int = 1000
    tracking: int = 0

    @property
    def em(self) -> Length:
        """An em along a horizontal line."""
        return self.size * self.stretch // 1000


class StyledRun(Struct, frozen=True):
    """Characters `start` to `end` of a paragraph in a font of their own."""

    start: int
    end: int
    font: Font


class Initial(Struct, frozen=True):
    """A paragraph's character `at` set large in a font of its own: the room it takes, and how far it hangs down."""

    at: int
    font: Font
    room: Length
    fall: Length


class Prose(Struct, frozen=True):
    """A paragraph to be set: its text, its fonts and its setting.

    `runs` are the stretches that leave `font`. `indent` is the first line's, in EMU. `key` is whatever the caller
    needs to know the paragraph by; it comes back with every line.
    """

    text: str
    font: Font
    setting: Setting
    align: Align = "justify"
    indent: Length = 0
    runs: tuple[StyledRun, ...] = ()
    key: int = 0
    initial: Initial | None = None


class Line(Struct, frozen=True):
    """One line in its slot.

    `runs` stand one after another from `x` on the baseline; a run is one font's glyphs, and `styles[i]` says which
    stretch of the paragraph it came from (-1: none). `start` and `end` are the characters of the paragraph it holds
    (a space swallowed at the break belongs to the line before it). `opening` is the widest Han gap opened beyond its
    natural width, in thousandths of an em; negative when the line was squeezed.

    In a vertical line `stands` says how every run stands, `x` is the line's middle and `y` its top; in a horizontal one
    `y` is the baseline and there are no stands.
    """

    slot: Slot
    x: Length
    runs: tuple[Glyphs, ...]
    styles: tuple[int, ...]
    paragraph: int
    start: int
    end: int
    width: Length
    opening: int = 0
    last: bool = False
    y: Length = 0
    stands: tuple[Stand, ...] = ()


class Trouble(Struct, frozen=True):
    """Something the setting could not do well: a loose line, a rule bent, a word cut. `what` names it."""

    what: str
    paragraph: int
    start: int
    end: int
    amount: int = 0


class Poured(Struct, frozen=True):
    """Lines in their slots, and what remains when the slots end.

    `rest` holds the lines that did not fit, set in further slots as wide as the last one.
    """

    placed: tuple[Line, ...]
    rest: tuple[Line, ...]
    troubles: tuple[Trouble, ...] = ()
