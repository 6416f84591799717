"""Roles of faces that a style names and faces.yaml does not have are told where they are written."""

import pytest

from layout import api
from tests.newsrooms import newsroom


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("brief:\n    main: {face: song-bold,", "brief:\n    main: {face: song-blod,"),
        ("faces: [headline, sans-bold, song-bold]", "faces: [headline, sans-bold, song-blod]"),
        ("  byline-name: {face: song-bold,", "  byline-name: {face: song-blod,"),
    ],
)
def test_a_role_without_a_face_is_told(tmp_path, old, new):
    manifest = newsroom(tmp_path)
    style = tmp_path / "styles" / "lanchuan-daily" / "style.yaml"
    text = style.read_text("utf-8")
    assert old in text
    style.write_text(text.replace(old, new), "utf-8")
    loaded = api.load(manifest)
    (found,) = [entry for entry in loaded.diagnostics if entry.code == "STY002"]
    assert "song-blod" in found.message("en")
    assert "song-bold" in found.hint("en")
    assert found.span.path == style
    assert not loaded.complete
