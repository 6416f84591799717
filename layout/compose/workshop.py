"""What composing a page needs besides its plan."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from layout.diagnostics import Sink
from layout.edition.model import Edition, Page
from layout.plan.picture import Images
from layout.plan.type import TypeCase


class Workshop(Struct, frozen=True):
    """The page and its edition, its type case, the images, what fixed matter may print, and where to report."""

    edition: Edition
    page: Page
    case: TypeCase
    images: Images
    fields: Mapping[str, str]
    sink: Sink
