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
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from layout.style.model import Level

# It parts words as a space does, and like one belongs to the line that it ends.
IDEOGRAPHIC_SPACE = "\u3000"
OPENING = "“‘（《〈【〖〔［｛「『"
CLOSING = "”’）》〉】〗〕］｝」』"
PAUSES = "，、；："
STOPS = "。．"
EXCLAMATIONS = "？！"
WESTERN_SYMBOLS = "¥￥$€£＄№%％‰℃°℉+±−#&@′″"
FULL_WIDTH_SYMBOLS = "％￥＄№℃℉‰"
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
    if "XX" in letters:
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


# Classes that may not start, or end, a line at each level (CLREQ 3.1.4; the solidus: GB/T 15834 5.1.9).
NO_START: dict[Level, str] = {"none": "", "basic": "CPSXxNnTL", "gb": "CPSXxNnTL", "strict": "CPSXxNnTLDE"}
NO_END: dict[Level, str] = {"none": "", "basic": "O", "gb": "OL", "strict": "OL"}


def legal_breaks(text: str, letters: str, level: Level, *, keep_units: bool, pieces: Sequence[int] = ()) -> bytearray:
    """1 at each position (0 … length) where a line may end, the paragraph's end included.

    `pieces[i]` is -1 where a character is drawn with the one before (a ligature), which is not parted from it.
    """
    not_after = NO_END[level]
    legal = bytearray(b"\0%b\1" % open_joints(letters, not_after, "_gh" + NO_START[level]))
    if not_after and ("_" in letters or "g" in letters):
        for found in re.finditer(f"(?<=[{not_after}])[_g]", letters):
            legal[found.end()] = 0
    if IDEOGRAPHIC_SPACE in text:
        for found in re.finditer(f"(?<=.){IDEOGRAPHIC_SPACE}", text):
            legal[found.start()] = 0
    for at in _divided(text, letters, keep_units, pieces):
        legal[at] = 0
    legal[-1] = 1
    return legal


def open_joints(letters: str, after: str, before: str) -> bytes:
    """A byte for each place between two characters: 0 after the classes `after` and before the classes `before`.

    One byte a character, so that both conditions are met by two translations and one `and` of whole numbers.
    """
    size = len(letters) - 1
    return (marked(letters[:-1], OTHERS + after) & marked(letters[1:], OTHERS + before)).to_bytes(max(size, 0))


# Before a list of classes: all the others are meant.
OTHERS = "^"


def marked(letters: str, classes: str) -> int:
    """A text as a whole number with a byte a character, 1 where the character is of one of `classes`."""
    return int.from_bytes(letters.encode().translate(_members(classes)))


@cache
def _members(classes: str) -> bytes:
    others = classes.startswith(OTHERS)
    return bytes((chr(code) in classes[others:]) != others for code in range(256))


def _divided(text: str, letters: str, keep_units: bool, pieces: Sequence[int]) -> Iterator[int]:
    """The positions inside what is not divided: words, clusters, pairs, numbers with units, ligatures."""
    for found in _WHOLE.finditer(letters):
        yield from range(found.start() + 1, found.end())
    if "D" in letters or "E" in letters:
        for found in _PAIRS.finditer(text):
            # Inside each pair, never between two pairs (GB/T 15834 5.1.4, 5.1.5).
            yield from range(found.start() + 1, found.end(), 2)
    if keep_units:
        yield from (found.start() for found in NUMBER_UNIT.finditer(text))
    if -1 in pieces:
        yield from (at for at, piece in enumerate(pieces) if piece < 0 and letters[at] not in "DE")


_PAIRS = re.compile(r"——(?:——)*|(?:……)+|(?:⋯⋯)+")
_WHOLE = re.compile("W{2,}|x{2,}")
# Where a number meets its Han unit (2035年).
NUMBER_UNIT = re.compile(rf"(?<=\d)(?=[{UNITS}])")
