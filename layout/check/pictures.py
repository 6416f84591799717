"""Pictures: how fine they are, and their words (F18, F28)."""

from __future__ import annotations

from collections.abc import Iterator

from layout.check.scene import Scene, across, down
from layout.diagnostics import Diagnostic, Kind, Severity
from layout.display.items import Item, Photo
from layout.edition.model import Picture
from layout.geometry import Rect
from layout.units import Length

COARSE = Kind(
    "PRESS118",
    Severity.WARNING,
    zh="图片“{picture}”按这个尺寸只有 {ppi} ppi，付印要 {least} 以上",
    en="picture “{picture}” has only {ppi} ppi at this size; the press wants more than {least}",
    hint_zh="换大图，或排小一些",
    hint_en="use a larger file or a smaller place",
    why_zh="新闻纸 85 到 100 线网屏，不足 150 ppi 就看得出糊，不足 100 出现方格。",
    why_en="With screens of 85 to 100 lines, less than 150 ppi looks soft, and less than 100 shows its pixels.",
)
WORDLESS = Kind(
    "LAY128",
    Severity.WARNING,
    zh="图片“{picture}”{what_zh}",
    en="picture “{picture}” {what_en}",
    hint_zh="在稿件的 pictures 里写 caption 和 credit",
    hint_en="write caption and credit in the story's pictures",
    why_zh="新闻图片要有说明和作者，说明要紧挨着图。",
    why_en="A news picture needs a caption, close to it, and its author.",
)
# 1-bit art needs this many times the resolution of a photograph (standards: 549 and 799 against 99 and 149).
_LINE_ART, _LINE_ART_FAULT = 799, 549


def fine_enough(scene: Scene) -> Iterator[Diagnostic]:
    """A picture or an advert of 149 ppi or fewer at its size; 99 and fewer are an error (line art: 799 and 549).

    Why: it prints soft, or as squares. Example: 800 pixels across 160 mm are 127 ppi. Cure: a larger file, a smaller
    place. From 150 to 200 ppi LAY006 makes a note.
    """
    if scene.images is None:
        return
    for picture, rect, art in _drawn(scene):
        photo = next((item for item in art if isinstance(item, Photo)), None)
        if photo is None or not photo.ppi:
            continue
        least, fault = scene.checks.picture_ppi, scene.checks.picture_ppi_fault
        if scene.images.one_bit(photo.image):
            least, fault = _LINE_ART, _LINE_ART_FAULT
        if photo.ppi <= least:
            severity = Severity.ERROR if photo.ppi <= fault else None
            name = picture.file.name
            yield scene.found(COARSE, picture.span, rect, severity=severity, picture=name, ppi=photo.ppi, least=least)


def _drawn(scene: Scene) -> Iterator[tuple[Picture, Rect, tuple[Item, ...]]]:
    yield from ((shown.picture, shown.rect, shown.art) for shown in scene.shown())
    yield from ((advert.place.picture, advert.rect, advert.art) for advert in scene.sheet.plan.adverts)


def captions(scene: Scene) -> Iterator[Diagnostic]:
    """A picture without caption or without credit, or words more than a line away from it.

    Why: readers want to know what they see and who took it. Example: `credit` forgotten. Cure: write it. A picture
    with neither is told by EDN007; pictures of a group share their words.
    """
    # Words in a column beside their picture stand a gutter away from it.
    near = max(int(scene.checks.caption_distance * scene.grid.leading), scene.grid.gutter)
    for shown in scene.shown():
        picture, what = shown.picture, None
        if shown.grouped or shown.half:
            continue
        if picture.credit and not picture.caption:
            what = ("没有说明", "has no caption")
        elif picture.caption and not picture.credit:
            what = ("没有署名", "has no credit")
        elif shown.caption and _away(shown.caption, shown.rect) > near:
            what = ("的说明离图太远", "has its caption too far away")
        if what:
            zh, en = what
            yield scene.found(WORDLESS, picture.span, shown.box, picture=picture.file.name, what_zh=zh, what_en=en)


def _away(words: Rect, picture: Rect) -> Length:
    """How far a picture's words are from it."""
    return max(-across(words, picture), -down(words, picture))
