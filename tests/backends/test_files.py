"""Files appear together or not at all."""

import pytest

from layout.backends.files import OutputError, alone_in, write_all


def test_all_files_are_written_and_nothing_else_is_left(tmp_path):
    write_all(tmp_path, {"a": b"1", "b": b"2"})
    write_all(tmp_path, {"a": b"3", "b": b"4"})
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a": b"3", "b": b"4"}


def test_when_one_cannot_be_written_the_others_stay_as_they_were(tmp_path):
    write_all(tmp_path, {"a": b"1"})
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "inside").write_bytes(b"")
    with pytest.raises(OutputError):
        write_all(tmp_path, {"a": b"2", "b": b"3"})
    assert (tmp_path / "a").read_bytes() == b"1"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b"]


def test_an_error_of_what_is_done_while_a_folder_is_held_stays_its_own(tmp_path):
    with pytest.raises(FileNotFoundError), alone_in(tmp_path / "new"):
        (tmp_path / "missing").read_bytes()
    assert not (tmp_path / "new").exists()


def test_a_folder_that_cannot_be_made_is_an_output_error(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(OutputError), alone_in(tmp_path / "file" / "new"):
        pass
