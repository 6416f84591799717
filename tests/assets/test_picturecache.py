"""The cache of separated pictures: what is kept comes back whole, in several runs, within its bound."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from layout.assets.images import ImageStore
from layout.assets.keptfiles import cache_folder
from layout.assets.picturecache import PictureCache
from layout.assets.separation import Separated
from layout.assets.separator import Separator, Shot
from layout.diagnostics import Sink
from tests.assets.test_separation import inks, scene  # noqa: F401, `inks` is a fixture

PICTURE = Separated(2, 3, "DeviceCMYK", 8, "DCTDecode", b"data" * 50, inverted=True, alpha=b"alpha")


def test_what_is_kept_comes_back(tmp_path: Path):
    cache = PictureCache(tmp_path)
    assert cache.find("abcd") is None
    cache.keep("abcd", PICTURE)
    assert cache.find("abcd") == PICTURE
    assert cache.size().entries == 1
    assert cache.clear().entries == 1
    assert cache.find("abcd") is None


def test_a_damaged_entry_is_not_used(tmp_path: Path):
    cache = PictureCache(tmp_path)
    cache.keep("abcd", PICTURE)
    (path,) = tmp_path.glob("*/*.ink")
    for spoiled in (path.read_bytes()[:-1], b"", b"{}\nrest", b"[1]\n"):
        path.write_bytes(spoiled)
        assert cache.find("abcd") is None


def test_the_longest_unused_goes_first(tmp_path: Path):
    cache = PictureCache(tmp_path, largest=1100)
    for number, key in enumerate(("aa1", "bb2", "cc3")):
        cache.keep(key, PICTURE)
        os.utime(cache.files.path(key), (number, number))
    assert cache.find("aa1") == PICTURE, "reading it makes it the newest"
    cache.trim()
    assert [key for key in ("aa1", "bb2", "cc3") if cache.find(key)] == ["aa1", "cc3"]


def test_several_runs_at_once_never_see_half_an_entry(tmp_path: Path):
    cache = PictureCache(tmp_path)

    def work(_: int) -> bool:
        cache.keep("abcd", PICTURE)
        return cache.find("abcd") == PICTURE

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(work, range(80)))
    assert [path.name for path in tmp_path.glob("*/*")] == ["abcd.ink"]


def test_a_cache_that_cannot_be_written_is_no_error(tmp_path: Path):
    blocked = tmp_path / "file"
    blocked.write_text("")
    cache = PictureCache(blocked)
    cache.keep("abcd", PICTURE)
    assert cache.find("abcd") is None
    assert cache.size().entries == 0


def test_a_full_disk_leaves_nothing_half_kept(tmp_path: Path, monkeypatch):
    def full(self, target):
        raise OSError(28, "no space left")

    monkeypatch.setattr(Path, "replace", full)
    PictureCache(tmp_path).keep("abcd", PICTURE)
    monkeypatch.undo()
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_an_account_without_a_home_keeps_things_all_the_same(monkeypatch):
    def homeless():
        raise RuntimeError("no home")

    monkeypatch.setattr(Path, "home", homeless)
    assert cache_folder("pictures", {}).parts[-3:] == (".cache", "paiban", "pictures")


def test_the_folder_is_the_one_named():
    assert cache_folder("pictures", {"PAIBAN_CACHE": "/somewhere"}) == Path("/somewhere/pictures")
    assert cache_folder("pictures", {"XDG_CACHE_HOME": "/caches"}) == Path("/caches/paiban/pictures")


def test_an_entry_serves_only_what_it_was_made_for(tmp_path: Path, inks):  # noqa: F811, a fixture is imported under the name that the test asks for
    scene().save(tmp_path / "a.png")
    image = ImageStore().open(tmp_path / "a.png", Sink(), None)
    cache = PictureCache(tmp_path / "cache")
    whole, half = Shot(image, (0, 0, 1_000_000, 1_000_000)), Shot(image, (0, 0, 500_000, 1_000_000))
    first = Separator(inks, cache).separated(whole)
    assert Separator(inks, cache).separated(whole) == first
    assert cache.size().entries == 1
    assert Separator(inks, cache).separated(half).width == image.width // 2
    assert cache.size().entries == 2
