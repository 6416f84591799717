"""Faces of every build: CFF, glyf, variable, collection; what may not be embedded; what is broken."""

from __future__ import annotations

import struct
from itertools import pairwise
from pathlib import Path

import pytest

from layout import api
from layout.assets.fonts.face import Face
from tests.editions.samples import REPOSITORY, loaded
from tests.newsrooms import newsroom


def test_default_roles_resolve_from_packages_alone():
    book = loaded("2026-03-20").faces
    for record in book.records:
        assert record.found, record.role
    # All there is to say is what stands in for the faces that `paiban fonts get` would bring.
    told = {dict(entry.values)["role"] for entry in loaded("2026-03-20").diagnostics if entry.code == "FNT005"}
    assert told == {"headline", "song-bold", "nameplate", "kai", "kai-bold", "caption", "fang"}


def test_variable_faces_are_pinned_and_emboldened_ones_are_heavier():
    book = loaded("2026-03-20").faces
    thin, bold = book.face("noto-sans-sc-medium"), book.face("noto-sans-sc-black")
    assert thin.postscript_name != bold.postscript_name
    assert book.face("noto-serif-sc-heavy").file.embolden != (0, 0)


def _copied(tmp_path: Path, change) -> Path:
    """The default body face under newsroom's fonts/, changed."""
    manifest = newsroom(tmp_path)
    data = bytearray(loaded("2026-03-20").faces.face("noto-serif-sc").file.path.read_bytes())
    change(data)
    (tmp_path / "fonts" / "changed.otf").write_bytes(data)
    faces = (REPOSITORY / "fonts" / "faces.yaml").read_text("utf-8")
    own = "  changed:\n    name: Changed\n    licence: none\n    sources: [{file: changed.otf}]\n"
    faces = faces.replace("faces:\n", f"faces:\n{own}", 1).replace("body: [noto-serif-sc]", "body: [changed]")
    (tmp_path / "fonts" / "faces.yaml").write_text(faces, "utf-8")
    return manifest


def test_a_face_that_forbids_embedding_is_refused(tmp_path):
    def forbid(data: bytearray) -> None:
        count = struct.unpack_from(">H", data, 4)[0]
        for number in range(count):
            tag, _, start, _ = struct.unpack_from(">4sIII", data, 12 + 16 * number)
            if tag == b"OS/2":
                struct.pack_into(">H", data, start + 8, 0x0002)

    found = api.load(_copied(tmp_path, forbid)).diagnostics
    assert "FNT003" in {entry.code for entry in found}


def test_a_broken_face_is_refused_with_its_place(tmp_path):
    found = api.load(_copied(tmp_path, lambda data: data.__delitem__(slice(4000, None)))).diagnostics
    assert {"FNT004"} <= {entry.code for entry in found}
    assert all(entry.span for entry in found)


def test_a_character_no_face_has_is_an_error_that_names_it(tmp_path):
    manifest = newsroom(tmp_path, stories={"one": "---\nheadline: 题\n---\n江上\U0001f6a2有船。\n"})
    read = api.load(manifest)
    found = [entry for entry in api.compose(read).diagnostics if entry.code == "TXT001"]
    assert [dict(entry.values)["character"] for entry in found] == ["\U0001f6a2"]
    assert (found[0].span.line, found[0].span.column) == (4, 3)


@pytest.mark.parametrize("index", [0, 2])
def test_a_face_of_a_collection_is_read(index, tmp_path):
    collection = Path("/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc")
    if not collection.exists():
        pytest.skip("no collection on this machine")
    manifest = newsroom(tmp_path)
    faces = (tmp_path / "fonts" / "faces.yaml").read_text("utf-8")
    own = f"  cjk:\n    name: CJK\n    licence: OFL-1.1\n    sources: [{{system: {collection}, index: {index}}}]\n"
    faces = faces.replace("faces:\n", f"faces:\n{own}", 1).replace("body: [noto-serif-sc]", "body: [cjk]")
    (tmp_path / "fonts" / "faces.yaml").write_text(faces, "utf-8")
    read = api.load(manifest)
    made = api.pdfs(api.compose(read), read, api.Target("proof", tmp_path, "edition"))
    assert all(data.startswith(b"%PDF") for data in made.values())


@pytest.mark.parametrize("vertical", [False, True])
@pytest.mark.parametrize("count", [2, 3, 5, 8, 3001])
def test_a_row_of_dashes_is_drawn_in_pairs_so_that_it_can_be_parted_between_them(count, vertical):
    shaped = loaded("2026-03-20").faces.face("noto-serif-sc").shape("江" + "—" * count + "面", vertical=vertical)
    starts = [*(shaped.clusters or range(len(shaped.ids))), count + 2]
    assert {0, count + 1, *range(1, count + 1, 2)} <= set(starts)
    assert max(after - before for before, after in pairwise(starts)) == min(count, 2)


def test_a_row_of_dashes_has_the_width_of_its_dashes():
    face = loaded("2026-03-20").faces.face("noto-serif-sc")
    assert sum(face.shape("—" * 31).advances) == 31 * face.units_per_em


def _quotes(tmp_path: Path, without: str) -> dict[str, str]:
    """Which face sets a Han and a quote of the byline, whose role puts the Sans before the Song."""
    manifest = newsroom(tmp_path)
    path = tmp_path / "fonts" / "faces.yaml"
    text = path.read_text("utf-8")
    text = text.replace("  noto-sans-sc:\n", f"  noto-sans-sc:\n{without}", 1)
    path.write_text(text.replace("  kai: [noto-serif-sc]", "  kai: [noto-sans-sc, noto-serif-sc]"), "utf-8")
    chain = api.load(manifest).faces.chain("kai")
    return {character: next(face.key for face in chain if face.covers(character)) for character in "渡“”"}


def test_characters_that_a_face_is_used_without_come_from_the_next_one(tmp_path):
    assert set(_quotes(tmp_path / "whole", "").values()) == {"noto-sans-sc"}
    found = _quotes(tmp_path / "less", "    without: “”‘’\n")
    assert found == {"渡": "noto-sans-sc", "“": "noto-serif-sc", "”": "noto-serif-sc"}


def test_a_face_without_a_character_lacks_it_and_keeps_the_others():
    sans = loaded("2026-03-20").faces.face("noto-sans-sc")
    less = Face(sans.key, sans.file, without="“”")
    assert less.lacking("渡“口”，") == {"“", "”"}
    assert less.glyph("渡") == sans.glyph("渡") != 0
    assert not sans.lacking("渡“口”，")
