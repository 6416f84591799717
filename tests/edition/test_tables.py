"""Tables in a body and in files of their own: what is a table, its cells with their places, and what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layout.diagnostics import Sink
from layout.edition.copytext import read_body, read_table
from layout.edition.datafile import read_chart
from layout.edition.model import TextKind
from layout.edition.tables import split_table
from layout.source.document import Document


def body(text: str):
    sink = Sink()
    return read_body(Document(Path("s.md"), text), 1, None, sink), [found.code for found in sink.found]


TABLE = """前一段。

: 船期
| 渡口 | 首班 | 票价 |
|:-----|:----:|-.-:|
| 望潮 | 5:30 | 2 |
| 沙嘴 || 2.5

后一段。"""


def test_a_table_stands_between_paragraphs():
    read, found = body(TABLE)
    assert not found
    (table,) = read.tables
    assert (table.aligns, table.rows, table.header, table.title) == (("left", "center", "decimal"), 3, True, True)
    texts = [paragraph.text for paragraph in read.paragraphs]
    assert texts == ["前一段。", "船期", *["渡口", "首班", "票价", "望潮", "5:30", "2", "沙嘴"], "", "2.5", "后一段。"]
    assert [p.kind for p in read.paragraphs].count(TextKind.CELL) == 9


def test_every_cell_knows_where_it_stands():
    read, _ = body(TABLE)
    lines = TABLE.split("\n")
    for paragraph in read.paragraphs:
        for character, (line, column) in zip(paragraph.text, paragraph.origins, strict=True):
            assert lines[line - 1][column - 1] == character


def test_empty_heads_mean_no_header():
    read, _ = body("| | |\n|--|--|\n| 甲 | 乙 |")
    assert (read.tables[0].header, read.tables[0].rows) == (False, 1)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("| 甲 | 乙 |\n|--|--|\n| 一 | 二 | 三 |", "EDN050"),
        ("| 甲 | 乙 |\n| 一 | 二 |", "EDN051"),
        ("| 甲 |", "EDN051"),
    ],
)
def test_a_bad_table_is_told(text, code):
    assert body(text)[1] == [code]


def test_a_bar_within_a_paragraph_is_no_table():
    read, found = body("他写下“甲|乙”两个字。")
    assert not read.tables
    assert not found


@pytest.mark.parametrize("text", ["", "甲乙", "| 甲 |\n|--|\n\n又一段"])
def test_a_file_of_a_table_holds_nothing_else(text):
    sink = Sink()
    assert not read_table(Document(Path("t.md"), text), sink).tables
    assert "EDN052" in [found.code for found in sink.found]


@given(st.lists(st.text(alphabet="|:-. 甲a", max_size=12), min_size=1, max_size=4))
def test_no_block_of_lines_raises(lines):
    split_table([(line or "|", number) for number, line in enumerate(lines, 1)], Document(Path("s.md"), ""), Sink())


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("kind: bars\nlabels: [a, b]\nvalues: [1]", "EDN056"),
        ("kind: bars\nlabels: [a]\nvalues: [-1]", "EDN057"),
        ("kind: bars\nlabels: [a]", "EDN055"),
        ("kind: bars\nlabels: [a]\nvalues: [1]\nhighlight: c", "EDN058"),
        ("kind: pie\nlabels: [a]\nvalues: [1]", "SRC014"),
        ("kind: bars\nlabels: [a]\nvalues: [1/0]", "SRC014"),
        ("kind: bars\nlabels: [a]\nvalues: [甲]", "SRC014"),
    ],
)
def test_a_bad_chart_is_told(tmp_path, text, code):
    path = tmp_path / "c.yaml"
    path.write_text(text, "utf-8")
    sink = Sink()
    assert read_chart(path, None, sink) is None
    assert code in [found.code for found in sink.found]
