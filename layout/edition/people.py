"""The people that a byline names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from layout.edition.model import Words

# What stands before names in bylines; the words themselves are no names.
_OFFICES = re.compile(
    "本报|晚报|日报|首席|特约|见习|实习|驻[一-鿿]{1,3}|记者|通讯员|评论员|编辑|编译|撰稿|整理|摄影|摄|文图|图文|图|文|作者|统筹|报道"
)
_PARTS = re.compile(r"[\s\u3000、，,;；/|·:：()（）]+")
_NAME = re.compile(r"[一-鿿]{2,4}")


def people_of(byline: Words | None) -> tuple[str, ...]:
    """The names in a byline: offices left out, two characters parted by white (刘　洋) put together."""
    if byline is None:
        return ()
    names: list[str] = []
    for line in byline.lines:
        pieces = [piece for piece in _PARTS.split(_OFFICES.sub(" ", line)) if piece]
        names += _joined(pieces)
    return tuple(dict.fromkeys(name for name in names if _NAME.fullmatch(name)))


def _joined(pieces: Sequence[str]) -> Iterator[str]:
    single = ""
    for piece in pieces:
        if len(piece) == 1 and not single:
            single = piece
        else:
            yield single + piece if single else piece
            single = ""
