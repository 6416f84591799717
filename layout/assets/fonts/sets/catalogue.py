"""Which sets of faces there are, which files each has, and which packages hold them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from msgspec import Struct

from layout.diagnostics import Sink
from layout.source.document import read_document
from layout.source.form import Form, Key, Many, Named
from layout.source.record import Reader, Record
from layout.source.scalars import FILLED, choice
from layout.source.yamltree import compose_yaml

SETS_FILE = "sets.yaml"
ClientName = Literal["npm", "apt"]

_ORIGIN = Form(
    "origin",
    (
        Key("client", "工具", choice("npm", "apt"), "用哪个包工具", "which package client", required=True),
        Key("package", "包", FILLED, "包名，可带版本", "the package, with its version", required=True),
        Key("member", "成员", FILLED, "文件在包里的位置", "where in the package the file is", required=True),
        Key("sha256", "校验", FILLED, "文件的 SHA-256", "SHA-256 of the file", required=True),
        Key("saved", "存为", FILLED, "在 fonts/sets/ 里的名字", "its name under fonts/sets/", required=True),
    ),
)
_FILE = Form(
    "file",
    (
        Key("licence", "许可", FILLED, "许可", "licence", required=True),
        Key("from", "来源", Many(_ORIGIN), "依次试的来源", "origins tried in turn", required=True),
    ),
)
_SET = Form(
    "set",
    (
        Key("name", "名称", FILLED, "这一套的名字", "the set's name", required=True),
        Key("files", "文件", Many(FILLED), "有哪些文件", "its files", required=True),
    ),
)
SETS = Form(
    "sets",
    (
        Key("format", "格式", choice("1"), "格式版本，现在是 1", "format version, now 1", required=True),
        Key("sets", "套", Named(_SET), "字体套", "the sets", required=True),
        Key("files", "文件", Named(_FILE), "字体文件", "the files", required=True),
    ),
)


class Origin(Struct, frozen=True):
    """Where a file may come from: a member of a package, what it must be, and what it is saved as.

    A `.woff` member is saved unpacked, as the OpenType file it holds; `sha256` is that of the member.
    """

    client: ClientName
    package: str
    member: str
    sha256: str
    saved: str


class FaceItem(Struct, frozen=True):
    """A face of a set: its origins in the order they are tried."""

    name: str
    licence: str
    origins: tuple[Origin, ...]


class FaceSet(Struct, frozen=True):
    """A set of faces."""

    key: str
    name: str
    items: tuple[FaceItem, ...]


def read_sets(folder: Path, sink: Sink) -> Mapping[str, FaceSet]:
    """The sets of a fonts folder by key; empty with the mistakes reported."""
    document = read_document(folder / SETS_FILE, sink)
    node = compose_yaml(document, sink) if document else None
    record = Reader(document, sink).record(node, SETS) if document and node else None
    if record is None or sink.found:
        return {}
    items = {name: _item(name, item.value) for name, item in record.named("files").items()}
    return {key: _set(key, item.value, items) for key, item in record.named("sets").items()}


def _set(key: str, record: Record, items: Mapping[str, FaceItem]) -> FaceSet:
    return FaceSet(
        key, record["name"], tuple(items[item.value] for item in record.many("files") if item.value in items)
    )


def _item(name: str, record: Record) -> FaceItem:
    origins = tuple(
        Origin(one["client"], one["package"], one["member"], one["sha256"], one["saved"])
        for one in record.records("from")
    )
    return FaceItem(name, record["licence"], origins)
