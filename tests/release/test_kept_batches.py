"""What a build keeps for the next one is used only while all that it was made from is the same."""

from __future__ import annotations

import importlib.metadata
import shutil
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
from layout.release.keptbatches import NotedStories, kept_files
from layout.release.proofs import Proofs, made_proofs
from tests.features.editions import FEATURES, FOLDER
from tests.features.editions import loaded as feature
from tests.newsrooms import MANIFEST, STORY, fonts_without_sets, newsroom

FIRST, LAST = ("A01", "A02"), ("A03", "A04")
TARGET = api.Target("proof", Path("unused"))


@pytest.fixture(autouse=True)
def one_process(monkeypatch):
    monkeypatch.setattr("layout.sharing.can_fork", lambda: False)


@pytest.fixture
def made_anew(monkeypatch):
    """The batches that were really made, in order; () are the texts."""
    made = []
    real = proofs._Making.work

    def noted(self, names, kept):
        made.append(names)
        return real(self, names, kept)

    monkeypatch.setattr(proofs._Making, "work", noted)
    return made


def four_pages(folder: Path) -> Path:
    """A newsroom whose first two pages are one batch, whose last two another; every page has a story and a picture."""
    head, page = MANIFEST.split("  - page: A01")
    pages = [page.replace("stories/one.md", f"stories/s{number}.md") for number in range(4)]
    stories = {f"s{number}": STORY.replace("江", "江河湖海"[number]) for number in range(4)}
    manifest = head + "".join(f"  - page: A0{number + 1}{page}" for number, page in enumerate(pages))
    return newsroom(folder, manifest=manifest, stories=stories)


def built(manifest: Path, target: api.Target = TARGET) -> Proofs:
    return made_proofs(api.load(manifest), target, fresh=False)


def same_as_anew(manifest: Path, target: api.Target = TARGET) -> Proofs:
    """What a build makes, which is what it makes when nothing is kept."""
    made = built(manifest, target)
    anew = made_proofs(api.load(manifest), target, fresh=True)
    assert replace(made, found=(), composed=()) == replace(anew, found=(), composed=())
    assert set(made.found) == set(anew.found)
    assert set(made.composed) == set(anew.composed)
    return made


def test_nothing_is_made_twice(tmp_path, made_anew):
    manifest = four_pages(tmp_path)
    built(manifest)
    assert made_anew == [(), FIRST, LAST]
    made_anew.clear()
    assert built(manifest).files
    assert made_anew == []


@pytest.mark.parametrize("name", FEATURES)
def test_a_second_build_of_a_feature_is_its_first(name):
    first, second = (made_proofs(feature(name), TARGET, fresh=False) for _ in range(2))
    assert first == second


def test_an_edit_of_a_story_makes_its_pages_anew(tmp_path, made_anew):
    manifest = four_pages(tmp_path)
    built(manifest)
    made_anew.clear()
    story = manifest.parent / "stories" / "s2.md"
    story.write_text(story.read_text("utf-8").replace("第二班船", "末一班船"), "utf-8")
    built(manifest)
    assert made_anew == [(), LAST]
    same_as_anew(manifest)


def retouched(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


CHANGES = {
    "a comment in a story's front matter": lambda edition: retouched(
        edition / "stories" / "s0.md", "headline", "# 校过\nheadline"
    ),
    "a line more in the manifest": lambda edition: retouched(edition / "issue.yaml", "pages:", "# 早班\npages:"),
    "a story moved": lambda edition: retouched(edition / "issue.yaml", "stories/s3.md", "stories/s2.md"),
    "another number": lambda edition: retouched(edition / "issue.yaml", "number: ", "number: 1"),
    "a story nobody placed": lambda edition: (edition / "stories" / "left.md").write_text(STORY, "utf-8"),
    "a story that is gone": lambda edition: (edition / "stories" / "s1.md").unlink(),
    "larger type": lambda edition: retouched(style_of(edition), "characters:", "characters: 15 # "),
}


def style_of(edition: Path) -> Path:
    return edition.parents[1] / "styles" / "lanchuan-daily" / "style.yaml"


@pytest.mark.parametrize("change", CHANGES)
def test_after_any_change_a_build_is_what_it_is_anew(tmp_path, change):
    manifest = four_pages(tmp_path)
    built(manifest)
    CHANGES[change](manifest.parent)
    loaded = api.load(manifest)
    if loaded.complete:
        same_as_anew(manifest)
        same_as_anew(manifest)


def test_another_picture_under_the_same_name_is_seen(tmp_path, made_anew):
    folder = tmp_path / "cut-out"
    shutil.copytree(FOLDER / "cut-out", folder)
    shutil.copytree(FOLDER / "styles", tmp_path / "styles")
    picture = next(path for path in folder.rglob("*") if path.suffix in {".png", ".jpg"})

    def loaded():
        return api.load(folder / "issue.yaml", root=tmp_path, fonts=fonts_without_sets())

    first = made_proofs(loaded(), TARGET, fresh=False)
    made_anew.clear()
    with Image.open(picture) as image:
        image.transpose(Image.Transpose.FLIP_LEFT_RIGHT).save(picture)
    second = made_proofs(loaded(), TARGET, fresh=False)
    assert [names for names in made_anew if names]
    assert second.files != first.files
    assert second.files == made_proofs(loaded(), TARGET, fresh=True).files


def feature_copy(name: str, folder: Path) -> Path:
    """A feature's edition in a newsroom of its own, to be changed."""
    shutil.copytree(FOLDER / name, folder / name)
    if not (FOLDER / name / "styles").is_dir():
        shutil.copytree(FOLDER / "styles", folder / "styles")
    return folder / name


@pytest.mark.parametrize(
    ("name", "file", "old", "new"),
    [
        ("chart", "charts/ferries.yaml", "460", "470"),
        ("line-art", "pictures/ferry-map.svg", "<svg", "<!-- seen through --><svg"),
        ("story-ornament", "pictures/reed.svg", "M", "M1 1 M"),
        ("rare-character", "fonts/glyphs/U+20BB7.svg", "M", "M1 1 M"),
    ],
)
def test_another_chart_ornament_or_character_is_seen(tmp_path, made_anew, name, file, old, new):
    edition = feature_copy(name, tmp_path)
    root = edition if any((edition / part).is_dir() for part in ("styles", "fonts")) else tmp_path
    fonts = None if (edition / "fonts" / "faces.yaml").is_file() else fonts_without_sets()

    def made(*, fresh: bool) -> Proofs:
        return made_proofs(api.load(edition / "issue.yaml", root=root, fonts=fonts), TARGET, fresh=fresh)

    assert made(fresh=False).files
    made_anew.clear()
    retouched(edition / file, old, new)
    second = made(fresh=False)
    assert [names for names in made_anew if names]
    assert second.files == made(fresh=True).files


def test_other_marks_are_another_proof(tmp_path):
    manifest = four_pages(tmp_path)
    built(manifest)
    same_as_anew(manifest, replace(TARGET, overlays=("grid", "frames")))
    same_as_anew(manifest, replace(TARGET, files="pages"))


def test_a_spoiled_entry_is_made_anew(tmp_path, made_anew):
    manifest = four_pages(tmp_path)
    built(manifest)
    made_anew.clear()
    entries = list(kept_files().folder.glob("*/*"))
    assert len(entries) == 3
    for path in entries:
        path.write_bytes(path.read_bytes()[:-1])
    same_as_anew(manifest)
    assert made_anew[:3] == [(), FIRST, LAST]


def test_a_folder_that_others_may_write_to_is_not_read(tmp_path, made_anew):
    manifest = four_pages(tmp_path)
    built(manifest)
    made_anew.clear()
    kept_files().folder.chmod(0o777)
    built(manifest)
    assert made_anew == [(), FIRST, LAST]


def test_what_was_read_back_was_made_for_it(tmp_path, made_anew):
    manifest = four_pages(tmp_path)
    built(manifest)
    made_anew.clear()
    assert made_proofs(api.load(manifest), TARGET, read_back=True, fresh=False).certificate["read_back"]
    assert made_anew == [(), FIRST, LAST]


def test_looking_at_stories_is_noted():
    stories = NotedStories({"one": "1", "two": "2", "three": "3"})
    assert stories["one"] == "1"
    assert stories.get("four") is None
    assert list(stories.seen) == ["one", "four"]
    for go_through in (list, lambda noted: noted.values(), lambda noted: noted.items(), lambda noted: noted.keys()):
        noted = NotedStories({"one": "1", "two": "2"})
        go_through(noted)
        assert list(noted.seen) == ["one", "two"]
    noted = NotedStories({"two": "2"})
    assert "two" in noted
    assert list(noted.seen) == ["two"]


def test_the_command_uses_what_is_kept_unless_it_is_to_be_fresh(tmp_path, made_anew):
    manifest = four_pages(tmp_path)

    def run(*more):
        made_anew.clear()
        out = tmp_path / "out"
        shutil.rmtree(out, ignore_errors=True)
        made = CliRunner().invoke(main, ["--lang", "en", "build", str(manifest), "--out", str(out), *more])
        assert made.exit_code == 0, made.output
        return {path.name: path.read_bytes() for path in out.iterdir()}

    first = run()
    assert made_anew == [(), FIRST, LAST]
    assert run() == first
    assert made_anew == []
    assert run("--fresh") == first
    assert made_anew == [(), FIRST, LAST]


def test_rules_of_the_newsrooms_own_see_the_whole_edition_every_time(tmp_path, made_anew, monkeypatch):
    kind = Kind("OWN001", Severity.WARNING, "共 {pages} 版", "{pages} pages", "好", "well", "数", "count")

    class Point:
        def load(self):
            def count(issue):
                yield issue.found(kind, issue.edition.span, pages=len(issue.scenes))

            return (EditionRule(kind, count),)

    monkeypatch.setattr(importlib.metadata, "entry_points", lambda group, name: [Point()] if name == "ours" else [])
    manifest = four_pages(tmp_path)
    retouched(style_of(manifest.parent), "advert_label: 广告\n", "advert_label: 广告\nchecks: {rules: [ours]}\n")
    for _ in range(2):
        made_anew.clear()
        told = [found.message("en") for found in built(manifest).found if found.code == "OWN001"]
        assert told == ["4 pages"]
        assert made_anew == [(), (*FIRST, *LAST)]
