"""What a build keeps for the next one is used only while all that it was made from is the same.

Builds that follow each other run in processes of their own, as they do on a desk: within one process nearly everything
that is read again looks new.
"""

from __future__ import annotations

import importlib.metadata
import os
import re
import shutil
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner
from msgspec.structs import replace
from PIL import Image

from layout import api
from layout.check.rule import EditionRule
from layout.cli import main
from layout.diagnostics import Kind, Severity
from layout.release import proofs
from layout.release.keptbatches import STANDS_ON, KeptBatches, NotedStories, kept_files
from layout.release.proofs import made_proofs
from tests.features.editions import FEATURES, FOLDER
from tests.features.editions import loaded as feature
from tests.newsrooms import MANIFEST, STORY, fonts_without_sets, newsroom
from tests.release.building import REPOSITORY, built

FIRST, LAST = ("A01", "A02"), ("A03", "A04")
ALL = ("", "A01+A02", "A03+A04")
TARGET = api.Target("proof", Path("unused"))


def four_pages(folder: Path) -> Path:
    """A newsroom whose first two pages are one batch, whose last two another; every page has a story of its own."""
    head, page = MANIFEST.split("  - page: A01")
    pages = [page.replace("stories/one.md", f"stories/s{number}.md") for number in range(4)]
    stories = {f"s{number}": STORY.replace("江", "江河湖海"[number]) for number in range(4)}
    manifest = head + "".join(f"  - page: A0{number + 1}{page}" for number, page in enumerate(pages))
    return newsroom(folder, manifest=manifest, stories=stories)


def style_of(manifest: Path) -> Path:
    return manifest.parents[2] / "styles" / "lanchuan-daily" / "style.yaml"


def retouched(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_nothing_is_made_twice(tmp_path):
    manifest = four_pages(tmp_path)
    first, second = built(manifest), built(manifest)
    assert (first.made, second.made) == (ALL, ())
    assert first.digest == second.digest


@pytest.mark.parametrize("name", FEATURES)
def test_a_second_build_of_a_feature_is_its_first(name):
    first, second = (made_proofs(feature(name), TARGET, keep="use") for _ in range(2))
    assert first == second


CHANGES = {
    "a story's words": ("stories/s2.md", "第二班船", "末一班船", ("", "A03+A04")),
    "a comment in a story's front matter": ("stories/s0.md", "headline", "# 校过\nheadline", ("", "A01+A02")),
    "a line more in the manifest": ("issue.yaml", "pages:", "# 早班\npages:", ALL),
    "a place a line deeper": ("issue.yaml", "lines: 12", "lines: 13", ALL),
    "another number": ("issue.yaml", "number: ", "number: 1", ALL),
    "indents by the style": ("../../styles/lanchuan-daily/style.yaml", "indent: 2", "indent: 1", ALL),
}


@pytest.mark.parametrize("change", CHANGES)
def test_after_a_change_a_build_is_what_it_is_anew(tmp_path, monkeypatch, change):
    manifest = four_pages(tmp_path)
    before = built(manifest)
    file, old, new, wanted = CHANGES[change]
    retouched(manifest.parent / file, old, new)
    after = built(manifest)
    assert set(after.made) == set(wanted)
    monkeypatch.setenv("PAIBAN_CACHE", str(tmp_path / "other"))
    assert built(manifest).digest == after.digest != before.digest


def test_a_story_nobody_placed_is_told_of(tmp_path):
    manifest = four_pages(tmp_path)
    before = built(manifest)
    (manifest.parent / "stories" / "left.md").write_text(STORY.replace("江", "溪"), "utf-8")
    after = built(manifest)
    assert after.made == ALL
    assert after.digest != before.digest


def test_a_filler_taken_out_of_the_manifest_is_one_nobody_placed(tmp_path):
    manifest = four_pages(tmp_path)
    (manifest.parent / "stories" / "spare.md").write_text(STORY.replace("江", "溪"), "utf-8")
    retouched(manifest, "pages:", "fillers: [stories/spare.md]\npages:")
    built(manifest)
    retouched(manifest, "fillers: [stories/spare.md]\npages:", "# 无\npages:")
    assert built(manifest).digest == built(manifest, "renew").digest


@pytest.mark.parametrize(
    ("name", "file", "old", "new"),
    [
        ("chart", "charts/ferries.yaml", "460", "470"),
        ("line-art", "pictures/ferry-map.svg", "<svg", "<!-- seen through --><svg"),
        ("story-ornament", "pictures/reed.svg", "M", "M1 1 M"),
        ("rare-character", "fonts/glyphs/U+20BB7.svg", "M130 212", "M150 212"),
        ("cut-out", "pictures/heron.png", None, None),
    ],
)
def test_another_picture_chart_ornament_or_character_is_seen(tmp_path, name, file, old, new):
    edition = tmp_path / name
    shutil.copytree(FOLDER / name, edition)
    shutil.copytree(FOLDER / "styles", tmp_path / "styles")
    own = any((edition / part).is_dir() for part in ("styles", "fonts"))
    fonts = None if (edition / "fonts" / "faces.yaml").is_file() else fonts_without_sets()

    def build(keep="use"):
        return built(edition / "issue.yaml", keep, edition if own else tmp_path, fonts)

    before = build()
    assert build().made == ()
    if old is None:
        mirrored_in_place(edition / file)
    else:
        retouched(edition / file, old, new)
    after = build()
    assert [one for one in after.made if one]
    assert after.digest == build("renew").digest
    assert (after.digest == before.digest) == (name == "line-art")


def mirrored_in_place(picture: Path) -> None:
    """Another picture under the same name, of the same age."""
    state = picture.stat()
    with Image.open(picture) as image:
        image.transpose(Image.Transpose.FLIP_LEFT_RIGHT).save(picture)
    os.utime(picture, ns=(state.st_atime_ns, state.st_mtime_ns))


def test_another_segmenter_is_seen(tmp_path):
    manifest = four_pages(tmp_path)
    package = tmp_path / "packages" / "jieba.py"
    package.parent.mkdir()
    package.write_text("def setLogLevel(level): pass\ndef lcut(text): return [text]\n", "utf-8")
    first = built(manifest, path=str(package.parent))
    assert built(manifest, path=str(package.parent)).made == ()
    package.write_text("def setLogLevel(level): pass\ndef lcut(text): return list(text)\n", "utf-8")
    assert (first.made, built(manifest, path=str(package.parent)).made) == (ALL, ALL)


def test_every_package_that_pages_are_made_with_is_looked_at():
    declared = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [*declared["dependencies"], *declared["optional-dependencies"]["segment"]]
    names = {re.match(r"[A-Za-z0-9-]+", one)[0].lower() for one in wanted}
    # These never come near a proof's page; those that carry faces are seen by their files.
    aside = {"click", "rapidfuzz", "pypdfium2", "defusedxml", "jinja2", "pylopdf-fonts-zh-cn", "justmytype-intl-cjk"}
    imported = {"pillow": "pil", "pyyaml": "yaml"}
    assert {imported.get(name, name) for name in names - aside} == {name.lower() for name in STANDS_ON}


def test_other_marks_are_another_proof(tmp_path):
    manifest = four_pages(tmp_path)
    edition = api.load(manifest)
    made_proofs(edition, TARGET, keep="use")
    for target in (replace(TARGET, overlays=("grid", "frames")), replace(TARGET, files="pages")):
        kept, anew = (made_proofs(edition, target, keep=keep) for keep in ("use", "no"))
        assert kept == anew


def test_a_spoiled_entry_is_made_anew(tmp_path):
    manifest = four_pages(tmp_path)
    first = built(manifest)
    entries = [path for path in kept_files().folder.rglob("*") if path.is_file()]
    assert len(entries) == 3
    for path in entries:
        path.write_bytes(path.read_bytes()[:-1])
    second = built(manifest)
    assert second == first
    assert built(manifest).made == ()


def test_a_folder_that_others_may_write_to_is_not_read(tmp_path):
    manifest = four_pages(tmp_path)
    built(manifest)
    folder = kept_files().folder
    folder.chmod(0o777)
    assert built(manifest).made == ALL
    folder.chmod(0o700)
    assert built(manifest).made == ()
    for inner in folder.iterdir():
        inner.chmod(0o777)
    assert built(manifest).made == ALL


def test_fresh_pages_take_the_place_of_those_kept(tmp_path, monkeypatch):
    manifest = four_pages(tmp_path)
    edition = api.load(manifest)
    made_proofs(edition, TARGET, keep="use")
    (kept_at,) = {path.parent.parent for path in kept_files().folder.rglob("*.batch")}
    before = {path: path.stat().st_mtime_ns for path in kept_at.rglob("*.batch")}
    made_proofs(edition, TARGET, keep="renew")
    assert all(path.stat().st_mtime_ns > before[path] for path in before)


def test_a_file_saved_while_its_page_is_made_is_read_by_the_next_build(tmp_path, monkeypatch):
    manifest = four_pages(tmp_path)
    real, story = proofs.told_of, manifest.parent / "stories" / "s0.md"

    def saved_meanwhile(*arguments):
        told = real(*arguments)
        story.write_text(story.read_text("utf-8") + "\n", "utf-8")
        return told

    monkeypatch.setattr("layout.sharing.can_fork", lambda: False)
    monkeypatch.setattr(proofs, "told_of", saved_meanwhile)
    made_proofs(api.load(manifest), TARGET, keep="use")
    monkeypatch.undo()
    assert "A01+A02" in built(manifest).made


def test_what_is_read_back_is_made_for_it(tmp_path, monkeypatch):
    edition = api.load(four_pages(tmp_path))
    made_proofs(edition, TARGET, keep="use")
    monkeypatch.setattr(KeptBatches, "find", lambda self, names: pytest.fail("looked for what was kept"))
    assert made_proofs(edition, TARGET, read_back=True, keep="use").certificate["read_back"]


@pytest.mark.parametrize(
    "look",
    [
        list,
        len,
        reversed,
        lambda noted: noted.values(),
        lambda noted: noted.items(),
        lambda noted: noted.keys(),
        lambda noted: noted.copy(),
        lambda noted: noted | {},
        lambda noted: {} | noted,
        lambda noted: {**noted},
        dict,
        lambda noted: noted == {},
    ],
)
def test_going_through_stories_looks_at_all(look):
    noted = NotedStories({"one": "1", "two": "2"})
    look(noted)
    assert list(noted.seen) == ["one", "two"]


def test_looking_at_a_story_is_noted():
    noted = NotedStories({"one": "1", "two": "2", "three": "3"})
    assert noted["one"] == "1"
    assert noted.get("four") is None
    assert "two" in noted
    assert list(noted.seen) == ["one", "four", "two"]


def test_the_command_uses_what_is_kept_unless_it_is_to_be_fresh(tmp_path, monkeypatch):
    manifest = four_pages(tmp_path)
    made = []
    real = proofs._Making.work
    monkeypatch.setattr("layout.sharing.can_fork", lambda: False)
    monkeypatch.setattr(proofs._Making, "work", lambda *given: made.append(given[1]) or real(*given))
    loaded = api.load(manifest)
    monkeypatch.setattr(api, "load", lambda *_, **__: loaded)

    def run(*more):
        made.clear()
        out = tmp_path / "out"
        shutil.rmtree(out, ignore_errors=True)
        done = CliRunner().invoke(main, ["--lang", "en", "build", str(manifest), "--out", str(out), *more])
        assert done.exit_code == 0, done.output
        return {path.name: path.read_bytes() for path in out.iterdir()}

    first = run()
    assert made == [(), FIRST, LAST]
    assert run() == first
    assert made == []
    assert run("--fresh") == first
    assert made == [(), FIRST, LAST]


def test_rules_of_the_newsrooms_own_see_the_whole_edition_every_time(tmp_path, monkeypatch):
    kind = Kind("OWN001", Severity.WARNING, "共 {pages} 版", "{pages} pages", "好", "well", "数", "count")

    class Point:
        def load(self):
            def count(issue):
                yield issue.found(kind, issue.edition.span, pages=len(issue.scenes))

            return (EditionRule(kind, count),)

    monkeypatch.setattr(importlib.metadata, "entry_points", lambda group, name: [Point()] if name == "ours" else [])
    monkeypatch.setattr(KeptBatches, "find", lambda self, names: pytest.fail("looked for what was kept"))
    manifest = four_pages(tmp_path)
    retouched(style_of(manifest), "advert_label: 广告\n", "advert_label: 广告\nchecks: {rules: [ours]}\n")
    made = made_proofs(api.load(manifest), TARGET, keep="use")
    assert [found.message("en") for found in made.found if found.code == "OWN001"] == ["4 pages"]
