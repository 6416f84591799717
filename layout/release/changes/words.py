"""What changed, in Chinese and English: what became of a block, and where characters are others."""

from __future__ import annotations

from collections.abc import Mapping

from layout.release.changes.compare import Change, Move

Words = tuple[str, str]

MOVES: Mapping[str, Words] = {
    "moved": ("移动", "moved"),
    "exchanged": ("换图", "exchanged"),
    "added": ("新上", "added"),
    "removed": ("撤下", "removed"),
}
_SORTS: Mapping[str, Words] = {
    "story": ("稿件", "story"),
    "picture": ("图片", "picture"),
    "advert": ("广告", "advert"),
}
# What may stand on a page and belong to no story, by the role of its parts.
_ROLES = {
    "body": "正文",
    "label": "标签",
    "table": "表",
    "jump": "转接",
    "picture": "图片",
    "group": "组图",
    "caption": "图说",
    "credit": "图片署名",
    "nameplate": "报头",
    "ear": "报眼",
    "contents": "导读",
    "weather": "天气",
    "folio": "报眉",
    "advert": "广告",
}


def move_words(move: Move) -> Words:
    """What became of a block, and which."""
    zh, en = (f"{what} {sort} {move.name}" for what, sort in zip(MOVES[move.what], _SORTS[move.sort], strict=True))
    return zh, en


def place_words(change: Change) -> Words:
    """The story, or what else on the page, and the line in it."""
    zh, en = (change.story, change.story) if change.story else (_ROLES.get(change.role, "其他"), change.role)
    return f"{zh} 第 {change.line} 行", f"{en} line {change.line}"


def flat(text: str) -> str:
    """A text in one line; where a paragraph ends is shown."""
    return text.replace("\n", "¶")
