"""The page of the development zone: eight stories of their lengths, three measures, nothing to complain of."""

from __future__ import annotations

import pytest

from layout import api
from layout.diagnostics import Severity
from tests.features.editions import loaded

LENGTHS = {
    "cable": 869,
    "blade": 1877,
    "school": 1210,
    "bonded": 397,
    "rain": 286,
    "ask": 341,
    "power": 902,
    "canteen": 247,
}


@pytest.fixture(scope="module")
def page():
    edition = loaded("development-zone")
    return edition, api.compose(edition)


def test_nothing_is_found_on_it(page):
    edition, composed = page
    found = [*edition.diagnostics, *composed.diagnostics]
    assert [str(d.span) for d in found if d.severity is not Severity.NOTE] == []


def test_its_stories_are_as_long_as_was_asked(page):
    edition, _ = page
    for name, wanted in LENGTHS.items():
        body = edition.edition.stories[name].body
        length = sum(1 for paragraph in body for character in paragraph.text if not character.isspace())
        assert abs(length - wanted) <= wanted * 5 // 100, name


def test_three_measures_stand_on_it(page):
    _, composed = page
    (sheet,) = composed.sheets
    widths = {}
    for story in sheet.stories:
        slots = [slot for legs in story.block.frames for leg in legs for slot in leg.slots]
        widths[story.block.story.id] = {slot.width // sheet.plan.grid.em for slot in slots}
    assert widths["rain"] == {15}
    assert widths["ask"] == {16}
    assert all(widths[name] == {17} for name in LENGTHS if name not in {"rain", "ask"})
