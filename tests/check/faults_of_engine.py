"""Faults that the engine does not make: what was composed is changed by hand."""

from __future__ import annotations

from msgspec.structs import replace

from layout.display.items import Photo, Role
from layout.geometry import Point, Rect
from layout.units import mm, pt
from tests.check.clean import Fault, both, one_run, retyped, with_items, with_lines, with_sheet, with_story


def _moved(line, dx=0, dy=0):
    slot = line.line.slot
    return replace(
        line, line=replace(line.line, x=line.line.x + dx, slot=replace(slot, x=slot.x, baseline=slot.baseline + dy))
    )


def _changed(numbers, change):
    """Change the lines with some numbers."""
    return lambda lines: [change(line) if number in numbers else line for number, line in enumerate(lines)]


def _head(change):
    return lambda own: replace(own, block=replace(own.block, head=change(own.block.head)))


def _head_down(by):
    """A head set lower or higher."""

    def change(head):
        words = tuple(replace(one, origin=Point(one.origin.x, one.origin.y + by)) for one in head.words)
        return replace(head, words=words, rect=replace(head.rect, y=head.rect.y + by))

    return _head(change)


def _spaced(head):
    words = tuple(
        replace(
            one, runs=tuple(replace(run, advances=tuple(a + run.size // 3 for a in run.advances)) for run in one.runs)
        )
        if one.role is Role.HEADLINE
        else one
        for one in head.words
    )
    return replace(head, words=words)


def _large_kicker(head):
    words = tuple(
        replace(one, runs=tuple(replace(run, size=pt(46)) for run in one.runs)) if one.role is Role.KICKER else one
        for one in head.words
    )
    return replace(head, words=words)


def _wider_frame(own):
    (first, *others), *shapes = own.block.frames
    wide = replace(first, rect=replace(first.rect, width=first.rect.width + mm(3)))
    return replace(own, block=replace(own.block, frames=((wide, *others), *shapes)))


def _jump(text):
    def change(own):
        (run,) = own.closing.runs[:1]
        return replace(own, closing=replace(own.closing, runs=(replace(run, text=text),)))

    return change


def _photo(change):
    return lambda item: replace(item, rect=change(item.rect)) if isinstance(item, Photo) else item


def _blank(line):
    """A line with a full stop as wide as an em after its fifth character."""
    text = "江上的船一。只接一只靠岸了"
    return retyped(line, text, last=False)


def _advert(change):
    def spoil(sheet):
        (advert,) = sheet.plan.adverts
        return replace(sheet, plan=replace(sheet.plan, adverts=(change(advert),)))

    return with_sheet("A02", spoil)


def _caption_far(own):
    (picture,) = own.block.pictures
    caption = replace(picture.caption, rect=replace(picture.caption.rect, y=picture.caption.rect.y + mm(12)))
    return replace(own, block=replace(own.block, pictures=(replace(picture, caption=caption),)))


def _glyphs(**changes):
    return lambda item: replace(item, glyphs=replace(item.glyphs, **changes))


def _item(start, **changes):
    """Change the glyphs of the run that begins with some characters."""
    return with_items("A01", one_run(_glyphs(**changes), start))


def _atop(line, lines, text="渡口还在。"):
    """The first line of the second column as a paragraph's short last line."""
    columns = sorted({one.line.slot.x for one in lines})
    first = next(one for one in lines if one.line.slot.x == columns[1])
    if line is not first:
        return line
    return retyped(line, text, last=True, start=40, width=pt(9 * len(text)))


_RAIL = "rail"
ENGINE = (
    Fault("head right under another", "LAY102", spoil=with_story("A01", "night", _head_down(-mm(93))), page="A01", also=frozenset({"LAY106", "LAY107", "LAY105", "LAY129"})),
    Fault("head far from its text", "LAY106", spoil=with_story("A01", _RAIL, _head_down(-mm(30))), at="stories/rail.md", page="A01", also=frozenset({"LAY102", "LAY129", "LAY105", "LAY107"})),
    Fault("head spaced too far", "LAY108", spoil=with_story("A02", "kiln", _head(_spaced)), at="stories/kiln.md", page="A02"),
    Fault("kicker as large as the head", "LAY124", spoil=with_story("A01", "lead", _head(_large_kicker)), at="stories/lead.md", page="A01", also=frozenset({"LAY105"})),
    Fault("subhead over the last line of a leg", "LAY110", spoil=with_lines("A01", "market", lambda lines: [replace(line, role=Role.SUBHEAD) if line is lines[-2] else line for line in lines]), page="A01", also=frozenset({"LAY114", "LAY113"})),
    Fault("leg four lines short", "LAY112", spoil=with_lines("A01", _RAIL, lambda lines: lines[:-4]), at="line: 39", page="A01"),
    Fault("leg two lines short", "LAY112", spoil=with_lines("A02", "bus", lambda lines: lines[:-2]), at="line: 6, lines: 22", page="A02", severity="warning"),
    Fault("lone digit in a last line", "LAY113", spoil=with_lines("A01", _RAIL, lambda lines: [retyped(line, "5。", last=True, start=30) if line is lines[5] else line for line in lines]), page="A01", also=frozenset({"LAY122"})),
    Fault("short last line atop a column", "LAY114", spoil=with_lines("A02", "bus", lambda lines: [_atop(line, lines) for line in lines]), page="A02", severity="warning"),
    Fault("one character atop a column", "LAY114", spoil=with_lines("A02", "bus", lambda lines: [_atop(line, lines, "好。") for line in lines]), page="A02", severity="error"),
    Fault("line off the grid", "LAY115", spoil=with_lines("A01", _RAIL, _changed({3}, lambda line: _moved(line, dy=pt(3)))), page="A01"),
    Fault("leg off the grid", "LAY115", spoil=with_lines("A02", "school", _changed(range(9), lambda line: _moved(line, dy=pt(6)))), page="A02"),
    Fault("leg off the columns", "LAY116", spoil=with_story("A01", _RAIL, _wider_frame), at="line: 39", page="A01"),
    Fault("picture over text", "LAY117", spoil=with_items("A01", _photo(lambda r: Rect(r.x - mm(20), r.y, r.width, r.height))), at="stories/lead.md", page="A01", severity="error"),
    Fault("picture too near text", "LAY117", spoil=with_items("A01", _photo(lambda r: Rect(r.x, r.y - mm(0), r.width, r.height + mm(6)))), at="stories/lead.md", page="A01"),
    Fault("picture outside the type area", "LAY130", spoil=with_items("A01", _photo(lambda r: Rect(r.x + mm(62), r.y, r.width, r.height))), at="stories/lead.md", page="A01", also=frozenset({"LAY117"})),
    Fault("text outside the type area", "LAY130", spoil=with_items("A01", one_run(lambda item: replace(item, origin=Point(item.origin.x - mm(40), item.origin.y)), "昨天15时许")), page="A01"),
    Fault("line wider than its column", "LAY120", spoil=with_lines("A01", _RAIL, _changed({2}, lambda line: replace(line, line=replace(line.line, width=line.line.width + pt(4))))), page="A01"),
    Fault("line pushed out of its column", "LAY120", spoil=with_lines("A01", _RAIL, _changed({4}, lambda line: _moved(line, dx=pt(5)))), page="A01", also=frozenset({"LAY129"})),
    Fault("line begins with a comma", "LAY121", spoil=with_lines("A01", _RAIL, _changed({2}, lambda line: retyped(line, "，江上的船靠了岸"))), page="A01", also=frozenset({"LAY122"})),
    Fault("line ends with an opening bracket", "LAY121", spoil=with_lines("A01", _RAIL, _changed({2}, lambda line: retyped(line, "江上的船靠了岸（"))), page="A01", also=frozenset({"LAY122"})),
    Fault("hyphens one under another", "LAY122", spoil=with_lines("A01", _RAIL, _changed({1, 2, 3}, lambda line: retyped(line, "江上的船inter-"))), page="A01"),
    Fault("loose lines one under another", "LAY122", spoil=with_lines("A01", _RAIL, _changed({1, 2, 3}, lambda line: replace(line, line=replace(line.line, opening=140)))), page="A01"),
    Fault("river of full stops", "LAY122", spoil=with_lines("A01", _RAIL, _changed({1, 2, 3, 4}, _blank)), page="A01"),
    Fault("marks one under another", "LAY123", spoil=with_lines("A01", _RAIL, _changed({1, 2, 3, 4}, lambda line: retyped(line, "江上的船一只接一只靠岸，", last=False))), page="A01", severity="note"),
    Fault("jump to a page that has no rest", "LAY126", spoil=with_story("A01", "lead", _jump("（下转A03版）")), at="stories/lead.md", page="A01"),
    Fault("jump to a page in Han numerals, the wrong one", "LAY126", spoil=with_story("A01", "lead", _jump("（下转第十二版）")), page="A01"),
    Fault("continuation without 上接", "LAY126", spoil=with_story("A02", "lead", lambda own: replace(own, opening=None)), at="stories/lead.md", page="A02", also=frozenset({"LAY112"})),
    Fault("下转 that is missing", "LAY126", spoil=with_story("A01", "lead", lambda own: replace(own, closing=None)), page="A01", also=frozenset({"LAY112"})),
    Fault("caption far from its picture", "LAY128", spoil=with_story("A01", "lead", _caption_far), at="river.png", page="A01"),
    Fault("advert off the columns", "LAY131", spoil=_advert(lambda advert: replace(advert, box=replace(advert.box, x=advert.box.x + mm(4)))), page="A02"),
    Fault("advert too near text", "LAY131", spoil=_advert(lambda advert: replace(advert, rect=replace(advert.rect, y=advert.rect.y - mm(14)))), page="A02"),
    Fault("glyph that is missing", "PRESS132", spoil=_item("昨天15时许", ids=(0,) * 3), page="A01", severity="error"),
    Fault("character in another face", "PRESS132", spoil=_item("昨天15时许", face="another-face", text="昨天"), page="A01", severity="warning"),
    Fault("paragraph set too small", "PRESS125", spoil=_item("昨天15时许", size=pt(6.5)), page="A01", severity="error"),
    Fault("two faults at once", "LAY115", spoil=both(with_lines("A01", _RAIL, _changed({3}, lambda line: _moved(line, dy=pt(3)))), with_lines("A01", _RAIL, lambda lines: lines[:-4])), page="A01", also=frozenset({"LAY112"})),
)  # fmt: skip
