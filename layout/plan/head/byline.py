"""Bylines: titles and names told apart, names heavier; in a stacked list names of two characters take three (均排)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from layout.display.items import Glyphs, Role
from layout.edition.model import Words
from layout.plan.findings import BYLINE_LONG
from layout.plan.head.desk import Desk, HeadCopy
from layout.plan.head.stack import Group, Row
from layout.plan.type import TypeCase
from layout.style.model import TypeStyle
from layout.text.words import distribute, set_words, width_of
from layout.units import Length

# What stands in a byline beside names.
_TITLE = re.compile(r"[■□●◆○]|记者|通讯员|实习|评论员|编辑|摄影|摄像|文/图|策划|统筹|撰文|报道|供图|作者|特派|主笔")
# In a stacked list a name is as wide as one of three characters (CLREQ 3.5.3).
_NAME_CELLS = 3
# White between a title and a name, and after a name, in thousandths of the size.
_AFTER_TITLE, _AFTER_NAME = 500, 1000


class BylinePart(Struct, frozen=True):
    """A title or a name, and the white after it."""

    text: str
    style: TypeStyle
    is_name: bool
    white: Length


def byline_parts(line: str, case: TypeCase, style: TypeStyle) -> tuple[BylinePart, ...]:
    """The titles and names of one line of a byline; names are in the style's `byline-name` where it has one."""
    words = line.split()
    name_style = case.style.types.get("byline-name", style)
    name_style = replace(name_style, size=style.size, ink=style.ink)
    found = []
    for index, word in enumerate(words):
        is_name = not _TITLE.search(word)
        white = (_AFTER_NAME if is_name else _AFTER_TITLE) * style.size // 1000 if index < len(words) - 1 else 0
        found.append(BylinePart(word, name_style if is_name else style, is_name, white))
    return tuple(found)


def byline_group(copy: HeadCopy, words: Words, width: Length, desk: Desk) -> Group:
    """The byline under the head, a row a line."""
    style = copy.inked(desk.case.style.types["byline"])
    lines = tuple(part for line in words.lines for part in _in_width(line, width, desk, style))
    if len(lines) > len(words.lines):
        count = sum(len(line) for line in words.lines)
        desk.sink.report(BYLINE_LONG, words.span, "byline", characters=count, lines=len(lines))
    stacked = [byline_parts(line, desk.case, style) for line in lines]
    cells = _NAME_CELLS if len(words.lines) > 1 else 0
    title = max((len(parts[0].text) for parts in stacked if cells and not parts[0].is_name), default=0)
    rows = []
    for parts in stacked:
        runs = tuple(_runs(parts, desk.case, (title, cells)))
        over = width_of(runs) - width
        if over > 0:
            desk.report_too_wide(Role.BYLINE, words, -(-over // style.size))
        rows.append(Row(Role.BYLINE, runs, width_of(runs), style.size, style.leading, style.align, style.ink))
    level = copy.level
    above = level.between if level.byline_above is None else level.byline_above
    return Group(tuple(rows), desk.white(above), below=desk.white(level.byline_below))


def _in_width(line: str, width: Length, desk: Desk, style: TypeStyle) -> list[str]:
    """A byline parted at its blanks into lines that are no wider than `width`, as far as that can be."""

    def fits(words: list[str]) -> bool:
        return width_of(tuple(_runs(byline_parts(" ".join(words), desk.case, style), desk.case, (0, 0)))) <= width

    words = line.split()
    # Nearly all do.
    if fits(words):
        return [" ".join(words) or line]
    found: list[list[str]] = []
    for word in words:
        if found and fits([*found[-1], word]):
            found[-1].append(word)
        else:
            found.append([word])
    return [" ".join(part) for part in found]


def _runs(parts: Iterable[BylinePart], case: TypeCase, cells: tuple[int, int]) -> Iterable[Glyphs]:
    """The words one after another; in a stacked list titles and names are spread over so many cells each."""
    for part in parts:
        font = case.font(part.style)
        # The white is a space of its width, so that words stay apart in the text of the page.
        runs = list(set_words(part.text + " " * bool(part.white), font, case.headline_setting))
        wide = cells[1] if part.is_name else cells[0]
        if len(part.text) < wide and len(runs) == 1:
            spread = distribute(part.text, font, wide * font.em)
            runs = [replace(runs[0], advances=(*spread, *runs[0].advances[len(spread) :]))]
        if runs and part.white:
            last = runs[-1]
            runs[-1] = replace(last, advances=(*last.advances[:-1], part.white))
        yield from runs
