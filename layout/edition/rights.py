"""Whose a story or a picture is, and from when on it may be shown outside the house."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from layout.source.record import Record


class Rights(Struct, frozen=True):
    """Who holds the rights and what they allow, in words (empty: the paper does); the day an embargo ends."""

    notice: str = ""
    embargo: date | None = None


OWN = Rights()


def read_rights(record: Record, fallback: Rights = OWN) -> Rights:
    """The rights of a record; what it does not say is as in `fallback`."""
    return Rights(record.get("rights", fallback.notice), record.get("embargo", fallback.embargo))
