"""The lines of a small box: where groups of them stand when there is more height than they need."""

from __future__ import annotations

from layout.compose.room import Room

ROOM = Room(x=0, width=100, rows=(10, 20, 30, 40, 50, 60), leading=10)


def test_spare_height_is_shared_out_between_the_groups() -> None:
    assert ROOM.spread([1, 1, 1, 1, 1], 10) == (10, 22, 34, 46, 58)


def test_no_more_than_asked_for_stands_between_two_groups() -> None:
    assert ROOM.spread([1, 2], 5) == (10, 25, 35)


def test_a_full_box_stays_on_its_rows() -> None:
    assert ROOM.spread([2, 2, 2], 10) == ROOM.rows


def test_under_a_title_there_is_white_too() -> None:
    assert ROOM.spread([1, 1, 1, 1], 10, titled=True) == (15, 30, 45, 60)


def test_what_has_no_room_gets_no_baseline() -> None:
    assert ROOM.spread([4, 4], 10) == ROOM.rows
