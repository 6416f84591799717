"""What a line costs to justify: sums over a paragraph from which any line's natural width and leeway are read off.

Steps of squeezing and opening follow CLREQ 3.6.3 and 3.6.4; elastic kaiming follows real pages: Han gaps up to a
twentieth of an em, then marks from a half towards three quarters, then Han gaps further.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from itertools import accumulate, pairwise

from layout.style.model import Setting
from layout.text.classes import NUMBER_UNIT, forbidden_breaks
from layout.text.measure import Measured

_CLOSED_BEFORE = "CPSXxT"
_CLOSED_AFTER = "OT"
_RIGID = "NnL"
_INNER = {"DD", "EE", "xx", "WW", "Hh", "hh"}


@dataclass(frozen=True, slots=True)
class Limits:
    """A setting's limits in units of length: of Han–Western gaps, of word spaces, of Han gaps before marks grow."""

    least_gap: int
    most_gap: int
    widest_space: int
    first_opening: int
    faulty: int
    loose_per_mille: int
    faulty_per_mille: int


@cache
def limits_of(setting: Setting, em: int) -> Limits:
    """The limits at one size."""
    return Limits(
        int(setting.gap_min * em),
        int(setting.gap_max * em),
        int(setting.word_space_max * em),
        int(setting.elastic_after * em),
        int(setting.faulty * em),
        int(setting.loose * 1000),
        int(setting.faulty * 1000),
    )


@dataclass(slots=True)
class LineSums:
    """Sums before each character position (lists of length n + 1), corrections at line edges, and legal breaks.

    `natural` sums natural widths; `shrink` what can be squeezed; `stretch` what word spaces and Han–Western gaps can be
    opened; `elastic` what kaiming marks may grow; `gaps` counts the Han gaps that may be opened. `start[s]` and
    `end[e]` correct the natural width of a line that starts at s or ends before e; `shrink_end`, `stretch_end`,
    `gaps_end` and `elastic_end` take off what the edge makes unavailable. `breaks` are the legal line ends, the last
    one the paragraph's; `places` where the blanks are: left, right, gaps, spaces.
    """

    measured: Measured
    natural: list[int]
    shrink: list[int]
    stretch: list[int]
    elastic: list[int]
    gaps: list[int]
    start: dict[int, int]
    end: dict[int, int]
    shrink_start: dict[int, int]
    shrink_end: dict[int, int]
    stretch_end: dict[int, int]
    elastic_start: dict[int, int]
    elastic_end: dict[int, int]
    open_after: bytearray
    breaks: list[int]
    count: list[int]
    legal: frozenset[int]
    limits: Limits
    places: tuple[list[int], ...]

    def is_short_last(self, start: int) -> bool:
        """Whether a last line from `start` would hold fewer Han than it must (CLREQ 3.5.4); a first line may."""
        least = self.measured.setting.minimum_last
        return start > 0 and least > 1 and self.count[-1] - self.count[start] < least


def line_sums(measured: Measured) -> LineSums:
    """Prepare a paragraph for breaking."""
    size = len(measured.text)
    setting, em = measured.setting, measured.em
    open_after = _open_after(measured.letters)
    shrinking, stretching, growing = [0] * size, [0] * size, [0] * size
    for at, blank in (*measured.left.items(), *measured.right.items()):
        if blank and _may_shrink(measured, at):
            shrinking[at] += blank
    limits = limits_of(setting, em)
    if setting.keep_units:
        for found in NUMBER_UNIT.finditer(measured.text):
            open_after[found.start() - 1] = 0
    for at, width in measured.gap.items():
        shrinking[at] += max(0, width - limits.least_gap)
        stretching[at] += max(0, limits.most_gap - width)
        open_after[at] = 0
    for at, width in measured.spaces.items():
        stretching[at] += max(0, limits.widest_space - width)
        open_after[at] = 0
        if at:
            open_after[at - 1] = 0
    _grow(measured, growing)
    breaks = _breaks(measured)
    sums = LineSums(
        measured,
        _sums(measured.width),
        _sums(shrinking),
        _sums(stretching),
        _sums(growing),
        _sums(open_after),
        {},
        {},
        {},
        {},
        {},
        {},
        {},
        open_after,
        breaks,
        _sums(_han_count(measured.letters)),
        frozenset(breaks),
        limits,
        tuple(sorted(blanks) for blanks in (measured.left, measured.right, measured.gap, measured.spaces)),
    )
    _correct_edges(sums, shrinking, stretching, growing)
    return sums


def _may_shrink(measured: Measured, at: int) -> bool:
    return measured.setting.stop_shrink or measured.letters[at] not in "SX"


def _sums(values: list[int] | bytearray) -> list[int]:
    return [0, *accumulate(values)]


_WESTERN_RUN = re.compile("W+")


def _han_count(letters: str) -> list[int]:
    """What a last line is measured by: a Han counts one, a Western run two (CLREQ 3.5.4)."""
    counts = [1 if letter == "H" else 0 for letter in letters]
    if "W" in letters:
        for found in _WESTERN_RUN.finditer(letters):
            counts[found.start()] = 2
    return counts


def _open_after(letters: str) -> bytearray:
    """1 for every character after which a Han gap may be opened; a mark stays attached to its word."""
    known = _OPENABLE
    flags = bytearray([known[a + b] for a, b in pairwise(letters)])
    flags.append(0)
    return flags


class _Openable(dict[str, int]):
    def __missing__(self, pair: str) -> int:
        first, second = pair[0], pair[1]
        closed = second in _CLOSED_BEFORE or first in _CLOSED_AFTER or first in _RIGID or second in _RIGID
        flag = 0 if closed or pair in _INNER or second in "_g" or first in "_g" else 1
        self[pair] = flag
        return flag


_OPENABLE = _Openable()
_ALONE = re.compile(r"(?<![OCPSX])[OCPSX](?![OCPSX])")


def _grow(measured: Measured, growing: list[int]) -> None:
    """Elastic kaiming: half-em marks that stand alone may grow on their blank side."""
    setting = measured.setting
    if setting.punctuation != "kaiming" or not setting.elastic:
        return
    room = int((setting.elastic_limit - Fraction(1, 2)) * measured.em)
    for found in _ALONE.finditer(measured.letters):
        at = found.start()
        side = measured.left if found[0] == "O" else measured.right
        if side.get(at) == 0:
            growing[at] = room


def _breaks(measured: Measured) -> list[int]:
    size, setting = len(measured.text), measured.setting
    forbidden = forbidden_breaks(measured.text, measured.letters, setting.level, keep_units=setting.keep_units)
    found = [at for at in range(1, size) if at not in forbidden]
    pieces = measured.row.ids
    # A ligature that is no pair of ours is not parted either.
    if -1 in pieces:
        found = [at for at in found if pieces[at] >= 0 or measured.letters[at] in "DE"]
    return [*found, size]


def _correct_edges(sums: LineSums, shrinking: list[int], stretching: list[int], growing: list[int]) -> None:
    """What a mark, a gap or a space loses when it comes to stand at a line's edge (CLREQ 3.1.6.3)."""
    measured = sums.measured
    setting, half = measured.setting, measured.em // 2
    plain = setting.punctuation == "plain"
    opening = half if setting.punctuation in {"quanshen", "hangmo"} else 0
    for at, blank in measured.left.items():
        trimmed = setting.trim_line_start if at else setting.trim_paragraph_start
        flush = 0 if trimmed or plain else opening
        sums.start[at] = flush - blank
        sums.shrink_start[at] = shrinking[at] - flush
        sums.elastic_start[at] = growing[at]
    for at, blank in measured.right.items():
        kept = 0 if setting.line_end == "half" else blank + measured.shared.get(at, 0)
        sums.end[at + 1] = kept - blank
        squeezable = kept if setting.line_end == "full" and _may_shrink(measured, at) else 0
        sums.shrink_end[at + 1] = shrinking[at] - squeezable
        sums.elastic_end[at + 1] = growing[at]
    for at, width in measured.gap.items():
        sums.end[at + 1] = sums.end.get(at + 1, 0) - width
        sums.shrink_end[at + 1] = shrinking[at]
        sums.stretch_end[at + 1] = stretching[at]
    for at, width in measured.spaces.items():
        before = sums.end.get(at, 0)
        sums.end[at + 1] = before - width
        sums.shrink_end[at + 1] = shrinking[at] + sums.shrink_end.get(at, 0)
        sums.stretch_end[at + 1] = stretching[at] + sums.stretch_end.get(at, 0)
        sums.elastic_end[at + 1] = sums.elastic_end.get(at, 0)
