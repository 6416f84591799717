"""Packages that are not on this machine, reached through fsspec."""

from __future__ import annotations

from pathlib import Path

import pytest

from layout.catalogue.fixity import verified
from layout.catalogue.ingest import take_in
from layout.catalogue.model import CatalogueError
from layout.catalogue.sqlite import SqliteStore
from tests.catalogue.bags import bag, index_of

fsspec = pytest.importorskip("fsspec")


@pytest.fixture
def remote(tmp_path):
    """Two packages in fsspec's memory."""
    for name in ("2026-03-20", "2026-03-21"):
        bag(tmp_path / "bags" / name, index_of(name))
    system = fsspec.filesystem("memory")
    system.put(f"{tmp_path}/bags/", "/papers/", recursive=True)
    yield system
    system.rm("/papers", recursive=True)


def test_a_remote_folder_of_packages_is_taken_in_and_checked(remote, tmp_path):
    store = SqliteStore(tmp_path / "c.sqlite")
    assert [outcome for _, outcome, _ in take_in(store, "memory://papers")] == ["added", "added"]
    assert [outcome for _, outcome, _ in take_in(store, "memory://papers/2026-03-20")] == ["known"]
    assert all(entry.location.startswith("memory://") for entry in store.editions())
    assert list(verified(store, store.editions())) == []
    remote.pipe("/papers/2026-03-20/data/pdf/A01.pdf", b"%PDF rotten")
    assert [one.code for one in verified(store, store.editions())] == ["CAT003"]
    store.close()


def test_what_cannot_be_reached_is_said(tmp_path):
    store = SqliteStore(tmp_path / "c.sqlite")
    with pytest.raises(CatalogueError):
        list(take_in(store, "nosuch://papers"))
    store.close()


def test_a_folder_without_packages_gives_none(tmp_path):
    store = SqliteStore(tmp_path / "c.sqlite")
    assert list(take_in(store, str(Path(tmp_path)))) == []
    store.close()
