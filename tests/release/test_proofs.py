"""Proofs made a few pages at a time are those of the edition composed at once: files, findings, certificate, layout."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from msgspec.structs import replace

from layout import api, sharing
from layout.overlay.proof import OVERLAYS
from layout.release import proofs
from layout.release.batches import batches_of
from layout.release.certificate import certificate, certificate_bytes
from layout.release.changes.layouts import layout_bytes, layout_of
from layout.release.proofs import made_proofs
from tests.editions.samples import SAMPLES, composition, loaded
from tests.features.editions import FEATURES, FOLDER
from tests.features.editions import loaded as feature
from tests.newsrooms import MANIFEST, STORY, fonts_without_sets, newsroom

pytestmark = pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")


def whole(edition: api.Loaded, target: api.Target, composed=None):
    """What the edition composed at once gives."""
    composed = composed or api.compose(edition)
    found = api.findings(composed, edition)
    target = replace(target, found=found if target.overlays else ())
    files = dict(api.pdfs(composed, edition, target))
    drawn = api.shown(composed, edition, target)
    told = certificate(drawn, edition.edition, files, api.page_sets(drawn, edition, target))
    return files, set(found), certificate_bytes({**told, "read_back": False}), layout_bytes(layout_of(composed))


def in_batches(edition: api.Loaded, target: api.Target):
    made = made_proofs(edition, target)
    return dict(made.files), set(made.found), certificate_bytes(made.certificate), made.layout


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("overlays", [OVERLAYS, ()], ids=["marked", "plain"])
def test_samples_in_batches_are_the_samples(name, overlays):
    target = api.Target("proof", Path("unused"), overlays=overlays)
    assert in_batches(loaded(name), target) == whole(loaded(name), target, composition(name))


@pytest.mark.parametrize("name", FEATURES)
def test_features_in_batches_are_the_features(name):
    target = api.Target("proof", Path("unused"))
    assert in_batches(feature(name), target) == whole(feature(name), target)


def test_several_processes_make_the_same(monkeypatch):
    target = api.Target("proof", Path("unused"))
    here = in_batches(loaded(SAMPLES[0]), target)
    monkeypatch.setattr(sharing, "can_fork", lambda: True)
    monkeypatch.setattr("layout.aside.can_fork", lambda: True)
    monkeypatch.setattr(sharing, "_processes", lambda: 3)
    assert in_batches(loaded(SAMPLES[0]), target) == here


@pytest.mark.parametrize("least", [1, 2, 3, 100])
@pytest.mark.parametrize("name", SAMPLES)
def test_pages_that_share_a_story_are_in_one_batch(name, least):
    edition = loaded(name).edition
    names = [page.name for page in edition.pages]
    batches = list(batches_of(edition, names, least))
    assert sorted(page for batch in batches for page in batch) == sorted(names)
    assert all(len(batch) >= least for batch in batches[:-1])
    of_page = {page: number for number, batch in enumerate(batches) for page in batch}
    for story in edition.stories:
        assert len({of_page[page.name] for page in edition.pages if story in page.story_names}) <= 1


def test_only_the_pages_named_are_made():
    target = api.Target("proof", Path("unused"), "pages")
    made = made_proofs(loaded(SAMPLES[0]), target, ["A03", "B01"])
    assert [name.rsplit("_")[-1] for name in made.files] == ["A03.pdf", "B01.pdf"]
    assert set(made.certificate["pages"]) == {"A03", "B01"}


def test_a_file_that_does_not_hold_its_pages_is_told_of(tmp_path, monkeypatch):
    edition = api.load(newsroom(tmp_path, stories={"one": STORY}))
    target = api.Target("proof", Path("unused"))
    assert made_proofs(edition, target, read_back=True).differing == ()
    monkeypatch.setattr("layout.release.proof.page_texts", lambda data: ["另外的字"])
    codes = {found.code for found in made_proofs(edition, target, read_back=True).differing}
    assert codes == {"CERT001"}


def test_a_page_drawn_once_more_leads_where_its_story_goes_on(tmp_path):
    """A glyph that stands for ➀ on one page and for ① on pages of a story that goes on."""
    shutil.copytree(FOLDER / "jumps", tmp_path / "jumps")
    shutil.copytree(FOLDER / "styles", tmp_path / "styles")
    manifest, story = tmp_path / "jumps" / "issue.yaml", tmp_path / "jumps" / "stories" / "bridge.md"
    head, body = manifest.read_text("utf-8").split("pages:\n")
    for old, new in (("A03", "A04"), ("A02", "A03"), ("A01", "A02")):
        body = body.replace(f"page: {old}", f"page: {new}")
    _, first = MANIFEST.split("pages:\n")
    manifest.write_text(f"{head}pages:\n{first}{body}", "utf-8")
    (tmp_path / "jumps" / "stories" / "one.md").write_text(STORY.replace("入夜", "➀入夜"), "utf-8")
    story.write_text(story.read_text("utf-8").replace("今天起", "①，今天起"), "utf-8")
    edition = api.load(manifest, root=tmp_path, fonts=fonts_without_sets())
    assert edition.complete
    target = api.Target("proof", Path("unused"), overlays=OVERLAYS)
    drawn = []
    real = proofs._Making._redrawn
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(proofs._Making, "_redrawn", lambda *given: drawn.append(given[1]) or real(*given))
        made = in_batches(edition, target)
    assert drawn
    assert made == whole(edition, target)


def test_faces_are_told_of_as_in_the_whole_edition(tmp_path, monkeypatch):
    """Faces without vertical forms, and with marks elsewhere than on the mainland, on pages of several batches."""
    monkeypatch.setattr("layout.compose.faceforms._has_vertical", lambda face, mark: False)
    monkeypatch.setattr("layout.compose.faceforms.untrimmable_marks", lambda face: "。")
    head, page = MANIFEST.replace("lines: 12", "lines: 20").split("  - page: A01")
    page = page.rstrip().replace("level: brief", "level: standard, direction: down") + "\n        direction: down\n"
    pages = (f"  - page: A0{number}" + page.replace("one.md", f"s{number}.md") for number in range(1, 5))
    stories = {f"s{number}": STORY.replace("江", "江河湖海"[number - 1]) for number in range(1, 5)}
    edition = api.load(newsroom(tmp_path, manifest=head + "".join(pages), stories=stories))
    assert edition.complete
    target = api.Target("proof", Path("unused"))
    made = made_proofs(edition, target)
    assert {"TXT007", "TXT011"} <= {found.code for found in made.found}
    assert set(made.found) == set(api.findings(api.compose(edition), edition))
