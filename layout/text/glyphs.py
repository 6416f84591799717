"""The glyphs of a paragraph, one row: which face and glyph each character takes, and the cell it stands in."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from msgspec import Struct, field
from msgspec.structs import replace

from layout.display.items import Glyphs
from layout.text.classes import MARKS
from layout.text.faces import far_commas, untrimmable_marks
from layout.text.model import Font, Prose, Stand, StandKind, Typeface
from layout.text.stands import across, corner_quotes, lowered, stretches
from layout.units import Length

# White on each side of an apostrophe's ink, in thousandths of an em, where the face gives it a cell as wide as a Han's.
_APOSTROPHE_SIDE = 50
_HALF_CELLS = "TLn"
_CENTRED = "TLnN"
_OWN_CELL = re.compile(f"[^HWhg_{MARKS}]")
_DIGIT = re.compile(r"\d")
_APOSTROPHE = re.compile("’")


class GlyphRow(Struct):
    """Glyphs by character: `ids[i]` is -1 for a character drawn with the one before (a ligature).

    `cells[i]` is the width of the character's cell before punctuation is set, `shift[i]` what centres a glyph in it.
    `untrimmable` are marks whose ink does not stand in the expected half (centred forms, narrow quotes).
    `pieces` are stretches of one face and font: (start, end, face, font, style); `stands` how those of a vertical
    paragraph stand (none in a horizontal one). `fall[i]` is how far a glyph hangs below its line.
    """

    ids: list[int]
    cells: list[int]
    shift: dict[int, int] = field(default_factory=dict)
    untrimmable: set[int] = field(default_factory=set)
    pieces: list[tuple[int, int, Typeface, Font, int]] = field(default_factory=list)
    stands: list[StandKind] = field(default_factory=list)
    fall: dict[int, int] = field(default_factory=dict)


def glyph_row(prose: Prose, letters: str, *, vertical: bool = False) -> GlyphRow:
    """Shape a paragraph once, piece by piece, and lay out its cells."""
    row = GlyphRow([-1] * len(prose.text), [0] * len(prose.text))
    shown = corner_quotes(prose.text) if vertical else prose.text
    for start, end, font, style in _stretches(prose):
        for first, last, face in _faces(shown, start, end, font):
            if vertical:
                _fill_vertical(row, (shown, letters), (first, last), (face, font, style))
            else:
                row.pieces.append((first, last, face, font, style))
                _fill(row, shown[first:last], first, (face, font, False))
                _bring_near(row, shown, (first, last), (face, font.em))
            _set_cells(row, prose, letters, (first, last), (face, font.size if vertical else font.em))
    if prose.initial:
        row.cells[prose.initial.at] = prose.initial.room
        row.fall[prose.initial.at] = prose.initial.fall
    return row


def _stretches(prose: Prose) -> list[tuple[int, int, Font, int]]:
    """The paragraph cut where its font changes; the last number says which styled run it is (-1: none)."""
    cuts: list[tuple[int, int, Font, int]] = []
    at = 0
    if prose.initial:
        if prose.initial.at:
            cuts.append((0, prose.initial.at, prose.font, -1))
        at = prose.initial.at + 1
        cuts.append((at - 1, at, prose.initial.font, -1))
    for index, run in enumerate(prose.runs):
        if at < run.start:
            cuts.append((at, run.start, prose.font, -1))
        cuts.append((run.start, run.end, run.font, index))
        at = run.end
    if at < len(prose.text):
        cuts.append((at, len(prose.text), prose.font, -1))
    return cuts


def _faces(text: str, start: int, end: int, font: Font) -> list[tuple[int, int, Typeface]]:
    """A stretch cut where another face of the chain has to help out; the first face draws what none has."""
    first = font.faces[0]
    lacking = first.lacking(text[start:end])
    if not lacking:
        return [(start, end, first)]
    found: list[tuple[int, int, Typeface]] = []
    for at in range(start, end):
        face = _face_of(text[at], font) if text[at] in lacking else first
        if found and found[-1][2] is face:
            found[-1] = (found[-1][0], at + 1, face)
        else:
            found.append((at, at + 1, face))
    return found


def _face_of(character: str, font: Font) -> Typeface:
    return next((face for face in font.faces if face.covers(character)), font.faces[0])


def _fill(row: GlyphRow, text: str, start: int, drawn: tuple[Typeface, Font, bool]) -> None:
    face, font, vertical = drawn
    shaped = face.shape(text, vertical=vertical)
    per_unit = face.units_per_em
    # What stretches a character stretches it across the page: along a vertical line it is as long as its size.
    scale = _scale(per_unit, font.size if vertical else font.em)
    if shaped.clusters:
        for glyph, units, cluster in zip(shaped.ids, shaped.advances, shaped.clusters, strict=True):
            row.ids[start + cluster] = glyph
            row.cells[start + cluster] = scale[units]
    else:
        end = start + len(text)
        row.ids[start:end] = shaped.ids
        row.cells[start:end] = map(scale.__getitem__, shaped.advances)


class _Scale(dict[int, Length]):
    """Font units to lengths at one size, rounded; filled in as advances come."""

    def __init__(self, per_unit: int, size: Length) -> None:
        super().__init__()
        self._per_unit, self._size = per_unit, size

    def __missing__(self, units: int) -> Length:
        length = self[units] = (2 * units * self._size + self._per_unit) // (2 * self._per_unit)
        return length


_scale = cache(_Scale)


def _fill_vertical(
    row: GlyphRow, source: tuple[str, str], part: tuple[int, int], drawn: tuple[Typeface, Font, int]
) -> None:
    """A piece of a vertical paragraph, stretch by stretch; numbers across the line are condensed into their cell."""
    (text, letters), (face, font, style) = source, drawn
    for start, end, kind in stretches(letters, *part):
        own = font
        if kind == "across":
            shaped, _, stretch = across(face, text[start:end], font.size)
            own = replace(font, stretch=stretch)
            row.ids[start:end] = shaped.ids
            row.cells[start:end] = [font.size] + [0] * (end - start - 1)
        else:
            _fill(row, text[start:end], start, (face, font, kind == "upright"))
            for at in range(start, end):
                if letters[at] == "H" and text[at].isascii():
                    row.cells[at] = font.size
        row.pieces.append((start, end, face, own, style))
        row.stands.append(kind)


def _set_cells(row: GlyphRow, prose: Prose, letters: str, part: tuple[int, int], drawn: tuple[Typeface, int]) -> None:
    """Give characters that have a cell of their own its width, and centre their glyphs in it."""
    (start, end), (face, em) = part, drawn
    if prose.setting.half_digits:
        _halve_digits(row, prose.text, letters, part, em)
    for found in _OWN_CELL.finditer(letters, start, end):
        at, letter = found.start(), found[0]
        if letter in _CENTRED:
            _centre(row, at, em // 2 if letter in _HALF_CELLS else em)
        elif letter in "DE":
            _set_pair(row, at, 2 * em if prose.text[at] == "⸺" else em)
        elif letter == "x":
            _set_cluster(row, letters, at, em)
    _note_untrimmable(row, prose.text, letters, part, face)
    if "’" in prose.text:
        _narrow_apostrophes(row, prose.text, letters, part, drawn)


def _note_untrimmable(row: GlyphRow, text: str, letters: str, part: tuple[int, int], face: Typeface) -> None:
    """Marks whose ink is not where it should be keep the face's width."""
    for mark in untrimmable_marks(face):
        if mark in text:
            places = (found.start() for found in re.finditer(re.escape(mark), text[: part[1]]))
            row.untrimmable.update(at for at in places if at >= part[0] and letters[at] in MARKS)


def _bring_near(row: GlyphRow, text: str, part: tuple[int, int], drawn: tuple[Typeface, int]) -> None:
    """Commas that a face draws far from their word are moved to it within their cells."""
    face, em = drawn
    for mark, units in far_commas(face).items():
        at = text.find(mark, *part)
        while at >= 0:
            row.shift[at] = -(units * em // face.units_per_em)
            at = text.find(mark, at + 1, part[1])


def _halve_digits(row: GlyphRow, text: str, letters: str, part: tuple[int, int], em: int) -> None:
    """Digits take half an em each (GB/T 15835)."""
    for found in _DIGIT.finditer(text, *part):
        if letters[found.start()] == "W":
            _centre(row, found.start(), em // 2)


def _narrow_apostrophes(
    row: GlyphRow, text: str, letters: str, part: tuple[int, int], drawn: tuple[Typeface, int]
) -> None:
    """A Han face draws ’ in a whole cell; between Latin letters it takes the room of its ink (CLREQ 3.1.1.2)."""
    face, em = drawn
    for found in _APOSTROPHE.finditer(text, *part):
        at = found.start()
        if letters[at] != "W" or row.cells[at] <= em * 3 // 4:
            continue
        left, _, right, _ = face.ink("’")
        side = face.units_per_em * _APOSTROPHE_SIDE // 1000
        row.cells[at] = (right - left + 2 * side) * em // face.units_per_em
        row.shift[at] = (side - left) * em // face.units_per_em


def _centre(row: GlyphRow, at: int, cell: int) -> None:
    row.shift[at] = (cell - row.cells[at]) // 2
    row.cells[at] = cell


def _set_pair(row: GlyphRow, at: int, cell: int) -> None:
    """Dashes and ellipses: an em each (⸺ two); a ligature's first character holds the glyph, the next has none."""
    natural = row.cells[at]
    if row.ids[at] >= 0 and natural <= cell * 3 // 2:
        row.shift[at] = (cell - natural) // 2
    row.cells[at] = cell


def _set_cluster(row: GlyphRow, letters: str, at: int, em: int) -> None:
    """？！ together take one em, three take two (GB/T 15834 5.1.2); in vertical text two stand across in a cell."""
    first, last = at, at + 1
    while first and letters[first - 1] == "x":
        first -= 1
    while last < len(letters) and letters[last] == "x":
        last += 1
    if row.stands:
        row.cells[at] = 0 if (at - first) % 2 else em
    elif last - first == 3:
        row.cells[at] = em * 2 // 3
        row.shift[at] = em // 12
    else:
        row.cells[at] = em // 2


def line_stands(row: GlyphRow, span: tuple[int, int], advances: list[int]) -> tuple[Stand, ...]:
    """How the runs of a vertical line stand, in the order of `line_glyphs`; nothing in a horizontal paragraph."""
    if not row.stands:
        return ()
    start = span[0]
    return tuple(
        Stand(row.stands[index], sum(advances[a - start : b - start])) for index, a, b in _pieces_within(row, span)
    )


def line_glyphs(
    row: GlyphRow, text: str, span: tuple[int, int], advances: list[int], shifts: dict[int, int]
) -> tuple[tuple[Glyphs, ...], tuple[int, ...]]:
    """The glyph runs of the characters of a line, one a font; `advances` and `shifts` are by character of the line."""
    start = span[0]
    runs: list[Glyphs] = []
    styles: list[int] = []
    for index, a, b in _pieces_within(row, span):
        _, _, face, font, style = row.pieces[index]
        kind = row.stands[index] if row.stands else ""
        own = across(face, text[a:b], font.size)[1] if kind == "across" else advances[a - start : b - start]
        run = _run(row, text, (a, b), (face, font), (own, shifts))
        runs.append(lowered(run, face) if kind == "upright" else run)
        styles.append(style)
    return tuple(runs), tuple(styles)


def _pieces_within(row: GlyphRow, span: tuple[int, int]) -> Iterator[tuple[int, int, int]]:
    """The pieces a line has a part of, with that part's characters."""
    start, end = span
    pieces = row.pieces
    for index in range(bisect_right(pieces, start, key=_end_of), len(pieces)):
        first, last = pieces[index][:2]
        if first >= end:
            return
        yield index, max(first, start), min(last, end)


def _end_of(piece: tuple[int, int, Typeface, Font, int]) -> int:
    return piece[1]


def _run(
    row: GlyphRow,
    text: str,
    part: tuple[int, int],
    drawn: tuple[Typeface, Font],
    placed: tuple[list[int], dict[int, int]],
) -> Glyphs:
    (start, end), (face, font), (advances, shifts) = part, drawn, placed
    ids = row.ids[start:end]
    moved = tuple([(at - start, dx, 0) for at, dx in shifts.items() if start <= at < end and dx]) if shifts else ()
    if row.fall:
        moved += tuple([(at - start, 0, dy) for at, dy in row.fall.items() if start <= at < end])
    if -1 not in ids:
        # Most advances of a line are equal: they are one number in memory, not twenty.
        known: dict[Length, Length] = {}
        shared = tuple(map(known.setdefault, advances, advances))
        return Glyphs(text[start:end], face.key, font.size, tuple(ids), shared, moved, (), font.stretch)
    return _joined(text[start:end], face, font, ids, advances, moved)


def _joined(
    text: str, face: Typeface, font: Font, ids: list[int], advances: list[int], moved: tuple[tuple[int, int, int], ...]
) -> Glyphs:
    """A run with ligatures: characters without a glyph give their advance to the one before."""
    clusters = [at for at, glyph in enumerate(ids) if glyph >= 0]
    ends = [*clusters[1:], len(ids)]
    index = {at: number for number, at in enumerate(clusters)}
    widths: list[Length] = [sum(advances[a:b]) for a, b in zip(clusters, ends, strict=True)]
    shifts = tuple((index[at], dx, dy) for at, dx, dy in moved if at in index)
    glyphs = tuple(ids[at] for at in clusters)
    return Glyphs(text, face.key, font.size, glyphs, tuple(widths), shifts, tuple(clusters), font.stretch)
