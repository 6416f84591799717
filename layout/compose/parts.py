"""The tree of logical parts, grown while pages are composed."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from layout.display.items import CellPlace, Part, Role


class PartTree(Struct):
    """Collects parts; the same story, or the same paragraph continued on a later page, is one part."""

    parts: list[Part] = field(default_factory=list)
    _known: dict[tuple[str, Role, int], int] = field(default_factory=dict)
    _children: dict[int | None, int] = field(default_factory=dict)

    def add(self, role: Role, parent: int | None = None, story: str | None = None, title: str = "") -> int:
        """A new part at the end of its parent's children; gives its id."""
        order = self._children.get(parent, 0)
        self._children[parent] = order + 1
        self.parts.append(Part(len(self.parts), parent, role, story, order, title))
        return len(self.parts) - 1

    def story(self, story: str, title: str) -> int:
        """The part of a story."""
        return self._once(Role.STORY, None, story, 0, title)

    def inside(self, role: Role, story_part: int, story: str, index: int = 0) -> int:
        """A part of a story, by its role and its index among those of the role."""
        return self._once(role, story_part, story, index, "")

    def cell(self, table: int, story: str, index: int, place: CellPlace) -> int:
        """A cell of a table."""
        part = self._once(Role.CELL, table, story, index, "")
        self.parts[part] = replace(self.parts[part], cell=place)
        return part

    def copy(self, parts: Sequence[Part] | None = None) -> PartTree:
        """Another tree that begins as this one is; `parts` are the same ones with other titles."""
        return PartTree(list(self.parts if parts is None else parts), dict(self._known), dict(self._children))

    def grows_like(self, other: PartTree) -> bool:
        """Whether what is added to it gets the same places as in the other."""
        return len(self.parts) == len(other.parts) and self._known == other._known and self._children == other._children

    def _once(self, role: Role, parent: int | None, story: str, index: int, title: str) -> int:
        known = (story, role, index)
        if known not in self._known:
            self._known[known] = self.add(role, parent, story, title)
        return self._known[known]
