"""The faces of a newsroom by role, and how each came to be used."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from msgspec import Struct, field

from layout.assets.fonts.drawn import DRAWN_KEY, DrawnFace
from layout.assets.fonts.face import Face

AnyFace: TypeAlias = Face | DrawnFace


class RoleRecord(Struct, frozen=True):
    """A role: the faces asked for, those found, in order."""

    role: str
    wanted: tuple[str, ...]
    found: tuple[str, ...]


class FaceBook(Struct, frozen=True):
    """Faces by key, and chains of faces by role; characters the newsroom drew itself end every chain."""

    faces: Mapping[str, Face]
    records: tuple[RoleRecord, ...]
    drawn: DrawnFace | None = None
    _chains: dict[str, tuple[AnyFace, ...]] = field(default_factory=dict)

    def chain(self, role: str) -> tuple[AnyFace, ...]:
        """The faces of a role in the order they are tried.

        Raises KeyError for a role that faces.yaml does not have.
        """
        found = self._chains.get(role)
        if found is None:
            record = next((record for record in self.records if record.role == role), None)
            if record is None:
                raise KeyError(role)
            found = self._chains[role] = (
                *(self.faces[key] for key in record.found),
                *([self.drawn] if self.drawn else []),
            )
        return found

    def face(self, key: str) -> AnyFace:
        """A face by its key."""
        if self.drawn and key == DRAWN_KEY:
            return self.drawn
        return self.faces[key]
