"""Round numbers along an axis, and shares that add up."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

_ROUND = (1, 2, 5, 10)
_INTERVALS = 4


def round_steps(least: Fraction, most: Fraction) -> list[Fraction]:
    """Three to seven round numbers that hold all from `least` to `most`; from zero where that is not far below."""
    if least >= 0 and least * 2 <= most:
        least = Fraction(0)
    span = most - least or abs(most) or Fraction(1)
    power = Fraction(1)
    while power * 10 <= span / _INTERVALS:
        power *= 10
    while power > span / _INTERVALS:
        power /= 10
    step = next(power * factor for factor in _ROUND if power * factor * _INTERVALS >= span)
    first = least // step
    last = -(-most // step)
    return [step * number for number in range(first, max(last, first + 1) + 1)]


def shown(number: Fraction) -> str:
    """A round number as it is written."""
    if number.denominator == 1:
        return str(number.numerator)
    return f"{float(number):.6f}".rstrip("0")


def hundredths(numbers: Sequence[Fraction]) -> list[int]:
    """Shares of the whole in per cent, whole numbers that add up to 100 (largest remainders rounded up)."""
    total = sum(numbers)
    if not total:
        return [0] * len(numbers)
    exact = [number * 100 / total for number in numbers]
    whole = [int(share) for share in exact]
    by_remainder = sorted(range(len(exact)), key=lambda at: (whole[at] - exact[at], at))
    for at in by_remainder[: 100 - sum(whole)]:
        whole[at] += 1
    return whole
