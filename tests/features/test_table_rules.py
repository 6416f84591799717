"""The rules of a table in a column are the table's own: its cells are not told as standing too near them."""

from __future__ import annotations

from layout import api
from tests.features.editions import loaded


def test_cells_may_stand_close_to_their_tables_rules():
    edition = loaded("table")
    found = api.check(api.compose(edition), edition)
    assert "LAY129" not in {finding.code for finding in found}
