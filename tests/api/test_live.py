"""An edition in memory: after any edits it is what a fresh build of the same files is."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from layout import api
from layout.api.live import LiveEdition
from layout.api.livepages import LivePages
from layout.assets.images import PictureError
from layout.compose.edition import draw_page
from tests.api.edits import EDITS, LARGE, SMALL, Edit, copy_of
from tests.newsrooms import fonts_without_sets

edits = st.builds(Edit, st.sampled_from(sorted(EDITS)), st.integers(0, 500), st.integers(0, 5000))


def live_of(manifest: Path) -> LiveEdition:
    return LiveEdition(manifest, fonts=fonts_without_sets())


def target_of(folder: Path) -> api.Target:
    return api.Target("proof", folder, "pages")


def assert_as_fresh(live: LiveEdition, pages: LivePages, manifest: Path) -> None:
    fresh = api.load(manifest, fonts=fonts_without_sets())
    if not fresh.complete:
        assert not live.sound
        assert live.findings == fresh.diagnostics
        return
    try:
        composition = api.compose(fresh)
    except PictureError as error:
        assert live.findings == (*fresh.diagnostics, error.found)
        return
    assert live.sound
    assert live.composition is not None
    assert api.dump(live.composition) == api.dump(composition)
    assert live.composition.parts == composition.parts
    assert live.findings == api.findings(composition, fresh)
    target = target_of(manifest.parent)
    names = [page.name for page in composition.pages]
    assert dict(pages.files(live, target, names)) == dict(api.pdfs(composition, fresh, target))


def run(edition: str, sequence: list[Edit]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        manifest = copy_of(edition, Path(folder))
        live, pages = live_of(manifest), LivePages()
        for edit in sequence:
            changed = edit.make(manifest)
            live.refresh(changed)
            assert_as_fresh(live, pages, manifest)


@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(edits, min_size=1, max_size=4))
def test_after_any_edits_it_is_what_a_fresh_build_is(sequence):
    run(SMALL, sequence)


@pytest.mark.slow
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(edits, min_size=3, max_size=8))
def test_after_any_edits_of_the_large_sample_too(sequence):
    run(LARGE, sequence)


@pytest.fixture
def newsroom(tmp_path):
    return copy_of(SMALL, tmp_path)


def test_pages_that_a_change_does_not_touch_stay_the_same_objects(newsroom):
    live = live_of(newsroom)
    before = {page.name: page for page in live.composition.pages}
    (path,) = Edit("word", 0, 7).make(newsroom)
    made = live.refresh([path])
    assert made.sound
    after = {page.name: page for page in live.composition.pages}
    assert 0 < len(made.changed) < len(after)
    assert [name for name in after if after[name] is not before[name]] == list(made.changed)


def test_a_paragraph_more_makes_no_later_page_another(newsroom):
    """The parts of later pages are numbered anew; what is printed there is the same."""
    live = live_of(newsroom)
    story = newsroom.parent / "stories" / "metro-late.md"
    story.write_text(story.read_text("utf-8").replace("“天窗”缩短了，", "“天窗”缩短了。\n\n", 1), "utf-8")
    before = LivePages().files(live, api.Target("proof", Path("out"), "pages"), ["A01", "A02"])
    assert live.refresh([story]).changed == ("A01",)
    after = LivePages().files(live, api.Target("proof", Path("out"), "pages"), ["A01", "A02"])
    assert [name for name in after if after[name] != before[name]] == [next(iter(after))]


def test_a_story_in_another_encoding_is_read_again_in_it(newsroom):
    """Bytes of GB18030 may be sound UTF-8, too, and would then say something else."""
    story = newsroom.parent / "stories" / "metro-late.md"
    newsroom.write_text(
        newsroom.read_text("utf-8").replace(
            "{story: stories/metro-late.md, ", "{story: stories/metro-late.md, encoding: gb18030, "
        ),
        "utf-8",
    )
    text = story.read_text("utf-8")
    story.write_text(text, "gb18030")
    live = live_of(newsroom)
    assert live.sound
    story.write_text("也。".join(text.rsplit("。", 1)), "gb18030")
    assert live.refresh([story]).changed == ("A01",)
    (held,) = (one for one in live.loaded.edition.stories.values() if one.id == "metro-late")
    assert held.body[-1].text.endswith("也。")
    assert held.encoding == "gb18030"


def test_what_cannot_be_read_leaves_the_last_good_pages(newsroom):
    live = live_of(newsroom)
    pages = live.composition.pages
    made = live.refresh(Edit("broken manifest", 0, 0).make(newsroom))
    assert not made.sound
    assert not live.sound
    assert live.composition.pages is pages
    assert "error" in {found.severity.value for found in live.findings}
    made = live.refresh(Edit("broken manifest", 0, 0).make(newsroom))
    assert made.sound
    assert made.changed == ()


def test_a_page_taken_out_is_told(newsroom):
    live = live_of(newsroom)
    text = newsroom.read_text("utf-8")
    newsroom.write_text(text[: text.rindex("  - page:")], "utf-8")
    made = live.refresh([newsroom])
    assert made.gone == (f"A0{len(live.composition.pages) + 1}",)


def test_a_headline_printed_nowhere_still_changes_its_page(newsroom):
    """It is the title of the story in the PDF's outline."""
    live = live_of(newsroom)
    for which in range(12):
        changed = Edit("headline", which, 0).make(newsroom)
        made = live.refresh(changed)
        assert made.changed or not changed


def test_a_word_in_a_story_composes_its_pages_alone(newsroom, monkeypatch):
    """Nothing else is read, planned or drawn."""
    live = live_of(newsroom)
    monkeypatch.setattr(api, "load", None)
    drawn = []
    monkeypatch.setattr(
        "layout.compose.again.draw_page", lambda *given: drawn.append(given[1].name) or draw_page(*given)
    )
    made = live.refresh(Edit("word", 0, 7).make(newsroom))
    assert made.sound
    assert tuple(drawn) == made.changed
