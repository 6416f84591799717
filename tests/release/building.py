"""Proofs made in a process of their own: `python -m tests.release.building MANIFEST KEEP [ROOT FONTS]`.

Prints as JSON which batches were really made, and a hash of everything that came out of them.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

from msgspec import Struct

from layout import api, sharing
from layout.release import proofs

REPOSITORY = Path(__file__).resolve().parents[2]


class Build(Struct, frozen=True):
    """What a build came to: the batches really made (a name for each; the texts are "") and the hash of all it gave."""

    made: tuple[str, ...]
    digest: str


def built(
    manifest: Path, keep: proofs.Keep = "use", root: Path | None = None, fonts: Path | None = None, path: str = ""
) -> Build:
    """A build in another process, with `path` before its modules."""
    command = [sys.executable, "-m", "tests.release.building", str(manifest), keep, str(root or ""), str(fonts or "")]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, (path, str(REPOSITORY))))}
    done = subprocess.run(command, cwd=REPOSITORY, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    made, digest = json.loads(done.stdout)
    return Build(tuple(made), digest)


def main(manifest: str, keep: proofs.Keep, root: str, fonts: str) -> None:
    """Build, and print what came of it."""
    made: list[str] = []
    real = proofs._Making.work

    def noted(self, names, kept):
        made.append("+".join(names))
        return real(self, names, kept)

    proofs._Making.work = noted
    sharing.can_fork = lambda: False
    loaded = api.load(Path(manifest), root=Path(root) if root else None, fonts=Path(fonts) if fonts else None)
    if not loaded.complete:
        raise SystemExit("\n".join(found.message("en") for found in loaded.diagnostics))
    given = proofs.made_proofs(loaded, api.Target("proof", Path("unused")), keep=keep)
    told = hashlib.sha256(given.layout + repr(sorted(given.certificate.items())).encode())
    for name, data in given.files.items():
        told.update(name.encode() + data)
    told.update("\n".join(sorted(map(repr, {*given.found, *given.composed}))).encode())
    json.dump((made, told.hexdigest()), sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])  # type: ignore[arg-type]
