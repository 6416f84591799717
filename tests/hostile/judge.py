"""Whether what came of a case is what the index asks for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from tests.hostile.index import Case
from tests.hostile.process import Ended
from tests.hostile.room import Room

_FINDING = re.compile(
    r"^(?:(?P<path>[^\n]*?):(?P<line>\d+):(?P<column>\d+): )?(?P<severity>error|warning|note) (?P<code>[A-Z]+\d+) "
    r"(?:\[[^\]]*\] )?(?P<rest>.*)$",
    re.MULTILINE,
)
_FIELD = re.compile(r"^([\w\u4e00-\u9fff.\-\[\]]+): ")
# That a glyph is missing is an error unless it is asked for otherwise: the index itself says so of rare characters.
_MISSING_GLYPH = {"TXT001", "PRESS132"}
_LAYOUT = ("LAY", "TXT", "COPY", "PRESS", "ALLOW")


@dataclass(frozen=True, slots=True)
class Finding:
    """One line that paiban said."""

    code: str
    severity: str
    path: str
    line: int
    field: str
    text: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of a room: error, warning or ok; what is missed; the message it rests on."""

    outcome: str
    missed: tuple[str, ...]
    message: str
    seconds: float
    megabytes: int


def findings(text: str) -> list[Finding]:
    """The findings of paiban's output for people."""
    found = []
    for match in _FINDING.finditer(text):
        field = _FIELD.match(match["rest"])
        found.append(
            Finding(
                match["code"],
                match["severity"],
                match["path"] or "",
                int(match["line"] or 0),
                field[1] if field else "",
                match["rest"],
            )
        )
    return found


def judge(case: Case, room: Room, ended: Ended, before: dict[str, str]) -> Verdict:
    """The verdict on a run of `build` in a room whose files were `before`."""
    said = findings(ended.err)
    heard = [one for one in said if one.severity != "note"]
    errors = [one for one in heard if one.severity == "error"]
    outcome = "error" if ended.status and (errors or not said) else "warning" if heard else "ok"
    missed = [*_of_process(case, ended)]
    glyphs = case.outcome == "warning" and errors and {one.code for one in errors} <= _MISSING_GLYPH
    if outcome not in _accepted(case) and not glyphs:
        missed.append(f"{outcome}, not {case.outcome}")
    missed += _of_messages(heard)
    missed += _of_files(room, before, errors, said)
    message = next((one.text for one in (errors or heard)), ended.err.strip().split("\n")[0])
    return Verdict(outcome, tuple(missed), message, ended.seconds, ended.megabytes)


def _accepted(case: Case) -> set[str]:
    """The outcomes a case allows: the one it names, and a stricter or milder one that its words leave open."""
    text = f"{case.says} {case.result}"
    return {case.outcome, *(["error"] if "refused" in text else []), *(["warning"] if "(warning)" in case.says else [])}


def _of_process(case: Case, ended: Ended) -> list[str]:
    missed = []
    if "Traceback" in ended.err + ended.out:
        missed.append(f"a traceback: {ended.err.strip().splitlines()[-1][:80]}")
    if ended.status not in {0, 1, 2, 3}:
        missed.append(f"status {ended.status}")
    if ended.seconds > case.seconds:
        missed.append(f"{ended.seconds:.1f} s")
    if ended.megabytes > case.megabytes:
        missed.append(f"{ended.megabytes} MiB")
    return missed


def _of_messages(heard: list[Finding]) -> list[str]:
    missed = [f"{one.code} without a place" for one in heard if not one.line and not one.code.startswith(_LAYOUT)]
    # A place in a text says itself what it is about; in a file of keys the key is told.
    of_keys = [one for one in heard if one.path.endswith(".yaml") and not one.code.startswith((*_LAYOUT, "SRC0"))]
    missed += [f"{one.code} without a field" for one in of_keys if not one.field]
    if len(heard) > 50:
        missed.append(f"{len(heard)} messages")
    return sorted(set(missed))


def _of_files(room: Room, before: dict[str, str], errors: list[Finding], said: list[Finding]) -> list[str]:
    after = room.snapshot()
    changed = sorted(name for name in {*before, *after} if before.get(name) != after.get(name))
    missed = [f"a file left behind: {name}" for name in changed if Path(name).name.startswith(".paiban")]
    of_input = [one for one in errors if not one.code.startswith(_LAYOUT)]
    made = [name for name in changed if not name.startswith("out")]
    if of_input and changed:
        missed.append(f"written in spite of errors: {changed[0]}")
    elif made:
        missed.append(f"written outside the output: {made[0]}")
    if "hostile_ran" in {Path(name).name for name in after}:
        missed.append("a tag was run")
    return missed
