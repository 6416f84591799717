"""Sets of faces: brought by whichever client is there, checked, whole or not at all; no real client is asked."""

from __future__ import annotations

import hashlib
import io
import tarfile

import pytest
from click.testing import CliRunner

from layout.assets.fonts.sets import clients
from layout.assets.fonts.sets.bring import DOWNLOADS, FOLDER, Bringer
from layout.assets.fonts.sets.catalogue import FaceItem, FaceSet, Origin, read_sets
from layout.assets.fonts.sets.clients import NotBroughtError, Npm
from layout.cli import main
from layout.diagnostics import Sink
from tests.editions.samples import REPOSITORY, loaded
from tests.newsrooms import newsroom

FACE = b"a face"


class Shelf:
    """A client that has some packages ready, or none."""

    def __init__(self, packages=None, *, there=True):
        self.packages = packages or {}
        self.there = there
        self.asked = []

    def available(self):
        return self.there

    def bring(self, package, folder):
        self.asked.append(package)
        if package not in self.packages:
            raise NotBroughtError(f"no package {package}")
        (folder / "archive").write_bytes(b"")
        return folder / "archive"

    def member(self, archive, name):
        return next(iter(self.packages.values()))[name]


def origin(client, saved, data=FACE, member="face.ttf"):
    return Origin(client, f"{client}-package", member, hashlib.sha256(data).hexdigest(), saved)


def a_set(*origins):
    return FaceSet("kai", "Kai", (FaceItem("Kai", "OFL-1.1", origins),))


def bringer(tmp_path, **shelves):
    told = []
    return Bringer(tmp_path, told.append, shelves), told


def test_a_face_is_put_in_place_and_told_of(tmp_path):
    bring, told = bringer(tmp_path, npm=Shelf({"npm-package": {"face.ttf": FACE}}))
    (brought,) = bring.bring(a_set(origin("npm", "Kai.ttf")))
    assert brought.new
    assert brought.path.read_bytes() == FACE
    assert told == ["npm npm-package"]
    assert [path.name for path in (tmp_path / FOLDER).iterdir()] == ["Kai.ttf"]


def test_the_next_client_is_asked_when_one_is_not_there(tmp_path):
    bring, _ = bringer(tmp_path, npm=Shelf(there=False), apt=Shelf({"apt-package": {"face.ttf": FACE}}))
    (brought,) = bring.bring(a_set(origin("npm", "Kai.ttf"), origin("apt", "Kai-apt.ttf")))
    assert brought.path.name == "Kai-apt.ttf"


def test_a_file_that_is_not_the_pinned_one_is_not_taken(tmp_path):
    bring, _ = bringer(tmp_path, npm=Shelf({"npm-package": {"face.ttf": b"another"}}))
    (brought,) = bring.bring(a_set(origin("npm", "Kai.ttf")))
    assert brought.path is None
    assert "sha256" in brought.reasons[0]
    assert not (tmp_path / FOLDER / "Kai.ttf").exists()


def test_what_is_there_is_kept_and_nobody_is_asked(tmp_path):
    shelf = Shelf()
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / "Kai-apt.ttf").write_bytes(FACE)
    bring, _ = bringer(tmp_path, npm=shelf, apt=shelf)
    (brought,) = bring.bring(a_set(origin("npm", "Kai.ttf"), origin("apt", "Kai-apt.ttf")))
    assert not brought.new
    assert shelf.asked == []


def test_a_package_that_came_whole_is_not_brought_again(tmp_path):
    shelf = Shelf({"npm-package": {"face.ttf": b"another"}})
    for _ in range(2):
        bring, _told = bringer(tmp_path, npm=shelf)
        bring.bring(a_set(origin("npm", "Kai.ttf")))
    assert shelf.asked == ["npm-package"]
    assert (tmp_path / FOLDER / DOWNLOADS).is_dir()


def test_a_web_font_is_unpacked(tmp_path):
    from fontTools.fontBuilder import FontBuilder

    built = FontBuilder(1000, isTTF=True)
    built.setupGlyphOrder([".notdef"])
    built.setupCharacterMap({})
    built.setupHead()
    built.font.flavor = "woff"
    held = io.BytesIO()
    built.font.save(held)
    data = held.getvalue()
    bring, _ = bringer(tmp_path, npm=Shelf({"npm-package": {"face.woff": data}}))
    (brought,) = bring.bring(a_set(origin("npm", "Kai.ttf", data, "face.woff")))
    assert data[:4] == b"wOFF"
    assert brought.path.read_bytes()[:4] == b"\x00\x01\x00\x00"


def test_a_tarball_gives_its_member_or_a_reason(tmp_path):
    archive = tmp_path / "package.tgz"
    with tarfile.open(archive, "w:gz") as tar:
        info = tarfile.TarInfo("package/face.ttf")
        info.size = len(FACE)
        tar.addfile(info, io.BytesIO(FACE))
    assert Npm().member(archive, "package/face.ttf") == FACE
    with pytest.raises(NotBroughtError):
        Npm().member(archive, "package/other.ttf")


def test_every_set_of_the_data_file_is_one_that_faces_yaml_knows():
    sink = Sink()
    sets = read_sets(REPOSITORY / "fonts", sink)
    assert not sink.found
    faces = (REPOSITORY / "fonts" / "faces.yaml").read_text("utf-8")
    for one in sets.values():
        for item in one.items:
            for found in item.origins:
                assert f"file: sets/{found.saved}" in faces
                assert len(found.sha256) == 64
    assert {item.name for one in sets.values() for item in one.items} == {item.name for item in sets["full"].items}


def test_without_a_client_the_command_says_what_is_missing_and_ends_with_3(tmp_path, monkeypatch):
    newsroom(tmp_path)
    monkeypatch.setattr(clients.shutil, "which", lambda _: None)
    made = CliRunner().invoke(main, ["--lang", "en", "--root", str(tmp_path), "fonts", "get", "kai"])
    assert made.exit_code == 3
    assert "apt: not on this machine" in made.output
    assert CliRunner().invoke(main, ["--root", str(tmp_path), "fonts", "get", "gothic"]).exit_code == 2


def test_the_suite_does_not_see_sets_brought_into_this_checkout():
    assert not [face for face in loaded("2026-03-20").faces.faces.values() if "sets" in face.file.path.parts]
