"""A set brought into a newsroom: file by file, checked, put in place whole or not at all; what is there is kept."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from msgspec import Struct, field

from layout.assets.fonts.sets.catalogue import ClientName, FaceItem, FaceSet, Origin
from layout.assets.fonts.sets.clients import CLIENTS, Client, NotBroughtError

# The folder of sets under a newsroom's fonts/, and of what is on its way there.
FOLDER, DOWNLOADS = "sets", ".downloads"
Tell = Callable[[str], None]


class Brought(Struct, frozen=True):
    """What became of a face: the file it is now, or why there is none; `new` says that it was not there before."""

    item: FaceItem
    path: Path | None
    new: bool = False
    reasons: tuple[str, ...] = ()


class Bringer(Struct):
    """Brings faces into a fonts folder. Packages are downloaded once and kept until the whole set is in place."""

    fonts: Path
    tell: Tell
    clients: Mapping[ClientName, Client] = field(default_factory=lambda: CLIENTS)
    _archives: dict[tuple[ClientName, str], Path] = field(default_factory=dict)
    _failed: dict[tuple[ClientName, str], str] = field(default_factory=dict)

    def bring(self, wanted: FaceSet) -> tuple[Brought, ...]:
        """Bring a set; every face that can be had is, whatever becomes of the others."""
        (self.fonts / FOLDER / DOWNLOADS).mkdir(parents=True, exist_ok=True)
        found = tuple(self._item(item) for item in wanted.items)
        if all(one.path for one in found):
            shutil.rmtree(self.fonts / FOLDER / DOWNLOADS, ignore_errors=True)
        return found

    def _item(self, item: FaceItem) -> Brought:
        for origin in item.origins:
            if (path := self.fonts / FOLDER / origin.saved).is_file():
                return Brought(item, path)
        reasons = []
        for origin in item.origins:
            try:
                return Brought(item, self._from(origin), new=True)
            except NotBroughtError as error:
                reasons.append(str(error))
        return Brought(item, None, reasons=tuple(reasons))

    def _from(self, origin: Origin) -> Path:
        client = self.clients[origin.client]
        if not client.available():
            raise NotBroughtError(f"{origin.client}: not on this machine")
        data = client.member(self._archive(origin, client), origin.member)
        found = hashlib.sha256(data).hexdigest()
        if found != origin.sha256:
            raise NotBroughtError(f"{origin.package}: sha256 {found[:12]}…, wanted {origin.sha256[:12]}…")
        return self._placed(origin, _unpacked(data) if origin.member.endswith(".woff") else data)

    def _archive(self, origin: Origin, client: Client) -> Path:
        """The package's archive, downloaded once; a client that failed once is not asked again."""
        key = (origin.client, origin.package)
        if key in self._failed:
            raise NotBroughtError(self._failed[key])
        if key not in self._archives:
            self.tell(f"{origin.client} {origin.package}")
            try:
                self._archives[key] = self._downloaded(origin, client)
            except NotBroughtError as error:
                self._failed[key] = str(error)
                raise
        return self._archives[key]

    def _downloaded(self, origin: Origin, client: Client) -> Path:
        """The package in a folder of its own; one that an earlier run left whole is taken."""
        folder = self.fonts / FOLDER / DOWNLOADS / hashlib.sha256(origin.package.encode()).hexdigest()[:12]
        whole = folder / "whole"
        if whole.is_file():
            return folder / whole.read_text("utf-8")
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        archive = client.bring(origin.package, folder)
        whole.write_text(archive.name, "utf-8")
        return archive

    def _placed(self, origin: Origin, data: bytes) -> Path:
        path = self.fonts / FOLDER / origin.saved
        part = path.with_name(f".{path.name}.part")
        part.write_bytes(data)
        part.replace(path)
        return path


def _unpacked(data: bytes) -> bytes:
    """The OpenType file that a WOFF file holds."""
    import io

    from fontTools.ttLib import TTFont

    font = TTFont(io.BytesIO(data), recalcTimestamp=False)
    font.flavor = None
    held = io.BytesIO()
    font.save(held)
    return held.getvalue()
