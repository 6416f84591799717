"""The contents box: plates of page numbers that stand apart however little height there is."""

from __future__ import annotations

from itertools import pairwise

import pytest

from layout import api
from layout.display.items import Box, Role
from tests.newsrooms import MANIFEST, STORY, newsroom

PAGES = 3
BOX = "{{title: 今日导读, column: 4, columns: 2, line: 6, lines: {lines}, numbers: plates, frame: tint}}"
GUIDE = f"    contents:\n      - {BOX}\n"
LATER = """  - page: A0{page}
    section: 要闻
    template: inner-six
    staff: {{editor: 方启明}}
    stories:
      - story: stories/{name}.md
        guide: true
        at: {{column: 1, columns: 2, line: 6, lines: 12}}
        headline: {{level: brief}}
"""


def plates(tmp_path, lines):
    names = ["two", "three", "four"][:PAGES]
    later = "".join(LATER.format(page=number, name=name) for number, name in enumerate(names, 2))
    manifest = MANIFEST + GUIDE.format(lines=lines) + later
    stories = {"one": STORY} | {name: STORY.replace("渡口的灯", f"渡口的灯{name}") for name in names}
    composed = api.compose(api.load(newsroom(tmp_path, manifest=manifest, stories=stories)))
    page = composed.pages[0]
    found = [
        item.rect for item in page.items if isinstance(item, Box) and composed.parts[item.part].role is Role.CONTENTS
    ]
    # The first box is the frame's tint.
    return found[1:], found[0]


@pytest.mark.parametrize("lines", range(7, 14))
def test_plates_do_not_touch_and_stay_in_their_box(tmp_path, lines):
    own, frame = plates(tmp_path, lines)
    assert len(own) == PAGES
    for one, other in pairwise(own):
        assert other.y - one.bottom >= one.height // 10
    assert all(frame.y < rect.y and rect.bottom < frame.bottom for rect in own)
