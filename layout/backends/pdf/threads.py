"""Article threads: a story's legs as beads, in the order they are read (ISO 32000-1, 12.4.3)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec import Struct, field

from layout.backends.pdf.numbers import number
from layout.backends.pdf.objects import Raw, array, dictionary, name, string
from layout.compose.model import Sheet
from layout.geometry import Rect
from layout.units import POINT, Length


class Bead(Struct, frozen=True):
    """A leg of a story on a page (its index in the file)."""

    page: int
    rect: Rect


class Thread(Struct):
    """A story's legs through the file's pages."""

    title: str
    beads: list[Bead] = field(default_factory=list)


def threads_of(sheets: Sequence[Sheet]) -> list[Thread]:
    """The threads of the stories on some pages, in the order of their first legs."""
    found: dict[str, Thread] = {}
    for page, sheet in enumerate(sheets):
        for placed in (*sheet.stories, *sheet.notices):
            story = placed.block.story
            title = story.headline.text if story.headline else story.id
            thread = found.setdefault(story.id, Thread(title))
            legs = (frame.rect for frames in placed.block.frames for frame in frames if frame.slots)
            thread.beads += [Bead(page, rect) for rect in legs]
    return [thread for thread in found.values() if thread.beads]


def write_threads(
    threads: Sequence[Thread], pages: Sequence[Any], edges: Sequence[tuple[Length, Length]], document: Any
) -> tuple[Any, dict[int, list[Any]]]:
    """Add the threads to a document; gives the array for its catalog, and every page's beads.

    `edges` are the pages' heights and what lies round their trim.
    """
    on_pages: dict[int, list[Any]] = {}
    made = []
    for thread in threads:
        beads = [_bead(bead, pages[bead.page], *edges[bead.page]) for bead in thread.beads]
        references = [document.Reference(bead) for bead in beads]
        own = {"Type": name("Thread"), "F": references[0], "I": dictionary({"Title": string(thread.title)})}
        reference = document.Reference(dictionary(own))
        for index, bead in enumerate(beads):
            bead["T"] = reference
            bead["N"] = references[(index + 1) % len(beads)]
            bead["V"] = references[index - 1]
            on_pages.setdefault(thread.beads[index].page, []).append(references[index])
        made.append(reference)
    return array(made), on_pages


def _bead(bead: Bead, page: Any, height: Length, around: Length) -> Any:
    rect, top = bead.rect, height + around
    corners = (rect.x + around, top - rect.bottom, rect.right + around, top - rect.y)
    box = Raw(f"[{' '.join(number(corner / POINT) for corner in corners)}]")
    return dictionary({"Type": name("Bead"), "P": page, "R": box})
