"""Where a thing stands on the page: columns and lines of its grid."""

from __future__ import annotations

from layout.source.form import Key
from layout.source.scalars import whole

COLUMN = whole(1, 60)
LINE = whole(1, 400)

PLACE = (
    Key(
        "column",
        "栏",
        COLUMN,
        "从版心左起第几栏，从 1 数",
        "first column from the type area's left, from 1",
        required=True,
    ),
    Key("columns", "栏数", COLUMN, "占几个基本栏", "how many basic columns", required=True),
    Key("line", "行", LINE, "从版心上边第几行，从 1 数", "first line from the type area's top, from 1", required=True),
    Key("lines", "行数", LINE, "占几行正文的高度", "how many body lines high", required=True),
)
