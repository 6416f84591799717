"""Whether the label of adverts can be read as a style sets it (Advertising Law, article 14)."""

from __future__ import annotations

from layout.diagnostics import Sink
from layout.source.record import Record
from layout.style.findings import LABEL_FAINT
from layout.style.model import TypeStyle
from layout.units import POINT, to_points

# Below these a label is smaller than any type a press prints safely, or has less contrast to the paper than 4.5 : 1.
LEAST_SIZE, LEAST_INK = 6 * POINT, 550


def check_label(record: Record, types: dict[str, TypeStyle], sink: Sink) -> None:
    """Report a label that is too small or too pale on white paper."""
    label = types.get("advert-label")
    if label and (label.size < LEAST_SIZE or label.ink.total < LEAST_INK):
        sink.report(
            LABEL_FAINT,
            record.named("types")["advert-label"].span,
            "types.advert-label",
            size=f"{to_points(label.size):g}",
            ink=label.ink.total // 10,
            least=LEAST_SIZE // POINT,
            dark=LEAST_INK // 10,
        )
