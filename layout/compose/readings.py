"""Readings of characters (注音): pinyin above each, at the right of vertical text, or in brackets after it (CLREQ 3.3).

Above takes white between the lines that a newspaper's body seldom has; then the reading goes in brackets, as papers do
for a single rare character. The style decides, or the leading when the style says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from layout.compose.lines import cells_of
from layout.compose.marks import Strip
from layout.display.items import Glyphs, Layer, TextRun
from layout.edition.model import Edition, Emphasis, Paragraph, Stretch
from layout.geometry import Point
from layout.plan.type import TypeCase, TypeCases
from layout.style.model import PaperStyle, Setting
from layout.text.model import Font, Line
from layout.text.words import set_words, width_of
from layout.units import Length

# A reading is half as large as its character; so much of it hangs below its baseline, so much stands clear (em/1000).
_DESCENT, _CLEAR = 120, 40
# A reading may reach this far over its neighbours on each side, in thousandths of the character's em.
_OVER = 125


def stand_above(style: PaperStyle) -> bool:
    """Whether readings stand between the lines: half an em of white is needed (CLREQ 3.3.5), or the style says so."""
    wish = style.settings["body"].readings
    if wish == "auto":
        return style.leading - style.body_size >= style.body_size // 2
    return wish == "above"


def with_readings(edition: Edition, cases: TypeCases) -> Edition:
    """The edition with its readings put in brackets in every story whose style sets none above."""
    stories = dict(edition.stories)
    styles: dict[str, PaperStyle] = {}
    for page in edition.pages:
        for place in page.stories:
            styles.setdefault(place.story, cases.story(page.name, place.story).style)
        for notice in page.notices:
            styles.setdefault(notice.story, cases.fold(page.name).style)
    for name, style in styles.items():
        story = stories[name]
        if any(map(has_readings, story.body)) and not stand_above(style):
            stories[name] = replace(story, body=tuple(map(bracketed, story.body)))
    return replace(edition, stories=stories)


def has_readings(paragraph: Paragraph) -> bool:
    """Whether any character of a paragraph has its reading."""
    return any(stretch.readings for stretch in paragraph.stretches)


def bracketed(paragraph: Paragraph) -> Paragraph:
    """A paragraph with each reading in brackets after its characters; every character keeps its place in the file."""
    for stretch in sorted(paragraph.stretches, key=lambda stretch: stretch.end, reverse=True):
        if stretch.readings:
            paragraph = _inserted(paragraph, stretch)
    return paragraph


def _inserted(paragraph: Paragraph, stretch: Stretch) -> Paragraph:
    at, added = stretch.end, f"（{' '.join(stretch.readings)}）"

    def moved(position: int) -> int:
        return position + len(added) if position > at else position

    others = tuple(
        replace(other, start=moved(other.start + 1) - 1, end=moved(other.end))
        for other in paragraph.stretches
        if other != stretch
    )
    origins = paragraph.origins
    if origins:
        origins = origins[:at] + (origins[at - 1],) * len(added) + origins[at:]
    return replace(paragraph, text=paragraph.text[:at] + added + paragraph.text[at:], stretches=others, origins=origins)


def reading_items(line: Line, paragraph: Paragraph, strip: Strip, case: TypeCase) -> Iterator[TextRun]:
    """The readings of a line's characters, each in the middle of its own."""
    cells = None
    for stretch in paragraph.stretches:
        if stretch.emphasis is not Emphasis.READING:
            continue
        cells = cells or cells_of(line)
        for at, reading in zip(range(stretch.start, stretch.end), stretch.readings, strict=True):
            if line.start <= at < line.end:
                neighbours = _is_read(stretch, at - 1) + _is_read(stretch, at + 1)
                room = cells[at - line.start][1] + (2 - neighbours) * strip.em * _OVER // 1000
                runs = _set(reading, case, strip.em // 2, room)
                yield from _placed(runs, cells[at - line.start], strip)


def _is_read(stretch: Stretch, at: int) -> bool:
    return stretch.start <= at < stretch.end


def _set(reading: str, case: TypeCase, size: Length, room: Length) -> tuple[Glyphs, ...]:
    """A reading at half size, condensed when it is wider than its room."""
    setting = Setting(punctuation="plain", elastic=False)
    font = Font(case.named("body").faces, size)
    runs = set_words(reading, font, setting)
    if width_of(runs) > room:
        runs = set_words(reading, replace(font, stretch=1000 * room // width_of(runs)), setting)
    return runs


def _placed(runs: tuple[Glyphs, ...], cell: tuple[Length, Length], strip: Strip) -> Iterator[TextRun]:
    along = cell[0] + (min(cell[1], strip.em) - width_of(runs)) // 2
    distance = strip.em // 2 * (_DESCENT + _CLEAR) // 1000
    across = strip.outside(strip.high, distance)
    for run in runs:
        origin: Point = strip.point(along, across)
        yield TextRun(Layer.TEXT, strip.part, origin, run, strip.ink, turned=strip.vertical)
        along += run.width
