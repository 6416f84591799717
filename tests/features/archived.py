"""Every feature's edition as a PDF for the archive, for the gates: `python -m tests.features.archived FOLDER`."""

from __future__ import annotations

import sys
from pathlib import Path

from layout import api
from layout.diagnostics import Sink
from tests.features.editions import FEATURES, loaded


def archived(name: str) -> bytes:
    edition = loaded(name)
    run = api.press_run(edition, Sink(), "a2a")
    target = api.Target("archive", Path("unused"), "edition", press=run)
    (data,) = api.pdfs(api.compose(edition), edition, target).values()
    return data


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name in FEATURES:
        (folder / f"{name}.pdf").write_bytes(archived(name))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
