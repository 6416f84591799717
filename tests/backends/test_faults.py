"""Every call that touches the disk made to fail in turn: the set before stays whole, and nothing is left behind."""

from __future__ import annotations

import errno
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from layout.backends.files import OutputError, write_all
from tests.newsrooms import REPOSITORY, STORY, newsroom

OLD = {"a.pdf": b"old a", "b.pdf": b"old b", "certificate.json": b"old c"}
NEW = {"a.pdf": b"new a", "b.pdf": b"new b", "d.pdf": b"new d", "certificate.json": b"new c"}
# What a build does to a disk, by where the call is found.
_CALLS = ((os, "replace"), (os, "rename"), (os, "fsync"), (os, "mkdir"), (os, "link"), (os, "chmod"), (os, "open"))
_ERRORS = (errno.ENOSPC, errno.EACCES, errno.EIO)


class Disk:
    """Counts calls, and makes the n-th of them fail."""

    def __init__(self, monkeypatch, fails_at: int, error: int) -> None:
        self.calls = 0
        self.fails_at = fails_at
        self.error = error
        for module, name in _CALLS:
            monkeypatch.setattr(module, name, self._counted(getattr(module, name)))

    def _counted(self, call):
        def counted(*arguments, **named):
            self.calls += 1
            if self.calls == self.fails_at:
                raise OSError(self.error, os.strerror(self.error))
            return call(*arguments, **named)

        return counted


def held(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()} if folder.is_dir() else {}


@pytest.mark.parametrize("before", [OLD, {}], ids=["over an older set", "into a new folder"])
def test_whichever_call_fails_the_set_before_is_whole_and_nothing_is_left(tmp_path, before):
    fails_at = failures = 0
    while True:
        fails_at += 1
        folder = tmp_path / str(fails_at) / "out" / "proof"
        if before:
            write_all(folder, before)
        with pytest.MonkeyPatch.context() as patched:
            disk = Disk(patched, fails_at, _ERRORS[fails_at % len(_ERRORS)])
            try:
                write_all(folder, NEW)
            except OutputError:
                failures += 1
                patched.undo()
                assert held(folder) == before
                assert bool(before) == (tmp_path / str(fails_at)).exists()
                continue
        # Some calls only make surer, or clean up: without them the new set is there, whole.
        left = held(folder)
        assert {name: data for name, data in left.items() if not name.startswith(".paiban")} == {**before, **NEW}
        if disk.calls < fails_at:
            break
    assert failures > 10


def test_what_a_killed_run_left_is_cleared_away(tmp_path):
    write_all(tmp_path, OLD)
    (tmp_path / ".paiban-x1").write_bytes(b"half")
    # Killed between setting aside and renaming, on a disk without links.
    (tmp_path / "a.pdf").rename(tmp_path / ".paiban-old-a.pdf")
    write_all(tmp_path, {"d.pdf": b"new d"})
    assert held(tmp_path) == {**OLD, "d.pdf": b"new d"}


def test_a_full_disk_is_told_and_changes_nothing(tmp_path, monkeypatch):
    write_all(tmp_path, OLD)

    class Full:
        def __init__(self, handle):
            self.handle = handle

        def __enter__(self):
            return self

        def __exit__(self, *_):
            os.close(self.handle)

        def write(self, _):
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fdopen", lambda handle, _: Full(handle))
    with pytest.raises(OutputError, match="No space left"):
        write_all(tmp_path, NEW)
    assert held(tmp_path) == OLD


def build_command(manifest: Path, out: Path) -> list[str]:
    return [sys.executable, "-m", "layout", "-q", "build", str(manifest), "--out", str(out)]


@pytest.mark.slow
def test_killed_at_any_moment_files_are_whole_and_the_next_run_works(tmp_path):
    room = tmp_path / "编辑部 一"
    manifest, out = newsroom(room), tmp_path / "大样 out"
    subprocess.run(build_command(manifest, out), check=True, cwd=REPOSITORY)
    old = held(out)
    story = manifest.parent / "stories" / "one.md"
    story.write_text(STORY.replace("渡口", "码头"), "utf-8")
    chance = random.Random(20260320)
    for _ in range(12):
        process = subprocess.Popen(build_command(manifest, out), cwd=REPOSITORY)
        time.sleep(chance.uniform(0.05, 1.2))
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert {name for name in held(out) if not name.startswith(".paiban")} == set(old)
    subprocess.run(build_command(manifest, out), check=True, cwd=REPOSITORY)
    new = held(out)
    assert set(new) == set(old)
    assert new != old


@pytest.mark.slow
def test_two_builds_into_one_folder_at_once_leave_one_whole_set(tmp_path):
    manifest, out = newsroom(tmp_path / "room"), tmp_path / "out"
    runs = [subprocess.Popen(build_command(manifest, out), cwd=REPOSITORY) for _ in range(3)]
    assert [run.wait() for run in runs] == [0, 0, 0]
    together = held(out)
    subprocess.run(build_command(manifest, tmp_path / "alone"), check=True, cwd=REPOSITORY)
    assert together == held(tmp_path / "alone")


@pytest.mark.slow
def test_a_wrong_clock_and_the_c_locale_change_no_byte(tmp_path):
    manifest = newsroom(tmp_path / "编辑部 二")
    environments = ({}, {"LANG": "C", "LC_ALL": "C", "TZ": "Pacific/Kiritimati", "PYTHONUTF8": "0"})
    for number, environment in enumerate(environments):
        command = build_command(manifest, tmp_path / str(number))
        subprocess.run(command, check=True, cwd=REPOSITORY, env={**os.environ, **environment})
    assert held(tmp_path / "0") == held(tmp_path / "1")


@pytest.mark.slow
def test_two_thousand_open_stories_beside_an_edition_are_told_of_and_do_no_harm(tmp_path):
    stories = {f"open-{number}": STORY for number in range(2000)}
    manifest = newsroom(tmp_path / "room", stories={"one": STORY, **stories})
    done = subprocess.run(build_command(manifest, tmp_path / "out"), cwd=REPOSITORY, check=False, capture_output=True)
    assert done.returncode == 0
    assert set(held(tmp_path / "out")) >= {"certificate.json", "layout.json"}
    assert len(held(tmp_path / "out")) == 4
