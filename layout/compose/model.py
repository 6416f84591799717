"""The composed edition: the one geometric truth that checks, overlays and backends read."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from layout.compose.story import StoryOnPage
from layout.diagnostics import Diagnostic
from layout.display.items import Part
from layout.display.page import PageDisplay
from layout.edition.model import Edition
from layout.plan.model import PagePlan


class Sheet(Struct, frozen=True):
    """What a page was made from: its plan, its stories with their lines, and what its fixed matter may print.

    `notices` are the stories at its fold, outside the type area.
    """

    plan: PagePlan
    stories: tuple[StoryOnPage, ...]
    fields: Mapping[str, str]
    notices: tuple[StoryOnPage, ...] = ()


class Composition(Struct, frozen=True):
    """All pages drawn, the tree of their parts (indexed by `Part.id`), and what was found on the way.

    `sheets` are the pages once more as they were planned and poured, in the order of `pages`: checks read there what
    is a headline, a leg, a line; nothing is measured again.
    """

    edition: Edition
    pages: tuple[PageDisplay, ...]
    parts: tuple[Part, ...]
    diagnostics: tuple[Diagnostic, ...]
    sheets: tuple[Sheet, ...] = ()
