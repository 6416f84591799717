"""Whether the label of adverts stands out from the paper as a style sets it (Advertising Law, article 14)."""

from __future__ import annotations

from layout.diagnostics import Sink
from layout.source.record import Record
from layout.style.findings import LABEL_FAINT
from layout.style.model import TypeStyle

# With less ink the contrast to white paper is under 4.5 : 1.
LEAST_INK = 550


def check_label(record: Record, types: dict[str, TypeStyle], sink: Sink) -> None:
    """Report a label that is too pale on white paper."""
    label = types.get("advert-label")
    if label and label.ink.total < LEAST_INK:
        span = record.named("types")["advert-label"].span
        sink.report(LABEL_FAINT, span, "types.advert-label.ink", ink=label.ink.total // 10, dark=LEAST_INK // 10)
