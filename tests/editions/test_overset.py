"""A box made too small: the exact number of 字 and 行, the place in the manifest, the mark on the proof."""

import shutil
from pathlib import Path

import pytest

from layout import api
from layout.display.items import Layer, TextRun
from layout.plan.findings import OVERSET
from tests.editions.samples import REPOSITORY, composition

SAMPLE = REPOSITORY / "issues" / "2026-03-20"


@pytest.fixture
def copied(tmp_path):
    for folder in ("styles", "fonts"):
        shutil.copytree(REPOSITORY / folder, tmp_path / folder)
    shutil.copytree(SAMPLE, tmp_path / "issues" / "2026-03-20")
    return tmp_path / "issues" / "2026-03-20"


def test_a_lower_box_names_what_does_not_fit_and_marks_the_proof(copied):
    manifest = copied / "issue.yaml"
    text = manifest.read_text("utf-8")
    start = text.index("stories/zone-service.md")
    lines = int(text[text.index("lines: ", start) + 7 :].split("}")[0])
    changed = text[:start] + text[start:].replace(f"lines: {lines}", f"lines: {lines - 4}", 1)
    manifest.write_text(changed, "utf-8")
    loaded = api.load(manifest)
    made = api.compose(loaded, pages=["A02"])
    [found] = [d for d in made.diagnostics if d.kind is OVERSET]
    values = dict(found.values)
    assert values["story"] == "zone-service"
    assert found.span.path == manifest
    assert changed.splitlines()[found.span.line - 1].strip().startswith("at:")
    before = [page for page in composition("2026-03-20").pages if page.name == "A02"]
    assert values["characters"] == _body(before) - _body(made.pages)
    marked = api.shown(made, loaded, api.Target(profile="proof", out=Path("unused")))
    notices = [
        item.glyphs.text for item in marked.pages[0].items if isinstance(item, TextRun) and item.layer is Layer.OVERLAY
    ]
    assert "".join(notices).replace(" ", "") == f"溢出{values['characters']}字{values['lines']}行"


def _body(pages) -> int:
    """How many characters of the story stand on the pages."""
    return sum(
        sum(not c.isspace() for c in item.glyphs.text)
        for page in pages
        for item in page.items
        if isinstance(item, TextRun) and item.layer is Layer.TEXT and _is_body(item, page)
    )


def _is_body(item, page) -> bool:
    return item.glyphs.size == 9 * 12_700 and item.ink.black == 1000 and page.name == "A02"
