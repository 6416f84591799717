"""Origins are a sequence of places like any other; only their room differs."""

from hypothesis import given
from hypothesis import strategies as st

from layout.source.origins import Origins

RUNS = st.lists(st.tuples(st.integers(1, 4), st.integers(1, 6), st.integers(0, 5)), max_size=6)
PLACES = RUNS.map(lambda runs: [(line, column + i) for line, column, length in runs for i in range(length)])


@given(PLACES, PLACES, st.slices(12), st.integers(-12, 12))
def test_they_behave_as_the_tuple_they_stand_for(one, other, part, at):
    held, plain = Origins(one), tuple(one)
    assert (tuple(held), len(held), bool(held)) == (plain, len(plain), bool(plain))
    assert tuple(held[part]) == plain[part]
    assert tuple(held + Origins(other)) == tuple(held + other) == plain + tuple(other)
    if -len(plain) <= at < len(plain):
        assert held[at] == plain[at]


@given(PLACES, st.integers(0, 12))
def test_equal_places_are_equal_however_they_were_joined(places, at):
    assert Origins(places[:at]) + Origins(places[at:]) == Origins(places)
    assert hash(Origins(places[:at]) + Origins(places[at:])) == hash(Origins(places))
