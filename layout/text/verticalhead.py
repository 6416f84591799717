"""Vertical headlines fitted to their height: sizes in turn, then flattened, then opened."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from layout.text.classes import classify
from layout.text.headline import HeadRequest
from layout.text.model import Font
from layout.text.vertical import VerticalPiece, length_of, set_vertical_words
from layout.text.words import tracked_joints
from layout.units import Length

# A vertical head that fills less of its height than this is opened, as far as it may (per mille).
_FILL = 970


class DownLine(Struct, frozen=True):
    """One vertical line of a head."""

    text: str
    pieces: tuple[VerticalPiece, ...]
    length: Length


class DownSetting(Struct, frozen=True):
    """A vertical head set: its size (how broad a line's characters are), its lines, and what does not fit."""

    size: Length
    lines: tuple[DownLine, ...]
    fits: bool
    over: int = 0


def fit_down(lines: Sequence[str], request: HeadRequest, room: Length) -> DownSetting:
    """The largest setting of a vertical head that is no longer than `room`; the lines stay as they are given."""
    for font in request.fonts():
        found = _set(lines, font, request)
        if _longest(found) <= room:
            return DownSetting(font.size, _opened(found, font, request, room), True)
    over = -(-(_longest(found) - room) // font.em)
    return DownSetting(font.size, found, False, max(over, 1))


def _set(lines: Sequence[str], font: Font, request: HeadRequest) -> tuple[DownLine, ...]:
    flat = flattened(font)
    made = [(line, set_vertical_words(line, flat, request.setting)) for line in lines]
    return tuple(DownLine(line, pieces, length_of(pieces)) for line, pieces in made)


def flattened(font: Font) -> Font:
    """A font condensed along a vertical line: its characters are as long as the stretch says and as broad as ever."""
    return replace(font, size=font.em, stretch=1_000_000 // font.stretch)


def _longest(lines: Sequence[DownLine]) -> Length:
    return max((line.length for line in lines), default=0)


def _opened(found: tuple[DownLine, ...], font: Font, request: HeadRequest, room: Length) -> tuple[DownLine, ...]:
    """Opened to fill the height, all lines alike."""
    longest = max(found, key=lambda line: line.length)
    gaps, left = sum(tracked_joints(classify(longest.text, vertical=True))), room * _FILL // 1000 - longest.length
    if not request.open or gaps < 1 or left <= 0:
        return found
    tracking = min(request.open, left * 1000 // (gaps * font.size))
    return _set([line.text for line in found], replace(font, tracking=font.tracking + tracking), request)
