"""What a line costs, from a start to every end it may have: sums read off, squeezing a third as dear as opening."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from layout.text.lines import Limits, LineSums

_ORPHAN = 900.0
BEYOND = 1000.0
# The cost of opening Han gaps is the cube of this many times the opening in ems: 1 at 1/20 em, 16 at 1/8 em.
_STEEP = 20
# What growing marks to their full em costs beside the opening of Han gaps.
_GROWN = 0.5
# Below the natural end, ends are looked for until one costs this much and there is a better one.
_ENOUGH = 8.0


class LineCosts:
    """The costs of the lines of one paragraph; `widely` asks for every end, however dear.

    The lists of `LineSums` are unpacked at each call: this is the innermost loop of the house.
    """

    __slots__ = ("_ending", "_gaps", "_gives_way", "_natural", "_outwards", "_size", "sums", "widely")

    def __init__(self, sums: LineSums) -> None:
        setting = sums.measured.setting
        self.sums, self.widely = sums, False
        self._size = len(sums.measured.text)
        # A kept blank or a hyphen makes a line longer than its characters: at most by an em.
        self._outwards = sums.measured.em if setting.line_end != "half" or sums.hyphens else 0
        self._gives_way = setting.line_end != "half" or setting.hang != "none"
        self._natural = (sums.natural, sums.start, sums.legal)
        self._ending = (sums.ending, sums.stretch_ending, sums.edge)
        self._gaps = (sums.gaps, sums.stretch, sums.limits.first_opening, sums.measured.em)

    def lines_from(self, start: int, width: int) -> list[tuple[float, int]]:
        """Costs and legal ends of the lines from `start`; one beyond the limits when there is none within them.

        Costs from `BEYOND` up mean that a Han gap would be opened beyond its limit. Empty when nothing fits.
        """
        natural, starts, legal = self._natural
        ending, stretches, edges = self._ending
        gaps, stretched, first, em = self._gaps
        target = width + natural[start]
        if starts:
            target -= starts.get(start, 0)
        middle = bisect_right(natural, target - self._outwards, start + 1)
        found, best = [], 2 * BEYOND
        if middle <= self._size:
            found = self._longer(start, middle, target)
            if found:
                best = min(found)[0]
        for end in range(middle - 1, start, -1):
            if legal[end]:
                spare = target - ending[end]
                openable = gaps[end - 1] - gaps[start]
                if edges or stretches[end] != stretched[start] or spare > openable * first or end == self._size:
                    cost = self._opened(start, end, target)
                else:
                    # The common line: nothing but Han gaps, opened a little.
                    ratio = spare * _STEEP / (openable * em) if spare else 0.0
                    cost = ratio * ratio * ratio
                found.append((cost, end))
                if cost < best:
                    best = cost
                elif cost > _ENOUGH and not self.widely:
                    break
        if best < BEYOND:
            return [line for line in found if line[0] < BEYOND]
        return [min(found)] if found else []

    def _longer(self, start: int, first: int, target: int) -> list[tuple[float, int]]:
        """Ends beyond the natural one, as long as trimming the edge and squeezing reach them."""
        sums, size = self.sums, self._size
        legal, ending, shrink, reach = sums.legal, sums.ending, sums.shrink_ending, 2 * sums.measured.em
        given = sums.shrink[start] + sums.shrink_start.get(start, 0)
        found = []
        for end in range(first, size + 1):
            if not legal[end]:
                if sums.natural[end] - target > sums.shrink[end] - given + reach:
                    break
                continue
            spare = target - ending[end]
            if self._gives_way:
                spare += end_leeway(sums, end, spare)
            if spare >= 0:
                found.append((self._opened(start, end, spare + ending[end]), end))
                continue
            leeway = shrink[end] - given
            if -spare <= leeway:
                ratio = -spare / leeway
                found.append((ratio * ratio * ratio / 3 + self._end_cost(start, end), end))
            elif 2 * (-spare - leeway) > reach:
                break
        return found

    def _opened(self, start: int, end: int, target: int) -> float:
        """The cost of a line from `start` that must be opened to the natural sum `target`."""
        if end == self._size:
            return self._end_cost(start, end)
        ending, stretches, edges = self._ending
        gaps, stretched, first, em = self._gaps
        spare = target - ending[end]
        edge = edges.get(end, 0.0) if edges else 0.0
        if not spare:
            return edge
        room = stretches[end] - stretched[start]
        if room:
            if spare <= room:
                return edge + (spare / room) ** 3
            spare -= room
            edge += 1.0
        openable = gaps[end - 1] - gaps[start]
        if openable and spare <= openable * first:
            ratio = spare * _STEEP / (openable * em)
            return edge + ratio * ratio * ratio
        return edge + self._wide(spare, openable, (start, end))

    def _marks(self, start: int, end: int) -> int:
        """How many marks of a line may grow."""
        sums = self.sums
        marks = sums.elastic_ending[end] - sums.elastic[start]
        return marks - sums.elastic_start.get(start, 0) if marks else 0

    def _wide(self, spare: int, openable: int, line: tuple[int, int]) -> float:
        """The cost of opening Han gaps and growing marks together, and Han–Western gaps where that is not enough."""
        sums, marks = self.sums, self._marks(*line)
        opening, grown = (
            han_opening(spare, openable, marks, sums.limits) if marks or not openable else (spare / openable, 0)
        )
        if opening > sums.limits.loose and openable:
            opening -= min(opening - sums.limits.loose, len(loosened(sums, *line)) * sums.limits.further_gap / openable)
        ratio = opening * _STEEP / sums.measured.em
        cost = ratio * ratio * ratio + (_GROWN * grown / (marks * sums.measured.em) if grown else 0.0)
        return cost if opening <= sums.limits.faulty else BEYOND + cost

    def _end_cost(self, start: int, end: int) -> float:
        """What ending there costs whatever the line: a short last line, a number parted from its unit."""
        sums = self.sums
        if end == self._size:
            return _ORPHAN if sums.is_short_last(start) else 0.0
        return sums.edge.get(end, 0.0)


def han_opening(spare: int, gaps: int, marks: int, limits: Limits) -> tuple[float, int]:
    """By how much each Han gap is opened, and by how much `marks` growing marks grow together, to take up `spare`.

    The steps are those of `Limits`; without Han gaps, what marks cannot take is past all limits.
    """
    if not gaps:
        room = marks * (limits.first_growth + limits.second_growth)
        return (0.0, spare) if spare <= room else (1e9, room)
    if not marks:
        return spare / gaps, 0
    grown = 0
    for most, growth in ((limits.first_opening, limits.first_growth), (limits.second_opening, limits.second_growth)):
        if not growth:
            continue
        if spare - grown <= gaps * most:
            return (spare - grown) / gaps, grown
        room = grown + marks * growth
        if spare - room <= gaps * most:
            return float(most), spare - gaps * most
        grown = room
    return (spare - grown) / gaps, grown


def loosened(sums: LineSums, start: int, end: int) -> Sequence[int]:
    """The Han–Western gaps of a line, which open once more when its Han gaps are loose."""
    places = sums.places[2]
    return places[bisect_left(places, start) : bisect_left(places, end - 1)] if places else ()


def end_leeway(sums: LineSums, end: int, spare: int) -> int:
    """What the mark at a line's end gives when it may keep its blank (`fit`) or hang (CLREQ 3.1.7)."""
    measured, at = sums.measured, end - 1
    setting = measured.setting
    letter = measured.letters[at]
    if letter not in "CPSX" or at in measured.fixed or spare >= 0:
        return 0
    blank = measured.blank_at_end(at)
    alone = at == 0 or measured.letters[at - 1] not in "OCPSX"
    if setting.hang == "pause_stop" and letter in "PSX" and alone:
        whole = measured.width[at] + sums.ending[end] - sums.natural[end]
        if spare + whole >= 0:
            return whole
    return blank if setting.line_end == "fit" else 0
