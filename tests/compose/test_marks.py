"""Marks with characters: dots, lines under names and titles, frames; never a change of the line they stand in."""

from layout import api
from layout.display.items import Box, Layer, Rule, TextRun, Wave
from tests.newsrooms import newsroom

PLAIN = "他只说了四个字：不可大意。船工闻远写过一本渡口志，老船工柳岸去年冬天走了。"
MARKED = "他只说了四个字：[不可大意]{着重}。船工[闻远]{专名}写过一本[渡口志]{书名}，老船工[柳岸]{示亡}去年冬天走了。"


def items_of(tmp_path, text):
    manifest = newsroom(tmp_path, stories={"one": f"---\nheadline: 题\n---\n{text}\n"})
    read = api.load(manifest)
    assert read.diagnostics == ()
    return api.compose(read).pages[0].items


def test_marks_are_drawn_and_the_text_stands_as_without_them(tmp_path):
    marked, plain = items_of(tmp_path / "a", MARKED), items_of(tmp_path / "b", PLAIN)
    assert [item for item in marked if isinstance(item, TextRun)] == [
        item for item in plain if isinstance(item, TextRun)
    ]
    marks = [item for item in marked if item.layer is Layer.MARKS]
    assert sum(isinstance(item, Box) and item.fill is not None for item in marks) == 4
    assert sum(isinstance(item, Rule) for item in marks) >= 1
    assert sum(isinstance(item, Wave) for item in marks) >= 1
    assert sum(isinstance(item, Box) and item.stroke is not None for item in marks) >= 1


def test_a_dot_stands_under_the_middle_of_its_character(tmp_path):
    items = items_of(tmp_path, "[大意]{dots}了。")
    (run,) = [item for item in items if isinstance(item, TextRun) and item.glyphs.text.startswith("大意")]
    dots = [item.rect for item in items if item.layer is Layer.MARKS]
    for index, dot in enumerate(dots):
        middle = run.origin.x + sum(run.glyphs.advances[:index]) + run.glyphs.size // 2
        assert abs(dot.x + dot.width // 2 - middle) <= 2
        assert dot.y > run.origin.y


def test_punctuation_gets_no_dot(tmp_path):
    items = items_of(tmp_path, "[是，不是]{着重}。")
    assert sum(item.layer is Layer.MARKS for item in items) == 3
