"""The keys of a place in columns and lines, and of a rule: the same in a manifest and in the templates of a style."""

from __future__ import annotations

from msgspec.structs import replace

from layout.source.form import Form, Key
from layout.source.scalars import choice, whole

COLUMN = whole(1, 60)
LINE = whole(1, 400)

# A place that may be left to something else, and one that has to be said.
OPEN_PLACE = (
    Key("column", "栏", COLUMN, "从版心左起第几栏，从 1 数", "first column from the type area's left, from 1"),
    Key("columns", "栏数", COLUMN, "占几个基本栏", "how many basic columns"),
    Key("line", "行", LINE, "从版心上边第几行，从 1 数", "first line from the type area's top, from 1"),
    Key("lines", "行数", LINE, "占几行正文的高度", "how many body lines high"),
)
PLACE = tuple(replace(key, required=True) for key in OPEN_PLACE)
PLACE_KEYS = tuple(key.name for key in PLACE)


def rule_form(name: str) -> Form:
    """A rule across, or down in the gutter left of its column."""
    return Form(
        name,
        (
            Key(
                "column",
                "栏",
                COLUMN,
                "从第几栏起；竖线画在这一栏左边的栏距里",
                "first column; a line down stands in the gutter left of it",
                required=True,
            ),
            Key("columns", "栏数", COLUMN, "占几栏", "how many columns"),
            Key("line", "行", LINE, "在第几行", "which line", required=True),
            Key("lines", "行数", LINE, "竖线占几行", "how many lines, for a line down"),
            Key("direction", "方向", choice("across", "down"), "横线或竖线", "across or down"),
        ),
    )
