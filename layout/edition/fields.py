"""What fixed matter may print on a page: `{date}`, `{weekday}`, `{staff}` and so on."""

from __future__ import annotations

from layout.edition.calendar import lunar_date, weekday
from layout.edition.model import Edition, Page

STAFF_TITLES = {"editor": "责编", "layout": "版式", "proof": "校对", "chief": "值班"}


def page_fields(edition: Edition, page: Page) -> dict[str, str]:
    """The fields of a page, all computed from the edition, none typed twice."""
    day = edition.date
    return {
        "date": f"{day.year}年{day.month}月{day.day}日",
        "weekday": weekday(day),
        "lunar": lunar_date(day),
        "number": str(edition.number),
        "pages": f"今日{len(edition.pages)}版",
        "version": str(edition.version),
        "zone": edition.zone,
        "page": page.name,
        "page_number": str(int(page.name[1:])),
        "section": page.section,
        "staff": "\u3000".join(f"{STAFF_TITLES[role]}\u3000{name}" for role, name in page.staff.names),
    }
