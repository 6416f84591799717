"""How far a page has come: draft, page proof (大样), clean proof (清样), signed (付印), printed, replated (改版).

The records lie in `stages.yaml` beside the manifest, every one over the hash of the page as it was then. A page that is
another one since has lost what was said of it, and begins again as the next clean proof.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from msgspec import Struct

from layout.diagnostics import Sink
from layout.edition.stagesform import STAGES
from layout.source.document import Document, read_document
from layout.source.record import Reader, Record
from layout.source.yamltree import compose_yaml

FILE = "stages.yaml"
HEAD = """# 签样记录，只往后加。Who signed which page; new records are added at the end (paiban sign).
format: 1
records:
"""

Recorded = Literal["proof", "clean", "signed", "printed", "replated"]
Stage = Literal["draft", "proof", "clean", "signed", "printed", "replated"]
# What a stage is called; drafts are shown on paper as the first page proof.
NAMES: dict[Stage, tuple[str, str]] = {
    "draft": ("未看样", "draft"),
    "proof": ("大样 {number}", "page proof {number}"),
    "clean": ("清样 {number}", "clean proof {number}"),
    "signed": ("付印", "signed"),
    "printed": ("已印", "printed"),
    "replated": ("改版 {number}", "replated {number}"),
}
_READY = {"signed", "printed", "replated"}


class Entry(Struct, frozen=True):
    """One record: when (ISO 8601), which page, what it came to, in which role and who, and the page's hash."""

    time: str
    page: str
    stage: Recorded
    role: str
    name: str
    digest: str


class PageStage(Struct, frozen=True):
    """How far a page has come. `number` counts its proofs of that stage, from 1.

    `entries` are the records over the page as it is; `missing` are the roles that have yet to sign it. `changed` says
    that it was signed or printed, and is another one since; `replaces` that another version of it was printed before.
    """

    page: str
    stage: Stage
    number: int
    digest: str
    entries: tuple[Entry, ...]
    missing: tuple[str, ...]
    changed: bool
    replaces: bool = False

    @property
    def may_be_printed(self) -> bool:
        """Whether everyone who has to has signed it as it is."""
        return self.stage in _READY

    def named(self, language: str) -> str:
        """The stage in words."""
        return NAMES[self.stage][language != "zh"].format(number=self.number)

    @property
    def on_proof(self) -> str:
        """What a proof of it is called: one that nobody has looked at is the first page proof."""
        return f"大样 {self.number}" if self.stage == "draft" else self.named("zh")


def read_stages(folder: Path, sink: Sink) -> tuple[Entry, ...]:
    """The records of an edition; none when it has no file, or when that is wrong (reported)."""
    path = folder / FILE
    if not path.is_file():
        return ()
    document = read_document(path, sink)
    return _entries(document, sink) if document else ()


def read_entries(path: Path, text: str, sink: Sink) -> tuple[Entry, ...]:
    """The records in a file's text; none when that is wrong (reported)."""
    return _entries(Document(path, text), sink)


def _entries(document: Document, sink: Sink) -> tuple[Entry, ...]:
    before = len(sink.found)
    node = compose_yaml(document, sink)
    record = Reader(document, sink).record(node, STAGES) if node else None
    if record is None or len(sink.found) > before:
        return ()
    return tuple(_entry(one) for one in record.records("records"))


def _entry(record: Record) -> Entry:
    time, page, stage, role, name, digest = (record[key] for key in ("time", "page", "stage", "role", "name", "hash"))
    return Entry(time, page, stage, role, name, digest)


def line_of(entry: Entry) -> str:
    """A record as a line of the file."""
    role, name = (json.dumps(text, ensure_ascii=False) for text in (entry.role, entry.name))
    told = f"time: {entry.time}, page: {entry.page}, stage: {entry.stage}, role: {role}, name: {name}"
    return f"  - {{{told}, hash: {entry.digest}}}\n"


def stage_of(page: str, digest: str, entries: Sequence[Entry], required: Sequence[str]) -> PageStage:
    """How far a page has come that has this hash now; `required` are the roles that sign it for the press."""
    own = [entry for entry in entries if entry.page == page]
    here = tuple(entry for entry in own if entry.digest == digest)
    signed = {entry.role for entry in here if entry.stage == "signed"}
    missing = tuple(role for role in required if role not in signed)
    done = {entry.stage for entry in here}
    passed = any(entry.stage in _READY for entry in own)
    stage: Stage
    if "replated" in done:
        stage, number = "replated", _number(own, digest, {"replated"})
    elif "printed" in done:
        stage, number = "printed", 1
    elif signed and not missing:
        stage, number = "signed", 1
    elif done & {"clean", "signed"} or (not here and _has(own, {"clean", *_READY})):
        stage, number = "clean", _number(own, digest, {"clean", *_READY})
    elif own:
        stage, number = "proof", _number(own, digest, {"proof"})
    else:
        stage, number = "draft", 1
    gone = any(entry.stage in {"printed", "replated"} and entry.digest != digest for entry in own)
    return PageStage(page, stage, number, digest, here, missing, passed and not here, gone)


def _has(entries: Sequence[Entry], stages: set[str]) -> bool:
    return any(entry.stage in stages for entry in entries)


def _number(entries: Sequence[Entry], digest: str, stages: set[str]) -> int:
    """Which of the versions of a page that came to one of the stages this one is: the next one when it is none."""
    known = list(dict.fromkeys(entry.digest for entry in entries if entry.stage in stages))
    return known.index(digest) + 1 if digest in known else len(known) + 1
