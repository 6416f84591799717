"""Character classes of line composition (typography facts 1.1; CLREQ 3.1.1–3.1.2, GB/T 15834 5.1).

A text becomes a string of class letters of the same length; every later rule is a regular expression or a table over
it.

    H  Han and whatever stands in a cell of its own     O  opening bracket or quote      C  closing bracket or quote
    P  pause 、，；：        S  stop 。．        X  single ？！ (a stop)       x  ？！ in a cluster
    D  dash —— (a pair)     E  ellipsis …… or …             N  one-em connector — ～          n  half-em connector – -
    T  interpunct ·         L  solidus /                    W  Western letters, digits and their symbols
    _  space between Western words      g  typed space that the Han–Western gap replaces
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

OPENING = "“‘（《〈【〖〔［｛「『"
CLOSING = "”’）》〉】〗〕］｝」』"
PAUSES = "，、；："
STOPS = "。．"
EXCLAMATIONS = "？！"
WESTERN_SYMBOLS = "¥￥$€£＄№%％‰℃°℉+±−#&@′″"
UNITS = "年月日时分秒元角万亿吨米里度个人号层版期岁"

MARKS = "OCPSX"
RIGHT = "CPSX"

_LETTERS: tuple[tuple[str, str], ...] = (
    (OPENING, "O"),
    (CLOSING, "C"),
    (PAUSES, "P"),
    (STOPS, "S"),
    (EXCLAMATIONS, "X"),
    ("‼⁇⁈⁉", "x"),
    ("—", "D"),
    ("⸺", "D"),
    ("…⋯", "E"),
    ("～", "N"),
    ("–", "n"),
    ("·", "T"),
    ("／", "L"),
    (" \u00a0\u2009", "_"),
    (WESTERN_SYMBOLS, "W"),
)


class _ClassTable(dict[int, str]):
    """Code point to class letter, filled in as characters come."""

    def __missing__(self, code: int) -> str:
        western = 0x21 <= code <= 0x7E or 0xC0 <= code <= 0x24F or 0x370 <= code <= 0x3FF or 0x1E00 <= code <= 0x1EFF
        letter = "W" if western else "H"
        self[code] = letter
        return letter


_TABLE = _ClassTable({ord(character): letter for characters, letter in _LETTERS for character in characters})

_DASH_RUN = re.compile(r"—+")
_EXCLAMATION_RUN = re.compile(r"X{2,}")
_SOLIDUS = re.compile(r"(?<![!-~])/(?![!-~])")
_HYPHEN = re.compile(r"(?<![!-~])-(?![!-~])")
_APOSTROPHE = re.compile(r"(?<=[A-Za-z])’(?=[A-Za-z])")
_GAP_SPACE = re.compile(r"(?<=W)_+(?=H)|(?<=H)_+(?=W)")
_WESTERN_RUN = re.compile("W+")


def classify(text: str, *, vertical: bool = False, upright_digits: int = 2, turn_digits: bool = False) -> str:
    """The class letters of a text. In vertical text short digit runs and single letters stand upright, as Han.

    With `turn_digits` no digit does (GB/T 15835: Arabic digits in vertical text are turned clockwise).
    """
    letters = text.translate(_TABLE)
    letters = _EXCLAMATION_RUN.sub(lambda found: "x" * len(found[0]), letters)
    if "—" in text:
        letters = _replaced(letters, text, _DASH_RUN, _dash_letters)
    if "/" in text:
        letters = _replaced(letters, text, _SOLIDUS, lambda _: "L")
    if "-" in text:
        letters = _replaced(letters, text, _HYPHEN, lambda _: "n")
    if "’" in text:
        letters = _replaced(letters, text, _APOSTROPHE, lambda _: "W")
    if vertical:
        letters = _upright(letters, text, -1 if turn_digits else upright_digits)
    if "_" in letters:
        letters = _GAP_SPACE.sub(lambda found: "g" * len(found[0]), letters)
    return letters


def _dash_letters(run: str) -> str:
    """Dashes pair from the left; one left over is a connector (GB/T 15834 5.1.4, 5.1.6)."""
    return "D" * (len(run) // 2 * 2) + "N" * (len(run) % 2)


def _replaced(letters: str, text: str, pattern: re.Pattern[str], new: Callable[[str], str]) -> str:
    out = list(letters)
    for found in pattern.finditer(text):
        out[found.start() : found.end()] = new(found[0])
    return "".join(out)


def _upright(letters: str, text: str, digits: int) -> str:
    """Short numbers and single letters stand upright in a cell of their own, like Han (CLREQ 3.2.3)."""
    out = list(letters)
    for found in _WESTERN_RUN.finditer(letters):
        run = text[found.start() : found.end()]
        alone = len(run) == 1 and run.isalnum() and not (digits < 0 and run.isdigit())
        if alone or (run.isdigit() and len(run) <= digits):
            # A pair set upright in one cell: the first letter is the cell, the others hang on it.
            out[found.start() : found.end()] = "H" + "h" * (len(run) - 1)
    return "".join(out)


def is_number_unit(text: str, at: int) -> bool:
    """Whether the character at a position is a digit with a Han unit after it (2035年)."""
    return text[at].isdigit() and text[at + 1] in UNITS


Level = Literal["none", "basic", "gb", "strict"]

# Classes that may not start, or end, a line at each level (CLREQ 3.1.4; the solidus: GB/T 15834 5.1.9).
NO_START: dict[Level, str] = {"none": "", "basic": "CPSXxNnTL", "gb": "CPSXxNnTL", "strict": "CPSXxNnTLDE"}
NO_END: dict[Level, str] = {"none": "", "basic": "O", "gb": "OL", "strict": "OL"}


def forbidden_breaks(text: str, letters: str, level: Level, *, keep_units: bool) -> set[int]:
    """The positions between characters (1 … length - 1) where a line may not end."""
    pattern = _PATTERNS.get((level, keep_units))
    if pattern is None:
        pattern = _PATTERNS[level, keep_units] = _break_pattern(level, keep_units)
    found = {match.start() for match in pattern.finditer(letters)}
    for run in _PAIRS.finditer(text):
        # Inside each pair, never between two pairs (GB/T 15834 5.1.4, 5.1.5).
        found.update(range(run.start() + 1, run.end(), 2))
    if keep_units:
        found.update(match.start() for match in NUMBER_UNIT.finditer(text))
    return found


_PATTERNS: dict[tuple[Level, bool], re.Pattern[str]] = {}
_PAIRS = re.compile(r"——(?:——)*|(?:……)+|(?:⋯⋯)+")
NUMBER_UNIT = re.compile(rf"(?<=\d)(?=[{UNITS}])")


def _break_pattern(level: Level, keep_units: bool) -> re.Pattern[str]:
    parts = [r"(?<=W)(?=W)", r"(?<=x)(?=x)", r"(?=[_gh])"]
    if NO_START[level]:
        parts.append(f"(?=[{NO_START[level]}])")
    if NO_END[level]:
        parts.append(f"(?<=[{NO_END[level]}])")
        parts.append(f"(?<=[{NO_END[level]}][_g])")
    return re.compile("|".join(parts))
