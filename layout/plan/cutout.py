"""Words under a cut-out: as wide as what is seen of it, close under its foot, and no text runs between the two."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from msgspec.structs import replace

from layout.diagnostics import Sink
from layout.edition.model import PicturePlace
from layout.geometry import Rect
from layout.plan.caption import NARROWEST_CAPTION, CaptionSetter, moved_up
from layout.plan.contour import Outline, bounds
from layout.plan.crop import Window, chosen, fitted
from layout.plan.model import Caption, Image, Shot

# The outlines of the image when a rectangle shows a part of it.
OutlineIn: TypeAlias = Callable[[Rect, Window], tuple[Outline, ...]]


def words_under(
    place: PicturePlace, image: Image, inner: Rect, setter: CaptionSetter, outline_in: OutlineIn
) -> tuple[Rect, Caption | None]:
    """The room that the words of a cut-out leave for it, and the words at the foot of `inner`, below what is seen."""
    quiet = replace(setter, sink=Sink()).below(inner)
    window = chosen(place.showing, image)
    if quiet is None or window is None:
        return inner, quiet
    seen = bounds(outline_in(*fitted(place.showing, image, window, _above(inner, quiet, setter)))) or inner
    least = NARROWEST_CAPTION * setter.case.style.types["caption"].size
    width = min(max(seen.width, least), inner.width)
    x = min(max(seen.x + (seen.width - width) // 2, inner.x), inner.right - width)
    words = setter.below(Rect(x, inner.y, width, inner.height))
    return (_above(inner, words, setter) if words else inner), words


def _above(inner: Rect, words: Caption, setter: CaptionSetter) -> Rect:
    taken = words.rect.height + setter.case.style.pictures.caption_gap
    return Rect(inner.x, inner.y, inner.width, inner.height - taken)


def close_under(words: Caption | None, shot: Shot, setter: CaptionSetter) -> Caption | None:
    """The words moved up to the foot of what is seen."""
    seen = bounds(shot.outline)
    if words is None or seen is None:
        return words
    return moved_up(words, max(0, words.rect.y - setter.case.style.pictures.caption_gap - seen.bottom))


def kept_free(words: Caption, shot: Shot) -> Rect:
    """What words under a cut-out keep free of text: from the foot of what is seen to their own."""
    seen = bounds(shot.outline)
    top = min(seen.bottom, words.rect.y) if seen else words.rect.y
    return Rect(words.rect.x, top, words.rect.width, words.rect.bottom - top)
