"""Press profiles: what is no profile, no press, or cannot separate is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import ImageCms

from layout.assets.profiles import read_profile
from layout.diagnostics import Sink
from tests.assets.test_separation import PROFILE


def test_the_shipped_profile_is_that_of_a_press():
    sink = Sink()
    profile = read_profile(PROFILE, sink, None)
    assert profile is not None
    assert (profile.version, sink.found) == (2, [])


def test_the_shipped_profile_names_its_source():
    assert b"CGATS TR 002" in PROFILE.read_bytes()
    assert "CGATS/SNAP TR 002-2007" in (PROFILE.parent / "make-profile.sh").read_text("utf-8")


def screen() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


SPOILED = {
    "PRESS202": [b"", b"not a profile", PROFILE.read_bytes()[:-1]],
    "PRESS203": [screen(), PROFILE.read_bytes().replace(b"prtr", b"scnr", 1)],
    "PRESS204": [PROFILE.read_bytes().replace(b"B2A0", b"xxxx", 1)],
}


@pytest.mark.parametrize(("code", "data"), [(code, data) for code, every in SPOILED.items() for data in every])
def test_a_wrong_profile_is_told(tmp_path: Path, code, data):
    path = tmp_path / "press.icc"
    path.write_bytes(data)
    sink = Sink()
    assert read_profile(path, sink, None) is None
    assert [found.code for found in sink.found] == [code]


def test_a_missing_profile_is_told(tmp_path: Path):
    sink = Sink()
    assert read_profile(tmp_path / "none.icc", sink, None) is None
    assert [found.code for found in sink.found] == ["PRESS202"]
