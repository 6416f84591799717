"""Hostile surroundings: folders that cannot be written, disks that are full, runs that are killed or meet another."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from tests.hostile.index import Case
from tests.hostile.judge import Verdict, findings
from tests.hostile.process import PAIBAN, Ended, Limits, _environment, run
from tests.hostile.room import GOOD_TEXT, Room, at, new_room, placed

_Check = Callable[[Case, Room, list[str]], Ended]


def outputs(case: Case, folder: Path) -> Verdict:
    """The verdict on a case about a run's surroundings."""
    room = new_room(folder / "1")
    room.story("one", GOOD_TEXT * 2)
    room.issue("pages:\n" + room.page_of([placed("one", at(lines=7))]))
    missed: list[str] = []
    check = next((check for words, check in _CHECKS if words in case.recipe), None)
    if check is None:
        return Verdict("", (f"a recipe that is not known: {case.recipe[:60]}",), "", 0, 0)
    ended = check(case, room, missed)
    outcome = "error" if ended.status else "ok"
    if outcome != case.outcome:
        missed.append(f"{outcome}, not {case.outcome}")
    if "Traceback" in ended.err:
        missed.append("a traceback")
    missed += [f"a file left behind: {path.name}" for path in room.root.parent.rglob(".paiban*")]
    said = [one.text for one in findings(ended.err) if one.severity == "error"] or ended.err.strip().split("\n")
    return Verdict(outcome, tuple(missed), said[0], ended.seconds, ended.megabytes)


def _build(room: Room, out: str = "../out", limits: Limits | None = None, launcher: tuple[str, ...] = ()) -> Ended:
    return run(("build", str(room.edition), "--out", out), room.root, limits or Limits(), launcher)


def _files(room: Room) -> dict[str, bytes]:
    out = room.root.parent / "out"
    return {path.name: path.read_bytes() for path in sorted(out.iterdir())} if out.is_dir() else {}


def _stays(room: Room, before: dict[str, bytes], missed: list[str]) -> None:
    if _files(room) != before:
        missed.append("the former output was changed")


def _not_writable(_: Case, room: Room, missed: list[str]) -> Ended:
    folder = room.root.parent / "locked"
    folder.mkdir()
    folder.chmod(0o555)
    # Root writes anywhere, unless its powers over files are taken away.
    powerless = ("setpriv", "--bounding-set=-all", "--inh-caps=-all") if os.geteuid() == 0 else ()
    ended = _build(room, "../locked/out", launcher=powerless)
    if not any(word in ended.err.lower() for word in ("permission", "not writable")):
        missed.append("does not say that permission is denied")
    if list(folder.iterdir()):
        missed.append("written")
    return ended


def _disk_full(_: Case, room: Room, missed: list[str]) -> Ended:
    _build(room)
    before = _files(room)
    room.story("one", GOOD_TEXT * 3)
    few = 8 * 512
    ended = _build(room, limits=Limits(prepare=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (few, few))))
    _stays(room, before, missed)
    return ended


def _killed(_: Case, room: Room, missed: list[str]) -> Ended:
    _build(room)
    before = _files(room)
    room.story("one", GOOD_TEXT * 20_000)
    status = 0
    for sort in (signal.SIGTERM, signal.SIGKILL):
        status = _interrupted(room, sort)
        _stays(room, before, missed)
    room.story("one", GOOD_TEXT * 2)
    again = _build(room)
    if again.status or _files(room) != before:
        missed.append("a second run does not work")
    return Ended(status, "", "", again.seconds, again.megabytes)


def _interrupted(room: Room, sort: signal.Signals) -> int:
    command = [*PAIBAN, "build", str(room.edition), "--out", "../out"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen(command, cwd=room.root, env=_environment(), **quiet)
    time.sleep(1)
    process.send_signal(sort)
    return process.wait()


def _output_is_input(_: Case, room: Room, missed: list[str]) -> Ended:
    before = room.snapshot()
    ended = _build(room, str(room.manifest))
    into_edition = _build(room, str(room.edition))
    if into_edition.status == 0 and room.manifest.read_bytes() is None:
        missed.append("input overwritten")
    for path in room.edition.glob("*.pdf"):
        path.unlink()
    for beside in ("certificate.json", "layout.json"):
        (room.edition / beside).unlink(missing_ok=True)
    if room.snapshot() != before:
        missed.append("input changed")
    return ended


def _twice(_: Case, room: Room, missed: list[str]) -> Ended:
    epoch = Limits(environment={"SOURCE_DATE_EPOCH": "1700000000"})
    _build(room, limits=epoch)
    first = _files(room)
    shutil.rmtree(room.root.parent / "out")
    ended = _build(room, limits=epoch)
    if _files(room) != first:
        missed.append("other bytes")
    dated = next(data for name, data in first.items() if name.endswith(".pdf"))
    if b"20231114" not in dated:
        missed.append("SOURCE_DATE_EPOCH is not honoured")
    return ended


def _at_once(_: Case, room: Room, missed: list[str]) -> Ended:
    _build(room)
    alone = _files(room)
    command = [*PAIBAN, "-q", "build", str(room.edition), "--out", "../out"]
    both = [subprocess.Popen(command, cwd=room.root, env=_environment(), stderr=subprocess.PIPE) for _ in range(2)]
    said = [process.communicate()[1].decode() for process in both]
    if _files(room) != alone:
        missed.append("neither run's output is whole")
    worst = max(process.returncode for process in both)
    return Ended(worst, "", "".join(said), 0, 0)


def _reader_gone(_: Case, room: Room, missed: list[str]) -> Ended:
    command = [*PAIBAN, "check", "--format", "json", str(room.edition)]
    process = subprocess.Popen(
        command, cwd=room.root, env=_environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    process.stdout.close()
    err = process.stderr.read().decode()
    status = process.wait()
    if err.strip():
        missed.append(f"not quiet: {err.strip().splitlines()[-1][:80]}")
    # By the signal, or without a word.
    quiet = not err.strip() or status in {0, -signal.SIGPIPE, 128 + signal.SIGPIPE}
    return Ended(0 if quiet else status, "", err, 0, 0)


_CHECKS: tuple[tuple[str, _Check], ...] = (
    ("chmod", _not_writable),
    ("ulimit", _disk_full),
    ("tmpfs", _disk_full),
    ("timeout", _killed),
    ("-o page.yaml", _output_is_input),
    ("cmp", _twice),
    ("&", _at_once),
    ("head -c", _reader_gone),
)
