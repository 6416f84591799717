"""Whether a record that was laid together from several files has everything it needs."""

from __future__ import annotations

from layout.diagnostics import Sink
from layout.source.findings import MISSING_KEY
from layout.source.form import Either, Form, Many, Named, What
from layout.source.record import Item, Record


def report_missing(record: Record, form: Form, sink: Sink, path: str = "") -> None:
    """Report every key that a form requires and a record, or one inside it, does not have."""
    for key in form.keys:
        place = f"{path}.{key.name}".strip(".")
        if key.name in record:
            _look_into(record.items[key.name], key.holds, sink, place)
        elif key.required:
            sink.report(MISSING_KEY, record.span, place, key=key.name, zh=key.alias)


def _look_into(item: Item, what: What, sink: Sink, path: str) -> None:
    match what:
        case Form() if isinstance(item.value, Record):
            report_missing(item.value, what, sink, path)
        case Many() if isinstance(item.value, tuple):
            for number, one in enumerate(item.value):
                _look_into(one, what.item, sink, f"{path}[{number}]")
        case Named() if isinstance(item.value, dict):
            for name, one in item.value.items():
                _look_into(one, what.item, sink, f"{path}.{name}")
        case Either():
            _look_into(item, what.other, sink, path)
        case _:
            pass
