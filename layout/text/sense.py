"""Where a headline may be parted so that each line keeps its sense: between words, never inside names or numbers.

With a segmenter (`pip install 'paiban[segment]'`) a line ends only where a word does; without one, rules of the
language do what they can.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import accumulate, combinations

from layout.text.classes import classify, legal_breaks

Segmenter = Callable[[str], Sequence[str]]

# Particles belong to the word before them; prepositions and conjunctions to the phrase after them.
_NO_START = "的了着过吗呢吧啊地得们"
_NO_END = "和与及或把被将在从对向为让给由以于不第"
_MARK_OR_SPACE = "，、。；：！？…—　 "
_NUMBER = re.compile(
    r"第?[\d０-９][\d.,:：%％‰]*[\u4e00-\u9fff]?|[零一二三四五六七八九十百千万亿两]{2,}[\u4e00-\u9fff]?|[一两几每这那各某][\u4e00-\u9fff]"
)
_QUOTED = re.compile(r"“[^”]*”|‘[^’]*’|《[^》]*》|（[^）]*）|「[^」]*」|『[^』]*』")
# The shortest line of a head is at least this share of the longest (per mille).
_BALANCE = 600
# What a break costs beside a line's length being off by one character.
_QUOTE_COST, _END_COST, _MARK_GAIN = 5, 3, 6


@lru_cache(maxsize=1)
def installed_segmenter() -> Segmenter | None:
    """The segmenter that is installed, loaded when first asked for; None when there is none."""
    try:
        import jieba
    except ImportError:
        return None
    import logging

    jieba.setLogLevel(logging.ERROR)
    cut: Segmenter = jieba.lcut
    return cut


def break_head(
    text: str,
    count: int,
    *,
    fits: Callable[[str], bool] = lambda _: True,
    names: Sequence[str] = (),
    words: Sequence[str] | None = None,
) -> tuple[str, ...]:
    """A headline in `count` lines of about equal length that all satisfy `fits`, parted between words.

    `names` are never parted. `words` are the text's words when they are known; else the segmenter parts them where one
    is installed. Gives the whole text as one line when there is no such way. White space at a break is left out.
    """
    costs = _costs(text, _legal_cuts(text, names, words))
    best: tuple[bool, float, tuple[str, ...]] | None = None
    for cuts in combinations(sorted(costs), count - 1):
        lines = tuple(text[start:end].strip() for start, end in zip((0, *cuts), (*cuts, len(text)), strict=True))
        lengths = [_length(line) for line in lines]
        unbalanced = min(lengths) * 1000 < max(lengths) * _BALANCE
        cost = max(lengths) - min(lengths) + sum(costs[cut] for cut in cuts)
        if (best is None or (unbalanced, cost) < best[:2]) and all(line and fits(line) for line in lines):
            best = (unbalanced, cost, lines)
    return best[2] if best else (text,)


def _legal_cuts(text: str, names: Sequence[str], words: Sequence[str] | None) -> list[int]:
    legal = legal_breaks(text, classify(text), "gb", keep_units=True)
    inside = _inside(_NUMBER.finditer(text))
    for name in names:
        inside |= _inside(re.finditer(re.escape(name), text))
    cuts = [at for at in sorted(_word_ends(text, words)) if 0 < at < len(text) and legal[at] and at not in inside]
    return [at for at in cuts if text[at] not in _NO_START and not text[at - 1 : at + 1].isspace()]


def _word_ends(text: str, words: Sequence[str] | None) -> set[int]:
    """Where words end: those given, or by the segmenter; anywhere when there is none."""
    segmenter = installed_segmenter()
    if words is None and segmenter is not None:
        words = segmenter(text)
    return set(range(1, len(text))) if words is None else set(accumulate(map(len, words)))


def _inside(found: Iterable[re.Match[str]]) -> set[int]:
    """The cuts that would fall inside some stretches."""
    return {at for match in found for at in range(match.start() + 1, match.end())}


def _costs(text: str, cuts: Sequence[int]) -> dict[int, int]:
    quoted = _inside(_QUOTED.finditer(text))
    return {at: _cost(text, at, at in quoted) for at in cuts}


def _cost(text: str, at: int, quoted: bool) -> int:
    if text[at - 1] in _MARK_OR_SPACE or text[at].isspace():
        return _QUOTE_COST * quoted - _MARK_GAIN
    return _QUOTE_COST * quoted + _END_COST * (text[at - 1] in _NO_END)


def _length(line: str) -> float:
    """A line's length in characters; letters and digits count half."""
    return sum(0.5 if character.isascii() else 1 for character in line)
