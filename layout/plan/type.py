"""From type styles to fonts: the faces of a role at a size, each built once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from msgspec import Struct, field

from layout.edition.model import Emphasis, Paragraph
from layout.style.cascade import EditionStyles
from layout.style.fold import strip_style
from layout.style.model import PaperStyle, Setting, TypeStyle
from layout.text.model import Font, StyledRun, Typeface
from layout.units import Length


class Faces(Protocol):
    """Where faces come from; `layout.assets.fonts.FaceBook` is one."""

    def chain(self, role: str) -> tuple[Typeface, ...]:
        """The faces of a role in the order they are tried."""

    def face(self, key: str) -> Typeface:
        """A face by its key."""


class TypeCase(Struct):
    """The fonts of a style, built when first asked for (字盘)."""

    style: PaperStyle
    faces: Faces
    _fonts: dict[tuple[str, Length, int, int], Font] = field(default_factory=dict)

    def font(self, type_style: TypeStyle, *, size: Length | None = None) -> Font:
        """The font of a type style, at another size when one is given."""
        wanted = (type_style.face, size or type_style.size, type_style.stretch, type_style.tracking)
        found = self._fonts.get(wanted)
        if found is None:
            found = Font(self.faces.chain(wanted[0]), wanted[1], wanted[2], wanted[3])
            self._fonts[wanted] = found
        return found

    def named(self, name: str) -> Font:
        """The font of one of the style's types."""
        return self.font(self.style.types[name])

    def fonts(self) -> Iterator[Font]:
        """The fonts that have been asked for."""
        return iter(self._fonts.values())

    @property
    def body_setting(self) -> Setting:
        """How running text is composed."""
        return self.style.settings["body"]

    @property
    def headline_setting(self) -> Setting:
        """How headlines and other display lines are composed."""
        return self.style.settings["headline"]


# The types of emphasised stretches; other emphasis is drawn beside the characters.
EMPHASIS_TYPES = {Emphasis.STRONG: "strong", Emphasis.DATELINE: "dateline", Emphasis.OPENING: "opening"}


def styled_runs(paragraph: Paragraph, case: TypeCase, size: Length | None = None) -> tuple[StyledRun, ...]:
    """The emphasised stretches of a paragraph in types of their own, at another size when one is given."""
    return tuple(
        StyledRun(stretch.start, stretch.end, case.font(case.style.types[emphasised], size=size))
        for stretch in paragraph.stretches
        if (emphasised := EMPHASIS_TYPES.get(stretch.emphasis))
    )


class TypeCases(Struct):
    """The type cases of an edition: the paper's, and those of pages and stories whose style is changed."""

    styles: EditionStyles
    faces: Faces
    _made: dict[int, TypeCase] = field(default_factory=dict)
    _strips: dict[int, TypeCase] = field(default_factory=dict)

    @property
    def paper(self) -> TypeCase:
        """The paper's own."""
        return self._case(self.styles.paper)

    def page(self, page: str) -> TypeCase:
        """That of a page."""
        return self._case(self.styles.page(page))

    def story(self, page: str, story: str) -> TypeCase:
        """That of a story on a page."""
        return self._case(self.styles.story(page, story))

    def fold(self, page: str) -> TypeCase:
        """That of the strip at a page's fold."""
        style = self.styles.page(page)
        if id(style) not in self._strips:
            self._strips[id(style)] = TypeCase(strip_style(style), self.faces)
        return self._strips[id(style)]

    def fonts(self) -> Iterator[Font]:
        """The fonts that have been asked for."""
        for case in (*self._made.values(), *self._strips.values()):
            yield from case.fonts()

    def _case(self, style: PaperStyle) -> TypeCase:
        if id(style) not in self._made:
            self._made[id(style)] = TypeCase(style, self.faces)
        return self._made[id(style)]
