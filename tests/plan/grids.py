"""A small page grid for the tests of planning: one unit is one em."""

from layout.plan.grid import PageGrid


def grid_of(columns: int = 4, characters: int = 13, lines: int = 40) -> PageGrid:
    return PageGrid(
        left=200,
        top=300,
        columns=columns,
        measure=characters * 100,
        gutter=100,
        lines=lines,
        leading=128,
        baseline=102,
        em=100,
    )
