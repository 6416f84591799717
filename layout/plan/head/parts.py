"""The parts of a horizontal headline as groups of rows: kicker, main head, deck, summary."""

from __future__ import annotations

from collections.abc import Sequence

from layout.display.items import Role
from layout.edition.model import Words
from layout.geometry import Rect, Slot
from layout.ink import BLACK
from layout.plan.head.desk import Desk, HeadCopy, minor_request
from layout.plan.head.stack import Group, Row
from layout.plan.model import Plate
from layout.style.model import TypeStyle
from layout.text.headline import HeadSetting, fit_head, fit_in_lines
from layout.text.model import Prose
from layout.text.pour import pour
from layout.units import Length

# More rows than any summary has.
_SUMMARY_ROWS = 40
# The bar of a summary and the rules round one, in thousandths of its size and of its rule's weight.
_BAR_INK = BLACK.tint(300)


def main_group(copy: HeadCopy, words: Words, width: Length, desk: Desk, sizes: Sequence[Length]) -> Group:
    """The main head, in the first of `sizes` at which it fits."""
    case = desk.case
    request = copy.main_request(case)

    def fit(lines: Sequence[str]) -> HeadSetting:
        return fit_head(lines, request.with_sizes(sizes), width)

    fitted = fit_in_lines(words.lines, copy.rows, fit, copy.names)
    if not fitted.fits:
        desk.report_too_wide(Role.HEADLINE, words, fitted.over)
    return _group(Role.HEADLINE, fitted, copy.inked(copy.level.main), desk.white(copy.level.between))


def minor_group(role: Role, copy: HeadCopy, words: Words, style: TypeStyle, width: Length, desk: Desk) -> Group:
    """A kicker or deck."""
    request = minor_request(style, desk.case)
    fitted = fit_in_lines(words.lines, 1, lambda lines: fit_head(lines, request, width), copy.names)
    if not fitted.fits:
        desk.report_too_wide(role, words, fitted.over)
    return _group(role, fitted, copy.inked(style), desk.white(copy.level.between))


def _group(role: Role, fitted: HeadSetting, style: TypeStyle, above: Length) -> Group:
    pitch = fitted.size * style.leading // style.size
    return Group(
        tuple(Row(role, line.runs, line.width, fitted.size, pitch, style.align, style.ink) for line in fitted.lines),
        above,
    )


def summary_group(copy: HeadCopy, words: Words, width: Length, desk: Desk) -> Group:
    """A summary (提要): larger and looser than the text, with a grey bar at its left, between rules, or plain."""
    style = copy.inked(desk.case.style.types["summary"])
    look = copy.level.summary
    indent = style.size * 3 // 2 if look == "bar" else 0
    measure = (width - 2 * indent) // style.size * style.size
    prose = Prose(words.text, desk.case.font(style), desk.case.body_setting, style.align)
    poured = pour((prose,), tuple(Slot(0, 0, measure) for _ in range(_SUMMARY_ROWS)))
    rows = tuple(
        Row(Role.SUMMARY, line.runs, measure, style.size, style.leading, "center", style.ink)
        for line in poured.placed + poured.rest
    )
    height = sum(row.pitch for row in rows[:-1]) + style.size
    above = desk.white(copy.level.between)
    if look == "bar":
        return Group(rows, above, (Plate(Rect(0, 0, style.size // 3, height), _BAR_INK),), indent=indent)
    if look == "rules":
        padding, weight = style.leading - style.size, desk.case.style.rules.box_weight
        tops = (0, height + 2 * padding - weight)
        lines = tuple(Plate(Rect(0, top, width, weight), style.ink) for top in tops)
        return Group(rows, above, lines, padding=padding)
    return Group(rows, above)
