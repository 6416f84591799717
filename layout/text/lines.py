"""What a line costs to justify: sums over a paragraph from which any line's natural width and leeway are read off.

Steps of squeezing and opening follow CLREQ 3.6.3 and 3.6.4; elastic kaiming follows real pages: Han gaps up to a
twentieth of an em, then marks from a half towards three quarters, then Han gaps further; a style may let marks grow to
their full em, as CLREQ does, once Han gaps are wider than it likes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction
from functools import cache
from itertools import accumulate, chain

from msgspec import Struct

from layout.style.model import Setting
from layout.text.classes import MARKS, NUMBER_UNIT, UNITS, legal_breaks, marked, open_joints
from layout.text.measure import Measured

# No Han gap is opened before these, after these, or next to connectors and solidus: a mark stays with its word.
_CLOSED_BEFORE = "CPSXxTNnL_g"
_CLOSED_AFTER = "OTNnL_g"
_INNER = re.compile("D{2,}|E{2,}|x{2,}|W{2,}")
_UPRIGHT = re.compile("Hh+")
_ELLIPSIS = re.compile("E")
_WESTERN_RUN = re.compile("W+")
_NUMBER_UNIT = re.compile(rf"\d(?=[{UNITS}])")
_GROWING = "OCP"
# What it costs to begin a line with an ellipsis, and to part a number from its unit.
_ELLIPSIS_START = 3.0
_UNIT_SPLIT = 2.0


# In a line that is loose already a Han–Western gap gives so many times what its Han gaps did.
_FURTHER = Fraction(3, 2)


class Limits(Struct, frozen=True):
    """A setting's limits in units of length: gaps, word spaces, and the steps at which Han gaps and marks open.

    Han gaps open by `first_opening`, then each mark grows by `first_growth`; Han gaps by `second_opening`, then marks
    by `second_growth` (nothing where the setting asks for none); Han gaps by `loose`, then Han–Western gaps, beyond
    `most_gap`, by `further_gap`; then Han gaps without limit, wider than `faulty` being a fault.
    """

    least_gap: int
    most_gap: int
    further_gap: int
    widest_space: int
    first_opening: int
    second_opening: int
    first_growth: int
    second_growth: int
    loose: int
    faulty: int
    loose_per_mille: int
    faulty_per_mille: int


@cache
def limits_of(setting: Setting, em: int) -> Limits:
    """The limits at one size."""
    full_after = setting.elastic_full_after
    return Limits(
        least_gap=int(setting.gap_min * em),
        most_gap=int(setting.gap_max * em),
        further_gap=int(setting.loose * em * _FURTHER),
        widest_space=int(setting.word_space_max * em),
        first_opening=int(setting.elastic_after * em),
        second_opening=int((full_after or 0) * em),
        first_growth=int((setting.elastic_limit - Fraction(1, 2)) * em),
        second_growth=0 if full_after is None else int((1 - setting.elastic_limit) * em),
        loose=int(setting.loose * em),
        faulty=int(setting.faulty * em),
        loose_per_mille=int(setting.loose * 1000),
        faulty_per_mille=int(setting.faulty * 1000),
    )


class LineSums(Struct):
    """Sums before each character position (lists of length n + 1), corrections at line edges, and legal breaks.

    `natural` sums natural widths; `shrink` what can be squeezed; `stretch` what word spaces and Han–Western gaps can be
    opened; `elastic` counts the kaiming marks that may grow, `gaps` the Han gaps that may be opened. The `…_ending`
    lists are the same for a line that ends there: what stands at its edge is trimmed and gives nothing. `start[s]`
    corrects the natural width of a line that starts at s; `shrink_start` and `elastic_start` take off what its first
    mark no longer gives. `legal[e]` is 1 where a line may end, `edge[e]` what ending there costs besides. `places`
    are where blanks are, and what is moved in its cell: left, right, gaps, spaces, shifts. At `hyphens` a line that
    ends has a hyphen after its characters, counted in `ending`.
    """

    measured: Measured
    natural: list[int]
    ending: list[int]
    shrink: list[int]
    shrink_ending: list[int]
    stretch: list[int]
    stretch_ending: list[int]
    elastic: list[int]
    elastic_ending: list[int]
    gaps: list[int]
    start: dict[int, int]
    shrink_start: dict[int, int]
    elastic_start: dict[int, int]
    open_after: bytearray
    legal: bytearray
    edge: dict[int, float]
    limits: Limits
    places: tuple[list[int], ...]
    hyphens: frozenset[int] = frozenset()

    def is_short_last(self, start: int) -> bool:
        """Whether a last line from `start` holds fewer Han than it must; a Western run counts two (CLREQ 3.5.4)."""
        letters, least = self.measured.letters, self.measured.setting.minimum_last
        return bool(
            start and least > 1 and letters.count("H", start) + 2 * len(_WESTERN_RUN.findall(letters, start)) < least
        )


def line_sums(measured: Measured) -> LineSums:
    """Prepare a paragraph for breaking."""
    size = len(measured.text)
    limits = limits_of(measured.setting, measured.em)
    open_after = _open_after(measured.letters)
    shrinking = _blanks(measured)
    stretching: dict[int, int] = {}
    _add_gaps(measured, limits, shrinking, stretching)
    for at in (*measured.gap, *measured.spaces):
        open_after[at] = 0
    for at in measured.row.fall:
        open_after[at] = 0
    if measured.setting.keep_units:
        for found in NUMBER_UNIT.finditer(measured.text):
            open_after[found.start() - 1] = 0
    growing = _growing(measured)
    natural = _sums(measured.width)
    shrink, stretch, elastic = _sparse(shrinking, size), _sparse(stretching, size), _sums(growing)
    sums = LineSums(
        measured,
        natural=natural,
        ending=natural.copy(),
        shrink=shrink,
        shrink_ending=shrink,
        stretch=stretch,
        stretch_ending=stretch,
        elastic=elastic,
        elastic_ending=[0, *elastic[:-1]],
        gaps=_sums(open_after),
        start={},
        shrink_start={},
        elastic_start={},
        open_after=open_after,
        legal=_legal(measured),
        edge=_edges(measured.text, measured.letters),
        limits=limits,
        places=tuple(
            sorted(blanks)
            for blanks in (measured.left, measured.right, measured.gap, measured.spaces, measured.row.shift)
        ),
    )
    _correct_starts(sums, shrinking, growing)
    _correct_ends(sums, shrinking, stretching)
    return sums


def _legal(measured: Measured) -> bytearray:
    setting = measured.setting
    return legal_breaks(
        measured.text, measured.letters, setting.level, keep_units=setting.keep_units, pieces=measured.row.ids
    )


def _sums(values: Iterable[int]) -> list[int]:
    return [0, *accumulate(values)]


def _sparse(values: dict[int, int], size: int) -> list[int]:
    """Sums of values most of which are nothing."""
    dense = [0] * (size + 1)
    if values:
        for at, value in values.items():
            dense[at + 1] = value
        dense = list(accumulate(dense))
    return dense


def _open_after(letters: str) -> bytearray:
    """1 for every character after which a Han gap may be opened; a mark stays attached to its word."""
    flags = bytearray(open_joints(letters, _CLOSED_AFTER, _CLOSED_BEFORE) + b"\0")
    for found in chain(_INNER.finditer(letters), _UPRIGHT.finditer(letters) if "h" in letters else ()):
        start, end = found.span()
        flags[start : end - 1] = bytes(end - 1 - start)
    return flags


def _blanks(measured: Measured) -> dict[int, int]:
    """What the blanks of marks can be squeezed by."""
    letters, stops = measured.letters, measured.setting.stop_shrink
    return {
        at: blank
        for blanks in (measured.left, measured.right)
        for at, blank in blanks.items()
        if blank > 0 and (stops or letters[at] not in "SX")
    }


def _add_gaps(measured: Measured, limits: Limits, shrinking: dict[int, int], stretching: dict[int, int]) -> None:
    for at, width in measured.gap.items():
        shrinking[at] = shrinking.get(at, 0) + max(0, width - limits.least_gap)
        stretching[at] = max(0, limits.most_gap - width)
    for at, width in measured.spaces.items():
        stretching[at] = max(0, limits.widest_space - width)


def _growing(measured: Measured) -> bytes:
    """Elastic kaiming: pauses, brackets and quotes that stand alone may grow on their blank side; a 1 for each."""
    setting, letters = measured.setting, measured.letters
    if setting.punctuation != "kaiming" or not setting.elastic:
        return bytes(len(letters))
    around = f" {letters} "
    marks = marked(around, MARKS)
    alone = marked(around, _GROWING) & ~(marks << 8 | marks >> 8)
    growing = bytearray(alone.to_bytes(len(around))[1:-1])
    for at in measured.fixed:
        growing[at] = 0
    return bytes(growing)


def _edges(text: str, letters: str) -> dict[int, float]:
    """What some ends cost: an ellipsis would start the next line, a number is parted from its unit."""
    costly = {found.start(): _ELLIPSIS_START for found in _ELLIPSIS.finditer(letters)}
    if "W" in letters:
        costly |= {found.end(): _UNIT_SPLIT for found in _NUMBER_UNIT.finditer(text) if letters[found.start()] == "W"}
    return costly


def _correct_starts(sums: LineSums, shrinking: dict[int, int], growing: bytes) -> None:
    """Opening marks are set flush at a line's start (CLREQ 3.1.6.3)."""
    setting = sums.measured.setting
    whole = sums.measured.em // 2 if setting.punctuation in {"quanshen", "hangmo"} else 0
    for at, blank in sums.measured.left.items():
        kept = 0 if (setting.trim_line_start if at else setting.trim_paragraph_start) else whole
        sums.start[at] = kept - blank
        sums.shrink_start[at] = shrinking.get(at, 0) - kept
        sums.elastic_start[at] = growing[at]


def _correct_ends(sums: LineSums, shrinking: dict[int, int], stretching: dict[int, int]) -> None:
    """What a mark, a gap or a space loses when it comes to stand at a line's end (CLREQ 3.1.6.3, 3.2.2)."""
    measured, ending = sums.measured, sums.ending
    if measured.setting.line_end == "half":
        for at, blank in measured.right.items():
            if blank:
                ending[at + 1] -= blank
    else:
        for at in measured.right:
            ending[at + 1] += measured.blank_at_end(at) - measured.right[at]
    for at, width in measured.gap.items():
        ending[at + 1] -= width
    for at in sums.places[3]:
        # Spaces in a row all go.
        ending[at + 1] = ending[at]
        sums.elastic_ending[at + 1] = sums.elastic_ending[at]
    sums.shrink_ending = _without_last(sums.shrink, shrinking, measured)
    if measured.setting.line_end == "full":
        sums.shrink_ending = _with_whole_ends(sums.shrink_ending, measured)
    sums.stretch_ending = _without_last(sums.stretch, stretching, measured)


def _with_whole_ends(sums: list[int], measured: Measured) -> list[int]:
    """Marks that keep their blank at a line's end can be squeezed there like anywhere else."""
    stops, sums = measured.setting.stop_shrink, sums.copy()
    for at in measured.right:
        if stops or measured.letters[at] not in "SX":
            sums[at + 1] += measured.blank_at_end(at)
    return sums


def _without_last(sums: list[int], values: dict[int, int], measured: Measured) -> list[int]:
    """Sums for lines that end there: the last character gives nothing; a space hands on what stands before it."""
    if not values:
        return sums
    ending = sums.copy()
    left = measured.left
    for at, value in values.items():
        if at not in left:
            ending[at + 1] -= value
    for at in sorted(measured.spaces):
        ending[at + 1] = ending[at]
    return ending
