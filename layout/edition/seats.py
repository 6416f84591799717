"""Where a thing of the manifest stands: in columns and lines, in a slot of the template, or by an advert's size."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from layout.edition.model import Box, RulePlace
from layout.edition.placeform import PLACE_KEYS
from layout.edition.placing import Placing, Seat
from layout.source.record import Record


class Seats(Struct, frozen=True):
    """The places of one page; `placing` is None when the style could not be read (reported elsewhere)."""

    template: str
    placing: Placing | None

    def seat(self, record: Record) -> Seat | None:
        """The place a record asks for, its own columns and lines over those of its slot or size."""
        written = {name: record[name] for name in (*PLACE_KEYS, "legs") if name in record}
        base = self._named(record)
        if base is not None:
            return replace(base, **written)
        return Seat(**written) if written.keys() >= set(PLACE_KEYS) else None

    def box(self, record: Record) -> Box | None:
        """The same as a box, carrying the place it is written at."""
        seat = self.seat(record)
        return None if seat is None else box_of(seat, record)

    def _named(self, record: Record) -> Seat | None:
        if self.placing is None:
            return None
        if "slot" in record:
            return self.placing.slot(self.template, record["slot"], record.at("slot"))
        if "size" in record:
            return self.placing.size(self.template, record["size"], record.at("size"))
        return None


def box_of(seat: Seat, record: Record) -> Box:
    """A seat as a box of the manifest."""
    span = record.at("slot") if "slot" in record else record.span
    return Box(seat.column, seat.columns, seat.line, seat.lines, span, seat.legs)


def rule_place(record: Record) -> RulePlace:
    """Where a rule stands, of a page or of a template."""
    return RulePlace(
        record["column"],
        record.get("columns", 1),
        record["line"],
        record.get("lines", 1),
        record.span,
        record.get("direction", "across") == "down",
    )
