"""The matrices of PDF content: six numbers, applied from the left (ISO 32000-1, 8.3.3)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeAlias

Matrix: TypeAlias = tuple[float, float, float, float, float, float]
SAME: Matrix = (1, 0, 0, 1, 0, 0)


def matrix_of(operands: Iterable[Any]) -> Matrix:
    """A matrix as operands or an array have it. Raises ValueError or TypeError when they are none."""
    a, b, c, d, e, f = map(float, operands)
    return a, b, c, d, e, f


def product(first: Matrix, second: Matrix) -> Matrix:
    """What `first` does, and then `second`."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def scale(matrix: Matrix) -> float:
    """How much a matrix enlarges, by its determinant."""
    return float(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]) ** 0.5)
