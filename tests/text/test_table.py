"""Tables set: columns shared out, points under each other, nothing over the edge, no word lost."""

from __future__ import annotations

from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from layout.assets.fonts import load_faces
from layout.diagnostics import Sink
from layout.paths import built_in
from layout.style.model import Setting
from layout.text.model import Font, Prose
from layout.text.pour import prepare
from layout.text.table import Cells, set_table
from layout.units import pt

EM = pt(8)
ALIGNS = ("left", "center", "right", "decimal")


@cache
def font() -> Font:
    return Font(load_faces(built_in().fonts, Sink()).chain("body"), EM)


def cells(*rows: tuple[str, ...], aligns=ALIGNS, header=False) -> Cells:
    prose = {"decimal": "left"}
    made = tuple(
        tuple(
            prepare(Prose(text, font(), Setting(), prose.get(align, align)))
            for text, align in zip(row, aligns, strict=False)
        )
        for row in rows
    )
    return Cells(aligns[: len(rows[0])], made, header, EM)


def texts(row) -> list[str]:
    return ["".join(run.text for line in cell for run in line.runs) for cell in row.cells]


def test_what_fits_takes_one_line_and_all_of_the_width():
    table = set_table(cells(("望潮", "首班", "末班")), 20 * EM)
    assert (table.lines, table.over) == (1, 0)
    left, _, right = (cell[0] for cell in table.rows[0].cells)
    assert left.x == 0
    assert right.x + right.width == 20 * EM


def test_the_widest_column_gives_way_first():
    table = set_table(cells(("望潮", "5:30", "遇雾停航改乘十二路车")), 12 * EM)
    first, second, third = table.rows[0].cells
    assert (len(first), len(second)) == (1, 1)
    assert len(third) > 1
    assert table.over == 0


def test_points_stand_under_each_other():
    table = set_table(cells(("2",), ("2.5",), ("10.25",), aligns=("decimal",)), 10 * EM)
    points = []
    for row in table.rows:
        (line,) = row.cells[0]
        (run,) = line.runs
        whole = run.text.split(".")[0]
        points.append(line.x + sum(run.advances[: len(whole)]))
    assert len(set(points)) == 1


def test_a_word_too_wide_for_its_table_is_measured():
    assert set_table(cells(("timetable2026", "abcdefgh")), 6 * EM).over > 0


@given(
    st.lists(st.tuples(*[st.text(alphabet="澜川日报，。a1", max_size=14)] * 3), min_size=1, max_size=4),
    st.integers(14, 30),
)
def test_no_character_is_lost_and_none_stands_outside(rows, ems):
    table = set_table(cells(*rows), ems * EM)
    for row, setting in zip(rows, table.rows, strict=True):
        assert texts(setting) == list(row)
        assert setting.lines == max(1, *(len(cell) for cell in setting.cells))
        if not table.over:
            for cell in setting.cells:
                for line in cell:
                    assert line.x >= 0
                    assert line.x + line.width <= ems * EM + EM // 2
