"""How far a style lets headlines be condensed."""

from __future__ import annotations

from layout.diagnostics import Sink
from layout.source.record import Record
from layout.style.findings import TOO_CONDENSED

# Headlines of printed pages are condensed to 88 % at most; with less the strokes of Han grow visibly uneven.
LEAST_WIDTH = 880


def check_condensing(record: Record, sink: Sink) -> None:
    """Report levels whose heads may be narrower than LEAST_WIDTH, by `condense` or by the type's own `stretch`."""
    for name, item in record.named("levels").items():
        level: Record = item.value
        if level.get("condense", LEAST_WIDTH) < LEAST_WIDTH:
            sink.report(TOO_CONDENSED, level.at("condense"), f"levels.{name}.condense", level=name, least=88)
        for part in ("main", "kicker", "deck"):
            if part not in level:
                continue
            type_record: Record = level[part]
            if type_record.get("stretch", 1000) < LEAST_WIDTH:
                field = f"levels.{name}.{part}.stretch"
                sink.report(TOO_CONDENSED, type_record.at("stretch"), field, level=name, least=88)
