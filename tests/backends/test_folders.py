"""Folders and files put in their places together, or none: every step fails once, and runs are killed."""

from pathlib import Path

import pytest

from layout.backends import folders
from layout.backends.files import OutputError
from layout.backends.folders import put

OLD = {"a/one": {"x.html": b"old x", "gone.html": b"gone"}, "b/one": {"y.html": b"old y"}}
NEW = {"a/one": {"x.html": b"new x"}, "b/one": {"y.html": b"new y"}, "a/two": {"z.html": b"z"}}


def files_of(tree: Path) -> dict[str, bytes]:
    return {path.relative_to(tree).as_posix(): path.read_bytes() for path in tree.rglob("*") if path.is_file()}


def old(tree: Path) -> dict[str, bytes]:
    put(tree, OLD, lambda: {"index.html": b"old", "map.xml": b"map", "same.css": b"same"})
    return files_of(tree)


def renew(tree: Path) -> None:
    put(tree, NEW, lambda: {"index.html": b"new", "map.xml": None, "same.css": b"same", "more.js": b"more"})


WHOLE = {
    "a/one/x.html": b"new x",
    "b/one/y.html": b"new y",
    "a/two/z.html": b"z",
    "index.html": b"new",
    "same.css": b"same",
    "more.js": b"more",
}


def test_folders_are_replaced_whole_and_a_file_may_be_taken_away(tmp_path):
    old(tmp_path)
    same = (tmp_path / "same.css").stat().st_ino
    renew(tmp_path)
    assert files_of(tmp_path) == WHOLE
    assert (tmp_path / "same.css").stat().st_ino == same


def failing(monkeypatch, number, error):
    """Let the rename of this number fail; gives how many there were."""
    calls = []
    rename = Path.rename

    def counted(self, target):
        calls.append(target)
        if len(calls) == number:
            raise error
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", counted)
    return calls


def test_whatever_rename_fails_the_tree_is_as_it_was(tmp_path, monkeypatch):
    number = 0
    while True:
        number += 1
        tree = tmp_path / str(number)
        before = old(tree)
        with monkeypatch.context() as patch:
            calls = failing(patch, number, OSError(28, "no space left"))
            try:
                renew(tree)
            except OutputError:
                assert files_of(tree) == before
                assert not (tree / "a" / "two").exists()
                continue
        assert len(calls) < number
        break
    assert number > 6


class Killed(BaseException):
    """A process that ends without another word."""


def test_a_run_killed_at_any_step_is_taken_back_by_the_next(tmp_path, monkeypatch):
    for number in range(1, 9):
        tree = tmp_path / str(number)
        before = old(tree)
        with monkeypatch.context() as patch:
            failing(patch, number, Killed())
            patch.setattr(folders, "_recover", _nothing_twice(folders._recover))
            with pytest.raises(Killed):
                renew(tree)
        put(tree, {}, dict)
        assert files_of(tree) == before, number
        renew(tree)
        assert files_of(tree) == WHOLE


def _nothing_twice(recover):
    """Recovers before the run, and not after it: then the process is gone."""
    calls = []

    def once(tree):
        calls.append(tree)
        if len(calls) == 1:
            recover(tree)

    return once


def test_a_tree_that_cannot_be_made_leaves_nothing(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(OutputError):
        put(tmp_path / "file" / "site", NEW, dict)
    assert files_of(tmp_path) == {"file": b""}


def test_files_that_cannot_be_made_leave_nothing_and_their_error_is_their_own(tmp_path):
    def refuses():
        raise PermissionError(13, "permission denied")

    with pytest.raises(PermissionError):
        put(tmp_path / "deep" / "site", NEW, refuses)
    assert not (tmp_path / "deep").exists()
