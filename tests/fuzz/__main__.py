"""Fuzz for a while: `python -m tests.fuzz MINUTES [SEED]`; prints each fault when it first shows, their counts at last.

MINUTES are of CPU time. The first input that shows a fault (an error of one sort at one place of paiban) is written to
`tests/corpus/fuzz/`, where a test reads it ever after.
"""

from __future__ import annotations

import hashlib
import sys
import time
import traceback
import warnings
from collections import Counter
from random import Random

from tests.fuzz.targets import EXECUTIONS, Newsroom
from tests.newsrooms import REPOSITORY

CORPUS = REPOSITORY / "tests" / "corpus" / "fuzz"


def main() -> int:
    """Fuzz; 1 when something was found."""
    minutes = float(sys.argv[1])
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    newsroom, runs, faults = Newsroom(), Counter(), Counter()
    warnings.simplefilter("ignore")
    try:
        while time.process_time() < 60 * minutes:
            for target, execute in EXECUTIONS.items():
                random = Random(f"{seed} {target} {runs[target]}")
                runs[target] += 1
                try:
                    execute(newsroom, random)
                except Exception as error:  # whatever it is, it is a fault
                    _keep(error, faults)
    finally:
        newsroom.close()
        print(f"{time.process_time() / 60:.1f} CPU minutes, {sum(runs.values())} executions {dict(runs)}")
        for fault, count in faults.most_common():
            print(f"{count:5} {fault}")
    return 1 if faults else 0


def _keep(error: Exception, faults: Counter) -> None:
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "/layout/" in frame.filename]
    last = frames[-1] if frames else traceback.extract_tb(error.__traceback__)[-1]
    place = f"{type(error).__name__}: {str(error)[:60]!r} at {last.filename.split('/layout/')[-1]}:{last.lineno}"
    key = f"{type(error).__name__} {last.filename.split('/layout/')[-1]}:{last.lineno}"
    faults[key] += 1
    if faults[key] == 1:
        print(place, flush=True)
        target, path, data = error.fuzzed
        name = hashlib.sha256(data).hexdigest()[:8]
        CORPUS.mkdir(parents=True, exist_ok=True)
        (CORPUS / f"{target}--{str(path).replace('/', '--')}--{name}").write_bytes(data)


if __name__ == "__main__":
    sys.exit(main())
