"""What fixed matter may print on a page: `{date}`, `{weekday}`, `{staff}` and so on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from layout.edition.calendar import date_words, festival, lunar_date, solar_term, weekday
from layout.edition.model import Edition, Page

STAFF_TITLES = {"editor": "责编", "layout": "版式", "proof": "校对", "chief": "值班"}
KINDS = {"issue": "", "supplement": "增刊", "extra": "号外"}


class PageFields(Mapping[str, str]):
    """The fields of a page, all computed from the edition, none typed twice; each when it is first printed."""

    def __init__(self, edition: Edition, page: Page, own: Mapping[str, str]) -> None:
        """`own` holds the paper's own data."""
        self._edition = edition
        self._page = page
        self._own = own

    def __getitem__(self, name: str) -> str:
        computed = _COMPUTED.get(name)
        return self._own[name] if computed is None else computed(self._edition, self._page)

    def __iter__(self) -> Iterator[str]:
        yield from {**self._own, **_COMPUTED}

    def __len__(self) -> int:
        return len({**self._own, **_COMPUTED})


def _date(edition: Edition, _: Page) -> str:
    return date_words(edition.date)


def _staff(_: Edition, page: Page) -> str:
    return "\u3000".join(f"{STAFF_TITLES[role]}\u3000{name}" for role, name in page.staff.names)


def _sections(edition: Edition, _: Page) -> str:
    """The pages of each section: A1—A8　B1—B4."""
    found: dict[str, list[int]] = {}
    for page in edition.pages:
        found.setdefault(page.name[0], []).append(int(page.name[1:]))
    return "\u3000".join(
        f"{letter}{min(numbers)}—{letter}{max(numbers)}" if len(numbers) > 1 else f"{letter}{numbers[0]}"
        for letter, numbers in found.items()
    )


_COMPUTED: Mapping[str, Callable[[Edition, Page], str]] = {
    "date": _date,
    "year": lambda edition, _: str(edition.date.year),
    "month": lambda edition, _: str(edition.date.month),
    "day": lambda edition, _: str(edition.date.day),
    "weekday": lambda edition, _: weekday(edition.date),
    "lunar": lambda edition, _: lunar_date(edition.date),
    "term": lambda edition, _: solar_term(edition.date),
    "festival": lambda edition, _: festival(edition.date),
    "number": lambda edition, _: str(edition.number),
    "pages": lambda edition, _: f"今日{len(edition.pages)}版",
    "sections": _sections,
    "kind": lambda edition, _: KINDS[edition.kind],
    "version": lambda edition, _: str(edition.version),
    "zone": lambda edition, _: edition.zone,
    "page": lambda _, page: page.name,
    "page_number": lambda _, page: str(int(page.name[1:])),
    "section": lambda _, page: page.section,
    "staff": _staff,
    "editor": lambda _, page: dict(page.staff.names).get("editor", ""),
    "chief": lambda _, page: dict(page.staff.names).get("chief", ""),
}
FIELDS = frozenset(_COMPUTED) | {"name"}
