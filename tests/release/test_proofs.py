"""Proofs made a few pages at a time are those of the edition composed at once: files, findings, certificate, layout."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from layout import api, sharing
from layout.overlay.proof import OVERLAYS
from layout.release.batches import batches_of
from layout.release.certificate import certificate, certificate_bytes
from layout.release.changes.layouts import layout_bytes, layout_of
from layout.release.proofs import made_proofs
from tests.editions.samples import SAMPLES, composition, loaded
from tests.features.editions import FEATURES
from tests.features.editions import loaded as feature
from tests.newsrooms import STORY, newsroom

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
