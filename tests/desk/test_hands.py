"""Edits in the files: whatever happens on the way, nothing anybody wrote is lost."""

import os
import signal
import subprocess
import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layout.backends.files import ChangedError, OutputError, swap
from layout.desk.edits import Change, ConflictError, Edit, made
from layout.desk.hands import Hands, OutsideError
from layout.desk.journal import Journal
from layout.paths import Workspace
from layout.source.fields import FieldError
from tests.backends.test_faults import Disk
from tests.newsrooms import REPOSITORY

STORY = "---\n# 头\nheadline: 旧题  # 题\nbyline: 记者 甲\n---\n\n第一段。\n还是第一段。\n\n第二段。\n"
FILE = "stories/a.md"


@pytest.fixture
def room(tmp_path):
    (tmp_path / "stories").mkdir()
    (tmp_path / FILE).write_text(STORY, "utf-8", newline="")
    return tmp_path


def hands(root):
    return Hands(Workspace(root), Journal(root, "2026-03-20"))


def headline(was, now):
    return Edit(FILE, "story", (Change(("headline",), was, now),))


def text(root):
    return (root / FILE).read_text("utf-8")


def test_edits_are_undone_and_redone_byte_for_byte(room):
    own = hands(room)
    own.make(headline("旧题", "新题"))
    own.make(Edit(FILE, "story", (Change(("lines", 7, 8), "第一段。\n还是第一段。", "换了。"),)))
    after = STORY.replace("旧题", "新题").replace("第一段。\n还是第一段。", "换了。")
    assert text(room) == after
    assert own.counts() == (2, 0)
    assert own.undo() and own.undo() and own.undo() is None
    assert text(room) == STORY
    again = hands(room)
    assert again.counts() == (0, 2)
    assert again.redo() and again.redo() and again.redo() is None
    assert text(room) == after


def test_a_field_changed_on_disk_is_not_overwritten(room):
    (room / FILE).write_text(STORY.replace("旧题", "别人的题"), "utf-8")
    with pytest.raises(ConflictError) as caught:
        hands(room).make(headline("旧题", "新题"))
    assert caught.value.there == "别人的题"
    assert "别人的题" in text(room)
    assert hands(room).counts() == (0, 0)


def test_what_others_changed_elsewhere_in_the_file_stays(room):
    own = hands(room)
    (room / FILE).write_text(STORY.replace("第二段。", "第二段，改过。"), "utf-8")
    own.make(headline("旧题", "新题"))
    (room / FILE).write_text(text(room).replace("记者 甲", "记者 乙"), "utf-8")
    own.undo()
    assert text(room) == STORY.replace("第二段。", "第二段，改过。").replace("记者 甲", "记者 乙")


def test_an_undo_of_what_was_changed_since_is_refused(room):
    own = hands(room)
    own.make(headline("旧题", "新题"))
    (room / FILE).write_text(STORY.replace("旧题", "第三个题"), "utf-8")
    with pytest.raises(ConflictError):
        own.undo()
    assert "第三个题" in text(room)
    assert own.counts() == (1, 0)


def test_an_edit_made_at_the_second_try_is_undone(room, monkeypatch):
    tries = []

    def swap_late(path, before, after):
        tries.append(path)
        if len(tries) == 1:
            raise ChangedError(path)
        swap(path, before, after)

    monkeypatch.setattr("layout.desk.hands.swap", swap_late)
    own = hands(room)
    own.make(headline("旧题", "新题"))
    assert len(tries) == 2
    assert own.counts() == (1, 0)
    assert own.undo() is not None
    assert text(room) == STORY


def test_two_desks_take_turns(room):
    one, other = hands(room), hands(room)
    one.make(headline("旧题", "一"))
    with pytest.raises(ConflictError):
        other.make(headline("旧题", "二"))
    other.make(headline("一", "二"))
    one.undo()
    assert "headline: 一  # 题" in text(room)


@pytest.mark.parametrize("file", ["../b.md", "/etc/passwd", "stories/a.md\x00", "stories", "stories/none.md", "a.txt"])
def test_only_sources_of_the_newsroom_are_written(room, file):
    (room.parent / "b.md").write_text(STORY, "utf-8")
    (room / "a.txt").write_text(STORY, "utf-8")
    with pytest.raises(OutsideError):
        hands(room).make(Edit(file, "story", (Change(("headline",), "旧题", "新题"),)))


def test_a_link_out_of_the_newsroom_is_refused_and_one_inside_is_followed(room, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside") / "c.md"
    outside.write_text(STORY, "utf-8")
    (room / "stories/out.md").symlink_to(outside)
    (room / "stories/in.md").symlink_to(room / FILE)
    change = (Change(("headline",), "旧题", "新题"),)
    with pytest.raises(OutsideError):
        hands(room).make(Edit("stories/out.md", "story", change))
    hands(room).make(Edit("stories/in.md", "story", change))
    assert (room / "stories/in.md").is_symlink()
    assert "新题" in text(room)
    assert outside.read_text("utf-8") == STORY


def test_rights_of_a_file_stay(room):
    (room / FILE).chmod(0o600)
    hands(room).make(headline("旧题", "新题"))
    assert (room / FILE).stat().st_mode & 0o777 == 0o600


def test_whatever_fails_the_file_is_the_old_or_the_new_one_and_undo_still_works(tmp_path):
    fails_at = failures = 0
    while True:
        fails_at += 1
        root = tmp_path / str(fails_at)
        (root / "stories").mkdir(parents=True)
        (root / FILE).write_text(STORY, "utf-8")
        own = hands(root)
        own.make(headline("旧题", "前一个"))
        with pytest.MonkeyPatch.context() as patched:
            disk = Disk(patched, fails_at, 28)
            try:
                own.make(headline("前一个", "新题"))
            except OutputError:
                failures += 1
                patched.undo()
                assert "headline: 前一个  # 题" in text(root)
                own = hands(root)
                own.make(headline("前一个", "再来"))
                own.undo()
                own.undo()
                assert text(root) == STORY
                continue
        assert "headline: 新题  # 题" in text(root)
        own.undo()
        assert "headline: 前一个  # 题" in text(root)
        if disk.calls < fails_at:
            break
    assert failures > 5


_EDITOR = """
import sys
from pathlib import Path
from tests.desk.test_hands import hands, headline
root = Path(sys.argv[1])
print("ready", flush=True)
now = "旧题"
for number in range(100_000):
    hands(root).make(headline(now, f"第{number}题"))
    now = f"第{number}题"
"""


@pytest.mark.slow
def test_a_killed_desk_leaves_a_whole_file_and_a_journal_that_goes_on(room):
    for pause in (0.05, 0.11, 0.23):
        (room / FILE).write_text(STORY, "utf-8")
        run = subprocess.Popen([sys.executable, "-c", _EDITOR, str(room)], cwd=REPOSITORY, stdout=subprocess.PIPE)
        run.stdout.readline()
        time.sleep(pause)
        os.kill(run.pid, signal.SIGKILL)
        run.wait()
        run.stdout.close()
        found = text(room)
        head = next(line for line in found.split("\n") if line.startswith("headline"))
        assert found == STORY.replace("headline: 旧题  # 题", head)
        own = hands(room)
        last = head.removeprefix("headline: ").split("  #")[0]
        own.make(headline(last, "接着改"))
        own.undo()
        assert text(room) == found


_COUNTER = """
import sys
from pathlib import Path
from layout.desk.edits import ConflictError
from tests.desk.test_hands import hands, headline, text
root = Path(sys.argv[1])
made = 0
while made < 15:
    head = next(line for line in text(root).split("\\n") if line.startswith("headline"))
    now = head.removeprefix("headline: ").split("  #")[0]
    wanted = "1" if now == "旧题" else str(int(now) + 1)
    try:
        hands(root).make(headline(now, wanted))
        made += 1
    except ConflictError:
        pass
"""


@pytest.mark.slow
def test_two_processes_that_edit_one_field_lose_no_edit(room):
    runs = [subprocess.Popen([sys.executable, "-c", _COUNTER, str(room)], cwd=REPOSITORY) for _ in range(2)]
    assert [run.wait(120) for run in runs] == [0, 0]
    assert "headline: 30  # 题" in text(room) or "headline: '30'  # 题" in text(room)
    own = hands(room)
    assert own.counts() == (30, 0)
    while own.undo():
        pass
    assert text(room) == STORY


def test_a_journal_cut_short_is_read_as_far_as_it_is_whole(room):
    own = hands(room)
    own.make(headline("旧题", "一"))
    journal = room / ".paiban/desk/2026-03-20/journal"
    journal.write_bytes(journal.read_bytes() + b'{"what":"edit","numb')
    own = hands(room)
    own.make(headline("一", "二"))
    assert own.counts() == (2, 0)
    own.undo()
    own.undo()
    assert text(room) == STORY
    assert (room / ".paiban/.gitignore").read_text() == "*\n"


@pytest.mark.parametrize("now", ["", " \n"])
def test_a_paragraph_is_not_emptied(room, now):
    with pytest.raises(FieldError):
        hands(room).make(Edit(FILE, "story", (Change(("lines", 10, 10), "第二段。", now),)))
    assert text(room) == STORY


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.strip))
def test_lines_and_body_of_any_words(words):
    data = STORY.replace("\n", "\r\n").encode()
    lines = made(Edit(FILE, "story", (Change(("lines", 10, 10), "第二段。", words),)), data)
    assert lines == data.replace("第二段。".encode(), words.encode())
    body = made(Edit(FILE, "story", (Change(("body",), STORY.split("---\n\n")[1], words),)), data)
    assert body == data.split(b"---\r\n\r\n")[0] + b"---\r\n\r\n" + words.encode()
