"""From a style's record to its page templates, advert sizes and numbering."""

from __future__ import annotations

from datetime import date

from layout.edition.placing import Seat
from layout.edition.seats import rule_place
from layout.geometry import Size
from layout.source.record import Item, Record
from layout.style.model import AdvertSizes, Numbering, PlacedPanel, Template, TemplateSlot
from layout.style.names import Names

WEEKDAYS = "一二三四五六日"


def read_template(record: Record, names: Names) -> Template:
    """A template; grids, panels and levels it names have to be there (reported)."""
    names.expect("grid", record["grid"], names.record.named("grids"), record.at("grid"))
    for panel in record.records("panels"):
        names.expect("panel", panel["panel"], names.record.named("panels"), panel.at("panel"))
    for slot in record.named("slots").values():
        if "level" in slot.value:
            names.expect("level", slot.value["level"], names.record.named("levels"), slot.value.at("level"))
    return Template(
        record["grid"],
        tuple(
            PlacedPanel(panel["panel"], panel["column"], panel["columns"], panel["line"], panel["lines"])
            for panel in record.records("panels")
        ),
        {name: _slot(item.value) for name, item in record.named("slots").items()},
        tuple(rule_place(rule) for rule in record.records("rules")),
    )


def _slot(record: Record) -> TemplateSlot:
    seat = Seat(
        record["column"],
        record["columns"],
        record["line"],
        record["lines"],
        record.get("legs", None),
        record.get("level", ""),
        record.get("frame", "none"),
    )
    return TemplateSlot(seat, record.get("optional", False))


def read_adverts(record: Record | None) -> AdvertSizes:
    """The advert sizes of a style; none when it names none."""
    if record is None:
        return AdvertSizes()
    sizes = {name: Size(item.value["width"], item.value["height"]) for name, item in record.named("sizes").items()}
    return AdvertSizes(sizes, record.get("slack", AdvertSizes().slack))


def read_numbering(record: Record | None) -> Numbering | None:
    """What running numbers are counted from; every day is a publication day unless some are named."""
    if record is None:
        return None
    named: list[Item] = list(record.many("days"))
    days = tuple(sorted(WEEKDAYS.index(item.value) for item in named)) or tuple(range(7))
    without: tuple[date, ...] = tuple(item.value for item in record.many("without"))
    return Numbering(record["date"], record["number"], days, without)
