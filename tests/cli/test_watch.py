"""watch as a process: pages are written when their files change, and nothing but Ctrl-C ends it."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from pathlib import Path
from queue import Queue

import pytest

from layout.cli.watch import is_passing
from tests.api.edits import SMALL, copy_of
from tests.newsrooms import plain_faces

# Long, since machines that run tests are slow.
PATIENCE = 60
# A process started from one in the background is deaf to Ctrl-C.
MAIN = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
from layout.cli import main
main()
"""


class Watched:
    """A running watch and the lines it says."""

    def __init__(self, manifest: Path, out: Path) -> None:
        command = [sys.executable, "-u", "-c", MAIN, "--lang", "en", "watch", str(manifest.parent), "--out", str(out)]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self._lines: Queue[str] = Queue()
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def _listen(self) -> None:
        for line in self.process.stdout:
            self._lines.put(line)

    def until(self, words: str) -> str:
        while words not in (line := self._lines.get(timeout=PATIENCE)):
            pass
        return line

    def stop(self) -> int:
        self.process.send_signal(signal.SIGINT)
        code = self.process.wait(PATIENCE)
        self._listener.join(PATIENCE)
        self.process.stdout.close()
        return code


@pytest.fixture
def newsroom(tmp_path):
    manifest = copy_of(SMALL, tmp_path)
    plain_faces(tmp_path / "fonts")
    return manifest


def saved_by_rename(path: Path, text: str) -> None:
    other = path.with_name(f".{path.name}.swp")
    other.write_text(text, "utf-8")
    other.replace(path)


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is sent otherwise")
def test_a_saved_story_writes_its_page_and_bad_input_leaves_it(newsroom, tmp_path):
    watched = Watched(newsroom, tmp_path / "made")
    try:
        watched.until("A01, A02, A03, A04 made in")
        before = {path.name: path.read_bytes() for path in (tmp_path / "made").iterdir()}
        assert sorted(before) == [f"lanchuan-evening_20260321_A0{number}.pdf" for number in (1, 2, 3, 4)]
        story = newsroom.parent / "stories" / "metro-late.md"
        text = story.read_text("utf-8")
        # A word more: another paragraph would number the parts of later pages anew, whose files are then made again.
        saved_by_rename(story, "也。".join(text.rsplit("。", 1)))
        watched.until("A01 made in")
        after = {path.name: path.read_bytes() for path in (tmp_path / "made").iterdir()}
        assert [name for name in after if after[name] != before.get(name)] == ["lanchuan-evening_20260321_A01.pdf"]
        saved_by_rename(story, "no front matter")
        watched.until("metro-late.md:1:1")
        assert {path.name: path.read_bytes() for path in (tmp_path / "made").iterdir()} == after
        saved_by_rename(story, text)
        watched.until("A01 made in")
        assert {path.name: path.read_bytes() for path in (tmp_path / "made").iterdir()} == before
    finally:
        code = watched.stop()
    assert code == 0


@pytest.mark.parametrize("name", [".a.md.swp", "a.md~", "4913", ".paiban-x", "#a.md#"])
def test_what_editors_leave_while_they_save_is_no_change(name):
    assert is_passing(Path(name))
    assert not is_passing(Path("stories/ferry.md"))
