"""The tree of parts as the tags of a PDF: which part is which structure element, and what is an artifact.

Document > Art (a story, with its title) > H1, P, H2, Figure > Caption; folios, rules, tints and frames are artifacts
(ISO 32000-1, 14.8.4; ISO 14289-1, 7.1 to 7.4). Reading order is that of the parts, not that of drawing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from layout.backends.pdf.elements import Element, Spot
from layout.backends.pdf.tabletags import table_element
from layout.display.items import Box, Drawn, Figure, Item, Part, Photo, Role, Rule, TextRun
from layout.geometry import Rect

# What a part's text is; a part that holds others and text as well has a P of its own inside (`_GROUPS`).
_TAGS: Mapping[Role, str] = {
    Role.STORY: "Art",
    Role.KICKER: "P",
    Role.HEADLINE: "H1",
    Role.DECK: "P",
    Role.SUMMARY: "P",
    Role.LABEL: "P",
    Role.BYLINE: "P",
    Role.PARAGRAPH: "P",
    Role.SUBHEAD: "H2",
    Role.TABLE: "Table",
    Role.TABLE_TITLE: "Caption",
    Role.CELL: "TD",
    Role.READING: "P",
    Role.JUMP: "P",
    Role.PICTURE: "Figure",
    Role.GROUP: "Div",
    Role.CAPTION: "Caption",
    Role.CREDIT: "Caption",
    Role.NAMEPLATE: "P",
    Role.EAR: "Sect",
    Role.CONTENTS: "Sect",
    Role.WEATHER: "Sect",
    Role.ADVERT: "Sect",
}
_GROUPS = {"Sect", "Art", "Div"}
# Parts that are no content: what only helps to find one's way on the page, and what only adorns it.
ARTIFACTS = {Role.PAGE, Role.FOLIO, Role.ARTIFACT}
# What stands before a page's stories; the rest of a page (loose pictures, adverts) is read after them.
_BEFORE = {Role.NAMEPLATE, Role.EAR, Role.CONTENTS, Role.WEATHER}
_WORDS_OF_PICTURES = {Role.CAPTION, Role.CREDIT}


class Owner(Struct, frozen=True):
    """What a stretch of a content stream belongs to: the text of a part, or the picture in it."""

    part: int
    is_art: bool = False


class Marks(Struct):
    """Who owns what of the pages drawn so far; asked by the surface for every item."""

    parts: Sequence[Part]
    spots: dict[Owner, list[Spot]] = field(default_factory=dict)
    boxes: dict[Owner, Rect] = field(default_factory=dict)
    texts: dict[int, list[str]] = field(default_factory=dict)
    counts: list[int] = field(default_factory=list)

    def begin_page(self) -> None:
        """From here on a new page is drawn."""
        self.counts.append(0)

    def owner(self, item: Item) -> Owner | None:
        """The owner of an item; None for an artifact."""
        part = self.parts[item.part]
        if part.role in ARTIFACTS:
            return None
        if isinstance(item, TextRun):
            self.texts.setdefault(part.id, []).append(item.glyphs.text)
            return Owner(part.id, is_art=part.role is Role.PICTURE)
        box = _box(item) or (_chart_box(item) if part.role is Role.PICTURE else None)
        if box is None or not (part.title or part.role is Role.PICTURE):
            return None
        owner = Owner(part.id, is_art=True)
        self.boxes[owner] = self.boxes[owner].union(box) if owner in self.boxes else box
        return owner

    def begin(self, owner: Owner | None, item: Item) -> str:
        """The operator that begins a stretch."""
        if owner is None:
            kind = "Pagination" if self.parts[item.part].role is Role.FOLIO else "Layout"
            return f"/Artifact <</Type /{kind}>> BDC"
        number = self.counts[-1]
        self.counts[-1] += 1
        self.spots.setdefault(owner, []).append(Spot(len(self.counts) - 1, number))
        tag = "Figure" if owner.is_art else _TAGS[self.parts[owner.part].role]
        return f"/{'P' if tag in _GROUPS else tag} <</MCID {number}>> BDC"


def _box(item: Item) -> Rect | None:
    match item:
        case Photo() | Figure():
            return item.rect
        case Drawn():
            return item.shape.extent
    return None


def _chart_box(item: Item) -> Rect | None:
    """What the bars and rules take that a chart, or a table drawn as a picture, is made of."""
    match item:
        case Box():
            return item.rect
        case Rule():
            x, y = min(item.start.x, item.end.x), min(item.start.y, item.end.y)
            return Rect(x, y, abs(item.end.x - item.start.x), abs(item.end.y - item.start.y))
    return None


def document_element(marks: Marks) -> Element:
    """The Document element over everything that was marked."""
    by_parent: dict[int | None, list[Part]] = {}
    for part in sorted(marks.parts, key=lambda part: part.order):
        by_parent.setdefault(part.parent, []).append(part)
    tree = _Tree(marks, by_parent)
    return Element("Document", children=tuple(tree.roots()))


class _Tree(Struct, frozen=True):
    marks: Marks
    by_parent: Mapping[int | None, Sequence[Part]]

    def roots(self) -> Iterator[Element]:
        """Page by page: what stands before the stories, the stories that begin there, and the rest."""
        rest: list[Part] = []
        for part in self.by_parent.get(None, ()):
            if part.role is Role.STORY:
                yield from self._with_pictures([part])
            elif part.role is Role.PAGE:
                yield from self._with_pictures(rest)
                own = self.by_parent.get(part.id, ())
                yield from self._with_pictures([one for one in own if one.role in _BEFORE])
                rest = [one for one in own if one.role not in _BEFORE]
        yield from self._with_pictures(rest)

    def _with_pictures(self, parts: Iterable[Part], picture: Element | None = None) -> list[Element]:
        """Siblings as elements; a caption or credit after a picture (or inside it) goes into it."""
        made: list[Element] = [picture] if picture else []
        for part in parts:
            for element in self._element(part):
                if part.role in _WORDS_OF_PICTURES:
                    _add_words(made, element)
                else:
                    made.append(element)
        return made

    def _element(self, part: Part) -> Iterator[Element]:
        tag = _TAGS.get(part.role)
        if tag is None:
            return
        if part.role is Role.TABLE:
            yield from self._table(part)
            return
        own = self.by_parent.get(part.id, ())
        art = self._art(part)
        if part.role is Role.PICTURE:
            yield from self._with_pictures(own, art)
            return
        text = tuple(self.marks.spots.get(Owner(part.id), ()))
        children = self._with_pictures(own)
        if tag in _GROUPS:
            held = ([art] if art else []) + ([Element("P", spots=text)] if text else [])
            if held or children:
                yield Element(tag, part.title, children=(*held, *_levelled(part, children)))
        elif text:
            yield Element(tag, spots=text, children=(art,) if art else ())

    def _table(self, part: Part) -> Iterator[Element]:
        """A table with its rows; nothing when no cell of it is on the file's pages."""
        title, cells = None, []
        for own in self.by_parent.get(part.id, ()):
            for element in self._element(own):
                if own.cell:
                    cells.append((own.cell, element))
                else:
                    title = element
        if cells:
            yield table_element(title, cells)

    def _art(self, part: Part) -> Element | None:
        owner = Owner(part.id, is_art=True)
        spots = tuple(self.marks.spots.get(owner, ()))
        return Element("Figure", alt=self._alt(part), box=self.marks.boxes.get(owner), spots=spots) if spots else None

    def _is_grouped(self, part: Part) -> bool:
        return part.parent is not None and self.marks.parts[part.parent].role is Role.GROUP

    def _alt(self, part: Part) -> str:
        """The text for who cannot see a picture: the editor's, else its caption, else whose picture it is."""
        if part.title:
            return part.title
        near = (*self.by_parent.get(part.id, ()), *self.by_parent.get(part.parent, ()))
        for other in near:
            is_own = other.parent == part.id or self._is_grouped(part)
            if other.role is Role.CAPTION and is_own and other.id in self.marks.texts:
                return "".join(self.marks.texts[other.id])
        return f"{_story_title(part, self.marks.parts)}配图"


def _story_title(part: Part, parts: Sequence[Part]) -> str:
    while part.parent is not None and part.role is not Role.STORY:
        part = parts[part.parent]
    return part.title if part.role is Role.STORY else ""


def _add_words(made: list[Element], words: Element) -> None:
    """Caption and credit as one Caption inside the figure before them; as a paragraph where there is none."""
    if not made or made[-1].tag != "Figure":
        made.append(replace(words, tag="P"))
        return
    figure = made[-1]
    if figure.children and figure.children[-1].tag == "Caption":
        caption = figure.children[-1]
        caption = replace(caption, spots=caption.spots + words.spots)
        made[-1] = replace(figure, children=(*figure.children[:-1], caption))
    else:
        made[-1] = replace(figure, children=(*figure.children, words))


def _levelled(part: Part, children: Sequence[Element]) -> list[Element]:
    """Subheads under no headline of their own (a continuation in a file of its own page) are headings of level 1."""
    if part.role is not Role.STORY or any(child.tag == "H1" for child in children):
        return list(children)
    return [replace(child, tag="H1") if child.tag == "H2" else child for child in children]
