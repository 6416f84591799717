"""Characters that stand for others: radicals typed or copied for Han, vertical presentation forms, half-width marks.

They come out of old PDFs, spreadsheets and input methods. Only these are changed; the text as a whole is never put
through a compatibility normalisation, which would lose ①, ㎡ and the like.
"""

from __future__ import annotations

from unicodedata import decomposition


def _kangxi() -> dict[str, str]:
    """The Kangxi radicals (U+2F00–2FD5), each of which Unicode says is a Han."""
    codes = range(0x2F00, 0x2FD6)
    return {chr(code): chr(int(decomposition(chr(code)).split()[-1], 16)) for code in codes}


# Radicals of the supplement (U+2E80–2EF3) that look like a whole character.
_SUPPLEMENT = dict(
    zip(
        "⺎⺒⺓⺝⺟⺠⺩⺪⺬⺮⻁⻄⻅⻆⻉⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳",
        "兀巳幺月母民王疋示竹虎西见角贝车長长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟",
        strict=True,
    )
)
RADICALS = {**_kangxi(), **_SUPPLEMENT}

VERTICAL_FORMS = dict(
    zip(
        "︐︑︒︓︔︕︖︗︘︙︱︲︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄﹇﹈",
        "，、。：；！？〖〗…—–（）｛｝〔〕【】《》〈〉「」『』［］",
        strict=True,
    )
)

HALF_WIDTH_FORMS = dict(zip("｡､｢｣", "。、「」", strict=True))
