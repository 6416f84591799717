"""The certificate names where every character stands, and the proof holds for every feature there is."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from layout import api
from layout.cli import main
from layout.release import proofs
from layout.release.certificate import certificate, certificate_bytes
from layout.release.printed import printed_page
from layout.release.proof import proved
from layout.release.verify import verify
from tests.features.editions import FEATURES
from tests.features.editions import loaded as feature
from tests.newsrooms import STORY, newsroom

TARGET = api.Target(profile="proof", out=Path("unused"), files="edition", time=datetime(2026, 3, 20))


def made_of(loaded: api.Loaded):
    composition = api.compose(loaded)
    files = dict(api.pdfs(composition, loaded, TARGET))
    drawn = api.shown(composition, loaded, TARGET)
    return drawn, files, api.page_sets(drawn, loaded, TARGET)


def build(manifest, out):
    return CliRunner().invoke(main, ["--lang", "en", "build", str(manifest), "--verify", "--out", str(out)])


@pytest.mark.parametrize("name", FEATURES)
def test_every_feature_is_read_back_as_it_was_set(name):
    loaded = feature(name)
    composition, files, pages_of = made_of(loaded)
    pages = [printed_page(page, composition.parts) for page in composition.pages]
    assert list(proved(files, pages_of, pages)) == []
    made = certificate(composition, loaded.edition, files, pages_of)
    assert set(made["stories"]) == set(composition.edition.stories)
    for story in made["stories"].values():
        assert story["not_placed"] == 0
        assert all(story["words"].values())
        assert sum(run[2] for entry in story["body"] for run in entry["printed"]) == story["characters"]


def test_each_character_has_its_fate(tmp_path):
    text = STORY.replace("再数。", "再数,好。") + "\n" + "又一段话。" * 200
    loaded = api.load(newsroom(tmp_path, stories={"one": text}))
    composition, files, pages_of = made_of(loaded)
    made = certificate(composition, loaded.edition, files, pages_of)["stories"]["one"]
    first, second, third = made["body"]
    assert first["at"] == [5, 1]
    assert [run[0] for run in first["printed"]] == ["A01"]
    assert second["changes"] == [
        [len("第二班船十点开，来的人不多。一个孩子趴在栏杆上数江里的灯影，数到十一就乱了，从头再数"), ",", "，"]
    ]
    assert third["not_placed"] == made["not_placed"] > 0
    assert third["not_placed"] + sum(run[2] for run in third["printed"]) == third["characters"] == 1000


@pytest.mark.parametrize("page", ["A01", "A02"])
def test_pages_made_alone_are_proved_and_the_rest_stands_elsewhere(page, tmp_path):
    edition = Path(__file__).parents[1] / "check" / "newsroom" / "issues" / "clean"
    made = CliRunner().invoke(main, ["build", str(edition), "--pages", page, "--verify", "--out", str(tmp_path)])
    assert made.exit_code == 0, made.output
    story = json.loads((tmp_path / "certificate.json").read_text("utf-8"))["stories"]["lead"]
    assert story["not_placed"] == 0
    assert 0 < story["elsewhere"] < story["characters"]
    assert verify(tmp_path, edition).found == ()


def test_the_certificate_is_the_same_every_time(tmp_path):
    loaded = api.load(newsroom(tmp_path))
    one, other = (
        certificate_bytes(certificate(c, loaded.edition, f, p)) for c, f, p in (made_of(loaded), made_of(loaded))
    )
    assert one == other
    assert json.loads(one)["stories"]["one"]["source"] == "stories/one.md"


def test_a_build_that_reads_back_writes_when_all_is_there(tmp_path):
    manifest = newsroom(tmp_path)
    made = CliRunner().invoke(
        main, ["--lang", "en", "build", str(manifest), "--verify", "--out", str(tmp_path / "out")]
    )
    assert made.exit_code == 0, made.output
    assert json.loads((tmp_path / "out" / "certificate.json").read_text("utf-8"))["read_back"] is True


def test_a_file_that_lost_text_stops_the_build(tmp_path, monkeypatch):
    manifest = newsroom(tmp_path)
    real = proofs.document_of

    def damaged(*arguments):
        return real(*arguments).replace(b"/ToUnicode", b"/ToNothing")

    monkeypatch.setattr(proofs, "document_of", damaged)
    made = CliRunner().invoke(
        main, ["--lang", "en", "build", str(manifest), "--verify", "--out", str(tmp_path / "out")]
    )
    assert made.exit_code == 1
    assert "CERT001" in made.output
    assert not (tmp_path / "out").exists()
