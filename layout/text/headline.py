"""Headlines fitted to their measure: sizes in turn, then condensed, then opened; lines broken by sense."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from layout.display.items import Glyphs
from layout.style.model import Setting
from layout.text.classes import classify
from layout.text.model import Font, Typeface
from layout.text.sense import break_head
from layout.text.words import set_words, tracked_joints, width_of
from layout.units import Length

# Nobody reads a face that is narrower than this (per mille); the narrowest horizontal scale of any head.
NARROWEST = 880
# A longer headline is no headline; nobody waits for all the ways to break it.
LONGEST_BROKEN = 100
# A head given as one string is broken into this many lines at most.
MOST_ROWS = 3
_CONDENSE_STEP = 20
# A head that is to fill its measure is opened to the one share of it and condensed to the other (per mille).
_FILL, _MOST_FILL = 970, 980


class HeadRequest(Struct, frozen=True):
    """How one part of a headline may be set: its faces, sizes tried in turn, and the limits of condensing and opening.

    `condense` is the narrowest horizontal scale, `open` the widest letter-spacing, both in per mille. A head that is
    to `fill` its measure is condensed rather than set in a smaller size.
    """

    faces: tuple[Typeface, ...]
    sizes: tuple[Length, ...]
    setting: Setting
    condense: int = NARROWEST
    open: int = 0
    tracking: int = 0
    fill: bool = False

    def with_sizes(self, sizes: Sequence[Length]) -> HeadRequest:
        """The same with other sizes to try."""
        return replace(self, sizes=tuple(sizes))

    def fonts(self) -> Iterator[Font]:
        """The fonts in the order they are tried: the sizes, and the smallest one condensed further and further.

        A head that fills its measure is condensed at every size.
        """
        for size in self.sizes:
            narrowest = self.condense if self.fill or size == self.sizes[-1] else 1000
            for stretch in range(1000, narrowest - 1, -_CONDENSE_STEP):
                yield Font(self.faces, size, stretch, self.tracking)


class HeadLine(Struct, frozen=True):
    """One line of a head."""

    text: str
    runs: tuple[Glyphs, ...]
    width: Length


class HeadSetting(Struct, frozen=True):
    """A head set: size, stretch, tracking, lines; whether it fits, and if not, how many characters too many."""

    size: Length
    stretch: int
    tracking: int
    lines: tuple[HeadLine, ...]
    fits: bool
    over: int = 0


def fit_head(lines: Sequence[str], request: HeadRequest, measure: Length) -> HeadSetting:
    """The largest setting of a head that fits its measure; the lines stay as they are given."""
    room = measure * _MOST_FILL // 1000 if request.fill else measure
    for font in request.fonts():
        found = _set(lines, font, request)
        if _widest(found) <= room:
            return _opened(lines, font, request, measure, found)
    over = -(-(_widest(found) - room) // (font.size * font.stretch // 1000))
    return HeadSetting(font.size, font.stretch, request.tracking, found, False, max(over, 1))


def fit_in_lines(
    lines: Sequence[str],
    rows: int,
    fit: Callable[[Sequence[str]], HeadSetting],
    names: Sequence[str] = (),
) -> HeadSetting:
    """A head in the lines the editor gave; a single line is broken into `rows`, and into more when it has to be.

    `names` are words that no line may end in.
    """
    given = fit(lines)
    text = "".join(lines)
    if len(lines) > 1 or len(text) > LONGEST_BROKEN or (given.fits and rows == 1):
        return given
    for count in range(max(rows, 2), MOST_ROWS + 1):
        broken = break_head(text, count, names=names)
        trial = fit(broken)
        if len(broken) == count and trial.fits:
            return trial
    return given


def _set(lines: Sequence[str], font: Font, request: HeadRequest) -> tuple[HeadLine, ...]:
    made = [(line, set_words(line, font, request.setting)) for line in lines]
    return tuple(HeadLine(line, runs, width_of(runs)) for line, runs in made)


def _widest(lines: Sequence[HeadLine]) -> Length:
    return max((line.width for line in lines), default=0)


def _opened(
    lines: Sequence[str], font: Font, request: HeadRequest, measure: Length, found: tuple[HeadLine, ...]
) -> HeadSetting:
    """A head that is a little short of its measure is opened to fill it; the lines of one head are opened alike."""
    widest = max(found, key=lambda line: line.width)
    gaps = sum(tracked_joints(classify(widest.text)))
    room = measure * _FILL // 1000 - widest.width
    if (len(lines) > 1 and not request.fill) or not request.open or gaps < 1 or room <= 0:
        return HeadSetting(font.size, font.stretch, font.tracking, found, True)
    em = font.size * font.stretch // 1000
    tracking = min(request.open, room * 1000 // (gaps * em))
    opened = replace(font, tracking=font.tracking + tracking)
    return HeadSetting(font.size, font.stretch, opened.tracking, _set(lines, opened, request), True)
