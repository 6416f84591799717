"""Pages signed: what is recorded, what a change undoes, what the press refuses; nothing is ever lost."""

from __future__ import annotations

import errno
import json
import multiprocessing
import os

import pikepdf
import pytest
from click.testing import CliRunner

from layout import api
from layout.backends.files import OutputError
from layout.cli import main
from layout.edition.stages import FILE, Entry
from layout.release import signing
from layout.release.changes.compare import compare
from layout.release.changes.versions import working_version
from tests.newsrooms import MANIFEST, newsroom

PAGE = "lanchuan-daily_20260320_A01.pdf"
FITTING = MANIFEST.replace("lines: 12", "lines: 10")
AS = ("--as", "温若衡", "--role", "值班总编", "--time", "2026-03-19T22:40:00")


@pytest.fixture(autouse=True)
def _own_cache(monkeypatch, tmp_path):
    monkeypatch.setenv("PAIBAN_CACHE", str(tmp_path / "cache"))


@pytest.fixture
def manifest(tmp_path):
    return newsroom(tmp_path, manifest=FITTING)


def called(*words: object) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["--lang", "en", *map(str, words)])
    return result.exit_code, result.output


def signed(manifest, *more):
    code, output = called("sign", "A01", "--edition", manifest.parent, *AS, *more)
    assert code == 0, output
    return output


def reworded(manifest):
    story = manifest.parent / "stories" / "one.md"
    story.write_text(story.read_text("utf-8").replace("入夜以后", "天黑以后"), "utf-8")


def press(manifest, out, *more):
    return called("build", manifest, "--profile", "press", "--out", out, *more)


def test_a_page_that_nobody_signed_is_kept_from_the_press(manifest, tmp_path):
    code, output = press(manifest, tmp_path / "out")
    assert (code, "STAGE001" in output) == (1, True)
    assert not (tmp_path / "out").exists()
    code, output = called("deliver", manifest, tmp_path / "shop")
    assert (code, "STAGE001" in output) == (1, True)
    assert not (tmp_path / "shop").exists()


def test_a_signed_page_goes_to_press_as_if_there_were_no_stages(manifest, tmp_path):
    signed(manifest)
    code, output = press(manifest, tmp_path / "signed")
    assert code == 0, output
    assert press(manifest, tmp_path / "let through", "--unsigned")[0] == 0
    one, other = ((tmp_path / name / PAGE).read_bytes() for name in ("signed", "let through"))
    assert one == other


def test_an_unsigned_page_says_so_outside_its_trim(manifest, tmp_path):
    assert press(manifest, tmp_path / "out", "--unsigned")[0] == 0
    with pikepdf.open(tmp_path / "out" / PAGE) as pdf:
        page = pdf.pages[0]
        assert page.MediaBox[3] - page.TrimBox[3] > 14 * 72 / 25.4
    import pypdfium2

    text = pypdfium2.PdfDocument(tmp_path / "out" / PAGE)[0].get_textpage()
    found = text.search("UNSIGNED").get_next()
    assert found
    bottom = text.get_charbox(found[0])[1]
    assert bottom > float(page_trim(tmp_path / "out" / PAGE)[3])


def page_trim(path):
    with pikepdf.open(path) as pdf:
        return [float(edge) for edge in pdf.pages[0].TrimBox]


def test_a_change_drops_the_page_back(manifest, tmp_path):
    signed(manifest)
    assert "signed" in called("status", manifest)[1]
    assert "STAGE002" not in called("check", manifest)[1]
    reworded(manifest)
    status = json.loads(called("status", manifest, "--format", "json")[1])
    assert [(page["stage"], page["number"], page["changed"]) for page in status] == [("clean", 2, True)]
    assert "STAGE002" in called("check", manifest)[1]
    assert press(manifest, tmp_path / "out")[0] == 1
    signed(manifest)
    assert press(manifest, tmp_path / "out")[0] == 0


def test_the_hash_on_the_proof_has_to_be_the_pages(manifest):
    digest = json.loads(called("status", manifest, "--format", "json")[1])[0]["hash"]
    reworded(manifest)
    code, output = called("sign", "A01", "--edition", manifest.parent, *AS, "--hash", digest[:12])
    assert (code, "STAGE003" in output) == (1, True)
    assert not (manifest.parent / FILE).exists()


def test_a_page_with_errors_is_not_signed_for_the_press(tmp_path):
    manifest = newsroom(tmp_path, manifest=MANIFEST.replace("lines: 12", "lines: 3"))
    code, output = called("sign", "A01", "--edition", manifest.parent, *AS)
    assert (code, "LAY001" in output) == (1, True)
    signed(manifest, "--stage", "大样")
    assert "page proof 1" in called("status", manifest)[1]


def test_what_was_delivered_is_printed_and_what_replaces_it_replated(manifest, tmp_path):
    signed(manifest)
    time = ("--time", "2026-03-19T23:30:00")
    assert called("deliver", manifest, tmp_path / "shop", *time)[0] == 0
    assert "printed" in called("status", manifest)[1]
    assert called("deliver", manifest, tmp_path / "shop", *time)[0] == 0
    reworded(manifest)
    assert "clean proof 2" in called("status", manifest)[1]
    signed(manifest)
    code, output = called("deliver", manifest, tmp_path / "shop", "--replace", *time)
    assert code == 0, output
    assert "replated 1" in called("status", manifest)[1]
    stages = [line.split("stage: ")[1].split(",")[0] for line in (manifest.parent / FILE).read_text().splitlines()[3:]]
    assert stages == ["signed", "printed", "signed", "replated"]


def test_the_style_says_who_has_to_sign(manifest, tmp_path):
    style = tmp_path / "styles" / "lanchuan-daily" / "style.yaml"
    style.write_text(style.read_text("utf-8") + "\nsignatures: [责任编辑, 值班总编]\n", "utf-8")
    signed(manifest)
    assert "to sign: 责任编辑" in called("status", manifest)[1]
    code, _ = called("sign", "A01", "--edition", manifest.parent, "--as", "闻远", "--role", "责任编辑")
    assert code == 0
    assert press(manifest, tmp_path / "out")[0] == 0


def test_the_proof_shows_stage_and_signatures(manifest, tmp_path):
    import pypdfium2

    signed(manifest)
    called("build", manifest, "--overlay", "slug", "--out", tmp_path / "out")
    text = pypdfium2.PdfDocument(tmp_path / "out" / PAGE)[0].get_textpage().get_text_bounded()
    assert "付印" in text
    assert "温若衡" in text


def test_the_pages_as_they_were_signed_are_kept(manifest):
    assert signing.signed_version(manifest.parent) is None
    signed(manifest)
    version = signing.signed_version(manifest.parent)
    assert compare(version.layout, working_version(manifest).layout).same
    reworded(manifest)
    loaded = api.load(manifest)
    difference = signing.since_signed(api.compose(loaded), loaded).difference
    assert [(change.old, change.new) for change in difference.changes] == [("入夜", "天黑")]
    assert version.page("A01")[0].startswith(b"%PDF")


def test_pages_composed_alone_have_the_hash_they_have_among_others():
    from tests.editions.samples import SAMPLES, composition, loaded

    for name in SAMPLES:
        whole = {page: stage.digest for page, stage in api.stages(composition(name), loaded(name)).items()}
        last = list(whole)[-1]
        alone = api.compose(loaded(name), pages=[last])
        assert api.stages(alone, loaded(name))[last].digest == whole[last]
        assert len(set(whole.values())) == len(whole)


def record(folder, number) -> None:
    entry = Entry("2026-03-19T22:40:00", "A01", "proof", "一校", f"读者{number}", f"{number:064x}")
    signing.record(folder, [entry])


def test_those_who_sign_at_once_lose_nothing(manifest):
    folder = manifest.parent
    processes = [multiprocessing.get_context("spawn").Process(target=record, args=(folder, n)) for n in range(6)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert {process.exitcode for process in processes} == {0}
    assert len(api.load(manifest).entries) == 6


def test_a_full_disk_loses_nothing(manifest, monkeypatch):
    record(manifest.parent, 1)
    before = (manifest.parent / FILE).read_bytes()

    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(OutputError):
            record(manifest.parent, 2)
    assert (manifest.parent / FILE).read_bytes() == before
    record(manifest.parent, 3)
    assert [entry.name for entry in api.load(manifest).entries] == ["读者1", "读者3"]
    assert sorted(path.name for path in manifest.parent.iterdir()) == ["issue.yaml", FILE, "stories"]


@pytest.mark.parametrize("text", ["format: 1\nrecords: []\n", "records:\n", "format: 1\nrecords:\n  -\n", "\xff"])
def test_a_file_that_cannot_be_added_to_is_left_alone(manifest, text):
    path = manifest.parent / FILE
    path.write_bytes(text.encode("latin-1"))
    with pytest.raises(signing.SigningError):
        record(manifest.parent, 1)
    assert path.read_bytes() == text.encode("latin-1")
