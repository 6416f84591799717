"""The index of hostile cases: what is fed, and what has to come of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import yaml

SECONDS = 10
MEGABYTES = 1024
_SECONDS = re.compile(r"(?:within\s+)?(\d+) s\b")
_MEMORY = re.compile(r"(\d+) (MB|MiB|GB|GiB)\b")


@dataclass(frozen=True, slots=True)
class Case:
    """One case; `outcome` is error, warning or ok, `says` what its message has to tell."""

    id: str
    group: str
    feed_as: str
    what: str
    file: str
    recipe: str
    outcome: str
    says: str
    result: str
    folder: Path

    @property
    def seconds(self) -> int:
        """How long it may take."""
        found = _SECONDS.search(f"{self.result} {self.says}")
        return int(found[1]) if found else SECONDS

    @property
    def megabytes(self) -> int:
        """How much memory it may take."""
        found = _MEMORY.search(self.result)
        return int(found[1]) * (1024 if found[2].startswith("G") else 1) if found else MEGABYTES

    @property
    def source(self) -> Path:
        """Its file in the index's folder."""
        return self.folder / self.file


def read_index(folder: Path) -> list[Case]:
    """All cases of a folder's index.yaml."""
    data = yaml.safe_load((folder / "index.yaml").read_text("utf-8"))
    return [_case(entry, folder) for entry in data["cases"]]


def _case(entry: dict, folder: Path) -> Case:
    expect = entry.get("expect", {})
    texts = {key: str(entry.get(key, "")) for key in ("id", "group", "feed_as", "what", "file", "recipe")}
    return Case(
        **texts,
        outcome=expect.get("class", "error"),
        says=str(expect.get("says", "")),
        result=f"{expect.get('result', '')} {entry.get('note', '')}",
        folder=folder,
    )
