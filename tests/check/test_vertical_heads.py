"""Vertical heads that stand between or beside the columns of their own text are no fault of the page."""

from layout import api
from layout.diagnostics import Severity
from tests.features.editions import loaded


def test_a_vertical_head_shares_its_box_with_the_text():
    edition = loaded("vertical-headline")
    found = {entry.code for entry in api.check(api.compose(edition), edition)}
    assert not found & {"LAY101", "LAY105", "LAY106", "LAY107", "LAY116"}


def test_text_that_begins_left_of_its_head_is_told():
    """`middle` and `right` are told of; at the left, where a reader begins, nothing is."""
    edition = loaded("vertical-headline")
    told = [entry for entry in api.check(api.compose(edition), edition) if entry.code == "LAY135"]
    assert {dict(entry.values)["story"] for entry in told} == {"dusk", "gate"}
    assert {entry.severity for entry in told} == {Severity.NOTE}


def test_a_head_over_two_boxes_covers_both():
    edition = loaded("headline-over-boxes")
    found = {entry.code for entry in api.check(api.compose(edition), edition)}
    assert not found & {"LAY105", "LAY106", "LAY107"}
