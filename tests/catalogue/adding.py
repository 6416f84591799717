"""Takes a folder of packages in, for the test that kills it: `python -m tests.catalogue.adding FILE FOLDER`."""

from __future__ import annotations

import sys
from pathlib import Path

from layout.catalogue.ingest import take_in
from layout.catalogue.sqlite import SqliteStore

if __name__ == "__main__":
    store = SqliteStore(Path(sys.argv[1]))
    print("ready", flush=True)
    for _ in take_in(store, sys.argv[2]):
        pass
