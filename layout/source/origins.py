"""Where each character of a text stands in its file, kept as runs: a paragraph is mostly one stretch of one line."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import overload

Place = tuple[int, int]


class Origins(Sequence[Place]):
    """An immutable sequence of (line, column), one a character; places that follow one another take no room."""

    __slots__ = ("_length", "_places", "_starts")

    def __init__(self, places: Iterable[Place] = ()) -> None:
        self._starts: list[int] = []
        self._places: list[Place] = []
        self._length = 0
        for line, column in places:
            self._append(line, column, 1)

    @classmethod
    def run(cls, line: int, column: int, length: int) -> Origins:
        """So many characters one after another from a place on."""
        made = cls()
        made._append(line, column, length)
        return made

    @classmethod
    def joined(cls, parts: Iterable[Origins]) -> Origins:
        """Several, one after another."""
        made = cls()
        for part in parts:
            for (line, column), length in part._runs():
                made._append(line, column, length)
        return made

    def _append(self, line: int, column: int, length: int) -> None:
        if length <= 0:
            return
        if self._starts:
            last_line, last_column = self._places[-1]
            if last_line == line and last_column + self._length - self._starts[-1] == column:
                self._length += length
                return
        self._starts.append(self._length)
        self._places.append((line, column))
        self._length += length

    def _runs(self) -> Iterator[tuple[Place, int]]:
        for at, place in enumerate(self._places):
            end = self._starts[at + 1] if at + 1 < len(self._starts) else self._length
            yield place, end - self._starts[at]

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, at: int) -> Place: ...
    @overload
    def __getitem__(self, at: slice) -> Origins: ...
    def __getitem__(self, at: int | slice) -> Place | Origins:
        if isinstance(at, slice):
            return self._slice(at)
        index = at + self._length if at < 0 else at
        if not 0 <= index < self._length:
            raise IndexError(at)
        run = bisect_right(self._starts, index) - 1
        line, column = self._places[run]
        return line, column + index - self._starts[run]

    def _slice(self, wanted: slice) -> Origins:
        start, stop, step = wanted.indices(self._length)
        if step != 1:
            return Origins([self[index] for index in range(start, stop, step)])
        made = Origins()
        for begin, ((line, column), length) in zip(self._starts, self._runs(), strict=True):
            first, last = max(start, begin), min(stop, begin + length)
            made._append(line, column + first - begin, last - first)
        return made

    def __iter__(self) -> Iterator[Place]:
        for (line, column), length in self._runs():
            for number in range(length):
                yield line, column + number

    def __add__(self, other: Iterable[Place]) -> Origins:
        return Origins.joined((self, other if isinstance(other, Origins) else Origins(other)))

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Origins):
            return (self._starts, self._places, self._length) == (other._starts, other._places, other._length)
        return NotImplemented

    def __hash__(self) -> int:
        return hash((tuple(self._places), self._length))

    def __repr__(self) -> str:
        return f"Origins({[(place, length) for place, length in self._runs()]})"
