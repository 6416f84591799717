"""Run the hostile cases of a folder and print what came of each: `python -m tests.hostile [FOLDER] [ID …]`.

Ends with status 1 when a case ends otherwise than its index asks for.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.hostile.feeds import rooms
from tests.hostile.index import Case, read_index
from tests.hostile.judge import Verdict, judge
from tests.hostile.outputs import outputs
from tests.hostile.process import Limits, run
from tests.newsrooms import REPOSITORY

DEFAULT = REPOSITORY.parent / "shared" / "hostile"


def verdicts(case: Case) -> list[Verdict]:
    """What came of a case, in each of the rooms it is fed in."""
    held = Path(tempfile.mkdtemp(prefix="hostile-"))
    try:
        return [outputs(case, held)] if case.group == "output" else list(_in_rooms(case, held))
    except Exception as error:  # a case that cannot be fed is missed, and the others still run
        return [Verdict("", (f"cannot be fed: {error!r}"[:120],), "", 0, 0)]
    finally:
        shutil.rmtree(held, ignore_errors=True)


def _in_rooms(case: Case, held: Path):
    for room in rooms(case, held):
        before = room.snapshot()
        proof = ("--verify",) if case.outcome in {"ok", "warning"} else ()
        arguments = ("build", str(room.manifest), "--out", str(room.root.parent / "out"), *proof)
        ended = run(arguments, room.root, Limits(case.seconds, case.megabytes))
        yield judge(case, room, ended, before)


def main() -> int:
    """Run the cases; gives the exit status."""
    words = sys.argv[1:]
    folder = Path(words.pop(0)) if words and Path(words[0]).is_dir() else DEFAULT
    cases = [case for case in read_index(folder) if not words or case.id in words]
    missed = 0
    with ThreadPoolExecutor(max_workers=2) as pool:
        for case, found in zip(cases, pool.map(verdicts, cases), strict=True):
            missed += _told(case, found)
    print(f"{len(cases)} cases, {missed} missed")
    return 1 if missed else 0


def _told(case: Case, found: list[Verdict]) -> bool:
    """Print a case's line; whether it is missed."""
    wrong = list(dict.fromkeys(one for verdict in found for one in verdict.missed))
    first = next((verdict for verdict in found if verdict.missed), found[0])
    cost = f"{max(verdict.seconds for verdict in found):5.1f} s {max(verdict.megabytes for verdict in found):4} MiB"
    print(f"{'MISS' if wrong else 'ok  '} {case.id:4} {case.outcome:8} {cost}  {first.message[:100]}")
    for one in wrong:
        print(f"       -> {one}")
    if wrong:
        print(f"       wanted: {case.says[:110]}")
    sys.stdout.flush()
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
