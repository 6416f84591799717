"""Headlines fitted to their measure: sizes in turn, then condensed, then opened; lines broken by sense."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, combinations

from layout.display.items import Glyphs
from layout.style.model import Setting
from layout.text.classes import classify, legal_breaks
from layout.text.model import Font, Typeface
from layout.text.words import set_words, width_of
from layout.units import Length

_NO_START = "的了着过吗呢吧地得"
_CONDENSE_STEPS = (980, 960, 940, 920, 900, 880, 860, 840, 820, 800)
# A head that fills less of its measure than this is opened, as far as the level allows.
_FILL = 970


@dataclass(frozen=True, slots=True)
class HeadRequest:
    """How one part of a headline may be set: its faces, sizes tried in turn, and the limits of condensing and opening.

    `condense` is the narrowest horizontal scale, `open` the widest letter-spacing, both in per mille.
    """

    faces: tuple[Typeface, ...]
    sizes: tuple[Length, ...]
    setting: Setting
    condense: int = 880
    open: int = 0
    tracking: int = 0


@dataclass(frozen=True, slots=True)
class HeadLine:
    """One line of a head."""

    text: str
    runs: tuple[Glyphs, ...]
    width: Length


@dataclass(frozen=True, slots=True)
class HeadSetting:
    """A head set: size, stretch, tracking, lines; whether it fits, and if not, how many characters too many."""

    size: Length
    stretch: int
    tracking: int
    lines: tuple[HeadLine, ...]
    fits: bool
    over: int = 0


def fit_head(lines: Sequence[str], request: HeadRequest, measure: Length) -> HeadSetting:
    """The largest setting of a head that fits its measure; the lines stay as they are given."""
    for size in request.sizes:
        font = Font(request.faces, size, 1000, request.tracking)
        found = _set(lines, font, request)
        if _widest(found) <= measure:
            return _opened(lines, font, request, measure, found)
    size = request.sizes[-1]
    for stretch in _CONDENSE_STEPS:
        if stretch < request.condense:
            break
        found = _set(lines, Font(request.faces, size, stretch, request.tracking), request)
        if _widest(found) <= measure:
            return HeadSetting(size, stretch, request.tracking, found, True)
    over = -(-(_widest(found) - measure) // (size * request.condense // 1000))
    return HeadSetting(size, request.condense, request.tracking, found, False, max(over, 1))


def _set(lines: Sequence[str], font: Font, request: HeadRequest) -> tuple[HeadLine, ...]:
    made = [(line, set_words(line, font, request.setting)) for line in lines]
    return tuple(HeadLine(line, runs, width_of(runs)) for line, runs in made)


def _widest(lines: Sequence[HeadLine]) -> Length:
    return max((line.width for line in lines), default=0)


def _opened(
    lines: Sequence[str], font: Font, request: HeadRequest, measure: Length, found: tuple[HeadLine, ...]
) -> HeadSetting:
    """A head of one line is opened a little to fill its measure better; several lines stand as they are."""
    gaps = len(lines[0]) - 1
    room = measure * _FILL // 1000 - found[0].width
    if len(lines) > 1 or not request.open or gaps < 1 or room <= 0:
        return HeadSetting(font.size, 1000, font.tracking, found, True)
    tracking = min(request.open, room * 1000 // (gaps * font.size))
    opened = replace(font, tracking=font.tracking + tracking)
    return HeadSetting(font.size, 1000, opened.tracking, _set(lines, opened, request), True)


def break_head(
    text: str, count: int, *, fits: Callable[[str], bool] = lambda _: True, words: Sequence[str] | None = None
) -> tuple[str, ...]:
    """A headline in `count` lines of about equal length that all satisfy `fits`, parted between words.

    `words` are the words when they are known; else jieba parts them where it is installed. Never inside a number or a
    Western word, before a mark or 的了着过地得, or after an opening mark. Gives the whole text as one line when there
    is no such way.
    """
    legal = _legal_cuts(text, words)
    best: tuple[float, tuple[str, ...]] | None = None
    for cuts in combinations(legal, count - 1):
        lines = tuple(text[start:end] for start, end in zip((0, *cuts), (*cuts, len(text)), strict=True))
        unevenness = max(map(len, lines)) - min(map(len, lines))
        if (best is None or unevenness < best[0]) and all(map(fits, lines)):
            best = (unevenness, lines)
    return best[1] if best else (text,)


def _legal_cuts(text: str, words: Sequence[str] | None) -> list[int]:
    legal = legal_breaks(text, classify(text), "gb", keep_units=True)
    ends = _ends(words) if words else _word_ends(text)
    return [at for at in sorted(ends) if 0 < at < len(text) and legal[at] and text[at] not in _NO_START]


def _word_ends(text: str) -> set[int]:
    """Where words end: by jieba if it is there, otherwise anywhere a line may end."""
    try:
        import jieba
    except ImportError:
        return set(range(1, len(text)))
    return _ends(list(jieba.cut(text)))


def _ends(words: Sequence[str]) -> set[int]:
    return set(accumulate(map(len, words)))
