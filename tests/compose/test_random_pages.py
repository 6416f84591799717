"""Random legal pages: nothing leaves the type area, nothing touches text, no character is lost, all on one grid."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from layout import api
from layout.display.items import Box, Drawn, Layer, Role, Rule, TextRun
from layout.geometry import Rect
from layout.units import pt
from tests.editions.samples import SAMPLES, composition
from tests.newsrooms import MANIFEST, newsroom

BODY = {Role.PARAGRAPH, Role.SUBHEAD, Role.BYLINE}
SENTENCES = (
    "江水一天一天涨上来，渡口的石阶一级一级没到水里去。",
    "老船工说：“水不急，人也不要急。”他数了3遍，还是12条船。",
    "去年秋天修的堤有20公里长，沿线种了柳树、桃树和乌桕。",
    "夜里十点，最后一班公交车开过望潮桥。",
)
HEADS = ("渡口的灯", "江堤修到了沙嘴", "今年的春水来得早")


@dataclass(frozen=True)
class Placed:
    column: int
    columns: int
    line: int
    lines: int
    extra: str
    level: str
    sentences: tuple[int, ...]
    subhead: bool

    def manifest(self, name: str) -> str:
        place = f"{{column: {self.column}, columns: {self.columns}, line: {self.line}, lines: {self.lines}}}"
        head = f"        headline: {{level: {self.level}}}\n"
        return f"      - story: stories/{name}.md\n        at: {place}\n{head}{self.extra}"

    def story(self, name: str) -> str:
        body = "\n\n".join(SENTENCES[n] * 2 for n in self.sentences)
        middle = "\n\n## 水涨船高\n\n" if self.subhead else "\n\n"
        return f"---\nheadline: {HEADS[len(self.sentences) % 3]}\n---\n（{name}）{SENTENCES[0]}{middle}{body}\n"


EXTRAS = (
    "",
    "        frame: box\n",
    "        frame: notice\n",
    "        frame: memo\n",
    "        direction: down\n",
    "        direction: down\n        tiers: 2\n",
    "        leg_rules: true\n",
    "        balance: false\n",
    "        gutter: 20pt\n",
)


@st.composite
def pages(draw):
    """Columns cut into bands, every band filled from the top down with stories a line or two apart."""
    placed, column = [], 1
    while column <= 6:
        columns = draw(st.integers(1, min(3, 7 - column)))
        line = 7 + draw(st.integers(0, 2))
        while line <= 108:
            lines = draw(st.integers(12, 60))
            lines = min(lines, 121 - line)
            placed.append(
                Placed(
                    column,
                    columns,
                    line,
                    lines,
                    draw(st.sampled_from(EXTRAS)),
                    draw(st.sampled_from(("brief", "minor"))),
                    tuple(draw(st.lists(st.integers(0, 3), min_size=1, max_size=14))),
                    draw(st.booleans()),
                )
            )
            line += lines + draw(st.integers(0, 2))
        column += columns
    return tuple(placed), draw(st.sampled_from(("rules", "white", "none")))


@pytest.fixture(scope="module")
def room(tmp_path_factory):
    return newsroom(tmp_path_factory.mktemp("random"))


def made(room, page):
    placed, separators = page
    head = MANIFEST[: MANIFEST.index("    stories:")]
    names = [f"s{number}" for number in range(len(placed))]
    rows = "".join(one.manifest(name) for name, one in zip(names, placed, strict=True))
    room.write_text(f"{head}    separators: {separators}\n    stories:\n{rows}", "utf-8")
    shutil.rmtree(room.parent / "stories")
    (room.parent / "stories").mkdir()
    for name, one in zip(names, placed, strict=True):
        (room.parent / "stories" / f"{name}.md").write_text(one.story(name), "utf-8")
    loaded = api.load(room)
    assert not [found for found in loaded.diagnostics if found.span and found.code.startswith(("SRC", "STY"))]
    return loaded, api.compose(loaded)


def extent(item) -> Rect:
    if isinstance(item, TextRun):
        size, width = item.glyphs.size, item.glyphs.width
        if item.vertical:
            return Rect(item.origin.x - size // 2, item.origin.y, size, width)
        if item.turned:
            return Rect(item.origin.x - size * 15 // 100, item.origin.y, size, width)
        return Rect(item.origin.x, item.origin.y - size * 880 // 1000, width, size)
    if isinstance(item, Box):
        return item.rect
    if isinstance(item, Drawn):
        return item.shape.extent
    return Rect(item.start.x, item.start.y, item.end.x - item.start.x, item.end.y - item.start.y)


def lines_drawn(page) -> list[Rect]:
    """The rules and the sides of frames, as thin rectangles."""
    found = []
    for item in page.items:
        if isinstance(item, Rule):
            found.append(extent(item).grown(item.weight // 2))
        elif isinstance(item, Box) and item.stroke is not None:
            rect, thin = item.rect, max(item.weight, 2)
            found += [
                Rect(rect.x, rect.y, rect.width, thin),
                Rect(rect.x, rect.bottom - thin, rect.width, thin),
                Rect(rect.x, rect.y, thin, rect.height),
                Rect(rect.right - thin, rect.y, thin, rect.height),
            ]
    return found


def off_grid(composed, page, leading, baseline) -> list[str]:
    """Body lines whose baseline is not one of the page's."""
    return [
        item.glyphs.text
        for item in page.items
        if isinstance(item, TextRun)
        and composed.parts[item.part].role is Role.PARAGRAPH
        and not item.vertical
        and not item.turned
        and item.glyphs.size == pt(9)
        and (item.origin.y - page.type_area.y - baseline) % leading
    ]


def texts_by_story(composed, page) -> dict[str, str]:
    found: dict[str, str] = {}
    for item in page.items:
        part = composed.parts[item.part]
        if isinstance(item, TextRun) and part.role in {Role.PARAGRAPH, Role.SUBHEAD} and part.story:
            found[part.story] = found.get(part.story, "") + item.glyphs.text
    return found


def plain(text: str) -> str:
    return "".join(text.translate(str.maketrans("『』「」", "“”‘’")).split())


@given(page=pages())
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.large_base_example])
def test_a_random_page_keeps_every_rule(room, page):
    loaded, composed = made(room, page)
    drawn = composed.pages[0]
    area = drawn.type_area.grown(2)
    for item in drawn.items:
        found = extent(item)
        assert area.x <= found.x
        assert area.y <= found.y
        assert found.bottom <= area.bottom
        assert found.right <= area.right or "LAY003" in {d.code for d in composed.diagnostics}
    texts = [extent(item) for item in drawn.items if isinstance(item, TextRun) and item.layer is Layer.TEXT]
    across = [
        (one, other)
        for one, other in combinations(sorted(texts, key=lambda rect: rect.y), 2)
        if one.grown(-pt(0.6)).overlaps(other.grown(-pt(0.6)))
    ]
    assert not across or "LAY003" in {d.code for d in composed.diagnostics}
    assert not [(line, text) for line in lines_drawn(drawn) for text in texts if line.overlaps(text)]
    style = loaded.styles.paper
    if not any("down" in one.extra for one in page[0]):
        assert off_grid(composed, drawn, style.leading, style.baseline) == []
    _conserved(loaded, composed, drawn)


def _conserved(loaded, composed, drawn) -> None:
    short = {value for d in composed.diagnostics if d.code in {"LAY001", "LAY004"} for _, value in d.values}
    found = texts_by_story(composed, drawn)
    for name, story in loaded.edition.stories.items():
        wanted = plain("".join(paragraph.text for paragraph in story.body))
        got = plain(found.get(name, ""))
        assert wanted.startswith(got) if name in short else got == wanted


@pytest.mark.parametrize("name", SAMPLES)
def test_every_body_line_of_the_samples_lies_on_the_page_s_grid(name):
    from tests.editions.samples import loaded as sample

    style = sample(name).styles.paper
    composed = composition(name)
    for page in composed.pages:
        assert off_grid(composed, page, style.leading, style.baseline) == []
