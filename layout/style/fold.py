"""The strip of a page that lies at the fold (中缝): what a style may say of it, and the type its notices are set in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from msgspec import Struct
from msgspec.structs import replace

from layout.source.form import Form, Key
from layout.source.record import Record
from layout.source.scalars import LENGTH, TEXT, choice
from layout.units import MILLIMETRE, Length

if TYPE_CHECKING:
    from layout.style.model import PaperStyle

FOLD = Form(
    "fold",
    (
        Key("title", "题", TEXT, "顶上一行字，可带 {page} 等字段", "a line at its head, with {page} and other fields"),
        Key("area", "离版心", LENGTH, "离版心多远", "white between the type area and it"),
        Key("trim", "离折线", LENGTH, "离折线（切口）多远", "white between it and the fold, where pages are cut"),
        Key(
            "between",
            "分隔",
            choice("rules", "white"),
            "各则之间画线或空一行",
            "a rule or a line of white between notices",
        ),
    ),
)
# The types of running text: in the strip they have the size of its own text.
_RUNNING = ("strong", "dateline", "opening", "table", "table-head", "table-title", "byline-end")


class FoldStyle(Struct, frozen=True):
    """White at both sides of the strip, what parts its notices, and the line at its head (empty for none)."""

    title: str = ""
    area: Length = 2 * MILLIMETRE
    trim: Length = 2 * MILLIMETRE
    between: Literal["rules", "white"] = "rules"


def read_fold(record: Record | None) -> FoldStyle:
    """What a style says of the strip."""
    return FoldStyle(**{key: item.value for key, item in record.items.items()}) if record else FoldStyle()


def strip_style(style: PaperStyle) -> PaperStyle:
    """The style of the strip's text: the paper's at the size and on the leading of its type `fold`."""
    text, head = style.types["fold"], style.types["fold-head"]
    own = {name: replace(style.types[name], size=text.size, leading=text.leading) for name in _RUNNING}
    standing = replace(style.subheads["standing"], type="fold-head", lines=1, look="plain")
    return replace(
        style,
        body_size=text.size,
        leading=text.leading,
        types={**style.types, **own, "body": text, "subhead": head},
        subheads={**style.subheads, "standing": standing},
    )
