"""Finished files read back for the press: twelve that were spoiled, each told by its code; sound ones pass."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from layout.diagnostics import Sink
from layout.paths import built_in
from layout.release.preflight.finished import file_findings
from layout.style.press import DEFAULT, Press, Standard, load_press
from tests.release.spoiled import SPOILS, sound, spoiled


@pytest.fixture(autouse=True)
def _own_cache(monkeypatch, tmp_path):
    monkeypatch.setenv("PAIBAN_CACHE", str(tmp_path / "cache"))


@cache
def page(standard: Standard) -> bytes:
    return sound(standard)


def press() -> Press:
    found = load_press(DEFAULT, built_in(), Sink(), None)
    assert found is not None
    return found


def codes(path: Path, data: bytes) -> list[str]:
    path.write_bytes(data)
    return [found.code for found in file_findings(path, press())]


@pytest.mark.parametrize("standard", ["x4", "x1a"])
def test_a_sound_file_has_no_findings(tmp_path, standard):
    assert codes(tmp_path / "page.pdf", page(standard)) == []


@pytest.mark.parametrize("name", SPOILS)
def test_a_spoiled_file_is_told_by_its_code(tmp_path, name):
    code, standard, _ = SPOILS[name]
    assert codes(tmp_path / "page.pdf", spoiled(name, page(standard))) == [code]


@pytest.mark.parametrize("data", [b"", b"%PDF-1.6 nothing more"])
def test_what_cannot_be_opened_is_told(tmp_path, data):
    assert codes(tmp_path / "page.pdf", data) == ["PRESS300"]
