"""The words for rights in a story's front matter and beside a picture."""

from __future__ import annotations

from layout.source.form import Key
from layout.source.scalars import DATE, TEXT

RIGHTS = (
    Key(
        "rights", "版权", TEXT, "谁的版权，许用到什么地步；不写就是报社的", "who holds the rights, and what they allow"
    ),
    Key("embargo", "限期", DATE, "这一天以前只供内部查看", "not to be shown outside before this day"),
)
